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
 * Content-defined cuts. A gap between words may be cut where the words around it hash to a multiple of a number that
 * makes pieces of about a thousand code units; of an edited line only gaps after a sentence's end come into question.
 */
function cutLine(text: string, start: number, end: number): Paragraph[] {
  const pieces: Paragraph[] = [];
  let from = start;
  while (end - from > PIECE_MOST) {
    const cut = findCut(text, from, Math.min(from + PIECE_MOST, end));
    pieces.push({ start: from, end: cut, continues: from > start });
    from = cut;
    while (from < end && isBlank(text.charCodeAt(from))) from++;
  }
  if (from < end) pieces.push({ start: from, end, continues: from > start });
  return pieces;
}

function findCut(text: string, from: number, limit: number): number {
  let best = -1;
  let bestRank = Number.POSITIVE_INFINITY;
  for (let i = from + PIECE_LEAST; i < limit; i++) {
    if (!isBlank(text.charCodeAt(i)) || isBlank(text.charCodeAt(i - 1))) continue;
    const sentenceEnd = /[.!?…]["”’»)]?$/u.test(text.slice(i - 2, i));
    const rank = (sentenceEnd ? 0 : 1 << 16) + (hash(text, i - 12, i + 12) & 0xffff);
    if (rank >= bestRank) continue;
    bestRank = rank;
    best = i;
  }
  if (best !== -1) return best;
  // One word longer than a piece: cut it anywhere but inside a surrogate pair.
  const unit = text.charCodeAt(limit - 1);
  return 0xd800 <= unit && unit < 0xdc00 ? limit - 1 : limit;
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
