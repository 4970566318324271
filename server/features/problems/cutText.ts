import type { ReadParagraph } from '../../analysis/reading.ts';
import type { Token } from '../../text/tokens.ts';
import type { Problem, Rule } from './problem.ts';

/** Words that no sentence ends with. */
const UNFINISHED = new Set(
  'a an the and or but nor of to from into onto with than because although while whose which if as at by for my your his her its our their mr mrs ms dr'.split(
    ' ',
  ),
);

/** `cut-text`: a text that stops mid-sentence or begins mid-word. */
export const findCutText: Rule = ({ paragraphs, unread, form }) => {
  const problems: Problem[] = [];
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  if (first && form === 'edited') problems.push(...cutBeginning(first));
  if (last && !unread) problems.push(...cutEnd(last, paragraphs.length));
  return problems;
};

/** In edited text a small letter at the head. Names that begin with one have a capital further on: iPhone. */
function cutBeginning({ start, reading }: ReadParagraph): readonly Problem[] {
  const [word] = reading.tokens;
  if (!word || reading.form === 'scraped' || !/^\p{Ll}+$/u.test(word.text)) return [];
  const message = 'The text begins in the middle of a sentence or of a word.';
  return [{ code: 'cut-text', message, start: start + word.start, end: start + word.end }];
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
