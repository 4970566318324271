import { ALONE, type Appearance, PLACES } from './appearances.ts';
import { addTogether, NEIGHBOURS, TOGETHER_SLOTS } from './nameFeatures.ts';
import type { ParagraphView } from './paragraphView.ts';
import { BIAS, fitLattice, type Lattice, ROW_WORDS, type SequenceModel } from './sequence.ts';

// Four weights of a row stand in one number, each raised by BIAS so that none is negative. Added up, the first and third
// of them go into one sum, the second and fourth into another, 16 bits each: 257 rows at most.

const LOW = 0x00ff00ff;
/** Numbers that hold the sums of a row. */
const SUMS = 2 * ROW_WORDS;

/**
 * Adds up the weights of the features of each place into `lattice.scores`. `features` holds `slots` hashes a place;
 * 0 is no feature. Hashes are cut to the buckets here.
 */
export function scoreFeatures(
  model: SequenceModel,
  lattice: Lattice,
  features: Int32Array,
  slots: number,
  count: number,
): void {
  const width = model.labels.length;
  fitLattice(lattice, count, width);
  const sums = new Int32Array(SUMS);
  for (let i = 0; i < count; i++) {
    sums.fill(0);
    const added = addRows(model, features, i * slots, (i + 1) * slots, sums, 0);
    unpack(sums, added, model.scale, lattice.scores, i * width, width);
  }
}

/** The scores of the first pass; dull tokens are outside of names. */
export function scoreNames(model: SequenceModel, lattice: Lattice, view: ParagraphView): void {
  const width = model.labels.length;
  fitLattice(lattice, view.count, width);
  const { scores } = lattice;
  const together = new Int32Array(TOGETHER_SLOTS);
  const sums = new Int32Array(SUMS);
  for (let i = 0; i < view.count; i++) {
    if (view.dull?.[i] === 1) {
      scores.fill(DULL, i * width, (i + 1) * width);
      scores[i * width] = 0;
      continue;
    }
    sums.fill(0);
    let added = 0;
    for (let n = 0; n < NEIGHBOURS.length; n++) {
      const [distance, place] = NEIGHBOURS[n] as readonly [number, number];
      const appearance = view.appearances[i + distance] ?? view.none;
      const own = appearance.sums ?? weigh(model, appearance);
      const from = place * SUMS;
      for (let k = 0; k < SUMS; k++) sums[k] = (sums[k] as number) + (own[from + k] as number);
      added += (ALONE[place + 1] as number) - (ALONE[place] as number);
    }
    addTogether(view, i, together, 0);
    added += addRows(model, together, 0, TOGETHER_SLOTS, sums, 0);
    unpack(sums, added, model.scale, scores, i * width, width);
  }
}

/** The score of a name at a token that was left out. */
export const DULL = -30;

/** What the features of a word alone weigh at each place. */
function weigh(model: SequenceModel, appearance: Appearance): Int32Array {
  const places = Object.keys(PLACES).length;
  const sums = new Int32Array(places * SUMS);
  for (let place = 0; place < places; place++)
    addRows(model, appearance.alone, ALONE[place] as number, ALONE[place + 1] as number, sums, place * SUMS);
  appearance.sums = sums;
  return sums;
}

/** Adds the rows of some features to `sums`; gives how many features there were. This is where the time goes. */
function addRows(
  { rows, buckets }: SequenceModel,
  features: Int32Array,
  from: number,
  to: number,
  sums: Int32Array,
  at: number,
): number {
  const mask = buckets - 1;
  let added = 0;
  let s0 = sums[at] as number;
  let s1 = sums[at + 1] as number;
  let s2 = sums[at + 2] as number;
  let s3 = sums[at + 3] as number;
  let s4 = sums[at + 4] as number;
  let s5 = sums[at + 5] as number;
  let s6 = sums[at + 6] as number;
  let s7 = sums[at + 7] as number;
  for (let k = from; k < to; k++) {
    const feature = features[k] as number;
    if (feature === 0) continue;
    added++;
    const row = ((feature ^ (feature >>> 17)) & mask) * ROW_WORDS;
    const a = rows[row] as number;
    const b = rows[row + 1] as number;
    const c = rows[row + 2] as number;
    const d = rows[row + 3] as number;
    s0 = (s0 + (a & LOW)) | 0;
    s1 = (s1 + ((a >>> 8) & LOW)) | 0;
    s2 = (s2 + (b & LOW)) | 0;
    s3 = (s3 + ((b >>> 8) & LOW)) | 0;
    s4 = (s4 + (c & LOW)) | 0;
    s5 = (s5 + ((c >>> 8) & LOW)) | 0;
    s6 = (s6 + (d & LOW)) | 0;
    s7 = (s7 + ((d >>> 8) & LOW)) | 0;
  }
  sums[at] = s0;
  sums[at + 1] = s1;
  sums[at + 2] = s2;
  sums[at + 3] = s3;
  sums[at + 4] = s4;
  sums[at + 5] = s5;
  sums[at + 6] = s6;
  sums[at + 7] = s7;
  return added;
}

function unpack(
  sums: Int32Array,
  added: number,
  scale: number,
  scores: Float32Array,
  at: number,
  width: number,
): void {
  const bias = added * BIAS;
  for (let y = 0; y < width; y++) {
    const sum = sums[(y >> 2) * 2 + (y & 1)] as number;
    scores[at + y] = (((y & 2) === 0 ? sum & 0xffff : sum >>> 16) - bias) * scale;
  }
}
