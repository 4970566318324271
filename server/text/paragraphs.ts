import type { Span } from './span.ts';

/** A stretch of text that is read alone: a line of it, or a piece of a line that is too long to be one paragraph. */
export interface Paragraph extends Span {
  /** Whether it goes on in the line of the paragraph before it: a cut, not a break its author made. */
  readonly continues: boolean;
}

/** Lines up to this many code units stay whole. */
const WHOLE = 2400;
/** A piece of a long line has at least and at most this many code units, but for a longer word. */
const PIECE_LEAST = 600;
const PIECE_MOST = 2400;
/** How many code units to both sides of a gap its rank is taken from. */
const AROUND = 4;

/**
 * The paragraphs of a text: its lines that are not blank, without the white space around them. A longer line is cut
 * into pieces between two words, at places found in the text itself, so that an edit moves only the cuts beside it.
 */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const line = /[^\r\n\u2028\u2029]+/gu;
  for (const match of text.matchAll(line)) {
    const words = match[0].trim();
    if (words === '') continue;
    const start = match.index + match[0].indexOf(words);
    if (words.length <= WHOLE) paragraphs.push({ start, end: start + words.length, continues: false });
    else paragraphs.push(...cutLine(text, start, start + words.length));
  }
  return paragraphs;
}

/**
 * Content-defined cuts: every gap between words has a rank by the words around it, and a line is cut at the gaps of
 * the lowest rank far and wide. Where they lie far apart, more cuts are made between the two, from left to right.
 */
function cutLine(text: string, start: number, end: number): Paragraph[] {
  const gaps = findGaps(text, start, end);
  const { offsets, ranks } = gaps;
  const pieces: Paragraph[] = [];
  let from = start;
  const cutAt = (gap: number): void => {
    pieces.push({ start: from, end: gap, continues: from > start });
    from = gap;
    while (from < end && isBlank(text.charCodeAt(from))) from++;
  };
  let next = 0;
  for (const limit of [...lowestGaps(gaps), end]) {
    while (limit - from > PIECE_MOST) {
      const until = Math.min(from + PIECE_MOST, limit - PIECE_LEAST);
      while ((offsets[next] ?? limit) < from + PIECE_LEAST) next++;
      let best: number | undefined;
      for (let i = next; (offsets[i] ?? limit) < until; i++)
        if (best === undefined || (ranks[i] as number) < (ranks[best] as number)) best = i;
      cutAt(best === undefined ? beforePair(text, until) : (offsets[best] as number));
    }
    if (limit < end) cutAt(limit);
  }
  if (from < end) pieces.push({ start: from, end, continues: from > start });
  return pieces;
}

/** The gaps between the words of a line, side by side in two lists: long lines have very many. */
interface Gaps {
  /** Where the blanks between two words begin. */
  readonly offsets: readonly number[];
  /** Gaps after the end of a sentence come before all others. */
  readonly ranks: readonly number[];
}

/** The gaps of a line but for those at its ends, where a piece would be too small. */
function findGaps(text: string, start: number, end: number): Gaps {
  const offsets: number[] = [];
  const ranks: number[] = [];
  let before = text.charCodeAt(start + PIECE_LEAST - 1);
  for (let i = start + PIECE_LEAST; i <= end - PIECE_LEAST; i++) {
    const unit = text.charCodeAt(i);
    if (isBlank(unit) && !isBlank(before)) {
      offsets.push(i);
      ranks.push((endsSentence(text, i, before) ? 0 : 1 << 16) + (hash(text, i) & 0xffff));
    }
    before = unit;
  }
  return { offsets, ranks };
}

/** The gaps that have the lowest rank of all within `PIECE_LEAST` to both sides; of equals the first. Linear. */
function lowestGaps({ offsets, ranks }: Gaps): readonly number[] {
  const lowest: number[] = [];
  // Indices of the candidates for the lowest rank of the window that moves along, in order of place and of rising rank.
  const window: number[] = [];
  let first = 0;
  let ahead = 0;
  for (let i = 0; i < offsets.length; i++) {
    const offset = offsets[i] as number;
    for (; ahead < offsets.length && (offsets[ahead] as number) <= offset + PIECE_LEAST; ahead++) {
      const rank = ranks[ahead] as number;
      while (window.length > first && rank < (ranks[window[window.length - 1] as number] as number))
        window.pop();
      window.push(ahead);
    }
    while ((offsets[window[first] as number] as number) < offset - PIECE_LEAST) first++;
    if (window[first] === i) lowest.push(offset);
  }
  return lowest;
}

function endsSentence(text: string, gap: number, last: number): boolean {
  // Letters and digits, the most frequent ends, close nothing.
  if ((97 <= last && last <= 122) || (48 <= last && last <= 57)) return false;
  const stop = CLOSERS.includes(text.charAt(gap - 1)) ? gap - 2 : gap - 1;
  return STOPS.includes(text.charAt(stop));
}

const STOPS = '.!?…';
const CLOSERS = '"”’»)';

/** A place inside a word that is longer than a piece, but not inside a surrogate pair. */
function beforePair(text: string, offset: number): number {
  const unit = text.charCodeAt(offset - 1);
  return 0xd800 <= unit && unit < 0xdc00 ? offset - 1 : offset;
}

/** FNV-1a over the code units on both sides of a gap. */
function hash(text: string, gap: number): number {
  let value = 0x811c9dc5;
  for (let i = gap - AROUND; i <= gap + AROUND; i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value ^ (value >>> 15);
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 160;
}
