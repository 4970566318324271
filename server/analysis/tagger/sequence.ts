/** A linear-chain model over hashed features: weights of each bucket and label, and of each pair of neighbouring labels. */
export interface SequenceModel {
  /** At most 16. */
  readonly labels: readonly string[];
  /** A power of two. */
  readonly buckets: number;
  /** ROW_WORDS numbers a bucket, each with four weights of 8 bits; a weight w stands there as w + BIAS. */
  readonly rows: Int32Array;
  /** What a weight of 1 counts. */
  readonly scale: number;
  /** One table a kind of text: `labels + 1` rows (the last is the start of the sequence) of `labels` columns. */
  readonly transitions: readonly Float32Array[];
}

/** Weights a bucket, used or not. */
export const ROW = 16;
export const ROW_WORDS = ROW / 4;
export const BIAS = 128;
/** A row without weights. */
export const NO_WEIGHTS = 0x80808080 | 0;

/** Room for the work on one sequence, used again for the next. */
export interface Lattice {
  /** Score of each label at each place, `labels` a row. */
  scores: Float32Array;
  /** Share of each label at each place after `findMarginals`. */
  marginals: Float32Array;
  /** Scores as factors, the best of a place 1. */
  unit: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
  back: Uint8Array;
  /** The labels that come into question at each place, 16 a row, and how many there are: see `findLikely`. */
  likely: Uint8Array;
  likelyCount: Uint8Array;
}

/** Room for sequences of `count` places; grows by itself. */
export function createLattice(count = 512, labels = ROW): Lattice {
  return {
    scores: new Float32Array(count * labels),
    marginals: new Float32Array(count * labels),
    unit: new Float64Array(count * labels),
    forward: new Float64Array(count * labels),
    backward: new Float64Array(count * labels),
    back: new Uint8Array(count * labels),
    likely: new Uint8Array(count * ROW),
    likelyCount: new Uint8Array(count),
  };
}

/** Makes the room of a lattice fit a sequence. */
export function fitLattice(lattice: Lattice, count: number, labels: number): void {
  if (count * labels <= lattice.scores.length) return;
  Object.assign(lattice, createLattice(count * 2, labels));
}

/** So far under the best label of its place a label is out of the question, whatever stands beside it. */
const UNLIKELY = 8;

/** Notes for each place the labels whose scores come near the best, the first label always: `decode` looks at no others. */
export function findLikely({ scores, likely, likelyCount }: Lattice, width: number, count: number): void {
  for (let i = 0, at = 0; i < count; i++, at += width) {
    let top = scores[at] as number;
    for (let y = 1; y < width; y++) if ((scores[at + y] as number) > top) top = scores[at + y] as number;
    const least = top - UNLIKELY;
    let found = i * ROW;
    likely[found++] = 0;
    for (let y = 1; y < width; y++) if ((scores[at + y] as number) > least) likely[found++] = y;
    likelyCount[i] = found - i * ROW;
  }
}

/**
 * The best path of likely labels through the scores (Viterbi); `kind` chooses the table of transitions, `before` is the
 * label in front of the first place where the sequence goes on from another. After `findLikely`.
 */
export function decode(
  model: SequenceModel,
  { scores, forward: best, back, likely, likelyCount }: Lattice,
  count: number,
  kind: number,
  before = model.labels.length,
): Uint8Array {
  const width = model.labels.length;
  const path = new Uint8Array(count);
  if (count === 0) return path;
  const table = model.transitions[kind] as Float32Array;
  for (let k = 0; k < (likelyCount[0] as number); k++) {
    const y = likely[k] as number;
    best[y] = (scores[y] as number) + (table[before * width + y] as number);
  }
  for (let i = 1; i < count; i++) {
    const at = i * width;
    const last = (i - 1) * ROW + (likelyCount[i - 1] as number);
    for (let k = i * ROW; k < i * ROW + (likelyCount[i] as number); k++) {
      const y = likely[k] as number;
      let from = 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let l = (i - 1) * ROW; l < last; l++) {
        const x = likely[l] as number;
        const score = (best[at - width + x] as number) + (table[x * width + y] as number);
        if (score <= top) continue;
        top = score;
        from = x;
      }
      best[at + y] = top + (scores[at + y] as number);
      back[at + y] = from;
    }
  }
  const end = (count - 1) * width;
  let label = 0;
  for (let k = 1; k < (likelyCount[count - 1] as number); k++) {
    const y = likely[(count - 1) * ROW + k] as number;
    if ((best[end + y] as number) > (best[end + label] as number)) label = y;
  }
  for (let i = count - 1; i >= 0; i--) {
    path[i] = label;
    label = back[i * width + label] as number;
  }
  return path;
}

/** `transitions` as factors: computed once a model. */
export function expTransitions(model: Pick<SequenceModel, 'transitions'>): readonly Float32Array[] {
  return model.transitions.map((table) => table.map(Math.exp));
}

/**
 * Forward and backward over the likely labels: the share of each label at each place into `lattice.marginals`.
 * `factors` from `expTransitions`; after `findLikely`.
 */
export function findMarginals(lattice: Lattice, factors: Float32Array, width: number, count: number): void {
  if (count === 0) return;
  toFactors(lattice, width, count);
  runForward(lattice, factors, width, count);
  runBackward(lattice, factors, width, count);
  const { forward, backward, marginals, likely, likelyCount } = lattice;
  marginals.fill(0, 0, count * width);
  for (let i = 0; i < count; i++) {
    const at = i * width;
    const first = i * ROW;
    const last = first + (likelyCount[i] as number);
    let sum = 0;
    for (let k = first; k < last; k++) {
      const y = at + (likely[k] as number);
      sum += (forward[y] as number) * (backward[y] as number);
    }
    for (let k = first; k < last; k++) {
      const y = at + (likely[k] as number);
      marginals[y] = ((forward[y] as number) * (backward[y] as number)) / sum;
    }
  }
}

function toFactors({ scores, unit, likely, likelyCount }: Lattice, width: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const at = i * width;
    const first = i * ROW;
    const last = first + (likelyCount[i] as number);
    if (last === first + 1) {
      unit[at] = 1;
      continue;
    }
    let top = scores[at] as number;
    for (let k = first; k < last; k++) top = Math.max(top, scores[at + (likely[k] as number)] as number);
    for (let k = first; k < last; k++) {
      const y = at + (likely[k] as number);
      unit[y] = Math.exp((scores[y] as number) - top);
    }
  }
}

/** Forward shares, each place scaled to sum 1. */
function runForward(
  { forward, unit, likely, likelyCount }: Lattice,
  factors: Float32Array,
  width: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const at = i * width;
    const first = i * ROW;
    const last = first + (likelyCount[i] as number);
    const lastBefore = i === 0 ? 0 : first - ROW + (likelyCount[i - 1] as number);
    let sum = 0;
    for (let k = first; k < last; k++) {
      const y = likely[k] as number;
      let reached = i === 0 ? (factors[width * width + y] as number) : 0;
      for (let l = first - ROW; l < lastBefore; l++) {
        const x = likely[l] as number;
        reached += (forward[at - width + x] as number) * (factors[x * width + y] as number);
      }
      const value = reached * (unit[at + y] as number);
      forward[at + y] = value;
      sum += value;
    }
    for (let k = first; k < last; k++) {
      const y = at + (likely[k] as number);
      forward[y] = (forward[y] as number) / sum;
    }
  }
}

/** Backward shares, each place scaled to sum 1. */
function runBackward(
  { backward, unit, likely, likelyCount }: Lattice,
  factors: Float32Array,
  width: number,
  count: number,
): void {
  const end = (count - 1) * ROW;
  for (let k = end; k < end + (likelyCount[count - 1] as number); k++)
    backward[(count - 1) * width + (likely[k] as number)] = 1;
  for (let i = count - 2; i >= 0; i--) {
    const at = i * width;
    const first = i * ROW;
    const last = first + (likelyCount[i] as number);
    const lastAfter = first + ROW + (likelyCount[i + 1] as number);
    let sum = 0;
    for (let k = first; k < last; k++) {
      const x = likely[k] as number;
      let value = 0;
      for (let l = first + ROW; l < lastAfter; l++) {
        const y = likely[l] as number;
        value +=
          (factors[x * width + y] as number) *
          (unit[at + width + y] as number) *
          (backward[at + width + y] as number);
      }
      backward[at + x] = value;
      sum += value;
    }
    for (let k = first; k < last; k++) {
      const x = at + (likely[k] as number);
      backward[x] = (backward[x] as number) / sum;
    }
  }
}
