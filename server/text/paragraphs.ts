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
const AROUND = 12;

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
      while ((gaps[next]?.offset ?? limit) < from + PIECE_LEAST) next++;
      let best: Gap | undefined;
      for (let i = next; (gaps[i]?.offset ?? limit) < until; i++)
        if (best === undefined || (gaps[i] as Gap).rank < best.rank) best = gaps[i];
      cutAt(best?.offset ?? beforePair(text, until));
    }
    if (limit < end) cutAt(limit);
  }
  if (from < end) pieces.push({ start: from, end, continues: from > start });
  return pieces;
}

interface Gap {
  /** Where the blanks between two words begin. */
  readonly offset: number;
  /** Gaps after the end of a sentence come before all others. */
  readonly rank: number;
}

/** The gaps of a line but for those at its ends, where a piece would be too small. */
function findGaps(text: string, start: number, end: number): readonly Gap[] {
  const gaps: Gap[] = [];
  for (let i = start + PIECE_LEAST; i <= end - PIECE_LEAST; i++)
    if (isBlank(text.charCodeAt(i)) && !isBlank(text.charCodeAt(i - 1))) {
      const rank = (endsSentence(text, i) ? 0 : 1 << 16) + (hash(text, i - AROUND, i + AROUND) & 0xffff);
      gaps.push({ offset: i, rank });
    }
  return gaps;
}

/** The gaps that have the lowest rank of all within `PIECE_LEAST` to both sides; of equals the first. Linear. */
function lowestGaps(gaps: readonly Gap[]): readonly number[] {
  const lowest: number[] = [];
  // Candidates for the lowest rank of the window that moves along, in order of place and of rising rank.
  const window: Gap[] = [];
  let first = 0;
  let ahead = 0;
  for (const gap of gaps) {
    for (; (gaps[ahead]?.offset ?? Number.POSITIVE_INFINITY) <= gap.offset + PIECE_LEAST; ahead++) {
      const entering = gaps[ahead] as Gap;
      while (window.length > first && entering.rank < (window.at(-1) as Gap).rank) window.pop();
      window.push(entering);
    }
    while ((window[first] as Gap).offset < gap.offset - PIECE_LEAST) first++;
    if (window[first] === gap) lowest.push(gap.offset);
  }
  return lowest;
}

function endsSentence(text: string, gap: number): boolean {
  const last = CLOSERS.includes(text.charAt(gap - 1)) ? gap - 2 : gap - 1;
  return STOPS.includes(text.charAt(last));
}

const STOPS = '.!?…';
const CLOSERS = '"”’»)';

/** A place inside a word that is longer than a piece, but not inside a surrogate pair. */
function beforePair(text: string, offset: number): number {
  const unit = text.charCodeAt(offset - 1);
  return 0xd800 <= unit && unit < 0xdc00 ? offset - 1 : offset;
}

/** FNV-1a over the code units of a stretch. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = Math.max(0, start); i < Math.min(end, text.length); i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 160;
}
