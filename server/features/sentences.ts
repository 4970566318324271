import type { ReadParagraph } from '../analysis/reading.ts';
import type { Article } from '../analysis/types.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { contains, firstEndingAfter, type Span } from '../text/span.ts';
import { splitTokens } from '../text/tokens.ts';

/** The paragraph at an offset, if it lies in one. */
export function paragraphAt(article: Article, offset: number): ReadParagraph | undefined {
  const paragraph = article.paragraphs[firstEndingAfter(article.paragraphs, offset)];
  return paragraph && contains(paragraph, offset) ? paragraph : undefined;
}

/** The sentences of a paragraph, in place. */
export function sentencesOf({ start, reading }: ReadParagraph): readonly Span[] {
  return reading.sentences.flatMap(({ first, last }) => {
    const from = reading.tokens[first];
    const to = reading.tokens[last - 1];
    return from && to ? [{ start: start + from.start, end: start + to.end }] : [];
  });
}

/** The sentence at an offset; in scraped text that is as long as the piece that was read in one. */
export function sentenceAt(article: Article, offset: number): Span | undefined {
  const paragraph = paragraphAt(article, offset);
  return paragraph && sentencesOf(paragraph).find((sentence) => offset < sentence.end);
}

/** The words around a span in its sentence, cut between words to about the length given, with `…` where cut. */
export function wordsAround(article: Article, span: Span, most = 240): string {
  return wordsWithin(article.text, sentenceAt(article, span.start) ?? span, span, most);
}

/** The same in a text that has not been read; of the text only the paragraph around the span is looked at. */
export function wordsAroundIn(text: string, span: Span, most = 240): string {
  const paragraphs = splitParagraphs(text);
  const paragraph = paragraphs[firstEndingAfter(paragraphs, span.start)];
  if (!paragraph) return '';
  const tokens = splitTokens(text.slice(paragraph.start, paragraph.end));
  const sentence = splitSentences(tokens)
    .map(({ first, last }) => ({
      start: paragraph.start + (tokens[first]?.start ?? 0),
      end: paragraph.start + (tokens[last - 1]?.end ?? 0),
    }))
    .find(({ end }) => span.start < end);
  return wordsWithin(text, sentence ?? span, span, most);
}

function wordsWithin(text: string, { start, end }: Span, span: Span, most: number): string {
  if (end - start <= most) return flat(text.slice(start, end));
  const spare = Math.max(0, most - (span.end - span.start));
  let from = Math.max(start, span.start - Math.floor(spare / 2));
  let to = Math.min(end, from + most);
  while (start < from && from < span.start && /\S/u.test(text.charAt(from - 1))) from++;
  while (to < end && span.end < to && /\S/u.test(text.charAt(to))) to--;
  const words = flat(text.slice(from, to));
  return `${start < from ? '… ' : ''}${words}${to < end ? ' …' : ''}`;
}

/** On one line, cut to a length between words. */
export function clip(words: string, most: number): string {
  const line = flat(words.slice(0, 4 * most));
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(' ', most - 1);
  return `${line.slice(0, most / 2 < cut ? cut : most - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

function flat(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
