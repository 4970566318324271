import {
  addToken,
  findBefore,
  isName,
  PAIR_COLUMNS,
  pairColumn,
  WORD_COLUMNS,
  WORD_WIDTH,
} from './documentNames.ts';
import { type DocumentNames, MANY } from './documentTally.ts';
import { CUES, type FirstPass } from './firstPass.ts';
import { join } from './hash.ts';
import { NAME_KINDS } from './nameLabels.ts';

/** Features a token of the second pass. */
export const SECOND_SLOTS = 40;

const WIDTH = WORD_WIDTH;
/** `DocumentNames.length` from which on an article is long. */
const LONG = 3;
/** Kinds of reading a word can have elsewhere: columns 1 to 5, and no name. */
const READINGS = 6;

/**
 * What the rest of the article says of each token: how the first pass reads its word elsewhere, which part of a name
 * it is there, how it is written; and of its neighbours. A token's own reading is left out of it.
 */
export function findSecondFeatures(first: FirstPass, article: DocumentNames): Int32Array {
  const { count, kind, hashes, labels, shares, cues, classes } = first;
  const features = new Int32Array(count * SECOND_SLOTS);
  // For each token: evidence elsewhere (0–4), best reading (0–5), its level, and a number of all levels.
  const known = new Int32Array(count * 4);
  const rows = new Int32Array(count * WIDTH);
  const length = article.length();
  for (let i = 0; i < count; i++) readElsewhere(first, article, i, rows, known);
  let at = 0;
  let slot = 0;
  const add = (value: number): void => {
    features[at++] = join(++slot, value) | 1;
  };
  const own = (i: number): number => {
    if (i < 0 || count <= i) return 0;
    let top = 0;
    let best = 0;
    for (let k = 0; k < NAME_KINDS.length; k++) {
      const share = shares[i * NAME_KINDS.length + k] as number;
      if (share > top) {
        top = share;
        best = k + 1;
      }
    }
    return (top < 13 ? 0 : best * 4 + (top < 64 ? 0 : top < 160 ? 1 : top < 243 ? 2 : 3)) + 1;
  };
  for (let i = 0; i < count; i++) {
    const n = known[i * 4] as number;
    const hash = hashes[i] as number;
    const before = i > 0 ? (known[i * 4 - 4] as number) : 0;
    const after = i + 1 < count ? (known[i * 4 + 4] as number) : 0;
    // That a name stands nowhere else says something in a long article alone.
    if (n === 0 && before === 0 && after === 0 && (length < LONG || !isName(first, i))) continue;
    at = i * SECOND_SLOTS;
    slot = kind * 1000;
    const mine = own(i);
    const label = labels[i] as number;
    const best = known[i * 4 + 1] as number;
    const level = known[i * 4 + 2] as number;
    add(join(mine, n * 8 + length));
    add(join(label, n * 8 + length));
    add(join(mine, join(best, level)));
    add(join(mine, join(own(i - 1), own(i + 1))));
    add(join(label, join(best, level)));
    add(join(label, known[i * 4 + 3] as number));
    add(join(n, known[i * 4 + 3] as number));
    for (let r = 1; r < READINGS; r++) {
      const share = levelOf(rows, i, r);
      add(join(share, Math.min(n, 2)));
      add(join(share, mine));
    }
    const bestBefore = before === 0 ? 0 : 1 + (known[i * 4 - 3] as number) * 8 + (known[i * 4 - 2] as number);
    const bestAfter = after === 0 ? 0 : 1 + (known[i * 4 + 5] as number) * 8 + (known[i * 4 + 6] as number);
    const here = n === 0 ? 0 : 1 + best * 8 + level;
    add(join(here, bestBefore));
    add(join(here, bestAfter));
    add(join(mine, bestBefore));
    add(join(mine, bestAfter));
    add(join(label, join(bestBefore, bestAfter)));
    // The part of a name that it is elsewhere.
    const part = partOf(rows, i);
    const partBefore = i > 0 ? partOf(rows, i - 1) : 0;
    const partAfter = i + 1 < count ? partOf(rows, i + 1) : 0;
    add(join(part, mine));
    add(join(part, join(partBefore, label)));
    add(join(part, join(partAfter, label)));
    add(join(part, join(partBefore, partAfter)));
    // The pair it makes with its neighbours.
    const pairBefore = pairOf(first, article, i);
    const pairAfter = i + 1 < count ? pairOf(first, article, hashes[i + 1] === 0 ? i + 2 : i + 1) : 0;
    add(join(pairBefore, label));
    add(join(pairAfter, label));
    add(join(pairBefore, join(pairAfter, here)));
    // Whether it and its neighbours look like given names and surnames, where the article knows one of them only.
    const look = classes[i] as number;
    add(join(look, join(classes[i - 1] ?? 0, join(partBefore, label))));
    add(join(look, join(classes[i + 1] ?? 0, join(partAfter, mine))));
    add(join(look, join(classes[i - 1] ?? 0, join(part, own(i - 1)))));
    // How it is written and what stands beside it elsewhere.
    const cue = (cues[i] as number) & ~CUES.title;
    const written = writtenOf(rows, i);
    add(join(written, join(mine, cue)));
    add(join(written, join(here, cue & CUES.capital)));
    const titled = Math.min(2, rows[i * WIDTH + WORD_COLUMNS.afterTitle] as number);
    const spoken = Math.min(2, rows[i * WIDTH + WORD_COLUMNS.besideSpeech] as number);
    add(join(titled, join(mine, spoken)));
    add(join(titled, here));
    add(join(hash === 0 ? 1 : 0, mine));
  }
  return features;
}

/** Fills the row of a token with what its word is elsewhere, and `known` with a summary. */
function readElsewhere(
  first: FirstPass,
  article: DocumentNames,
  i: number,
  rows: Int32Array,
  known: Int32Array,
): void {
  const hash = first.hashes[i] as number;
  const at = i * WIDTH;
  if (hash === 0 || !article.readWord(hash, rows, at)) return;
  if ((rows[at] as number) <= MANY) {
    rows[at] = (rows[at] as number) - 1;
    if (isName(first, i)) addToken(rows, at, first, i, -1);
    const cue = first.cues[i] as number;
    if ((cue & CUES.capital) !== 0)
      rows[at + WORD_COLUMNS.capital] = (rows[at + WORD_COLUMNS.capital] as number) - 1;
    if ((cue & CUES.lower) !== 0)
      rows[at + WORD_COLUMNS.lower] = (rows[at + WORD_COLUMNS.lower] as number) - 1;
  }
  const total = rows[at] as number;
  if (total <= 0) return;
  let named = 0;
  let best = 0;
  let levels = 0;
  for (let r = 1; r < READINGS; r++) {
    const quarters = rows[at + r] as number;
    named += quarters;
    if (quarters > 0 && (best === 0 || quarters > (rows[at + best] as number))) best = r;
    levels = levels * 4 + Math.min(3, levelOf(rows, i, r));
  }
  if (total * 4 - named > (best === 0 ? 0 : (rows[at + best] as number))) best = 0;
  const share = best === 0 ? 4 - (4 * named) / (total * 4) : levelOf(rows, i, best);
  known[i * 4] = total === 1 ? 1 : total === 2 ? 2 : total <= 5 ? 3 : 4;
  known[i * 4 + 1] = best;
  known[i * 4 + 2] = Math.floor(share);
  known[i * 4 + 3] = levels;
}

/** Share of a reading in five levels: none, less than a fifth, … nearly always. */
function levelOf(rows: Int32Array, i: number, reading: number): number {
  const total = rows[i * WIDTH] as number;
  const quarters = rows[i * WIDTH + reading] as number;
  if (total <= 0 || quarters <= 0) return 0;
  const share = quarters / (4 * total);
  return share < 0.2 ? 1 : share < 0.5 ? 2 : share < 0.85 ? 3 : 4;
}

function partOf(rows: Int32Array, i: number): number {
  const at = i * WIDTH;
  const last = Math.min(2, rows[at + WORD_COLUMNS.lastOfPerson] as number);
  const first = Math.min(2, rows[at + WORD_COLUMNS.firstOfPerson] as number);
  const only = Math.min(2, rows[at + WORD_COLUMNS.onlyOfPerson] as number);
  const organisation = Math.min(2, rows[at + WORD_COLUMNS.partOfOrganisation] as number);
  return last + 3 * first + 9 * only + 27 * organisation;
}

function writtenOf(rows: Int32Array, i: number): number {
  const at = i * WIDTH;
  return (
    Math.min(2, rows[at + WORD_COLUMNS.capital] as number) +
    3 * Math.min(2, rows[at + WORD_COLUMNS.lower] as number)
  );
}

/** In names of which kinds the token and the word before it stand together elsewhere. */
function pairOf({ hashes, labels }: FirstPass, article: DocumentNames, i: number): number {
  const hash = hashes[i] ?? 0;
  const before = hash === 0 ? 0 : findBefore(hashes, i);
  if (before === 0) return 0;
  const key = join(before, hash) | 1;
  const column = pairColumn(labels, i);
  let sum = 0;
  for (const c of Object.values(PAIR_COLUMNS)) {
    const times = article.countPairs(key, c) - (c === column ? 1 : 0);
    sum = sum * 3 + Math.max(0, Math.min(2, times));
  }
  return sum;
}
