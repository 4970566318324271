import { CLASS } from './wordClasses.ts';
import type { Words } from './words.ts';

/**
 * A small network that sees the words around a gap (after Bengio et al. 2003): each word is a row of numbers, each place
 * in the window weighs them on its own, and the sums go through tanh to one score a task.
 */
export interface BoundaryNet {
  /** Row of each known word; the other words share rows by class and ending. */
  readonly rows: ReadonlyMap<string, number>;
  /** A row of `WIDTH` for each word. */
  readonly words: Float32Array;
  /** For each place of the window `WIDTH` times `HIDDEN`. */
  readonly places: Float32Array;
  readonly bias: Float32Array;
  /** For each task a weight for each hidden unit. */
  readonly outputs: Float32Array;
}

export const WIDTH = 16;
export const HIDDEN = 32;
/** Words seen on either side of the gap. */
export const SIDE = 6;
/** Rows for words that are not known, and one for what lies beyond the text. */
export const SHARED_ROWS = 1024;
const BEYOND = 0;
const FIRST_NAME = 8;
const FIRST_ENDING = 40;

/** The rows of a paragraph's words with `SIDE` rows of nothing on both sides. */
export function rowsOf(net: Pick<BoundaryNet, 'rows'>, words: Words): Int32Array {
  const rows = new Int32Array(words.length + 2 * SIDE).fill(BEYOND);
  for (let i = 0; i < words.length; i++)
    rows[i + SIDE] = net.rows.get(words.lower[i] as string) ?? sharedRow(words, i);
  return rows;
}

/** The row that a word shares if it is not known: that of its name, of its length as a figure, or of its class and ending. */
export function sharedRow({ lower, classes, names }: Words, index: number): number {
  const word = lower[index] as string;
  const name = names[index] as number;
  if (classes[index] === CLASS.number) return 1 + Math.min(6, word.length);
  if (name !== 0) return FIRST_NAME + name;
  let hash = (classes[index] as number) + 77;
  for (let i = Math.max(0, word.length - 2); i < word.length; i++)
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return FIRST_ENDING + (((hash ^ (hash >>> 15)) >>> 0) % (SHARED_ROWS - FIRST_ENDING));
}

/** What each word adds to the hidden units, at each place of the window; remembered for the words met most. */
export interface NetMemory {
  readonly known: Map<number, Float32Array>;
}

const REMEMBERED = 4096;
const WINDOW = 2 * SIDE;

function contributionOf(net: BoundaryNet, memory: NetMemory, row: number): Float32Array {
  const known = memory.known.get(row);
  if (known) return known;
  const sums = new Float32Array(WINDOW * HIDDEN);
  for (let place = 0; place < WINDOW; place++)
    for (let k = 0; k < WIDTH; k++) {
      const value = net.words[row * WIDTH + k] as number;
      const from = (place * WIDTH + k) * HIDDEN;
      for (let h = 0; h < HIDDEN; h++)
        sums[place * HIDDEN + h] =
          (sums[place * HIDDEN + h] as number) + value * (net.places[from + h] as number);
    }
  if (memory.known.size >= REMEMBERED) memory.known.clear();
  memory.known.set(row, sums);
  return sums;
}

/** The scores of the tasks for the gap before each word: those of the gap before word i at `i * tasks`. */
export function scoreGaps(net: BoundaryNet, memory: NetMemory, words: Words): Float32Array {
  const rows = rowsOf(net, words);
  const tasks = net.outputs.length / HIDDEN;
  const scores = new Float32Array(words.length * tasks);
  const hidden = new Float32Array(HIDDEN);
  const parts = Array.from(rows, (row) => contributionOf(net, memory, row));
  for (let i = 1; i < words.length; i++) {
    hidden.set(net.bias);
    for (let place = 0; place < WINDOW; place++) {
      const part = parts[i + place] as Float32Array;
      const from = place * HIDDEN;
      for (let h = 0; h < HIDDEN; h++) hidden[h] = (hidden[h] as number) + (part[from + h] as number);
    }
    for (let h = 0; h < HIDDEN; h++) {
      const value = Math.tanh(hidden[h] as number);
      for (let task = 0; task < tasks; task++)
        scores[i * tasks + task] =
          (scores[i * tasks + task] as number) + value * (net.outputs[task * HIDDEN + h] as number);
    }
  }
  return scores;
}
