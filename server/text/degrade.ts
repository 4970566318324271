import type { Span } from './span.ts';

/** The scraped form of a text, and where each of its code units comes from. */
export interface Degraded {
  readonly text: string;
  /** For each code unit of the text the offset in the text it was made from; ascending. */
  readonly source: readonly number[];
}

const KEPT = /[\p{L}\p{N}]/u;

/** Lower case, one space for each run of characters other than letters and digits, none at the ends. Linear. */
export function degradeText(text: string): Degraded {
  const source: number[] = [];
  let degraded = '';
  let gap = false;
  for (let i = 0; i < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(i) as number);
    if (KEPT.test(character)) {
      if (gap && degraded !== '') {
        degraded += ' ';
        source.push(i - 1);
      }
      gap = false;
      const lower = character.toLowerCase();
      for (let unit = 0; unit < lower.length; unit++) source.push(i);
      degraded += lower;
    } else gap = true;
    i += character.length;
  }
  return { text: degraded, source };
}

/** Where a span has gone, without spaces at its ends; undefined where nothing is left of it. O(log n). */
export function moveSpan({ text, source }: Degraded, span: Span): Span | undefined {
  let start = firstFrom(source, span.start);
  let end = firstFrom(source, span.end);
  if (text[start] === ' ') start++;
  if (text[end - 1] === ' ') end--;
  return start < end ? { start, end } : undefined;
}

/** Index of the first code unit that comes from the offset or from behind it. */
function firstFrom(source: readonly number[], offset: number): number {
  let low = 0;
  let high = source.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((source[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
