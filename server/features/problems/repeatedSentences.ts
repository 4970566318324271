import type { Reading, ReadParagraph } from '../../analysis/reading.ts';
import type { Article } from '../../analysis/types.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { inParagraphs } from './inParagraphs.ts';
import { winnow } from './passages.ts';
import type { Problem, Rule } from './problem.ts';

/** Shorter sentences may come twice: "He did not elaborate." */
const LEAST_WORDS = 7;
/** Without sentences a passage of so many words comes twice by copying alone. */
const LEAST_PASSAGE = 14;

/** `repeated-sentence`: the same sentence a second time, at the second place; those that follow on are one problem. */
export const findRepeatedSentences: Rule = (article) => [
  ...repeatedSentences(article),
  ...repeatedPassages(article),
];

interface Sentence extends Span {
  readonly words: string;
}

function repeatedSentences(article: Article): readonly Problem[] {
  const known = new Map<string, Span>();
  const problems: Problem[] = [];
  let before: Span | undefined;
  for (const sentence of inParagraphs(article, sentencesOf)) {
    const source = known.get(sentence.words);
    if (!source) known.set(sentence.words, sentence);
    else {
      const goesOn = before !== undefined && before.end <= source.start && source.start - before.end < 3;
      const last = goesOn ? problems.pop() : undefined;
      problems.push(toProblem(last ?? sentence, sentence.end, last?.related?.[0] ?? source));
    }
    before = source;
  }
  return problems;
}

/** The sentences of an edited paragraph with their words in lower case; short ones are left out. */
function sentencesOf({ tokens, sentences, form }: Reading): readonly Sentence[] {
  if (form === 'scraped') return [];
  return sentences.flatMap(({ first, last }) => {
    const words = tokens.slice(first, last).filter(({ kind }) => kind !== 'punctuation');
    const [from, to] = [tokens[first], tokens[last - 1]];
    if (words.length < LEAST_WORDS || !from || !to) return [];
    return [{ start: from.start, end: to.end, words: words.map(({ lower }) => lower).join(' ') }];
  });
}

/** A word of a paragraph. */
interface Place {
  readonly paragraph: ReadParagraph;
  readonly token: number;
}

/** In scraped text: runs of words that come twice, found by a sample of their hashes and then compared. */
function repeatedPassages({ paragraphs }: Article): readonly Problem[] {
  const known = new Map<number, Place>();
  const problems: Problem[] = [];
  let told = 0;
  for (const paragraph of paragraphs) {
    for (const { hash, token } of winnow(paragraph.reading)) {
      const place = { paragraph, token };
      const source = known.get(hash);
      if (!source) known.set(hash, place);
      else if (told <= startOf(place)) {
        const problem = comparePassages(source, place);
        if (problem) problems.push(problem);
        told = problem?.end ?? told;
      }
    }
  }
  return problems;
}

function startOf({ paragraph, token }: Place): number {
  return paragraph.start + (paragraph.reading.tokens[token] as Token).start;
}

/** Grows two places to both sides as far as their words are the same. */
function comparePassages(source: Place, copy: Place): Problem | undefined {
  const [left, right] = [source.paragraph.reading.tokens, copy.paragraph.reading.tokens];
  let back = 0;
  while (isSame(left[source.token - back - 1], right[copy.token - back - 1])) back++;
  let on = 0;
  const room = source.paragraph === copy.paragraph ? copy.token - back - source.token : left.length;
  while (on < room && isSame(left[source.token + on], right[copy.token + on])) on++;
  if (back + on < LEAST_PASSAGE) return undefined;
  const spanOf = ({ paragraph, token }: Place): Span => {
    const { tokens } = paragraph.reading;
    return {
      start: paragraph.start + (tokens[token - back] as Token).start,
      end: paragraph.start + (tokens[token + on - 1] as Token).end,
    };
  };
  const { start, end } = spanOf(copy);
  return toProblem({ start, end }, end, spanOf(source));
}

function isSame(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && a.lower === b?.lower;
}

function toProblem({ start }: Span, end: number, source: Span): Problem {
  return {
    code: 'repeated-sentence',
    message: 'This stands in the article already.',
    start,
    end,
    related: [{ start: source.start, end: source.end, message: 'It stands here first' }],
  };
}
