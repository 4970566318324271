/** Words inside of names that are neither given nor family names. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'al el ul ur bin ibn bint van von der den ter ten de del della di da do dos das du la le las los y e zu zur af av st saint'.split(
    ' ',
  ),
);

/** Words behind a name that tell father from son. */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set('jr sr junior senior ii iii iv'.split(' '));

/** After a family name: all who bear it. */
export const FAMILY_NOUNS: ReadonlySet<string> = new Set(
  'family families brothers sisters siblings dynasty clan household couple twins'.split(' '),
);

/** Words before or as part of a title that tell a person's sex. */
export const GENDERED_ROLES: ReadonlyMap<string, 'female' | 'male'> = new Map([
  ...'woman wife mother daughter sister aunt niece widow girlfriend actress queen princess duchess empress sister spokeswoman congresswoman chairwoman businesswoman policewoman heiress waitress lady mrs ms miss madam madame'
    .split(' ')
    .map((word) => [word, 'female'] as const),
  ...'man husband father son brother uncle nephew widower boyfriend king prince duke emperor spokesman congressman chairman businessman policeman heir waiter lord sir mr pope'
    .split(' ')
    .map((word) => [word, 'male'] as const),
]);

/** Words of address that are no title or role. */
export const FORMS_OF_ADDRESS: ReadonlySet<string> = new Set(
  'mr mrs ms miss mister madam sir mme mlle herr don'.split(' '),
);

/** Words of kinship in front of a name. */
export const KIN: ReadonlySet<string> = new Set(
  'wife husband widow widower son sons daughter daughters brother brothers sister sisters father mother parents uncle aunt nephew niece cousin cousins grandson granddaughter grandfather grandmother fiancee fiance girlfriend boyfriend spouse partner child children stepson stepdaughter sibling siblings'.split(
    ' ',
  ),
);
