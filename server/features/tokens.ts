import type { Article } from '../analysis/types.ts';
import { overlaps, type Span } from '../text/span.ts';
import { allMentions, type Mention } from './mentions.ts';

/** The kinds of coloured words, in the order of the legend. */
export const TOKEN_TYPES = ['person', 'country', 'date'] as const;
/** The bits of a colouring, in the order of the legend. */
export const TOKEN_MODIFIERS = ['confirmed', 'ambiguous', 'metonym'] as const;

/** A stretch to colour. Stretches do not overlap and hold no line break. */
export interface ColouredSpan extends Span {
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

/** The mentions as stretches to colour in order of place, those inside a part of the text alone where one is given. */
export function colouredSpans(article: Article, within?: Span): readonly ColouredSpan[] {
  const coloured: ColouredSpan[] = [];
  let last = 0;
  for (const mention of allMentions(article)) {
    if (mention.start < last || (within && !overlaps(mention, within))) continue;
    const modifiers = modifiersOf(mention);
    for (const { start, end } of splitLines(article.text, mention))
      coloured.push({ type: mention.kind, modifiers, start, end });
    last = mention.end;
  }
  return coloured;
}

function modifiersOf(mention: Mention): ColouredSpan['modifiers'] {
  const confirmed = mention.judgement && !mention.judgement.unsure ? (['confirmed'] as const) : [];
  if (mention.kind === 'person' && mention.entity === undefined) return [...confirmed, 'ambiguous'];
  if (mention.kind === 'country' && mention.form === 'metonym') return [...confirmed, 'metonym'];
  return confirmed;
}

function splitLines(text: string, { start, end }: Span): readonly Span[] {
  const words = text.slice(start, end);
  if (!/[\r\n]/u.test(words)) return [{ start, end }];
  return Array.from(words.matchAll(/[^\r\n]+/gu), (line) => ({
    start: start + line.index,
    end: start + line.index + line[0].length,
  }));
}
