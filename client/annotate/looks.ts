/** How a mark looks. Each look differs from the others by its shape, for eyes and themes that have no colour. */
export const LOOKS = {
  suggestion: { color: 'suggestion', line: 'dashed' },
  withheld: { color: 'suggestion', sign: '∅' },
  accepted: { color: 'accepted', line: 'solid', sign: '✓' },
  corrected: { color: 'accepted', line: 'solid', sign: '✎' },
  added: { color: 'accepted', line: 'double', sign: '+' },
  rejected: { color: 'rejected', struck: true, sign: '✗' },
  unsure: { color: 'unsure', line: 'dotted', sign: '?' },
} as const satisfies Readonly<Record<string, Look>>;

/** The colour's name below `newsmark.mark`, and what tells it without colour. */
export interface Look {
  readonly color: string;
  readonly line?: string;
  readonly sign?: string;
  readonly struck?: boolean;
}
