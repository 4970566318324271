import type { Token } from '../../text/tokens.ts';

/** A run of letters or a run of digits. Edited and scraped text have the same words; only the gaps differ. */
export interface TimeWord {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  /** The figure, for a run of digits. */
  readonly figure: number | undefined;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
  /** What stands between the word before and this one, white space as one blank; a blank at the beginning. */
  readonly gap: string;
  /** What stands between this word and the next, white space as one blank; a blank at the end. */
  readonly after: string;
}

/** The words of a paragraph as the rules of time see them. */
export interface TimeText {
  readonly words: readonly TimeWord[];
  readonly scraped: boolean;
}

const PIECE = /[\p{L}\p{M}]+|\p{N}+/gu;

/** The words of a paragraph, cut where letters meet digits or punctuation: `6pm` and `p.m.` are two words each. */
export function splitTimeWords(text: string, tokens: readonly Token[]): readonly TimeWord[] {
  const words: OpenWord[] = [];
  let last: OpenWord | undefined;
  for (const token of tokens) {
    if (token.kind === 'punctuation') continue;
    const { start, end } = token;
    if (isPlain(text, start, end)) last = addWord(words, last, text, start, end, token.lower);
    else
      for (const piece of token.text.matchAll(PIECE)) {
        const own = start + piece.index;
        last = addWord(words, last, text, own, own + piece[0].length, piece[0].toLowerCase());
      }
  }
  if (last && last.end < text.length) last.after = readGap(text, last.end, text.length);
  return words;
}

/** A word whose gap behind it is not known yet. */
type OpenWord = { -readonly [Key in keyof TimeWord]: TimeWord[Key] };

function addWord(
  words: OpenWord[],
  last: OpenWord | undefined,
  text: string,
  start: number,
  end: number,
  lower: string,
): OpenWord {
  const gap = last ? readGap(text, last.end, start) : start === 0 ? ' ' : readGap(text, 0, start);
  if (last) last.after = gap;
  const first = text.charCodeAt(start);
  const word = {
    start,
    end,
    lower,
    figure: isDigit(first) ? readFigure(text, start, end) : undefined,
    capital: first < 128 ? 65 <= first && first <= 90 : /^\p{Lu}/u.test(text.slice(start, end)),
    gap,
    after: ' ',
  };
  words.push(word);
  return word;
}

/** Whether a word has nothing but letters or nothing but digits of ASCII: nearly all have. */
function isPlain(text: string, start: number, end: number): boolean {
  const digits = isDigit(text.charCodeAt(start));
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (digits ? !isDigit(unit) : (unit | 32) < 97 || 122 < (unit | 32)) return false;
  }
  return true;
}

/** Whether two words stand beside each other with nothing or a hyphen between them. */
export function isClose(gap: string): boolean {
  return gap === ' ' || gap === '-' || gap === '‑' || gap === '‐' || gap === '–';
}

/** Whether at most a comma stands between two words. */
export function isLoose(gap: string): boolean {
  return gap === ' ' || gap === ', ' || gap === ' , ' || gap === ',';
}

/** Whether a dash with or without blanks stands between two words. */
export function isDash(gap: string): boolean {
  return gap === '-' || gap === '–' || gap === '—' || gap === '−' || gap === ' - ' || gap === ' – ';
}

/** Whether what stands before a figure leaves it a number of its own: no price, decimal, clock or telephone number. */
export function opensNumber(words: readonly TimeWord[], index: number): boolean {
  const gap = words[index]?.gap ?? ' ';
  if (gap === ' ') return true;
  if (gap === '' || /[$£€¥#.,:@+_]$/u.test(gap)) return false;
  const before = words[index - 1];
  return !isDash(gap) || before?.figure === undefined || before.end - before.start === 4 || gap.length === 3;
}

/** Whether what follows a figure leaves it a number of its own: not `12.5`, `12%`, `12:30`, `2019a`. */
export function closesNumber(words: readonly TimeWord[], index: number): boolean {
  const gap = words[index]?.after ?? ' ';
  if (gap === ' ') return true;
  if (gap.startsWith('%') || gap.startsWith(' %') || gap.startsWith('°')) return false;
  return words[index + 1] === undefined || (gap !== '' && gap !== '.' && gap !== ',' && gap !== ':');
}

/** What stands between two words, white space as one blank. */
function readGap(text: string, start: number, end: number): string {
  if (start === end) return '';
  const first = text.charCodeAt(start);
  if (start + 1 === end && first === 32) return ' ';
  if (start + 2 === end && text.charCodeAt(start + 1) === 32) {
    if (first === 44) return ', ';
    if (first === 46) return '. ';
  }
  return text.slice(start, end).replace(/\s+/gu, ' ');
}

function isDigit(unit: number): boolean {
  return 48 <= unit && unit <= 57;
}

/** Figures of more than nine digits are no numbers of time. */
function readFigure(text: string, start: number, end: number): number | undefined {
  if (9 < end - start) return undefined;
  let figure = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (!isDigit(unit)) return undefined;
    figure = 10 * figure + unit - 48;
  }
  return figure;
}
