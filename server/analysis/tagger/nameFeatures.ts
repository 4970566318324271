import type { PlainParagraph } from '../reading.ts';
import { join } from './hash.ts';
import { FIELDS, field, KNOWN_PERSON, type Lexicon, PLACE, PREFIX, phraseKey, STATE } from './lexicon.ts';
import { SHAPES, type Word } from './words.ts';

/** Features a token. */
export const SLOTS = 72;

/** Slots whose features know the word itself, for the training to hide. */
export const IDENTITY_SLOTS: readonly number[] = [0, 5, 6, 7, 8, 9, 16, 20];

/** How the letters of a paragraph are set, which decides what a capital says. */
type Style = 'scraped' | 'lower' | 'prose' | 'headline' | 'capitals';

export interface NameFeatures {
  /** SLOTS hashes a token. */
  readonly features: Int32Array;
  /** 1 for each token that was left out; undefined where none was. */
  readonly dull: Uint8Array | undefined;
  /** Which table of transitions: 0 with capitals, 1 without. */
  readonly kind: number;
  readonly words: readonly Word[];
  readonly shapes: Int32Array;
}

const NONE: Word = {
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
  title: 0,
  speech: 0,
  length: 0,
  isWord: false,
};

/** Longest chain of words looked up in the lists. */
const LONGEST_PHRASE = 6;

/**
 * What speaks for a label at each token of a paragraph, hashed. The tokens of prose that stand among words in lower case
 * are left out unless `all` is asked for: they are no names.
 */
export function findFeatures(
  lexicon: Lexicon,
  toWord: (text: string) => Word,
  paragraph: PlainParagraph,
  all = false,
): NameFeatures {
  const { tokens, sentences } = paragraph;
  const count = tokens.length;
  const words: Word[] = new Array(count);
  for (let i = 0; i < count; i++) words[i] = toWord((tokens[i] as { text: string }).text);
  const style = findStyle(words);
  const shapes = findShapes(words, style, sentences);
  const phrases = findPhrases(lexicon, words);
  const dull = all || style !== 'prose' ? undefined : findDull(words);
  const features = new Int32Array(count * SLOTS);
  const caseless = style === 'scraped' || style === 'lower' ? 1 : 0;
  const styleNumber = ['scraped', 'lower', 'prose', 'headline', 'capitals'].indexOf(style) + 1;
  let at = 0;
  let slot = 0;
  const add = (value: number): void => {
    features[at++] = join(++slot, value) | 1;
  };
  for (let i = 0; i < count; i++) {
    if (dull?.[i] === 1) continue;
    at = i * SLOTS;
    slot = 0;
    const w = words[i] as Word;
    const a = words[i - 1] ?? NONE;
    const aa = words[i - 2] ?? NONE;
    const b = words[i + 1] ?? NONE;
    const bb = words[i + 2] ?? NONE;
    const shape = shapes[i] as number;
    const shapeA = shapes[i - 1] ?? 0;
    const shapeB = shapes[i + 1] ?? 0;
    const phrase = phrases[i] as number;
    // The words themselves.
    add(w.hash);
    add(a.hash);
    add(b.hash);
    add(aa.hash);
    add(bb.hash);
    add(join(a.hash, w.hash));
    add(join(w.hash, b.hash));
    add(join(w.hash, caseless));
    add(join(w.hash, shape));
    add(join(w.hash, join(a.hash, b.hash)));
    add(join(a.hash, b.hash));
    add(join(aa.hash, a.hash));
    add(join(b.hash, bb.hash));
    add(join(a.hash, shape));
    add(join(b.hash, shape));
    // Beginnings and ends.
    add(join(w.prefix2, caseless));
    add(w.prefix4);
    add(w.prefix3);
    add(join(w.suffix1, w.length));
    add(join(w.suffix2, caseless));
    add(w.suffix4);
    add(w.suffix3);
    add(join(w.suffix3, shape));
    add(a.suffix3);
    add(b.suffix3);
    // Shapes.
    add(shape);
    add(shapeA);
    add(shapeB);
    add(shapes[i - 2] ?? 0);
    add(shapes[i + 2] ?? 0);
    add(join(shapeA, shape));
    add(join(shape, shapeB));
    add(join(shapeA, join(shape, shapeB)));
    add(join(styleNumber, w.length));
    add(styleNumber);
    // The lists.
    const name = join(w.nameClass, caseless);
    add(name);
    add(a.nameClass);
    add(b.nameClass);
    add(aa.nameClass);
    add(bb.nameClass);
    add(join(a.nameClass, name));
    add(join(name, b.nameClass));
    add(join(name, shape));
    add(join(w.placeClass, shape));
    add(join(a.placeClass, b.placeClass));
    add(join(w.placeClass, a.hash));
    add(join(w.bits, caseless));
    add(join(w.wordClass, shape));
    add(join(a.wordClass, join(w.wordClass, b.wordClass)));
    add(join(a.wordClass, w.nameClass));
    add(join(b.wordClass, w.nameClass));
    add(join(phrase, caseless));
    add(join(phrase, w.nameClass));
    add(join(phrases[i - 1] ?? 0, phrases[i + 1] ?? 0));
    // Titles and reporting verbs beside it.
    add(join(a.title, join(name, shape)));
    add(join(join(a.title, aa.title), w.title));
    add(join(w.title, shape));
    add(join(a.title, shapeB));
    add(join(a.speech, join(b.speech, join(name, shape))));
    add(join(b.speech, bb.speech));
    add(join(a.hash, name));
    add(join(b.hash, name));
    add(join(a.hash, w.placeClass));
    add(join(w.suffix3, join(a.nameClass, shapeA)));
    add(join(w.suffix2, join(b.nameClass, shapeB)));
    add(join(a.nameClass, join(name, b.nameClass)));
    // Words further away, wherever they stand.
    slot = 100;
    add(words[i - 3]?.hash ?? 1);
    slot = 100;
    add(words[i - 4]?.hash ?? 1);
    slot = 101;
    add(words[i + 3]?.hash ?? 1);
    slot = 101;
    add(words[i + 4]?.hash ?? 1);
    // Across a hyphen or an apostrophe the neighbours are the words behind it.
    slot = 102;
    if (a.shape === SHAPES.hyphen || b.shape === SHAPES.hyphen) {
      add(join(a.shape === SHAPES.hyphen ? aa.nameClass : 0, b.shape === SHAPES.hyphen ? bb.nameClass : 0));
      add(join(w.nameClass, join(shapes[i - 2] ?? 0, shapes[i + 2] ?? 0)));
    }
  }
  return { features, dull, kind: caseless, words, shapes };
}

function findStyle(words: readonly Word[]): Style {
  let lower = 0;
  let upper = 0;
  let capital = 0;
  let marks = 0;
  for (const { shape, length } of words)
    if (shape === SHAPES.lower) {
      if (length > 3) lower++;
    } else if (shape === SHAPES.upper || shape === SHAPES.dotted) upper++;
    else if (shape === SHAPES.capital || shape === SHAPES.mixed) capital++;
    else if (isMark(shape)) marks++;
  if (upper + capital === 0) return marks === 0 ? 'scraped' : 'lower';
  if (lower < upper && capital <= upper) return 'capitals';
  return lower < capital ? 'headline' : 'prose';
}

/** The tokens without a capital, a hyphen or a strange word within two tokens. */
function findDull(words: readonly Word[]): Uint8Array {
  const dull = new Uint8Array(words.length);
  let run = 2;
  for (let i = 0; i < words.length + 2; i++) {
    const shape = words[i]?.shape ?? SHAPES.lower;
    const isPlain =
      shape === SHAPES.lower ||
      shape === SHAPES.number ||
      shape === SHAPES.clitic ||
      (isMark(shape) && shape !== SHAPES.hyphen);
    run = isPlain ? run + 1 : 0;
    if (run >= 5 && i >= 2) dull[i - 2] = 1;
  }
  return dull;
}

function isMark(shape: number): boolean {
  return SHAPES.stop <= shape && shape <= SHAPES.other;
}

/** Shape of each word with what makes capitals mean less: the start of a sentence, headlines, text without capitals. */
function findShapes(
  words: readonly Word[],
  style: Style,
  sentences: PlainParagraph['sentences'],
): Int32Array {
  const cases = style === 'prose' ? 64 : style === 'headline' || style === 'capitals' ? 128 : 0;
  const shapes = new Int32Array(words.length);
  for (let i = 0; i < words.length; i++) shapes[i] = (words[i] as Word).shape + cases;
  for (const { first, last } of sentences) {
    let i = first;
    while (i < last && isMark((words[i] as Word).shape)) i++;
    if (i < last) shapes[i] = (shapes[i] as number) + 32;
  }
  return shapes;
}

/** For each word the kinds of the longest phrase of the lists around it, and whether it begins, goes on or ends it. */
function findPhrases(lexicon: Lexicon, words: readonly Word[]): Int32Array {
  const found = new Int32Array(words.length);
  let covered = 0;
  for (let i = 0; i < words.length; i++) {
    const start = words[i] as Word;
    if (i < covered || field(start.bits, FIELDS.startsPhrase) === 0) continue;
    let key = phraseKey(0, start.plainHash);
    let end = 0;
    let kinds = 0;
    for (let j = i + 1, length = 1; j < words.length && length < LONGEST_PHRASE; j++) {
      const word = words[j] as Word;
      if (!word.isWord) {
        if (word.shape === SHAPES.hyphen || word.shape === SHAPES.stop) continue;
        break;
      }
      key = phraseKey(key, word.plainHash);
      length++;
      const here = lexicon.findPhrase(key);
      if ((here & (KNOWN_PERSON | PLACE | STATE)) !== 0) {
        end = j + 1;
        kinds = here;
      }
      if ((here & PREFIX) === 0) break;
    }
    for (let j = i; j < end; j++) found[j] = kinds * 4 + (j === i ? 1 : j === end - 1 ? 3 : 2);
    covered = end;
  }
  return found;
}
