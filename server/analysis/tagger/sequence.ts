/** A linear-chain model over hashed features: weights of each bucket and label, and of each pair of neighbouring labels. */
export interface SequenceModel {
  /** At most 16. */
  readonly labels: readonly string[];
  /** A power of two. */
  readonly buckets: number;
  /** Rows of 16 a bucket; a weight is its number times `scale`. */
  readonly weights: Int8Array | Float32Array;
  readonly scale: number;
  /** One table a kind of text: `labels + 1` rows (the last is the start of the sequence) of `labels` columns. */
  readonly transitions: readonly Float32Array[];
}

/** Weights a bucket, used or not: a row is one or two lines of memory. */
export const ROW = 16;

/** Room for the work on one sequence, used again for the next. */
export interface Lattice {
  /** Score of each label at each place, `labels` a row. */
  scores: Float32Array;
  /** Scores as factors, the best of a place 1. */
  unit: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
  /** Share of each label at each place after `findMarginals`. */
  marginals: Float32Array;
  back: Uint8Array;
}

/** Room for sequences of `count` places; grows by itself. */
export function createLattice(count = 512, labels = ROW): Lattice {
  return {
    scores: new Float32Array(count * labels),
    unit: new Float64Array(count * labels),
    forward: new Float64Array(count * labels),
    backward: new Float64Array(count * labels),
    marginals: new Float32Array(count * labels),
    back: new Uint8Array(count * labels),
  };
}

/** Makes the room of a lattice fit a sequence. */
export function fitLattice(lattice: Lattice, count: number, labels: number): void {
  if (count * labels <= lattice.scores.length) return;
  Object.assign(lattice, createLattice(count * 2, labels));
}

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
  const { weights, scale } = model;
  const { scores } = lattice;
  const mask = model.buckets - 1;
  const sum = new Float32Array(ROW);
  for (let i = 0; i < count; i++) {
    addRows(weights, mask, features, i * slots, (i + 1) * slots, sum);
    for (let y = 0; y < width; y++) scores[i * width + y] = (sum[y] as number) * scale;
  }
}

/** Sums the rows of some features. Written out, because this is where the time goes: the sums stay in registers. */
function addRows(
  weights: Int8Array | Float32Array,
  mask: number,
  features: Int32Array,
  from: number,
  to: number,
  sum: Float32Array,
): void {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  let s8 = 0;
  let s9 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s14 = 0;
  let s15 = 0;
  for (let k = from; k < to; k++) {
    const feature = features[k] as number;
    if (feature === 0) continue;
    const row = ((feature ^ (feature >>> 17)) & mask) * ROW;
    s0 += weights[row] as number;
    s1 += weights[row + 1] as number;
    s2 += weights[row + 2] as number;
    s3 += weights[row + 3] as number;
    s4 += weights[row + 4] as number;
    s5 += weights[row + 5] as number;
    s6 += weights[row + 6] as number;
    s7 += weights[row + 7] as number;
    s8 += weights[row + 8] as number;
    s9 += weights[row + 9] as number;
    s10 += weights[row + 10] as number;
    s11 += weights[row + 11] as number;
    s12 += weights[row + 12] as number;
    s13 += weights[row + 13] as number;
    s14 += weights[row + 14] as number;
    s15 += weights[row + 15] as number;
  }
  sum[0] = s0;
  sum[1] = s1;
  sum[2] = s2;
  sum[3] = s3;
  sum[4] = s4;
  sum[5] = s5;
  sum[6] = s6;
  sum[7] = s7;
  sum[8] = s8;
  sum[9] = s9;
  sum[10] = s10;
  sum[11] = s11;
  sum[12] = s12;
  sum[13] = s13;
  sum[14] = s14;
  sum[15] = s15;
}

/** No pair of labels weighs more. */
const STEEPEST = 20;

/**
 * The best path of labels through the scores (Viterbi); `kind` chooses the table of transitions, `before` is the label
 * in front of the first place where the sequence goes on from another.
 */
export function decode(
  model: SequenceModel,
  lattice: Lattice,
  count: number,
  kind: number,
  before = model.labels.length,
): Uint8Array {
  const width = model.labels.length;
  const path = new Uint8Array(count);
  if (count === 0) return path;
  const table = model.transitions[kind] as Float32Array;
  const { scores, forward: best, back } = lattice;
  for (let y = 0; y < width; y++) best[y] = (scores[y] as number) + (table[before * width + y] as number);
  for (let i = 1; i < count; i++)
    for (let y = 0; y < width; y++) {
      let from = 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let x = 0; x < width; x++) {
        const reached = best[(i - 1) * width + x] as number;
        if (reached <= top - STEEPEST) continue;
        const score = reached + (table[x * width + y] as number);
        if (score <= top) continue;
        top = score;
        from = x;
      }
      best[i * width + y] = top + (scores[i * width + y] as number);
      back[i * width + y] = from;
    }
  let label = 0;
  for (let y = 1; y < width; y++)
    if ((best[(count - 1) * width + y] as number) > (best[(count - 1) * width + label] as number)) label = y;
  for (let i = count - 1; i >= 0; i--) {
    path[i] = label;
    label = back[i * width + label] as number;
  }
  return path;
}

/** `transitions` as factors: computed once a model. */
export function expTransitions(model: SequenceModel): readonly Float32Array[] {
  return model.transitions.map((table) => table.map(Math.exp));
}

/** Forward and backward: the share of each label at each place into `lattice.marginals`. `factors` from `expTransitions`. */
export function findMarginals(lattice: Lattice, factors: Float32Array, width: number, count: number): void {
  const { scores, forward, backward, marginals } = lattice;
  const { unit } = lattice;
  for (let i = 0; i < count; i++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < width; y++) top = Math.max(top, scores[i * width + y] as number);
    for (let y = 0; y < width; y++) {
      const score = (scores[i * width + y] as number) - top;
      unit[i * width + y] = score < -30 ? 0 : Math.exp(score);
    }
  }
  runForward(forward, unit, factors, width, count);
  runBackward(backward, unit, factors, width, count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let k = i * width; k < (i + 1) * width; k++) sum += (forward[k] as number) * (backward[k] as number);
    for (let k = i * width; k < (i + 1) * width; k++)
      marginals[k] = ((forward[k] as number) * (backward[k] as number)) / sum;
  }
}

/** Forward shares, each place scaled to sum 1; gives the logarithm of the product of what was scaled away. */
export function runForward(
  forward: Float64Array,
  unit: Float64Array,
  factors: Float32Array,
  width: number,
  count: number,
): number {
  let logarithm = 0;
  for (let i = 0; i < count; i++) {
    const at = i * width;
    for (let y = 0; y < width; y++) forward[at + y] = i === 0 ? (factors[width * width + y] as number) : 0;
    for (let x = 0; i > 0 && x < width; x++) {
      const before = forward[at - width + x] as number;
      if (before < NEGLIGIBLE) continue;
      for (let y = 0; y < width; y++)
        forward[at + y] = (forward[at + y] as number) + before * (factors[x * width + y] as number);
    }
    let sum = 0;
    for (let y = 0; y < width; y++) {
      const value = (forward[at + y] as number) * (unit[at + y] as number);
      forward[at + y] = value;
      sum += value;
    }
    for (let y = 0; y < width; y++) forward[at + y] = (forward[at + y] as number) / sum;
    logarithm += Math.log(sum);
  }
  return logarithm;
}

/** Shares below this are left out of sums: most labels at most places. */
const NEGLIGIBLE = 1e-10;

/** Backward shares, each place scaled to sum 1. */
export function runBackward(
  backward: Float64Array,
  unit: Float64Array,
  factors: Float32Array,
  width: number,
  count: number,
): void {
  for (let y = 0; y < width; y++) backward[(count - 1) * width + y] = 1;
  for (let i = count - 2; i >= 0; i--) {
    const at = i * width;
    for (let x = 0; x < width; x++) backward[at + x] = 0;
    for (let y = 0; y < width; y++) {
      const after = (unit[at + width + y] as number) * (backward[at + width + y] as number);
      if (after < NEGLIGIBLE) continue;
      for (let x = 0; x < width; x++)
        backward[at + x] = (backward[at + x] as number) + (factors[x * width + y] as number) * after;
    }
    let sum = 0;
    for (let x = 0; x < width; x++) sum += backward[at + x] as number;
    for (let x = 0; x < width; x++) backward[at + x] = (backward[at + x] as number) / sum;
  }
}
