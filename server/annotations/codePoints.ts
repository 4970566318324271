/** Offsets of one text in both units: UTF-16 code units, as editors count, and Unicode code points, as W3C does. */
export interface CodePoints {
  readonly toPoints: (unit: number) => number;
  /** Beyond the end of the text the count goes on, one for one. */
  readonly toUnits: (point: number) => number;
}

/** Counts the surrogate pairs of a text once; each conversion then takes O(log n). A lone surrogate is a code point. */
export function createCodePoints(text: string): CodePoints {
  if (last?.text !== text) last = { text, points: countPairs(text) };
  return last.points;
}

/** The text that was counted last: it is written many times before it is changed. */
let last: { readonly text: string; readonly points: CodePoints } | undefined;

function countPairs(text: string): CodePoints {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs.push(index);
  return {
    // An offset inside a pair counts the pair as a whole.
    toPoints: (unit) => unit - countWhile(pairs, (offset) => offset + 1 < unit),
    toUnits: (point) => point + countWhile(pairs, (offset, before) => offset - before < point),
  };
}

/** How many pairs from the first one on hold a condition that none of those after them holds. */
function countWhile(pairs: readonly number[], holds: (offset: number, before: number) => boolean): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(pairs[middle] as number, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
