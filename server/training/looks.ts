import { eachPart, LOOK_BUCKETS, LOOK_SCALE, LOOKS } from '../analysis/tagger/looks.ts';
import { type Random, shuffle } from './random.ts';

/** Lower-case words by what they are: one list for each of LOOKS. */
export type LookLists = Readonly<Record<(typeof LOOKS)[number], ReadonlySet<string>>>;

const EPOCHS = 4;
const RATE = 0.25;
/** Share of the parts of a word that are left out each time. */
const HIDDEN = 0.4;

/** The section `looks`: a logistic model (AdaGrad) of the lists over the n-grams of their words. */
export function learnLooks(random: Random, lists: LookLists): Int8Array {
  const width = LOOKS.length;
  const weights = new Float32Array(LOOK_BUCKETS * width);
  const squares = new Float32Array(LOOK_BUCKETS * width).fill(0.1);
  const items = LOOKS.flatMap((look, label) => Array.from(lists[look], (word) => ({ word, label })));
  const rows: number[] = [];
  const shares = new Float64Array(width);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const { word, label } of shuffle(random, items)) {
      rows.length = 0;
      eachPart(word, (row) => {
        if (random() >= HIDDEN) rows.push(row);
      });
      shares.fill(0);
      for (const row of rows)
        for (let k = 0; k < width; k++)
          shares[k] = (shares[k] as number) + (weights[row * width + k] as number) / (1 - HIDDEN);
      toShares(shares);
      shares[label] = (shares[label] as number) - 1;
      for (const row of rows)
        for (let k = 0; k < width; k++) {
          const at = row * width + k;
          const slope = shares[k] as number;
          squares[at] = (squares[at] as number) + slope * slope;
          weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(squares[at] as number);
        }
    }
  }
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / LOOK_SCALE))));
}

function toShares(scores: Float64Array): void {
  const top = Math.max(...scores);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp((scores[k] as number) - top);
    sum += scores[k] as number;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / sum;
}
