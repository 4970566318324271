import { join } from './hash.ts';
import type { Word } from './words.ts';

/** How the letters of a paragraph are set, which decides what a capital says. */
export const STYLES = { scraped: 1, lower: 2, prose: 3, headline: 4, capitals: 5 } as const;

/** One of STYLES. */
export type Style = (typeof STYLES)[keyof typeof STYLES];

/** A word as it appears in paragraphs of one style, at the start of sentences or within them. */
export interface Appearance {
  readonly word: Word;
  /** Its shape with what makes capitals mean less: the start of a sentence, headlines, text without capitals. */
  readonly shape: number;
  /** What the lists know of it as a name. */
  readonly name: number;
  /** Hashes of the features that this word has by itself, for each of PLACES one after the other. */
  readonly alone: Int32Array;
  /** What these weigh together at each of PLACES, 8 packed numbers each; the model fills it in when it is first asked. */
  sums: Int32Array | undefined;
}

/** Where a word may stand to the token whose features it has a part in: at it, beside it, two away, further left, further right. */
export const PLACES = { here: 0, before: 1, after: 2, twoBefore: 3, twoAfter: 4, left: 5, right: 6 } as const;

/** Where the features of each of PLACES begin in `alone`, and their end. */
export const ALONE: readonly number[] = [0, 23, 29, 35, 39, 43, 44, 45];

/** Features in `alone` of the word itself that know which word it is, for the training to hide. */
export const ALONE_IDENTITY: readonly number[] = [0, 1, 2, 5, 9];

/** Bits of `Appearance.shape`. */
export const STARTS = 32;
export const IN_PROSE = 64;
const IN_CAPITALS = 128;

/** The word as it appears, the same object for the same word and setting. */
export function toAppearance(word: Word, style: Style, starts: boolean): Appearance {
  const setting = style * 2 + (starts ? 1 : 0);
  const known = word.appearances[setting];
  if (known) return known;
  const cases = style === STYLES.prose ? IN_PROSE : isLoud(style) ? IN_CAPITALS : 0;
  const shape = word.length === 0 ? 0 : word.shape + cases + (starts ? STARTS : 0);
  const caseless = isCaseless(style) ? 1 : 0;
  const name = join(word.nameClass, caseless);
  const alone = findAlone(word, shape, name, caseless, style);
  const appearance: Appearance = { word, shape, name, alone, sums: undefined };
  word.appearances[setting] = appearance;
  return appearance;
}

/** Whether text of a style has no capitals. */
export function isCaseless(style: Style): boolean {
  return style === STYLES.scraped || style === STYLES.lower;
}

function isLoud(style: Style): boolean {
  return style === STYLES.headline || style === STYLES.capitals;
}

function findAlone(word: Word, shape: number, name: number, caseless: number, style: Style): Int32Array {
  const { hash, suffix3, look, title, placeClass, wordClass } = word;
  const here = [
    hash,
    join(hash, caseless),
    join(hash, shape),
    join(word.prefix2, caseless),
    word.prefix3,
    word.prefix4,
    join(word.suffix1, word.length),
    join(word.suffix2, caseless),
    suffix3,
    word.suffix4,
    join(suffix3, shape),
    shape,
    join(style, word.length),
    style,
    name,
    join(name, shape),
    join(placeClass, shape),
    join(word.bits, caseless),
    join(wordClass, shape),
    join(title, shape),
    join(look, caseless),
    join(look, shape),
    join(look, name),
  ];
  const beside = [hash, join(hash, caseless), suffix3, shape, name, look];
  const near = [hash, shape, name, look];
  const lists = [here, beside, beside, near, near, [hash], [hash]];
  return Int32Array.from(lists.flat(), (value, slot) => join(slot + 1, value) | 1);
}
