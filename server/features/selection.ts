import type { Article } from '../analysis/types.ts';
import { contains, firstEndingAfter, type Span } from '../text/span.ts';
import { mentionAt, quotationsAt } from './mentions.ts';
import { paragraphAt, sentencesOf } from './sentences.ts';

/**
 * What can be selected around an offset, each inside the next: word, mention, clause, sentence or quotation, paragraph,
 * article.
 */
export function selectionSpans(article: Article, offset: number): readonly Span[] {
  const paragraph = paragraphAt(article, offset) ?? paragraphAt(article, Math.max(0, offset - 1));
  const inside = paragraph && offset === paragraph.end ? offset - 1 : offset;
  const spans: Span[] = [{ start: 0, end: article.text.length }];
  for (const quotation of quotationsAt(article, inside)) {
    const marked = /^["“‘«„']/u.test(article.text.charAt(quotation.start)) && quotation.kind !== 'indirect';
    spans.push(quotation);
    if (marked) spans.push({ start: quotation.start + 1, end: quotation.end - 1 });
  }
  const innermost = spans.at(-1) as Span;
  if (paragraph) {
    const { reading, start } = paragraph;
    spans.push({ start, end: paragraph.end });
    const sentence = sentencesOf(paragraph).find((candidate) => inside < candidate.end);
    if (sentence && sentence.start <= inside)
      spans.push(sentence, clauseAround(article.text, common(sentence, innermost), inside));
    const token = reading.tokens[firstEndingAfter(reading.tokens, inside - start)];
    if (token && contains(token, inside - start))
      spans.push({ start: start + token.start, end: start + token.end });
  }
  const mention = mentionAt(article, inside);
  if (mention) spans.push(mention);
  return nest(spans, inside);
}

/** What two spans share; they overlap. */
function common(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

/** From one mark of punctuation to the next inside a sentence or quotation. */
function clauseAround(text: string, sentence: Span, offset: number): Span {
  const words = text.slice(sentence.start, sentence.end);
  let start = sentence.start;
  let end = sentence.end;
  for (const { index, 0: mark } of words.matchAll(/(?:[,;:](?=\s)|\s[–—-](?=\s)|—|[()])/gu)) {
    const place = sentence.start + index;
    if (offset <= place) {
      end = place;
      break;
    }
    start = place + mark.length;
  }
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (start < end && /\s/u.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** The longest chain from the smallest span on in which each lies inside the next; spans that cross are left out. */
function nest(spans: readonly Span[], offset: number): readonly Span[] {
  const chain: Span[] = [];
  const around = spans
    .filter(({ start, end }) => start <= offset && offset <= end && start < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const { start, end } of around) {
    const last = chain.at(-1);
    if (!last) chain.push({ start, end });
    else if (start <= last.start && last.end <= end && last.end - last.start < end - start)
      chain.push({ start, end });
  }
  return chain;
}
