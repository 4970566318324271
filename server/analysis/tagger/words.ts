import { FAMILY_NAMES_FIRST } from '../lexicon/familyNames.ts';
import { HONORIFICS, ROLES } from '../lexicon/titles.ts';
import type { Appearance } from './appearances.ts';
import { hashPart, hashWord } from './hash.ts';
import { FIELDS, field, type Lexicon } from './lexicon.ts';
import { SHAPES, toShape } from './shapes.ts';

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
  /** What its letters look like: see `readLook`. */
  readonly look: number;
  /** 0 none, 1 form of address, 2 role, 3 both. */
  readonly title: number;
  readonly speech: number;
  readonly length: number;
  readonly isWord: boolean;
  /** How it has appeared so far, see `toAppearance`. */
  readonly appearances: (Appearance | undefined)[];
}

const MOST = 20000;

/** Words by their text, with a memory. */
export interface Words {
  find(text: string): Word;
  /** The word that stands where there is none. */
  readonly none: Word;
}

/** Looks words up. Those of one model only: what a word weighs is kept with it. */
export function createWords(lexicon: Lexicon): Words {
  let known = new Map<string, Word>();
  const find = (text: string): Word => {
    const found = known.get(text);
    if (found) return found;
    if (known.size > MOST) known = new Map();
    const word = toWord(lexicon, text);
    known.set(text, word);
    return word;
  };
  return { find, none: { ...NO_WORD, appearances: [] } };
}

function toWord(lexicon: Lexicon, text: string): Word {
  const lower = text.toLowerCase().replace(/[’ʼ]/gu, "'");
  const shape = toShape(text);
  const plain = /^\p{N}/u.test(lower) ? lower.replace(/\p{N}/gu, '0') : lower;
  const bits = lexicon.find(lower);
  const bare = lower.replace(/\.$/u, '');
  const end = plain.length;
  const isWord = /^[\p{L}\p{N}]/u.test(text);
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
    look: isWord && shape !== SHAPES.number ? lexicon.look(lower) : 0,
    title: (HONORIFICS.has(bare) ? 1 : 0) + (ROLES.has(bare) ? 2 : 0),
    speech: field(bits, FIELDS.speech),
    length: Math.min(text.length, 8),
    isWord,
    appearances: [],
  };
}

const NO_WORD: Word = {
  hash: 1,
  plainHash: 1,
  shape: 0,
  prefix2: 1,
  prefix3: 1,
  prefix4: 1,
  suffix1: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  bits: 0,
  nameClass: 0,
  placeClass: 0,
  wordClass: 0,
  look: 0,
  title: 0,
  speech: 0,
  length: 0,
  isWord: false,
  appearances: [],
};
