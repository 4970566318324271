import { splitTokens } from '../../text/tokens.ts';
import type { Mark } from '../mark.ts';
import { createOverlapping } from '../overlapping.ts';
import type { LayeredArticle } from './layer.ts';

/** How often the annotators have given a token these labels, in the order asked for; undefined of who did not annotate it. */
export interface TokenRow {
  readonly labels: readonly (string | undefined)[];
  readonly times: number;
}

/**
 * Counts what the annotators say of each word and number of the articles: whether it is in a mark of the kind, or, without a
 * kind, in marks of which kinds. As many rows as there are combinations, however long the articles are.
 */
export function countTokens(
  articles: readonly LayeredArticle[],
  annotators: readonly string[],
  kind: string | undefined,
): readonly TokenRow[] {
  const rows = new Map<string, { readonly labels: readonly (string | undefined)[]; times: number }>();
  for (const { text, layers } of articles) {
    const labelOf = annotators.map((annotator) => {
      const layer = layers.find((each) => each.annotator === annotator);
      return layer && createLabels(layer.marks, kind);
    });
    for (const token of splitTokens(text)) {
      if (token.kind === 'punctuation') continue;
      const labels = labelOf.map((label) => label?.(token));
      // Control characters, which no name of a kind has, part the labels and stand for who was not there.
      const key = labels.map((label) => label ?? '\u0000').join('\u0001');
      const row = rows.get(key);
      if (row) row.times++;
      else rows.set(key, { labels, times: 1 });
    }
  }
  return [...rows.values()];
}

function createLabels(
  marks: readonly Mark[],
  kind: string | undefined,
): (token: { readonly start: number; readonly end: number }) => string {
  const overlapping = createOverlapping(
    kind === undefined ? marks : marks.filter((mark) => mark.kind === kind),
  );
  return (token) => {
    const found = overlapping(token);
    if (found.length < 2) return found[0]?.kind ?? '';
    return [...new Set(found.map((mark) => mark.kind))].sort().join(' ');
  };
}
