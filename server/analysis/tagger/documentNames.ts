import { CUES, type FirstPass } from './firstPass.ts';
import { join } from './hash.ts';
import { NAME_KINDS } from './nameLabels.ts';
import { createWordTable, type WordTable } from './wordTable.ts';

/** What the first pass says of each word all over an article. */
export interface DocumentNames {
  /** WORD_COLUMNS numbers for each word that is a name somewhere. */
  readonly words: WordTable;
  /** PAIR_COLUMNS numbers for each two neighbours within one name. */
  readonly pairs: WordTable;
  /** How long the article is, 0 (a sentence or two) to 4 (many paragraphs). */
  readonly length: number;
}

/** Columns of the table of words. Shares are in quarters of an occurrence. */
export const WORD_COLUMNS = {
  total: 0,
  person: 1,
  country: 2,
  place: 3,
  organisation: 4,
  other: 5,
  lastOfPerson: 6,
  firstOfPerson: 7,
  onlyOfPerson: 8,
  partOfOrganisation: 9,
  afterTitle: 10,
  besideSpeech: 11,
  capital: 12,
  lower: 13,
} as const;
/** Columns of a row. */
export const WORD_WIDTH = 14;
const WIDTH = WORD_WIDTH;

/** Columns of the table of pairs. */
export const PAIR_COLUMNS = { person: 0, organisation: 1, other: 2 } as const;

/** What a paragraph adds to the tables, found once a paragraph. */
export interface Contribution {
  /** Tokens of the paragraph. */
  readonly count: number;
  /** Words that are names here: hash, then what they add, WIDTH numbers after each. */
  readonly names: Int32Array;
  /** Pairs within names: key and column. */
  readonly pairs: Int32Array;
  /** Each different word once: hash, occurrences, of them with a capital and in lower case within sentences of prose. */
  readonly words: Int32Array;
  /** Each different pair of neighbouring words once. */
  readonly neighbours: Int32Array;
}

/** Column of a kind of name in the table of words. */
const COLUMN_OF_KIND: readonly number[] = NAME_KINDS.map((kind) =>
  kind === 'PERSON' ? 1 : kind === 'LOC' ? 3 : kind === 'ORG' ? 4 : kind === 'MISC' ? 5 : 2,
);

/** What one token adds to the row of its word: `sign` 1 or -1. */
export function addToken(row: Int32Array, at: number, first: FirstPass, i: number, sign: number): void {
  const { labels, shares, cues } = first;
  const add = (column: number, value: number): void => {
    row[at + column] = (row[at + column] as number) + sign * value;
  };
  for (let k = 0; k < NAME_KINDS.length; k++) {
    const quarters = ((shares[i * NAME_KINDS.length + k] as number) + 31) >> 6;
    if (quarters > 0) add(COLUMN_OF_KIND[k] as number, quarters);
  }
  const label = labels[i] as number;
  const begins = (label & 1) === 1;
  const goesOn = label !== 0 && labels[i + 1] === label + (begins ? 1 : 0);
  const kind = label === 0 ? undefined : NAME_KINDS[(label - 1) >> 1];
  if (kind === 'PERSON')
    add(
      begins
        ? goesOn
          ? WORD_COLUMNS.firstOfPerson
          : WORD_COLUMNS.onlyOfPerson
        : goesOn
          ? WORD_COLUMNS.firstOfPerson
          : WORD_COLUMNS.lastOfPerson,
      1,
    );
  if (kind === 'ORG' && (goesOn || !begins)) add(WORD_COLUMNS.partOfOrganisation, 1);
  const cue = cues[i] as number;
  if ((cue & CUES.afterTitle) !== 0) add(WORD_COLUMNS.afterTitle, 1);
  if ((cue & CUES.besideSpeech) !== 0) add(WORD_COLUMNS.besideSpeech, 1);
}

/** What a paragraph says of its words. */
export function findContribution(first: FirstPass): Contribution {
  const { count, hashes, labels, cues } = first;
  const names = createWordTable(WIDTH);
  const words = createWordTable(4);
  const neighbours = createWordTable(1);
  const nameHashes: number[] = [];
  const wordHashes: number[] = [];
  const neighbourKeys: number[] = [];
  const pairs: number[] = [];
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] as number;
    if (hash === 0) continue;
    const row = words.add(hash);
    if (row === wordHashes.length) wordHashes.push(hash);
    const at = row * 4;
    const values = words.values();
    const cue = cues[i] as number;
    values[at] = (values[at] as number) + 1;
    if ((cue & CUES.capital) !== 0) values[at + 1] = (values[at + 1] as number) + 1;
    if ((cue & CUES.lower) !== 0) values[at + 2] = (values[at + 2] as number) + 1;
    if (isName(first, i)) {
      const named = names.add(hash);
      if (named === nameHashes.length) nameHashes.push(hash);
      addToken(names.values(), named * WIDTH, first, i, 1);
    }
    const before = findBefore(hashes, i);
    if (before === 0) continue;
    const key = join(before, hash) | 1;
    if (neighbours.add(key) === neighbourKeys.length) neighbourKeys.push(key);
    const column = pairColumn(labels, i);
    if (column >= 0) pairs.push(key, column);
  }
  return {
    count,
    names: pack(nameHashes, names, WIDTH),
    pairs: Int32Array.from(pairs),
    words: pack(wordHashes, words, 4),
    neighbours: Int32Array.from(neighbourKeys),
  };
}

/** Hash of the word before a token, across a hyphen or dot; 0 where none stands there. */
export function findBefore(hashes: Int32Array, i: number): number {
  const before = hashes[i - 1] ?? 0;
  return before !== 0 ? before : (hashes[i - 2] ?? 0);
}

/** Column of the pair that ends with a token, -1 where it is in no name together with the token before. */
export function pairColumn(labels: Uint8Array, i: number): number {
  const label = labels[i] as number;
  if (label === 0 || (label & 1) === 1) return -1;
  const kind = NAME_KINDS[(label - 1) >> 1];
  return kind === 'PERSON' ? 0 : kind === 'ORG' ? 1 : 2;
}

/** The tables of an article from what its paragraphs add. */
export function gatherNames(contributions: readonly Contribution[]): DocumentNames {
  const words = createWordTable(WIDTH);
  const pairs = createWordTable(3);
  for (const { names, pairs: own } of contributions) {
    for (let k = 0; k < names.length; k += WIDTH + 1) {
      const at = words.add(names[k] as number) * WIDTH;
      const values = words.values();
      for (let c = 0; c < WIDTH; c++)
        values[at + c] = (values[at + c] as number) + (names[k + 1 + c] as number);
    }
    for (let k = 0; k < own.length; k += 2) {
      const at = pairs.add(own[k] as number) * 3 + (own[k + 1] as number);
      pairs.values()[at] = (pairs.values()[at] as number) + 1;
    }
  }
  const values = words.values();
  for (const { words: own } of contributions)
    for (let k = 0; k < own.length; k += 5) {
      const row = words.find(own[k] as number);
      if (row < 0) continue;
      const at = row * WIDTH;
      values[at] = (values[at] as number) + (own[k + 1] as number);
      values[at + WORD_COLUMNS.capital] =
        (values[at + WORD_COLUMNS.capital] as number) + (own[k + 2] as number);
      values[at + WORD_COLUMNS.lower] = (values[at + WORD_COLUMNS.lower] as number) + (own[k + 3] as number);
    }
  steady(words);
  return { words, pairs, length: toLength(contributions.reduce((sum, { count }) => sum + count, 0)) };
}

function toLength(tokens: number): number {
  return tokens < 40 ? 0 : tokens < 100 ? 1 : tokens < 250 ? 2 : tokens < 600 ? 3 : 4;
}

/** Occurrences from which on a word is known by its shares alone, so that one more or less changes nothing. */
export const MANY = 12;

/** Brings the rows of frequent words to shares in sixteenths, rounded. */
function steady(words: WordTable): void {
  const values = words.values();
  for (let row = 0; row < words.size(); row++) {
    const at = row * WIDTH;
    const total = values[at] as number;
    if (total <= MANY) continue;
    for (let c = 1; c < WIDTH; c++) {
      const whole = c <= 5 ? total * 4 : total;
      values[at + c] = Math.round(((values[at + c] as number) / whole) * 8) * (c <= 5 ? 8 : 2);
    }
    values[at] = 16;
  }
}

/** A number that stays the same as long as what the article says of the words of a paragraph does. */
export function signPlaces(
  { words, pairs, length }: DocumentNames,
  { words: own, neighbours }: Contribution,
): number {
  let sign = 17 + length;
  const values = words.values();
  for (let k = 0; k < own.length; k += 5) {
    const row = words.find(own[k] as number);
    if (row < 0) continue;
    for (let c = row * WIDTH; c < (row + 1) * WIDTH; c++) sign = join(sign, values[c] as number);
  }
  for (let k = 0; k < neighbours.length; k++) {
    const row = pairs.find(neighbours[k] as number);
    if (row < 0) continue;
    for (let c = row * 3; c < (row + 1) * 3; c++) sign = join(sign, Math.min(3, pairs.values()[c] as number));
  }
  return sign;
}

/** Whether a token speaks as a name for its word: a label, or a share of more than a tenth. */
export function isName({ labels, shares }: FirstPass, i: number): boolean {
  if (labels[i] !== 0) return true;
  for (let k = 0; k < NAME_KINDS.length; k++)
    if ((shares[i * NAME_KINDS.length + k] as number) > 25) return true;
  return false;
}

function pack(hashes: readonly number[], table: WordTable, width: number): Int32Array {
  const out = new Int32Array(hashes.length * (width + 1));
  const values = table.values();
  hashes.forEach((hash, row) => {
    out[row * (width + 1)] = hash;
    for (let c = 0; c < width; c++) out[row * (width + 1) + 1 + c] = values[row * width + c] as number;
  });
  return out;
}
