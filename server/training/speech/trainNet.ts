import { addBoundaryFeatures, COMMA_TASK, SENTENCE_TASK } from '../../analysis/quotes/boundaries.ts';
import {
  type BoundaryNet,
  CARRIED,
  GATE_WINDOW,
  GATES,
  HIDDEN,
  KNOWN_ROWS,
  SHARED_ROWS,
  SIDE,
  sharedRow,
  WIDTH,
  WINDOW,
} from '../../analysis/quotes/boundaryNet.ts';
import { chance, Features, type Scorer, TABLE_BITS } from '../../analysis/quotes/scorer.ts';
import { createRandom, type Random, shuffle } from '../random.ts';
import { createLearner, type StretchRows } from './netLearner.ts';
import type { Unmarked } from './unmark.ts';

export interface NetOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly rowRate: number;
  /** The rate of the hashed features beside the network. */
  readonly wideRate: number;
  /** Share of the hashed features left out at random. */
  readonly dropout: number;
  /** Words seen less often have no row of their own. */
  readonly least: number;
  /** Share of the known words that are read as unknown, so that shared rows learn. */
  readonly unknown: number;
  /** Share of the gaps without any mark that are left out. */
  readonly skipped: number;
  readonly seed: number;
}

const TASKS = [SENTENCE_TASK, COMMA_TASK] as const;
/** Learnt in stretches of so many words, and up to as many more. */
const STRETCH = 60;
const MORE = 100;
/** At first what was carried is kept for long. */
const KEEP = 2;

/** Trains the network and the hashed features together. */
export function trainNet(
  texts: readonly Unmarked[],
  options: NetOptions,
  log: (line: string) => void,
): { readonly net: BoundaryNet; readonly wide: Scorer } {
  const random = createRandom(options.seed);
  const net = createNet(random, findRows(texts, options.least));
  const learner = createLearner(net, options);
  const wide = createWide(random, options);
  const slopes = new Float32Array(TASKS.length);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const fade = 1 - (0.85 * epoch) / options.epochs;
    let loss = 0;
    let seen = 0;
    for (const { text, first, length } of shuffle(random, cutStretches(random, texts))) {
      const { words, kinds } = text;
      learner.read(rowsOf(net, text, first, length, random, options.unknown), length);
      for (let t = 1; t < length; t++) {
        const kind = kinds[first + t] as number;
        if (kind === 0 && random() < options.skipped) continue;
        const weight = kind === 0 ? 1 / (1 - options.skipped) : 1;
        const scores = learner.scoreGap(t);
        TASKS.forEach((name, task) => {
          slopes[task] = 0;
          // Where a sentence ends nobody asks for a comma.
          if (task === 1 && kind === 2) return;
          const right = task === 0 ? (kind === 2 ? 1 : 0) : kind;
          addBoundaryFeatures(wide.features, name, words, first + t);
          const likely = chance((scores[task] as number) + wide.score());
          if (task === 0) {
            loss -= Math.log(Math.max(1e-9, right ? likely : 1 - likely)) * weight;
            seen += weight;
          }
          slopes[task] = (likely - right) * weight;
          wide.move(slopes[task] as number, options.wideRate * fade);
        });
        learner.note(slopes);
      }
      learner.step(fade);
    }
    log(`  epoch ${epoch + 1}: loss ${(loss / seen).toFixed(4)}, ${net.rows.size} words`);
  }
  return { net, wide: wide.scorer };
}

interface Stretch {
  readonly text: Unmarked;
  readonly first: number;
  readonly length: number;
}

function cutStretches(random: Random, texts: readonly Unmarked[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const text of texts)
    for (let first = 0; first < text.words.length; ) {
      const length = Math.min(text.words.length - first, STRETCH + Math.floor(random() * MORE));
      if (length > 1) stretches.push({ text, first, length });
      first += length;
    }
  return stretches;
}

/** The rows of a stretch: what words share, what each has of its own but for some that are forgotten, and names. */
function rowsOf(
  net: BoundaryNet,
  { words }: Unmarked,
  first: number,
  length: number,
  random: Random,
  unknown: number,
): StretchRows {
  const [shared, own, names] = [0, 1, 2].map(() => new Int32Array(length + 2 * SIDE)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let t = 0; t < shared.length; t++) {
    const i = first - SIDE + t;
    if (i < 0 || words.length <= i) continue;
    shared[t] = sharedRow(words, i);
    if (random() >= unknown) own[t] = net.rows.get(words.lower[i] as string) ?? 0;
    if (words.names[i] !== 0) names[t] = SHARED_ROWS + (words.names[i] as number);
  }
  return [shared, own, names];
}

/** The hashed features beside the network; AdaGrad. */
function createWide(
  random: Random,
  { dropout }: NetOptions,
): {
  readonly scorer: Scorer;
  readonly features: Features;
  score(): number;
  move(slope: number, rate: number): void;
} {
  const features = new Features();
  const weights = new Float32Array(1 << TABLE_BITS);
  const squares = new Float32Array(1 << TABLE_BITS).fill(0.01);
  const kept = new Uint8Array(features.ids.length);
  return {
    scorer: { weights, unit: 1 },
    features,
    score() {
      let sum = 0;
      for (let k = 0; k < features.length; k++) {
        kept[k] = random() < dropout ? 0 : 1;
        if (kept[k]) sum += weights[features.ids[k] as number] as number;
      }
      return sum / (1 - dropout);
    },
    move(slope, rate) {
      for (let k = 0; k < features.length; k++) {
        if (!kept[k]) continue;
        const id = features.ids[k] as number;
        squares[id] = (squares[id] as number) + slope * slope;
        weights[id] = (weights[id] as number) - (rate * slope) / Math.sqrt(squares[id] as number);
      }
    },
  };
}

function createNet(random: Random, rows: ReadonlyMap<string, number>): BoundaryNet {
  const numbers = (length: number, size: number): Float32Array =>
    Float32Array.from({ length }, () => (random() * 2 - 1) * size);
  const gateBias = new Float32Array(GATES);
  for (const first of [CARRIED, 3 * CARRIED]) gateBias.fill(KEEP, first, first + CARRIED);
  return {
    rows,
    words: numbers((KNOWN_ROWS + rows.size) * WIDTH, 0.3),
    places: numbers(WINDOW * WIDTH * HIDDEN, 0.15),
    bias: new Float32Array(HIDDEN),
    gates: numbers(GATE_WINDOW * WIDTH * GATES, 0.15),
    gateBias,
    states: numbers(2 * CARRIED * HIDDEN, 0.15),
    outputs: numbers(TASKS.length * HIDDEN, 0.2),
  };
}

function findRows(texts: readonly Unmarked[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of texts)
    for (const word of words.lower) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].filter(([word, count]) => count >= least && !/^\p{N}/u.test(word));
  common.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(common.map(([word], i) => [word, KNOWN_ROWS + i]));
}
