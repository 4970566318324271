import type { Span } from '../../text/span.ts';
import { type CodePoints, createCodePoints } from '../codePoints.ts';

/** The span of two offsets, or what is wrong with them. */
export type Placed = Span | string;

/** Offsets as a file counts them. */
export interface Places {
  read(start: number, end: number): Placed;
  write(span: Span): Span;
}

/** Offsets in code points (`points`) or in UTF-16 code units, checked against the text. */
export function createPlaces(text: string, unit: 'points' | 'units'): Places {
  const points: CodePoints =
    unit === 'points' ? createCodePoints(text) : { toPoints: (own) => own, toUnits: (own) => own };
  return {
    read: (start, end) => checkSpan(text, { start: points.toUnits(start), end: points.toUnits(end) }),
    write: ({ start, end }) => ({ start: points.toPoints(start), end: points.toPoints(end) }),
  };
}

/** The span, if it can be a mark's in the text: not empty, inside of it, not in the middle of a character. */
export function checkSpan(text: string, { start, end }: Span): Placed {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return 'its offsets are no whole numbers';
  if (start < 0 || text.length < end) return `its offsets ${start}–${end} are outside of the text`;
  if (end <= start) return `it is empty: ${start}–${end}`;
  if (splitsPair(text, start) || splitsPair(text, end)) return 'it begins or ends inside of a character';
  return { start, end };
}

function splitsPair(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return 0xd800 <= before && before < 0xdc00 && 0xdc00 <= after && after < 0xe000;
}
