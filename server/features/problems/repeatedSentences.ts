import type { Reading, ReadParagraph } from '../../analysis/reading.ts';
import { rememberEach } from '../../analysis/remember.ts';
import type { Article } from '../../analysis/types.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { winnow } from './passages.ts';
import { MOST_OF_A_KIND, type Problem, type Rule } from './problem.ts';

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

/** Written without an object for each sentence: an edit of a long article asks for all of them. */
function repeatedSentences({ paragraphs }: Article): readonly Problem[] {
  const known = new Map<string, number>();
  const problems: Problem[] = [];
  let before = Number.NaN;
  for (const { start, reading } of paragraphs) {
    if (MOST_OF_A_KIND <= problems.length) break;
    for (const sentence of sentencesOf(reading)) {
      const source = known.get(sentence.words);
      if (source === undefined) {
        known.set(sentence.words, start + sentence.start);
        before = Number.NaN;
        continue;
      }
      const goesOn = before <= source && source - before < 3;
      const last = goesOn ? problems.pop() : undefined;
      const end = start + sentence.end;
      // The first place has the same words; their marks of punctuation may make it a little longer or shorter.
      const first = { start: source, end: source + sentence.end - sentence.start };
      problems.push(
        toProblem(last ?? { start: start + sentence.start, end }, end, last?.related?.[0] ?? first),
      );
      before = first.end;
    }
  }
  return problems;
}

/** The sentences of an edited paragraph with their words in lower case; short ones are left out. */
const sentencesOf = rememberEach(({ tokens, sentences, form }: Reading): readonly Sentence[] => {
  if (form === 'scraped') return [];
  return sentences.flatMap(({ first, last }) => {
    const words = tokens.slice(first, last).filter(({ kind }) => kind !== 'punctuation');
    const [from, to] = [tokens[first], tokens[last - 1]];
    if (words.length < LEAST_WORDS || !from || !to) return [];
    return [{ start: from.start, end: to.end, words: words.map(({ lower }) => lower).join(' ') }];
  });
});

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
    if (MOST_OF_A_KIND <= problems.length) break;
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
