import { DULL } from '../analysis/tagger/scores.ts';
import { ROW } from '../analysis/tagger/sequence.ts';
import type { LearntModel } from '../analysis/tagger/weights.ts';
import { type Chain, runBackward, runForward } from './chain.ts';
import type { Random } from './random.ts';

/** One sequence to learn from. */
export interface Example {
  /** `slots` hashes a place; 0 is no feature. */
  readonly features: Int32Array;
  readonly slots: number;
  readonly count: number;
  /** A bit for each label that may be right at a place. */
  readonly allowed: Int32Array | Uint16Array;
  /** Which table of transitions. */
  readonly kind: number;
  readonly weight: number;
  /** 1 for each place that is outside of names for sure. */
  readonly dull?: Uint8Array | undefined;
  /** Scores of another model that this one adds to, `labels` a place. */
  readonly base?: Float32Array;
}

export interface CrfOptions {
  readonly labels: readonly string[];
  readonly buckets: number;
  readonly kinds: number;
  readonly rate: number;
  /** What the sum of squares of AdaGrad begins with: a weight that is seen for the first time moves by less than `rate`. */
  readonly calm: number;
  /** Share of the features left out at random at each place. */
  readonly dropout: number;
  /** Slots that know the word itself: all left out together at this share of the places. */
  readonly identity: ReadonlySet<number>;
  readonly identityDropout: number;
  /** Pull of each weight towards 0 at each of its steps. */
  readonly decay: number;
  readonly random: Random;
  /** Where the transitions begin; at 0 where it is left out. */
  readonly transitions?: readonly Float32Array[];
}

/** A linear-chain CRF (Lafferty 2001) in training: AdaGrad (Duchi 2011) on one sequence after the other. */
export interface Crf {
  readonly model: LearntModel;
  /** One step; gives the negative logarithm of the likelihood. */
  learn(example: Example): number;
  /** Sets the rate of the next steps. */
  setRate(rate: number): void;
  /** Keeps the weights of this moment for their mean. */
  sample(): void;
  /** Sets the weights to the mean of what was kept, which errs less than the last of them. */
  settle(): void;
}

/** A CRF without weights. Labels that begin with `I-` follow only `B-` or `I-` of the same name. */
export function createCrf(options: CrfOptions): Crf {
  const { labels, buckets, kinds, dropout, identity, identityDropout, decay, random, calm } = options;
  let { rate } = options;
  const width = labels.length;
  const weights = new Float32Array(buckets * ROW);
  const squares = new Float32Array(buckets * ROW);
  const transitions = Array.from(
    { length: kinds },
    (_, kind) => options.transitions?.[kind]?.slice() ?? startTransitions(labels),
  );
  const transitionSquares = Array.from({ length: kinds }, () => new Float32Array((width + 1) * width));
  const model: LearntModel = { labels, buckets, weights, transitions };
  const chain: Chain = { forward: new Float64Array(2048 * width), backward: new Float64Array(2048 * width) };
  let kept = new Int32Array(2048 * 64);
  let unit = new Float64Array(2048 * width);
  let slope = new Float32Array(2048 * width);
  const pairs = new Float64Array((width + 1) * width);
  const factors = new Float32Array((width + 1) * width);
  const changed = new Int32Array(width);
  const mask = buckets - 1;
  const isIdentity = Uint8Array.from({ length: 256 }, (_, slot) => (identity.has(slot) ? 1 : 0));

  const learn = (example: Example): number => {
    const { features, slots, count, allowed, base, dull } = example;
    if (count === 0) return 0;
    if (kept.length < count * slots) kept = new Int32Array(2 * count * slots);
    if (unit.length < count * width) {
      unit = new Float64Array(2 * count * width);
      slope = new Float32Array(2 * count * width);
      chain.forward = new Float64Array(2 * count * width);
      chain.backward = new Float64Array(2 * count * width);
    }
    // Features that stay, as rows, with the end of each place's list marked by -1 where shorter.
    const scale = 1 / (1 - dropout);
    for (let i = 0; i < count; i++) {
      let at = i * slots;
      if (dull?.[i] === 1) {
        kept[at] = -1;
        unit.fill(Math.exp(DULL), i * width, (i + 1) * width);
        unit[i * width] = 1;
        continue;
      }
      const hideWord = random() < identityDropout;
      for (let slot = 0; slot < slots; slot++) {
        const feature = features[i * slots + slot] as number;
        if (feature === 0 || (hideWord && isIdentity[slot] === 1)) continue;
        if (dropout > 0 && random() < dropout) continue;
        kept[at++] = ((feature ^ (feature >>> 17)) & mask) * ROW;
      }
      if (at < (i + 1) * slots) kept[at] = -1;
      const from = i * width;
      for (let y = 0; y < width; y++) unit[from + y] = 0;
      for (let k = i * slots; k < (i + 1) * slots; k++) {
        const row = kept[k] as number;
        if (row < 0) break;
        for (let y = 0; y < width; y++)
          unit[from + y] = (unit[from + y] as number) + (weights[row + y] as number);
      }
      let top = Number.NEGATIVE_INFINITY;
      for (let y = 0; y < width; y++) {
        const score = (unit[from + y] as number) * scale + (base ? (base[from + y] as number) : 0);
        unit[from + y] = score;
        if (score > top) top = score;
      }
      for (let y = 0; y < width; y++) unit[from + y] = Math.exp((unit[from + y] as number) - top);
    }
    const table = transitions[example.kind] as Float32Array;
    for (let i = 0; i < table.length; i++) factors[i] = Math.exp(table[i] as number);
    pairs.fill(0);
    slope.fill(0, 0, count * width);
    const free = addShares(chain, unit, factors, width, count, slope, pairs, 1);
    const right = isDecided(allowed, count)
      ? takePath(allowed, unit, factors, width, count, slope, pairs)
      : addShares(chain, restrict(unit, allowed, width, count), factors, width, count, slope, pairs, -1);
    // Labels that contradict the form of sequences, or an underflow: nothing to learn.
    if (!Number.isFinite(right) || !Number.isFinite(free)) return 0;
    const { weight } = example;
    for (let i = 0; i < count; i++) {
      let changes = 0;
      for (let y = 0; y < width; y++)
        if (Math.abs(slope[i * width + y] as number) > 1e-3) changed[changes++] = y;
      if (changes === 0) continue;
      for (let k = i * slots; k < (i + 1) * slots; k++) {
        const row = kept[k] as number;
        if (row < 0) break;
        for (let c = 0; c < changes; c++) {
          const y = changed[c] as number;
          step(weights, squares, row + y, (slope[i * width + y] as number) * weight);
        }
      }
    }
    const tableSquares = transitionSquares[example.kind] as Float32Array;
    for (let k = 0; k < table.length; k++)
      if ((table[k] as number) > -1000 && Math.abs(pairs[k] as number) > 1e-4)
        step(table, tableSquares, k, (pairs[k] as number) * weight);
    return free - right;
  };

  const step = (values: Float32Array, sums: Float32Array, at: number, gradient: number): void => {
    const value = values[at] as number;
    const slopeThere = gradient + decay * value;
    const sum = (sums[at] as number) + slopeThere * slopeThere;
    sums[at] = sum;
    values[at] = value - (rate * slopeThere) / Math.sqrt(sum + calm);
  };

  const values = [weights, ...transitions];
  let samples = 0;
  let sums: Float32Array[] = [];
  const sample = (): void => {
    if (samples++ === 0) sums = values.map((array) => new Float32Array(array.length));
    values.forEach((array, a) => {
      const sum = sums[a] as Float32Array;
      for (let k = 0; k < array.length; k++) sum[k] = (sum[k] as number) + (array[k] as number);
    });
  };
  const settle = (): void => {
    values.forEach((array, a) => {
      for (let k = 0; k < array.length; k++) array[k] = ((sums[a] as Float32Array)[k] as number) / samples;
    });
    samples = 0;
  };

  return { model, learn, setRate: (next) => (rate = next), sample, settle };
}

function startTransitions(labels: readonly string[]): Float32Array {
  const width = labels.length;
  const table = new Float32Array((width + 1) * width);
  for (let x = 0; x <= width; x++)
    for (let y = 0; y < width; y++) {
      const inner = labels[y] as string;
      if (!inner.startsWith('I-')) continue;
      const before = labels[x];
      if (before !== inner && before !== `B-${inner.slice(2)}`) table[x * width + y] = -1e4;
    }
  return table;
}

/** Whether each place has one right label. */
function isDecided(allowed: Example['allowed'], count: number): boolean {
  for (let i = 0; i < count; i++) {
    const mask = allowed[i] as number;
    if ((mask & (mask - 1)) !== 0) return false;
  }
  return true;
}

/** Takes the one right path from `slope` and `pairs`; gives the logarithm of its weight. */
function takePath(
  allowed: Example['allowed'],
  unit: Float64Array,
  factors: Float32Array,
  width: number,
  count: number,
  slope: Float32Array,
  pairs: Float64Array,
): number {
  let logarithm = 0;
  let before = width;
  for (let i = 0; i < count; i++) {
    const y = 31 - Math.clz32(allowed[i] as number);
    const pair = before * width + y;
    logarithm += Math.log((unit[i * width + y] as number) * (factors[pair] as number));
    slope[i * width + y] = (slope[i * width + y] as number) - 1;
    pairs[pair] = (pairs[pair] as number) - 1;
    before = y;
  }
  return logarithm;
}

/** The scores without the labels that are not right. */
function restrict(
  unit: Float64Array,
  allowed: Example['allowed'],
  width: number,
  count: number,
): Float64Array {
  for (let i = 0; i < count; i++)
    for (let y = 0; y < width; y++) if ((((allowed[i] as number) >> y) & 1) === 0) unit[i * width + y] = 0;
  return unit;
}

/** Adds `sign` times the shares of labels and of pairs of labels to `slope` and `pairs`; gives the logarithm of the sum. */
function addShares(
  { forward, backward }: Chain,
  unit: Float64Array,
  factors: Float32Array,
  width: number,
  count: number,
  slope: Float32Array,
  pairs: Float64Array,
  sign: number,
): number {
  const logarithm = runForward(forward, unit, factors, width, count);
  if (!Number.isFinite(logarithm)) return logarithm;
  runBackward(backward, unit, factors, width, count);
  for (let i = 0; i < count; i++) {
    const from = i * width;
    let sum = 0;
    for (let y = 0; y < width; y++) sum += (forward[from + y] as number) * (backward[from + y] as number);
    for (let y = 0; y < width; y++) {
      const share = ((forward[from + y] as number) * (backward[from + y] as number)) / sum;
      slope[from + y] = (slope[from + y] as number) + sign * share;
      if (i === 0) pairs[width * width + y] = (pairs[width * width + y] as number) + sign * share;
    }
    if (i === 0) continue;
    let total = 0;
    for (let x = 0; x < width; x++) {
      const before = forward[from - width + x] as number;
      if (before < 1e-9) continue;
      for (let y = 0; y < width; y++)
        total +=
          before *
          (factors[x * width + y] as number) *
          (unit[from + y] as number) *
          (backward[from + y] as number);
    }
    const part = sign / total;
    for (let x = 0; x < width; x++) {
      const before = forward[from - width + x] as number;
      if (before < 1e-9) continue;
      for (let y = 0; y < width; y++) {
        const k = x * width + y;
        pairs[k] =
          (pairs[k] as number) +
          part *
            before *
            (factors[k] as number) *
            (unit[from + y] as number) *
            (backward[from + y] as number);
      }
    }
  }
  return logarithm;
}
