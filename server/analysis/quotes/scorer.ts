/** The features of one candidate: indices into the table of weights, hashed (Weinberger et al. 2009). */
export class Features {
  readonly ids: Int32Array = new Int32Array(128);
  length = 0;
  /** What is known of the candidate before any weight is looked at; counts as a part of its score. */
  offset = 0;

  /** Empties the list; what is added next belongs to the given task. */
  begin(task: number): void {
    this.length = 0;
    this.offset = 0;
    this.#task = task;
  }

  #task = 0;

  /** Adds the feature of a template with up to three values. */
  add(template: number, a = 0, b = 0, c = 0): void {
    let hash = Math.imul(this.#task * 128 + template + 1, 0x9e3779b1);
    hash = Math.imul(hash ^ a, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash ^ b, 0xc2b2ae35);
    hash ^= hash >>> 16;
    hash = Math.imul(hash ^ c, 0x27d4eb2f);
    hash ^= hash >>> 15;
    this.ids[this.length++] = hash >>> (32 - TABLE_BITS);
  }
}

/** The table has two to this power weights. */
export const TABLE_BITS = 18;

/** Weights that score candidates: one table for all tasks. */
export interface Scorer {
  readonly weights: Int8Array | Float32Array;
  /** What one unit of a weight is worth. */
  readonly unit: number;
}

/** The sum of the weights of the features and their offset. */
export function score(scorer: Scorer, features: Features): number {
  const { weights } = scorer;
  const { ids, length, offset } = features;
  let sum = 0;
  for (let i = 0; i < length; i++) sum += weights[ids[i] as number] as number;
  return sum * scorer.unit + offset;
}

/** The chance that a score stands for in a decision between yes and no. */
export function chance(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** The chances of scores that exclude each other. */
export function chances(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  const raised = scores.map((value) => Math.exp(value - most));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / sum);
}
