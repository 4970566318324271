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

/**
 * Whether the surroundings of a place are those of the quoted words but for an edit: words that stood alone do not stand
 * in another word, and on neither side are the surroundings others altogether. One side is enough for words that are
 * not found everywhere.
 */
export function resembles(text: string, quoted: Quoted, place: number, near: Likeness): boolean {
  const { words, prefix, suffix } = quoted;
  const end = place + words.length;
  const [before, after] = [
    text.slice(Math.max(0, place - prefix.length), place),
    text.slice(end, end + suffix.length),
  ];
  if (isInside(before, words) && !isInside(prefix, words)) return false;
  if (isInside(words, after) && !isInside(words, suffix)) return false;
  if (near.strong && isRare(quoted)) return true;
  const errors = [countErrors(reverse(prefix), reverse(before)), countErrors(suffix, after)] as const;
  if (errors[0] > prefix.length * UNRELATED || errors[1] > suffix.length * UNRELATED) return false;
  const length = prefix.length + suffix.length;
  return near.strong || (length >= TELLING && errors[0] + errors[1] <= length * DIFFERENT);
}

/** Longer than pronouns and short names, and not said again at once. */
function isRare({ words, prefix, suffix }: Quoted): boolean {
  return words.length > 4 && !prefix.includes(words) && !suffix.includes(words);
}

/** Two stretches of English that have nothing to do with each other differ in about three quarters of their letters. */
const UNRELATED = 0.62;
const DIFFERENT = 0.45;

/** Whether a word goes on from the first to the second. */
function isInside(first: string, second: string): boolean {
  return /[\p{L}\p{N}]$/u.test(first) && /^[\p{L}\p{N}]/u.test(second);
}

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
