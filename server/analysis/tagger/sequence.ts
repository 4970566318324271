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
    sum.fill(0);
    for (let k = i * slots; k < (i + 1) * slots; k++) {
      const feature = features[k] as number;
      if (feature === 0) continue;
      const row = ((feature ^ (feature >>> 17)) & mask) * ROW;
      for (let y = 0; y < width; y++) sum[y] = (sum[y] as number) + (weights[row + y] as number);
    }
    for (let y = 0; y < width; y++) scores[i * width + y] = (sum[y] as number) * scale;
  }
}

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
        const score = (best[(i - 1) * width + x] as number) + (table[x * width + y] as number);
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
  const unit = new Float64Array(count * width);
  for (let i = 0; i < count; i++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < width; y++) top = Math.max(top, scores[i * width + y] as number);
    for (let y = 0; y < width; y++) unit[i * width + y] = Math.exp((scores[i * width + y] as number) - top);
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
    let sum = 0;
    for (let y = 0; y < width; y++) {
      let value = 0;
      if (i === 0) value = factors[width * width + y] as number;
      else
        for (let x = 0; x < width; x++)
          value += (forward[(i - 1) * width + x] as number) * (factors[x * width + y] as number);
      value *= unit[i * width + y] as number;
      forward[i * width + y] = value;
      sum += value;
    }
    for (let y = 0; y < width; y++) forward[i * width + y] = (forward[i * width + y] as number) / sum;
    logarithm += Math.log(sum);
  }
  return logarithm;
}

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
    let sum = 0;
    for (let x = 0; x < width; x++) {
      let value = 0;
      for (let y = 0; y < width; y++)
        value +=
          (factors[x * width + y] as number) *
          (unit[(i + 1) * width + y] as number) *
          (backward[(i + 1) * width + y] as number);
      backward[i * width + x] = value;
      sum += value;
    }
    for (let x = 0; x < width; x++) backward[i * width + x] = (backward[i * width + x] as number) / sum;
  }
}
