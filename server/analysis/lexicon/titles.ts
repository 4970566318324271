/** Forms of address and ranks before a name, lower case without dots, with what they say of the person. */
export const HONORIFICS: ReadonlyMap<string, 'female' | 'male' | undefined> = new Map([
  ...words(
    'mr mister sir lord king prince duke emperor sultan sheikh sheik father brother imam rabbi don herr monsieur baron count sayyid hojatoleslam ayatollah',
    'male',
  ),
  ...words(
    'mrs ms miss madam madame mme mlle lady queen princess duchess empress sister dame baroness countess sheikha',
    'female',
  ),
  ...words(
    'dr doctor prof professor rev reverend pope cardinal bishop archbishop patriarch pastor saint st president judge justice hon honorable honourable',
    undefined,
  ),
  ...words(
    'gen general col colonel maj major capt captain lt lieutenant sgt sergeant cpl corporal pvt private cmdr commander adm admiral commodore brig brigadier marshal cadet officer trooper constable detective inspector sheriff',
    undefined,
  ),
  ...words(
    'sen senator rep representative congressman congresswoman gov governor mayor chancellor premier mp mep',
    undefined,
  ),
]);

/** Roles that stand right before a name, lower case; the last word of longer ones. */
export const ROLES: ReadonlySet<string> = new Set(
  (
    'president minister secretary ambassador envoy chancellor premier governor senator congressman congresswoman representative lawmaker ' +
    'mayor chairman chairwoman chairperson chair chief director leader head boss commissioner coordinator counselor adviser advisor aide ' +
    'spokesman spokeswoman spokesperson general colonel admiral commander judge justice prosecutor attorney lawyer sheriff speaker ' +
    'deputy candidate nominee challenger incumbent opposition dictator ruler monarch emir emperor king queen prince princess crown ' +
    'economist analyst professor researcher scientist scholar historian expert strategist author writer novelist poet journalist reporter ' +
    'editor columnist correspondent publisher actor actress singer musician rapper composer guitarist drummer director filmmaker producer ' +
    'comedian model artist designer architect player striker midfielder defender goalkeeper forward captain coach manager trainer pitcher ' +
    'quarterback driver cyclist swimmer skater champion astronaut cosmonaut engineer inventor entrepreneur businessman businesswoman ' +
    'businessperson tycoon billionaire founder owner executive ceo officer official diplomat negotiator whistleblower activist campaigner ' +
    'dissident organizer rebel warlord militant terrorist gunman suspect defendant victim survivor husband wife son daughter brother sister ' +
    'father mother uncle nephew niece cousin widow girlfriend boyfriend fiancee friend colleague teammate doctor physician surgeon nurse ' +
    'epidemiologist virologist bishop archbishop cardinal pope patriarch cleric pastor rabbi imam ayatollah teacher student farmer ' +
    'policeman detective inspector constable sergeant lieutenant captain major soldier pilot sailor guard founder veteran'
  ).split(' '),
);

/** Words that stand within longer titles: Secretary of State, Minister for Foreign Affairs. */
export const TITLE_PARTS: ReadonlySet<string> = new Set(
  'of for and the state defense defence foreign affairs finance interior health prime vice deputy first former acting elect pro tempore'.split(
    ' ',
  ),
);

function words(
  list: string,
  gender: 'female' | 'male' | undefined,
): [string, 'female' | 'male' | undefined][] {
  return list.split(' ').map((word) => [word, gender]);
}
