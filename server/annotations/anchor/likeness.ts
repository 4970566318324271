import type { Quoted } from '../kept.ts';

/** How much of the surroundings of quoted words stands around a place, counted outwards from the words. */
export interface Likeness {
  /** Code units alike before and after the words. */
  readonly before: number;
  readonly after: number;
  /** All of the surroundings are there, and they are long enough to tell, or reach the end of the text as they did. */
  readonly whole: boolean;
  /** One side is whole, or both are for the most part. */
  readonly strong: boolean;
}

/** Surroundings shorter than this tell little, unless the text begins or ends with them. */
const TELLING = 16;
const MOST = 12;

/** Compares the surroundings of the quoted words with those of a place where the words begin. */
export function likeness(text: string, { words, prefix, suffix }: Quoted, place: number): Likeness {
  const end = place + words.length;
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === text[place - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after++;
  const beforeWhole = before === prefix.length && (prefix.length >= TELLING || place === before);
  const afterWhole = after === suffix.length && (suffix.length >= TELLING || end + after === text.length);
  return {
    before,
    after,
    whole: beforeWhole && afterWhole,
    strong:
      (beforeWhole && before >= TELLING) ||
      (afterWhole && after >= TELLING) ||
      Math.min(before, after) >= MOST ||
      before + after >= TELLING + MOST,
  };
}

/** Whether at least half of the words around still stand near the place, on the side where they stood. */
export function resembles(text: string, { words, prefix, suffix }: Quoted, place: number): boolean {
  const end = place + words.length;
  const before = text.slice(Math.max(0, place - NEAR), place);
  const after = text.slice(end, end + NEAR);
  // The outermost words may have been cut by the length of the surroundings.
  const [left, right] = [wordsIn(prefix).slice(1), wordsIn(suffix).slice(0, -1)];
  const there =
    left.filter((word) => before.includes(word)).length + right.filter((word) => after.includes(word)).length;
  return there >= 2 && there * 2 >= left.length + right.length;
}

const NEAR = 48;

function wordsIn(around: string): readonly string[] {
  return around.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}
