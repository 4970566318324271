import { COUNT_WIDTH, type Contribution, WORD_COLUMNS, WORD_WIDTH } from './documentNames.ts';
import { join } from './hash.ts';
import { createWordTable } from './wordTable.ts';

/** What the first pass says of each word all over an article. */
export interface DocumentNames {
  /**
   * Writes the WORD_WIDTH numbers of a word to `into`; false, and nothing is written, where it is no name anywhere. Of
   * more than MANY occurrences they are the shares, as of MANY_SHOWN, so that one more or less changes nothing.
   */
  readWord(hash: number, into: Int32Array, at: number): boolean;
  /** In so many names of a kind (a column of PAIR_COLUMNS) two words stand side by side. */
  countPairs(key: number, column: number): number;
  /** How long the article is, 0 (a sentence or two) to 4 (many paragraphs). */
  length(): number;
}

/** The names of an article while it is edited. */
export interface DocumentTally extends DocumentNames {
  /** Takes paragraphs out and others in; afterwards `hasChanged` tells of what that has changed. */
  replace(out: readonly Contribution[], by: readonly Contribution[]): void;
  /** Whether the last `replace` has changed what the article says of any word or pair of the paragraph; seldom wrongly true. */
  hasChanged(contribution: Contribution): boolean;
}

/** Occurrences from which on a word is known by its shares alone. */
export const MANY = 12;
const MANY_SHOWN = 16;

const WIDTH = WORD_WIDTH + 1;
/** Column that counts the paragraphs in which the word is a name. */
const NAMED = WORD_WIDTH;
const PAIR_WIDTH = 3;
/** Pairs that occur more often than this are not told apart. */
const MOST_PAIRS = 3;

/** The names of an article without paragraphs. */
export function createDocumentTally(): DocumentTally {
  const words = createWordTable(WIDTH);
  const pairs = createWordTable(PAIR_WIDTH);
  const scratch = new Int32Array(WORD_WIDTH);
  const changed = new Uint32Array(2048);
  let tokens = 0;
  let haveWordsChanged = false;
  let havePairsChanged = false;
  let hasAllChanged = false;

  const readWord = (hash: number, into: Int32Array, at: number): boolean => {
    const row = words.find(hash);
    if (row < 0) return false;
    const values = words.values();
    const from = row * WIDTH;
    if (values[from + NAMED] === 0) return false;
    const total = values[from] as number;
    if (total <= MANY) {
      for (let c = 0; c < WORD_WIDTH; c++) into[at + c] = values[from + c] as number;
      return true;
    }
    // Shares in eighths; the first columns count quarters.
    into[at] = MANY_SHOWN;
    for (let c = 1; c < WORD_WIDTH; c++) {
      const whole = c <= WORD_COLUMNS.other ? total * 4 : total;
      const eighths = Math.round(((values[from + c] as number) / whole) * 8);
      into[at + c] = eighths * (c <= WORD_COLUMNS.other ? 8 : 2);
    }
    return true;
  };

  const signWord = (hash: number): number => {
    if (!readWord(hash, scratch, 0)) return 0;
    let sign = 1;
    for (let c = 0; c < WORD_WIDTH; c++) sign = join(sign, scratch[c] as number);
    return sign;
  };

  const signPair = (key: number): number => {
    let sign = 0;
    for (let c = 0; c < PAIR_WIDTH; c++) sign = sign * (MOST_PAIRS + 1) + countPairs(key, c);
    return sign;
  };

  const countPairs = (key: number, column: number): number => {
    const row = pairs.find(key);
    return row < 0 ? 0 : Math.min(MOST_PAIRS, pairs.values()[row * PAIR_WIDTH + column] as number);
  };

  const add = ({ count, names, words: own, counts, pairs: ownPairs }: Contribution, sign: number): void => {
    tokens += sign * count;
    for (let k = 0; k < names.length; k += WORD_WIDTH + 1) {
      const at = words.add(names[k] as number) * WIDTH;
      const values = words.values();
      for (let c = 0; c < WORD_WIDTH; c++)
        values[at + c] = (values[at + c] as number) + sign * (names[k + 1 + c] as number);
      values[at + NAMED] = (values[at + NAMED] as number) + sign;
    }
    for (let k = 0, from = 0; k < own.length; k++, from += COUNT_WIDTH) {
      const at = words.add(own[k] as number) * WIDTH;
      const values = words.values();
      values[at] = (values[at] as number) + sign * (counts[from] as number);
      values[at + WORD_COLUMNS.capital] =
        (values[at + WORD_COLUMNS.capital] as number) + sign * (counts[from + 1] as number);
      values[at + WORD_COLUMNS.lower] =
        (values[at + WORD_COLUMNS.lower] as number) + sign * (counts[from + 2] as number);
    }
    for (let k = 0; k < ownPairs.length; k += 2) {
      const at = pairs.add(ownPairs[k] as number) * PAIR_WIDTH + (ownPairs[k + 1] as number);
      pairs.values()[at] = (pairs.values()[at] as number) + sign;
    }
  };

  const isMarked = (hash: number): boolean =>
    (((changed[(hash >>> 5) & 2047] as number) >>> (hash & 31)) & 1) === 1;
  const mark = (hash: number): void => {
    const at = (hash >>> 5) & 2047;
    changed[at] = (changed[at] as number) | (1 << (hash & 31));
  };

  return {
    readWord,
    countPairs,
    length: () => toLength(tokens),
    replace(out, by) {
      const length = toLength(tokens);
      const touched = [...out, ...by];
      const size = touched.reduce((sum, { count }) => sum + count, 0);
      changed.fill(0);
      haveWordsChanged = false;
      havePairsChanged = false;
      // Where much is new, to look for what is not costs more than it saves.
      const isMuch = size * 4 > tokens;
      const ownWords = isMuch ? [] : unite(touched, ({ words: own }) => own);
      const ownPairs = isMuch ? [] : unite(touched, ({ neighbours }) => neighbours);
      const wordsBefore = ownWords.map(signWord);
      const pairsBefore = ownPairs.map(signPair);
      for (const contribution of out) add(contribution, -1);
      for (const contribution of by) add(contribution, 1);
      hasAllChanged = isMuch || length !== toLength(tokens);
      ownWords.forEach((hash, k) => {
        if (signWord(hash) === wordsBefore[k]) return;
        haveWordsChanged = true;
        mark(hash);
      });
      ownPairs.forEach((key, k) => {
        if (signPair(key) === pairsBefore[k]) return;
        havePairsChanged = true;
        mark(key);
      });
    },
    hasChanged: ({ words: own, neighbours }) =>
      hasAllChanged ||
      (haveWordsChanged && own.some(isMarked)) ||
      (havePairsChanged && neighbours.some(isMarked)),
  };
}

/** The names of an article with these paragraphs. */
export function tallyNames(contributions: readonly Contribution[]): DocumentNames {
  const tally = createDocumentTally();
  tally.replace([], contributions);
  return tally;
}

function unite(
  contributions: readonly Contribution[],
  keysOf: (contribution: Contribution) => Int32Array,
): number[] {
  return [...new Set(contributions.flatMap((contribution) => [...keysOf(contribution)]))];
}

function toLength(tokens: number): number {
  return tokens < 40 ? 0 : tokens < 100 ? 1 : tokens < 250 ? 2 : tokens < 600 ? 3 : 4;
}
