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

/** Whether the surroundings of a place differ from those of the quoted words in less than half of their letters. */
export function resembles(text: string, { words, prefix, suffix }: Quoted, place: number): boolean {
  const end = place + words.length;
  const errors =
    countErrors(reverse(prefix), reverse(text.slice(Math.max(0, place - prefix.length), place))) +
    countErrors(suffix, text.slice(end, end + suffix.length));
  const length = prefix.length + suffix.length;
  return length >= TELLING && errors <= length * DIFFERENT;
}

/** Two stretches of English that have nothing to do with each other differ in about three quarters of their letters. */
const DIFFERENT = 0.45;

function reverse(text: string): string {
  return text.split('').reverse().join('');
}

/** The least number of letters put in, taken out or replaced that makes the first a beginning of the second. */
function countErrors(first: string, second: string): number {
  let row = Array.from({ length: second.length + 1 }, (_, j) => j);
  for (let i = 0; i < first.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < second.length; j++) {
      const replaced = (row[j] as number) + (first[i] === second[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return Math.min(...row);
}
