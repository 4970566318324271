import { CUES, type FirstPass } from './firstPass.ts';
import { join } from './hash.ts';
import { NAME_KINDS } from './nameLabels.ts';
import { createWordTable, type WordTable } from './wordTable.ts';

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
/** Columns of what a paragraph says of any word: total, capital, lower. */
export const COUNT_WIDTH = 3;

/** Columns of the table of pairs. */
export const PAIR_COLUMNS = { person: 0, organisation: 1, other: 2 } as const;

/** What a paragraph adds to the tables, found once a paragraph. */
export interface Contribution {
  /** Tokens of the paragraph. */
  readonly count: number;
  /** Words that are names here: hash, then what they add, WORD_WIDTH numbers after each. */
  readonly names: Int32Array;
  /** Pairs within names: key and column. */
  readonly pairs: Int32Array;
  /** Each different word once. */
  readonly words: Int32Array;
  /** COUNT_WIDTH numbers for each of `words`: occurrences, of them with a capital and in lower case within sentences of prose. */
  readonly counts: Int32Array;
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

// Room for the work on one paragraph, used again for the next.
const named = createWordTable(WORD_WIDTH);
const counted = createWordTable(COUNT_WIDTH);
const paired = createWordTable(0);

/** What a paragraph says of its words. */
export function findContribution(first: FirstPass): Contribution {
  const { count, hashes, labels, cues } = first;
  const pairs: number[] = [];
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] as number;
    if (hash === 0) continue;
    const at = counted.add(hash) * COUNT_WIDTH;
    const values = counted.values();
    const cue = cues[i] as number;
    values[at] = (values[at] as number) + 1;
    if ((cue & CUES.capital) !== 0) values[at + 1] = (values[at + 1] as number) + 1;
    if ((cue & CUES.lower) !== 0) values[at + 2] = (values[at + 2] as number) + 1;
    if (isName(first, i)) {
      const row = named.add(hash);
      addToken(named.values(), row * WORD_WIDTH, first, i, 1);
    }
    const before = findBefore(hashes, i);
    if (before === 0) continue;
    const key = join(before, hash) | 1;
    paired.add(key);
    const column = pairColumn(labels, i);
    if (column >= 0) pairs.push(key, column);
  }
  const contribution = {
    count,
    names: pack(named),
    pairs: Int32Array.from(pairs),
    words: counted.keys(),
    counts: counted.values().slice(0, counted.size() * COUNT_WIDTH),
    neighbours: paired.keys(),
  };
  named.clear();
  counted.clear();
  paired.clear();
  return contribution;
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

/** Whether a token speaks as a name for its word: a label, or a share of more than a tenth. */
export function isName({ labels, shares }: FirstPass, i: number): boolean {
  if (labels[i] !== 0) return true;
  for (let k = 0; k < NAME_KINDS.length; k++)
    if ((shares[i * NAME_KINDS.length + k] as number) > 25) return true;
  return false;
}

function pack(table: WordTable): Int32Array {
  const keys = table.keys();
  const values = table.values();
  const out = new Int32Array(keys.length * (WORD_WIDTH + 1));
  for (let row = 0, at = 0; row < keys.length; row++) {
    out[at++] = keys[row] as number;
    for (let c = 0; c < WORD_WIDTH; c++) out[at++] = values[row * WORD_WIDTH + c] as number;
  }
  return out;
}
