import { FAMILY_NAMES_FIRST } from '../lexicon/familyNames.ts';
import { HONORIFICS, ROLES } from '../lexicon/titles.ts';
import { hashPart, hashWord } from './hash.ts';
import { FIELDS, field, type Lexicon } from './lexicon.ts';

/** All that the features know of a word by itself. */
export interface Word {
  /** Hash of the lower-case word, figures as one. */
  readonly hash: number;
  readonly plainHash: number;
  readonly shape: number;
  readonly prefix2: number;
  readonly prefix3: number;
  readonly prefix4: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly bits: number;
  /** Given name, surname, known, capitals: what speaks for a name of a person. */
  readonly nameClass: number;
  /** City, country, demonym. */
  readonly placeClass: number;
  readonly wordClass: number;
  /** 0 none, 1 form of address, 2 role, 3 both. */
  readonly title: number;
  readonly speech: number;
  readonly length: number;
  readonly isWord: boolean;
}

/** Shapes of words. */
export const SHAPES = {
  lower: 1,
  capital: 2,
  upper: 3,
  initial: 4,
  dotted: 5,
  mixed: 6,
  number: 7,
  numberWord: 8,
  letter: 9,
  stop: 10,
  comma: 11,
  hyphen: 12,
  quote: 13,
  bracket: 14,
  clitic: 15,
  other: 16,
  /** A word in letters other than Latin ones. */
  foreign: 17,
} as const;

const MOST = 50000;

/** Looks words up, with a memory. */
export function createWords(lexicon: Lexicon): (text: string) => Word {
  let known = new Map<string, Word>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    if (known.size > MOST) known = new Map();
    const word = toWord(lexicon, text);
    known.set(text, word);
    return word;
  };
}

function toWord(lexicon: Lexicon, text: string): Word {
  const lower = text.toLowerCase().replace(/[’ʼ]/gu, "'");
  const shape = toShape(text);
  const plain = /^\p{N}/u.test(lower) ? lower.replace(/\p{N}/gu, '0') : lower;
  const bits = lexicon.find(lower);
  const bare = lower.replace(/\.$/u, '');
  const end = plain.length;
  return {
    hash: hashWord(plain),
    plainHash: hashWord(lower),
    shape,
    prefix2: hashPart(plain, 0, Math.min(2, end)),
    prefix3: hashPart(plain, 0, Math.min(3, end)),
    prefix4: hashPart(plain, 0, Math.min(4, end)),
    suffix1: hashPart(plain, Math.max(0, end - 1), end),
    suffix2: hashPart(plain, Math.max(0, end - 2), end),
    suffix3: hashPart(plain, Math.max(0, end - 3), end),
    suffix4: hashPart(plain, Math.max(0, end - 4), end),
    bits,
    nameClass:
      field(bits, FIELDS.given) +
      4 * field(bits, FIELDS.surname) +
      16 * field(bits, FIELDS.known) +
      64 * field(bits, FIELDS.capitals) +
      512 * Math.min(1, field(bits, FIELDS.wordClass)) +
      1024 * (FAMILY_NAMES_FIRST.has(lower) ? 1 : 0),
    placeClass: field(bits, FIELDS.city) + 2 * field(bits, FIELDS.country) + 4 * field(bits, FIELDS.demonym),
    wordClass: field(bits, FIELDS.wordClass) + 16 * field(bits, FIELDS.calendar),
    title: (HONORIFICS.has(bare) ? 1 : 0) + (ROLES.has(bare) ? 2 : 0),
    speech: field(bits, FIELDS.speech),
    length: Math.min(text.length, 8),
    isWord: /^[\p{L}\p{N}]/u.test(text),
  };
}

function toShape(text: string): number {
  if (/^(?!\p{Script=Latin})\p{L}/u.test(text)) return SHAPES.foreign;
  if (/^\p{Lu}/u.test(text)) {
    if (/^\p{Lu}\.?$/u.test(text)) return SHAPES.initial;
    if (/^\p{Lu}[^\p{Lu}.]*$/u.test(text)) return SHAPES.capital;
    if (/\./u.test(text)) return SHAPES.dotted;
    return /\p{Ll}/u.test(text) ? SHAPES.mixed : SHAPES.upper;
  }
  if (/^\p{L}$/u.test(text)) return SHAPES.letter;
  if (/^\p{L}/u.test(text)) return /[\p{Lu}]/u.test(text) ? SHAPES.mixed : SHAPES.lower;
  if (/^\p{N}/u.test(text)) return /\p{L}/u.test(text) ? SHAPES.numberWord : SHAPES.number;
  if (/^['’ʼ]\p{L}/u.test(text)) return SHAPES.clitic;
  if (/^[.!?…]/u.test(text)) return SHAPES.stop;
  if (/^[,;:]/u.test(text)) return SHAPES.comma;
  if (/^[\p{Pd}/]/u.test(text)) return SHAPES.hyphen;
  if (/^[\p{Pi}\p{Pf}"'`]/u.test(text)) return SHAPES.quote;
  return /^[\p{Ps}\p{Pe}]/u.test(text) ? SHAPES.bracket : SHAPES.other;
}
