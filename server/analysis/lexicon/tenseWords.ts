/** Verbs that look ahead by themselves. */
export const MODALS: ReadonlySet<string> = words('will won shall would ll could may might');

/** Forms of `be` that with `to` and a verb tell a plan. */
export const BE: ReadonlySet<string> = words('is are be');

/** Participles and adjectives that look ahead before `to`, `for`, `on`, `in`. */
export const FUTURE_ADJECTIVES: ReadonlySet<string> = words(
  'expected scheduled slated set planned forecast predicted projected tipped likely poised supposed anticipated ready bound prepared agreed vowed promised threatened hopes hope plans plan intends intend wants want aims aim',
);

/** Verbs in the present that tell what is to come, or when. */
export const REPORTING_AHEAD: ReadonlySet<string> = words(
  'predict predicts expects expect begins starts opens runs continues faces concludes ends debuts takes',
);

/** Nouns and prepositions of what is to come. */
export const FUTURE_NOUNS: ReadonlySet<string> = words('upcoming deadline going tomorrow');

/** Verbs in the past that do not end in -ed. */
export const PAST_VERBS: ReadonlySet<string> = words(
  'was were had did said told began went came took made became saw held won lost left found met gave got led ran struck hit shot has have been fell rose spoke wrote sent brought broke built bought caught chose drew drove fought flew grew kept knew laid lay paid put read rode sang sat sold shook stood stole swore taught thought threw understood wore',
);

/** Verbs that at the head of a sentence ask for something to be done. */
export const DEMANDS: ReadonlySet<string> = words(
  'ask join watch tune come call meet check expect look listen wait vote visit bring see get let keep mark register sign stay try save please remember',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
