import type { Reading } from '../../analysis/reading.ts';
import type { Span } from '../../text/span.ts';
import { inParagraphs } from './inParagraphs.ts';
import type { Problem, Rule } from './problem.ts';

/** Shorter sentences may come twice: "He did not elaborate." */
const LEAST_WORDS = 7;

interface Sentence extends Span {
  readonly words: string;
}

/** `repeated-sentence`: the same sentence a second time, at the second place; sentences that follow on are one problem. */
export const findRepeatedSentences: Rule = (article) => {
  const first = new Map<string, Span>();
  const problems: Problem[] = [];
  let last: { readonly place: Span; readonly source: Span } | undefined;
  for (const sentence of inParagraphs(article, sentencesOf)) {
    const source = first.get(sentence.words);
    if (!source) {
      first.set(sentence.words, sentence);
      last = undefined;
      continue;
    }
    const message = 'This stands in the article already.';
    const related = [{ start: source.start, end: source.end, message: 'First here' }];
    const continues =
      last !== undefined && last.source.end <= source.start && source.start - last.source.end < 3;
    const previous = continues ? problems.pop() : undefined;
    problems.push({
      code: 'repeated-sentence',
      message,
      start: previous?.start ?? sentence.start,
      end: sentence.end,
      related: previous?.related ?? related,
    });
    last = { place: sentence, source };
  }
  return problems;
};

/** The sentences of a paragraph with their words in lower case; short ones are left out. */
function sentencesOf({ tokens, sentences, form }: Reading): readonly Sentence[] {
  if (form === 'scraped') return [];
  return sentences.flatMap(({ first, last }) => {
    const words = tokens.slice(first, last).filter(({ kind }) => kind !== 'punctuation');
    const [from, to] = [tokens[first], tokens[last - 1]];
    if (words.length < LEAST_WORDS || !from || !to) return [];
    return [{ start: from.start, end: to.end, words: words.map(({ lower }) => lower).join(' ') }];
  });
}
