import lexicon from '../../analysis/lexicon/commonWords.json';
import type { ReadParagraph } from '../../analysis/reading.ts';
import type { Article } from '../../analysis/types.ts';
import type { Token } from '../../text/tokens.ts';
import type { Problem, Rule } from './problem.ts';

/** Words that no sentence ends with. */
const UNFINISHED = new Set(
  'a an the and or but nor of to from into onto with than because although while whose which if as at by for my your his her its our their mr mrs ms dr'.split(
    ' ',
  ),
);

/** `cut-text`: a text that stops mid-sentence or begins mid-word. */
export const findCutText: Rule = (article) => {
  const { paragraphs, unread } = article;
  const problems: Problem[] = [];
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (first) problems.push(...cutBeginning(article, first));
  if (last && !unread) problems.push(...cutEnd(last, paragraphs.length));
  return problems;
};

/**
 * In edited text a small letter at the head: names that begin with one have a capital further on, like iPhone. In
 * scraped text a word that is none but for its first letters; what is a name or comes again is one.
 */
function cutBeginning(article: Article, { start, reading }: ReadParagraph): readonly Problem[] {
  const [word] = reading.tokens;
  if (!word || !/^\p{Ll}+$/u.test(word.text)) return [];
  const whole = findWhole(word.text);
  if (reading.form === 'scraped' && (whole === undefined || isName(article, start + word.start, word)))
    return [];
  const message =
    whole === undefined
      ? 'The text begins in the middle of a sentence or of a word.'
      : `The text begins in the middle of a word: perhaps “${whole}”.`;
  return [{ code: 'cut-text', message, start: start + word.start, end: start + word.end }];
}

const COMMON_WORDS: ReadonlySet<string> = new Set(lexicon.words.split(' '));

/** The common word that lacks up to three letters at its head, if the rest is no word itself. */
function findWhole(rest: string): string | undefined {
  if (rest.length < 4 || COMMON_WORDS.has(rest)) return undefined;
  for (const word of COMMON_WORDS)
    if (word.endsWith(rest) && rest.length < word.length && word.length <= rest.length + 3) return word;
  return undefined;
}

function isName({ people, countries, paragraphs }: Article, offset: number, word: Token): boolean {
  if ([...people.slice(0, 1), ...countries.slice(0, 1)].some((mention) => mention.start <= offset))
    return true;
  return paragraphs.some(({ reading }, i) =>
    reading.tokens.some((token, j) => (0 < i || 0 < j) && token.lower === word.lower),
  );
}

/** A last word that leaves a sentence open; in a text of several paragraphs of prose also a missing full stop. */
function cutEnd({ start, reading }: ReadParagraph, paragraphs: number): readonly Problem[] {
  const token = reading.tokens.at(-1);
  if (!token || token.kind === 'number') return [];
  const unfinished = UNFINISHED.has(token.lower) || [',', ';', '-', '–', '—', '('].includes(token.text);
  const unstopped = token.kind === 'word' && reading.form === 'edited' && isProse(reading.tokens, paragraphs);
  if (!unfinished && !unstopped) return [];
  const message = 'The text stops in the middle of a sentence.';
  return [{ code: 'cut-text', message, start: start + token.start, end: start + token.end }];
}

/** A closing line like "Reporting by Ann Lee" has no full stop and is not cut: prose is long or has stops of its own. */
function isProse(tokens: readonly Token[], paragraphs: number): boolean {
  return 25 < tokens.length || (paragraphs === 1 && tokens.some(({ text }) => text === '.'));
}
