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
  for (const token of tokens) {
    if (token.kind === 'punctuation') continue;
    if (isPlain(token.text)) addWord(words, text, token.start, token.text, token.lower);
    else
      for (const piece of token.text.matchAll(PIECE))
        addWord(words, text, token.start + piece.index, piece[0], piece[0].toLowerCase());
  }
  const last = words.at(-1);
  if (last && last.end < text.length) last.after = plainGap(text.slice(last.end));
  return words;
}

/** A word whose gap behind it is not known yet. */
type OpenWord = { -readonly [Key in keyof TimeWord]: TimeWord[Key] };

function addWord(words: OpenWord[], text: string, start: number, own: string, lower: string): void {
  const last = words[words.length - 1];
  const end = last ? last.end : 0;
  const gap = start === end + 1 && text.charCodeAt(end) === 32 ? ' ' : plainGap(text.slice(end, start));
  if (last) last.after = gap;
  const first = own.charCodeAt(0);
  words.push({
    start,
    end: start + own.length,
    lower,
    figure: isDigit(first) ? readFigure(own) : undefined,
    capital: isCapital(own, first),
    gap: !last && start === 0 ? ' ' : gap,
    after: ' ',
  });
}

/** Whether a word has nothing but letters or nothing but digits of ASCII: nearly all have. */
function isPlain(word: string): boolean {
  const digits = isDigit(word.charCodeAt(0));
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
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
  if (gap === '' || /[$£€¥#.,:@+_]$/u.test(gap)) return false;
  const before = words[index - 1];
  return !isDash(gap) || before?.figure === undefined || before.end - before.start === 4 || gap.length === 3;
}

/** Whether what follows a figure leaves it a number of its own: not `12.5`, `12%`, `12:30`, `2019a`. */
export function closesNumber(words: readonly TimeWord[], index: number): boolean {
  const gap = words[index]?.after ?? ' ';
  if (gap.startsWith('%') || gap.startsWith(' %') || gap.startsWith('°')) return false;
  return words[index + 1] === undefined || (gap !== '' && gap !== '.' && gap !== ',' && gap !== ':');
}

function plainGap(gap: string): string {
  return gap === ' ' || gap === '' || gap === '-' ? gap : gap.replace(/\s+/gu, ' ');
}

function isDigit(unit: number): boolean {
  return 48 <= unit && unit <= 57;
}

/** Figures of more than nine digits are no numbers of time. */
function readFigure(own: string): number | undefined {
  if (9 < own.length) return undefined;
  let figure = 0;
  for (let i = 0; i < own.length; i++) {
    const unit = own.charCodeAt(i);
    if (!isDigit(unit)) return undefined;
    figure = 10 * figure + unit - 48;
  }
  return figure;
}

function isCapital(own: string, first: number): boolean {
  if (first < 128) return 65 <= first && first <= 90;
  return /^\p{Lu}/u.test(own);
}
