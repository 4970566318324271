import { hashWord, join } from './hash.ts';

/** What the letters of a word let it be: an everyday word, a given name, a surname, a place. */
export const LOOKS = ['common', 'given', 'surname', 'place'] as const;

/** Rows of the table of weights, each as wide as LOOKS. */
export const LOOK_BUCKETS = 1 << 15;
/** What a weight of 1 in the table counts. */
export const LOOK_SCALE = 1 / 32;

const SHORTEST = 2;
const LONGEST = 5;
/** Letters beyond these are not looked at. */
const MOST = 24;

/** Calls `use` with the row of each n-gram of a lower-case word, its ends among them. */
export function eachPart(lower: string, use: (row: number) => void): void {
  const word = `<${lower.slice(0, MOST)}>`;
  for (let start = 0; start < word.length; start++) {
    let value = hashWord(word.charAt(start));
    for (let length = 2; length <= LONGEST && start + length <= word.length; length++) {
      value = join(value, word.charCodeAt(start + length - 1));
      if (length >= SHORTEST) use((value ^ (value >>> 17)) & (LOOK_BUCKETS - 1));
    }
  }
}

/**
 * What a word looks like by its letters alone, as one number from 1 to 60: the likeliest of LOOKS, how sure that is, and
 * how likely it is an everyday word. A linear model over n-grams of letters; `weights` are the section `looks`.
 */
export function readLook(weights: Int8Array, lower: string): number {
  const sums = LOOKS.map(() => 0);
  eachPart(lower, (row) => {
    for (let k = 0; k < LOOKS.length; k++)
      sums[k] = (sums[k] as number) + (weights[row * LOOKS.length + k] as number);
  });
  const top = Math.max(...sums);
  const factors = sums.map((sum) => Math.exp((sum - top) * LOOK_SCALE));
  const all = factors.reduce((sum, factor) => sum + factor, 0);
  const best = sums.indexOf(top);
  const share = 1 / all;
  const sure = share < 0.6 ? 0 : share < 0.9 ? 1 : 2;
  const common = (factors[0] as number) / all;
  const everyday = common < 0.02 ? 0 : common < 0.15 ? 1 : common < 0.5 ? 2 : common < 0.9 ? 3 : 4;
  return 1 + best + 4 * sure + 12 * everyday;
}
