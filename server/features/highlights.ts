import type { Article } from '../analysis/types.ts';
import { contains, type Span } from '../text/span.ts';
import { introduction, mentionAt, quotationsAt, sameMentions } from './mentions.ts';

/** A place that belongs to what stands at the cursor; `introduces` where it is named first in full. */
export interface Highlight extends Span {
  readonly introduces: boolean;
}

/** All mentions of what is named at an offset; in a quotation, its other parts with their speaker and cue. */
export function highlights(article: Article, offset: number): readonly Highlight[] {
  const mention = mentionAt(article, offset);
  if (mention) {
    const first = introduction(article, mention);
    return sameMentions(article, mention).map((same) => toHighlight(same, same === first));
  }
  const quotation =
    quotationsAt(article, offset)[0] ??
    article.quotations.find(
      ({ speaker, cue }) => (speaker && contains(speaker, offset)) || (cue && contains(cue, offset)),
    );
  if (!quotation) return [];
  const parts = article.quotations.filter(({ group }) => group === quotation.group);
  const spans = parts.flatMap(({ start, end, speaker, cue }) =>
    [{ start, end }, speaker ?? [], cue ?? []].flat(),
  );
  const places = new Map(spans.map((span) => [`${span.start} ${span.end}`, toHighlight(span, false)]));
  return [...places.values()].sort((a, b) => a.start - b.start);
}

/** The mentions of one person or country that are written in the same words, at an offset: they can be edited as one. */
export function linkedSpans(article: Article, offset: number): readonly Span[] {
  const mention = mentionAt(article, offset);
  if (!mention || mention.kind === 'date') return [];
  const words = article.text.slice(mention.start, mention.end);
  const linked = sameMentions(article, mention).filter(
    ({ start, end }) => article.text.slice(start, end) === words,
  );
  return linked.length < 2 ? [] : linked;
}

function toHighlight({ start, end }: Span, introduces: boolean): Highlight {
  return { start, end, introduces };
}
