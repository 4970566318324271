import {
  type BoundaryNet,
  CARRIED,
  GATE_WINDOW,
  GATES,
  HIDDEN,
  runGates,
  SIDE,
  WIDTH,
  WINDOW,
} from '../../analysis/quotes/boundaryNet.ts';
import { addScaled, dot, slopeAt, squash } from '../../analysis/quotes/vectors.ts';

/** The rows of a stretch of words with `SIDE` words more on both sides, several for each word; 0 for none. */
export type StretchRows = readonly Int32Array[];

/** Learns the network by heart, one stretch of words after the other. */
export interface NetLearner {
  /** Reads a stretch of so many words. */
  read(rows: StretchRows, length: number): void;
  /** The scores of the tasks for the gap before a word of the stretch. */
  scoreGap(index: number): Float32Array;
  /** Notes by what the scores of the last gap should go down. */
  note(slopes: Float32Array): void;
  /** Moves all weights against what was noted since the stretch was read, at a share of the rates. */
  step(share: number): void;
}

interface Rates {
  readonly rate: number;
  /** The rate of the rows of words. */
  readonly rowRate: number;
}

/** A learner of the network, whose numbers it changes: Adam (Kingma & Ba 2015), for the rows of words AdaGrad. */
export function createLearner(net: BoundaryNet, { rate, rowRate }: Rates): NetLearner {
  const [places, bias, gateWeights, gateBias, states, outputs] = [
    net.places,
    net.bias,
    net.gates,
    net.gateBias,
    net.states,
    net.outputs,
  ].map(toMoved) as [Moved, Moved, Moved, Moved, Moved, Moved];
  const rowSquares = new Float32Array(net.words.length).fill(0.01);
  const tasks = net.outputs.length / HIDDEN;
  const scores = new Float32Array(tasks);
  const hidden = new Float32Array(HIDDEN);
  const hiddenSlopes = new Float32Array(HIDDEN);
  let steps = 0;
  let rows: StretchRows = [];
  let length = 0;
  let at = 0;
  let inputs: Float32Array = new Float32Array(0);
  let inputSlopes = inputs;
  let gates = inputs;
  let left = inputs;
  let right = inputs;
  let leftSlopes = inputs;
  let rightSlopes = inputs;

  return {
    read(own, count) {
      rows = own;
      length = count;
      inputs = new Float32Array((length + 2 * SIDE) * WIDTH);
      inputSlopes = new Float32Array(inputs.length);
      for (const list of rows)
        list.forEach((row, t) => {
          if (row !== 0) addScaled(inputs, t * WIDTH, 1, net.words, row * WIDTH, WIDTH);
        });
      gates = new Float32Array(length * GATES);
      for (let t = 0; t < length; t++) {
        gates.set(net.gateBias, t * GATES);
        for (let k = 0; k < GATE_WINDOW * WIDTH; k++)
          addScaled(gates, t * GATES, inputs[gateInput(t) + k] as number, net.gates, k * GATES, GATES);
      }
      ({ left, right } = runGates(gates, length));
      leftSlopes = new Float32Array(left.length);
      rightSlopes = new Float32Array(right.length);
      for (const { slopes } of [places, bias, gateWeights, gateBias, states, outputs]) slopes.fill(0);
    },
    scoreGap(index) {
      at = index;
      hidden.set(net.bias);
      for (let k = 0; k < WINDOW * WIDTH; k++)
        addScaled(hidden, 0, inputs[at * WIDTH + k] as number, net.places, k * HIDDEN, HIDDEN);
      for (let s = 0; s < CARRIED; s++) {
        addScaled(hidden, 0, left[at * CARRIED + s] as number, net.states, s * HIDDEN, HIDDEN);
        addScaled(hidden, 0, right[at * CARRIED + s] as number, net.states, (CARRIED + s) * HIDDEN, HIDDEN);
      }
      for (let h = 0; h < HIDDEN; h++) hidden[h] = squash(hidden[h] as number);
      for (let task = 0; task < tasks; task++)
        scores[task] = dot(hidden, 0, net.outputs, task * HIDDEN, HIDDEN);
      return scores;
    },
    note(taskSlopes) {
      hiddenSlopes.fill(0);
      taskSlopes.forEach((slope, task) => {
        if (slope === 0) return;
        addScaled(hiddenSlopes, 0, slope, net.outputs, task * HIDDEN, HIDDEN);
        addScaled(outputs.slopes, task * HIDDEN, slope, hidden, 0, HIDDEN);
      });
      for (let h = 0; h < HIDDEN; h++)
        hiddenSlopes[h] = (hiddenSlopes[h] as number) * slopeAt(hidden[h] as number);
      addScaled(bias.slopes, 0, 1, hiddenSlopes, 0, HIDDEN);
      for (let k = 0; k < WINDOW * WIDTH; k++) passBack(at * WIDTH + k, inputs, inputSlopes, places, k);
      for (let s = 0; s < CARRIED; s++) {
        passBack(at * CARRIED + s, left, leftSlopes, states, s);
        passBack(at * CARRIED + s, right, rightSlopes, states, CARRIED + s);
      }
    },
    step(share) {
      const gateSlopes = slopesOfGates(gates, length, left, right, leftSlopes, rightSlopes);
      for (let t = 0; t < length; t++) {
        addScaled(gateBias.slopes, 0, 1, gateSlopes, t * GATES, GATES);
        for (let k = 0; k < GATE_WINDOW * WIDTH; k++) {
          const input = gateInput(t) + k;
          addScaled(gateWeights.slopes, k * GATES, inputs[input] as number, gateSlopes, t * GATES, GATES);
          inputSlopes[input] =
            (inputSlopes[input] as number) + dot(gateSlopes, t * GATES, net.gates, k * GATES, GATES);
        }
      }
      steps++;
      const warm = share * Math.min(1, steps / 200);
      for (const table of [places, bias, gateWeights, gateBias, states, outputs])
        move(table, rate * warm, steps);
      for (const list of rows)
        list.forEach((row, t) => {
          if (row !== 0) moveRow(row * WIDTH, t * WIDTH, rowRate * share);
        });
    },
  };

  /** The slope of an input of the hidden units, and those of its weights. */
  function passBack(
    index: number,
    values: Float32Array,
    slopes: Float32Array,
    table: Moved,
    row: number,
  ): void {
    slopes[index] = (slopes[index] as number) + dot(hiddenSlopes, 0, table.values, row * HIDDEN, HIDDEN);
    addScaled(table.slopes, row * HIDDEN, values[index] as number, hiddenSlopes, 0, HIDDEN);
  }

  function moveRow(to: number, from: number, step: number): void {
    for (let k = 0; k < WIDTH; k++) {
      const slope = inputSlopes[from + k] as number;
      const square = (rowSquares[to + k] as number) + slope * slope;
      rowSquares[to + k] = square;
      net.words[to + k] = (net.words[to + k] as number) - (step * slope) / Math.sqrt(square);
    }
  }
}

/** Where the inputs of a word's gates begin. */
function gateInput(word: number): number {
  return (word + SIDE - ((GATE_WINDOW - 1) >> 1)) * WIDTH;
}

/** Back through time: the slopes of the gates before they were squashed. */
function slopesOfGates(
  gates: Float32Array,
  length: number,
  left: Float32Array,
  right: Float32Array,
  leftSlopes: Float32Array,
  rightSlopes: Float32Array,
): Float32Array {
  const slopes = new Float32Array(gates.length);
  const through = (gate: number, from: number, to: number, values: Float32Array, own: Float32Array): void => {
    const slope = own[to] as number;
    const given = gates[gate] as number;
    const keep = gates[gate + CARRIED] as number;
    own[from] = (own[from] as number) + slope * keep;
    slopes[gate] = slope * (1 - keep) * slopeAt(given);
    slopes[gate + CARRIED] = slope * ((values[from] as number) - given) * 0.5 * slopeAt(2 * keep - 1);
  };
  for (let t = length - 1; t >= 0; t--)
    for (let s = 0; s < CARRIED; s++)
      through(t * GATES + s, t * CARRIED + s, (t + 1) * CARRIED + s, left, leftSlopes);
  for (let t = 0; t < length; t++)
    for (let s = 0; s < CARRIED; s++)
      through(t * GATES + 2 * CARRIED + s, (t + 1) * CARRIED + s, t * CARRIED + s, right, rightSlopes);
  return slopes;
}

/** Numbers that Adam moves. */
interface Moved {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly means: Float32Array;
  readonly squares: Float32Array;
}

function toMoved(values: Float32Array): Moved {
  const { length } = values;
  return {
    values,
    slopes: new Float32Array(length),
    means: new Float32Array(length),
    squares: new Float32Array(length),
  };
}

function move({ values, slopes, means, squares }: Moved, rate: number, steps: number): void {
  const first = 1 - 0.9 ** steps;
  const second = 1 - 0.999 ** steps;
  for (let i = 0; i < values.length; i++) {
    const slope = slopes[i] as number;
    const mean = 0.9 * (means[i] as number) + 0.1 * slope;
    const square = 0.999 * (squares[i] as number) + 0.001 * slope * slope;
    means[i] = mean;
    squares[i] = square;
    values[i] = (values[i] as number) - (rate * mean) / first / (Math.sqrt(square / second) + 1e-8);
  }
}
