import { hashWord, join } from './hash.ts';
import { readLook } from './looks.ts';
import { type Model, section } from './model.ts';

/** What the lists of the model know of a word, packed into one number; 0 where they do not know it. */
export interface Lexicon {
  find(lower: string): number;
  /** Kinds of phrase that a chain of words is or begins; 0 for none. `key` from `phraseKey`. */
  findPhrase(key: number): number;
  /** What the letters of a word look like: see `readLook`. */
  look(lower: string): number;
}

/** Fields of a word's number: first bit and width. */
export const FIELDS = {
  given: [0, 2],
  surname: [2, 2],
  /** First and last words of known people: 1, 2. */
  known: [4, 2],
  city: [6, 1],
  country: [7, 1],
  demonym: [8, 1],
  /** What kind of word it is: see WORD_CLASSES of the training. */
  wordClass: [9, 4],
  /** How often open text capitalises it within sentences: 0 unknown, 1 never … 5 always. */
  capitals: [13, 3],
  title: [16, 2],
  speech: [18, 1],
  calendar: [19, 1],
  startsPhrase: [20, 1],
} as const;

/** Kinds of phrase, a bit each; PREFIX: longer phrases begin so. */
export const PREFIX = 1;
export const KNOWN_PERSON = 2;
export const PLACE = 4;
export const STATE = 8;

/** One field of a word's number. */
export function field(bits: number, [first, width]: readonly [number, number]): number {
  return (bits >>> first) & ((1 << width) - 1);
}

/** The key of a chain of words from that of its beginning (0 for none). */
export function phraseKey(before: number, word: number): number {
  return join(before, word) >>> 0;
}

/**
 * The lists of a model: the sections `words` (sorted u32 hashes, then u32 numbers), `phrases` (u32 hashes, then u8 kinds)
 * and `looks` (i8 weights of n-grams).
 */
export function readLexicon(model: Model): Lexicon {
  const words = section(model, 'words');
  const wordCount = words.length / 8;
  const hashes = new Uint32Array(words.buffer, 0, wordCount);
  const numbers = new Uint32Array(words.buffer, wordCount * 4, wordCount);
  const phrases = section(model, 'phrases');
  const phraseCount = phrases.length / 5;
  const keys = new Uint32Array(phrases.buffer, 0, phraseCount);
  const kinds = phrases.subarray(phraseCount * 4);
  const looks = new Int8Array(section(model, 'looks').buffer);
  return {
    find: (lower) => numbers[search(hashes, hashWord(lower) >>> 0)] ?? 0,
    findPhrase: (key) => kinds[search(keys, key)] ?? 0,
    look: (lower) => readLook(looks, lower),
  };
}

/** Index of a number among sorted ones, -1 where it is missing. */
function search(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle] as number;
    if (there === wanted) return middle;
    if (there < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
