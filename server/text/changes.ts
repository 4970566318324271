import { type Paragraph, splitParagraphs } from './paragraphs.ts';
import { firstEndingAfter } from './span.ts';

/** A text that was split before; every paragraph lies `base` further on than in the text. */
export interface Split {
  readonly text: string;
  readonly base: number;
  readonly paragraphs: readonly Paragraph[];
}

/** What has become of a text: so many paragraphs at its head and tail are the old ones, those between are split anew. */
export interface Changes {
  readonly head: number;
  readonly tail: number;
  /** Offsets of the new text. */
  readonly between: readonly Paragraph[];
}

/** Splits a text that was split before and has changed in one place: only the lines of the change are looked at. */
export function splitChanged(last: Split, text: string): Changes {
  const head = sharedHead(last.text, text);
  const tail = sharedTail(last.text, text, Math.min(last.text.length, text.length) - head);
  const from = lineStart(text, head);
  const until = lineEnd(text, text.length - tail);
  const { paragraphs, base } = last;
  const between = splitParagraphs(text.slice(from, until)).map(({ start, end, continues }) => ({
    start: from + start,
    end: from + end,
    continues,
  }));
  return {
    // A paragraph has one code unit at least: what ends behind the line before the change lies in it or behind it.
    head: firstEndingAfter(paragraphs, base + from),
    tail: paragraphs.length - firstEndingAfter(paragraphs, base + until - text.length + last.text.length),
    between,
  };
}

/** Texts are compared in pieces of so many code units, which is much faster than one by one. */
const PIECE = 4096;

/** How many code units two texts have in common at their beginning. */
function sharedHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + PIECE <= most && a.slice(at, at + PIECE) === b.slice(at, at + PIECE)) at += PIECE;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many code units two texts have in common at their end, at most so many. */
function sharedTail(a: string, b: string, most: number): number {
  let at = 0;
  while (at + PIECE <= most && endPiece(a, at) === endPiece(b, at)) at += PIECE;
  while (at < most && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at++;
  return at;
}

function endPiece(text: string, at: number): string {
  return text.slice(text.length - at - PIECE, text.length - at);
}

/** Behind the last line break before an offset. */
function lineStart(text: string, offset: number): number {
  let at = offset;
  while (0 < at && !isBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The first line break from an offset on, or the end. */
function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}
