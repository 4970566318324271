import type { PlainParagraph } from '../reading.ts';
import { type Appearance, isCaseless, STYLES, type Style, toAppearance } from './appearances.ts';
import { FIELDS, field, KNOWN_PERSON, type Lexicon, PLACE, PREFIX, phraseKey, STATE } from './lexicon.ts';
import { isMark, SHAPES } from './shapes.ts';
import type { Word, Words } from './words.ts';

/** What the features see of a paragraph. */
export interface ParagraphView {
  readonly count: number;
  readonly words: readonly Word[];
  readonly appearances: readonly Appearance[];
  /** What stands where no word is. */
  readonly none: Appearance;
  /** For each word the kinds of the longest phrase of the lists around it, and whether it begins, goes on or ends it. */
  readonly phrases: Int32Array;
  /** 1 for each token of prose that stands among words in lower case and is no name; undefined where none was left out. */
  readonly dull: Uint8Array | undefined;
  /** Which table of transitions: 0 with capitals, 1 without. */
  readonly kind: number;
}

/** Looks up all that the features need of a paragraph. */
export function viewParagraph(
  lexicon: Lexicon,
  { find, none }: Words,
  { tokens, sentences }: PlainParagraph,
): ParagraphView {
  const count = tokens.length;
  const words: Word[] = new Array(count);
  for (let i = 0; i < count; i++) words[i] = find((tokens[i] as { text: string }).text);
  const style = findStyle(words);
  const appearances: Appearance[] = new Array(count);
  for (let i = 0; i < count; i++) appearances[i] = toAppearance(words[i] as Word, style, false);
  for (const { first, last } of sentences) {
    let i = first;
    while (i < last && isMark((words[i] as Word).shape)) i++;
    if (i < last) appearances[i] = toAppearance(words[i] as Word, style, true);
  }
  return {
    count,
    words,
    appearances,
    none: toAppearance(none, style, false),
    phrases: findPhrases(lexicon, words),
    dull: style === STYLES.prose ? findDull(words) : undefined,
    kind: isCaseless(style) ? 1 : 0,
  };
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
  if (upper + capital === 0) return marks === 0 ? STYLES.scraped : STYLES.lower;
  if (lower < upper && capital <= upper) return STYLES.capitals;
  return lower < capital ? STYLES.headline : STYLES.prose;
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

/** Longest chain of words looked up in the lists. */
const LONGEST_PHRASE = 6;

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
