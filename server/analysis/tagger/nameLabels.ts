/** What the tagger tells apart. A demonym and a metonym are countries of that form. */
export const NAME_KINDS = ['PERSON', 'COUNTRY', 'DEMONYM', 'METONYM', 'LOC', 'ORG', 'MISC'] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** What a name is: a demonym and a metonym name a country. */
export type NameLabel = Exclude<NameKind, 'DEMONYM' | 'METONYM'>;

/** The labels of the chain: outside, then beginning and inside of each kind. */
export const NAME_LABELS: readonly string[] = [
  'O',
  ...NAME_KINDS.flatMap((kind) => [`B-${kind}`, `I-${kind}`]),
];
