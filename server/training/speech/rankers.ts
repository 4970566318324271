import { Features, type Scorer, TABLE_BITS } from '../../analysis/quotes/scorer.ts';
import { createRandom, shuffle } from '../random.ts';

/** Alternatives of which one or several are right; a decision between yes and no has one alternative and no other. */
export interface Example {
  /** The features of each alternative, as ranges of the pool. */
  readonly starts: Int32Array;
  readonly right: Uint8Array;
  /** What each alternative's score begins with. */
  readonly offsets: Float32Array;
  readonly weight: number;
}

/** Examples with their features, all in one list of numbers. */
export class ExamplePool {
  readonly examples: Example[] = [];
  #ids: Int32Array = new Int32Array(1 << 22);
  #length = 0;

  get ids(): Int32Array {
    return this.#ids;
  }

  /** Adds an example; each alternative writes its features when called. */
  add(
    alternatives: readonly ((features: Features) => void)[],
    right: (index: number) => boolean,
    weight = 1,
  ): void {
    const starts = new Int32Array(alternatives.length + 1);
    const rights = new Uint8Array(alternatives.length);
    const offsets = new Float32Array(alternatives.length);
    alternatives.forEach((write, i) => {
      write(this.#features);
      starts[i] = this.#append();
      offsets[i] = this.#features.offset;
      rights[i] = right(i) ? 1 : 0;
    });
    starts[alternatives.length] = this.#length;
    this.examples.push({ starts, right: rights, offsets, weight });
  }

  readonly #features = new Features();

  #append(): number {
    const start = this.#length;
    const { ids, length } = this.#features;
    if (start + length > this.#ids.length) {
      const longer = new Int32Array(2 * this.#ids.length);
      longer.set(this.#ids);
      this.#ids = longer;
    }
    this.#ids.set(ids.subarray(0, length), start);
    this.#length += length;
    return start;
  }
}

export interface RankerOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of each weight towards 0 at each of its steps. */
  readonly decay: number;
  /** Share of the features left out at random. */
  readonly dropout: number;
  readonly seed: number;
}

/**
 * Fits weights to the examples: logistic where there is one alternative, else a softmax over the alternatives with the
 * right ones' chances summed; AdaGrad (Duchi 2011), one example after the other.
 */
export function trainRankers(pool: ExamplePool, options: RankerOptions): Scorer {
  const { epochs, rate, decay, dropout, seed } = options;
  const random = createRandom(seed);
  const weights = new Float32Array(1 << TABLE_BITS);
  const squares = new Float32Array(1 << TABLE_BITS).fill(1e-2);
  const { ids } = pool;
  let chances = new Float64Array(512);
  let kept = new Uint8Array(1 << 16);
  const sums = new Float32Array(1 << TABLE_BITS);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (1 - (0.8 * epoch) / epochs);
    for (const { starts, right, offsets, weight } of shuffle(random, pool.examples)) {
      const count = right.length;
      const base = starts[0] as number;
      const total = (starts[count] as number) - base;
      if (kept.length < total) kept = new Uint8Array(2 * total);
      if (chances.length < count) chances = new Float64Array(2 * count);
      for (let k = 0; k < total; k++) kept[k] = random() < dropout ? 0 : 1;
      const scale = 1 / (1 - dropout);
      let most = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < count; i++) {
        let sum = 0;
        for (let k = starts[i] as number; k < (starts[i + 1] as number); k++)
          if (kept[k - base]) sum += weights[ids[k] as number] as number;
        chances[i] = sum * scale + (offsets[i] as number);
        most = Math.max(most, chances[i] as number);
      }
      findSlopes(chances, right, count, most);
      for (let i = 0; i < count; i++) {
        const slope = (chances[i] as number) * weight;
        if (Math.abs(slope) < 1e-5) continue;
        for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
          if (!kept[k - base]) continue;
          const id = ids[k] as number;
          const gradient = slope + decay * (weights[id] as number);
          squares[id] = (squares[id] as number) + gradient * gradient;
          weights[id] = (weights[id] as number) - (step * gradient) / Math.sqrt(squares[id] as number);
        }
      }
    }
    if (epoch >= epochs - AVERAGED)
      for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (weights[k] as number);
  }
  return { weights: sums, unit: 1 / Math.min(epochs, AVERAGED) };
}

/** The mean of several models of the same features, which errs less than each. */
export function meanOf(scorers: readonly Scorer[]): Scorer {
  const weights = new Float32Array(1 << TABLE_BITS);
  for (const { weights: own, unit } of scorers)
    for (let k = 0; k < weights.length; k++)
      weights[k] = (weights[k] as number) + ((own[k] as number) * unit) / scorers.length;
  return { weights, unit: 1 };
}

/** The weights are the mean of those after so many last epochs. */
const AVERAGED = 3;

/** Turns scores into what each should go down by. */
function findSlopes(chances: Float64Array, right: Uint8Array, count: number, most: number): void {
  if (count === 1) {
    chances[0] = 1 / (1 + Math.exp(-(chances[0] as number))) - (right[0] as number);
    return;
  }
  let sum = 0;
  let good = 0;
  for (let i = 0; i < count; i++) {
    chances[i] = Math.exp((chances[i] as number) - most);
    sum += chances[i] as number;
    if (right[i]) good += chances[i] as number;
  }
  for (let i = 0; i < count; i++) {
    const value = chances[i] as number;
    chances[i] = value / sum - (right[i] ? value / Math.max(good, 1e-12) : 0);
  }
}
