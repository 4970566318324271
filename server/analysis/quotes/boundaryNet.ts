import { addScaled, squash } from './vectors.ts';
import { CLASS } from './wordClasses.ts';
import type { Words } from './words.ts';

/**
 * A small network that sees the words around a gap (after Bengio et al. 2003) and remembers on both sides what it has
 * read (a quasi-recurrent network, Bradbury et al. 2017): each word is a row of numbers; gates that the words nearby
 * open and shut carry them on from the left and from the right; each place in the window and what was carried weigh
 * on hidden units, and those on one score a task.
 */
export interface BoundaryNet {
  /** Row of each known word, added to the one that it shares by class and ending. */
  readonly rows: ReadonlyMap<string, number>;
  /** A row of `WIDTH` for each word: those shared, those of names, those of known words. */
  readonly words: Float32Array;
  /** For each place of the window `WIDTH` times `HIDDEN`. */
  readonly places: Float32Array;
  readonly bias: Float32Array;
  /** For each word beside and the word itself `WIDTH` times `GATES`. */
  readonly gates: Float32Array;
  readonly gateBias: Float32Array;
  /** What was carried from the left and from the right, twice `CARRIED` times `HIDDEN`. */
  readonly states: Float32Array;
  /** For each task a weight for each hidden unit. */
  readonly outputs: Float32Array;
}

export const WIDTH = 16;
export const HIDDEN = 32;
/** Words seen on either side of the gap. */
export const SIDE = 4;
export const WINDOW = 2 * SIDE;
/** Numbers carried on in each direction. */
export const CARRIED = 32;
/** For each direction what a word gives and how much of what was carried it keeps. */
export const GATES = 4 * CARRIED;
/** The gates of a word see it and one word on either side. */
export const GATE_WINDOW = 3;

/** Rows that words share by class and ending, then those of the labels of names, then those of known words. */
export const SHARED_ROWS = 1024;
export const KNOWN_ROWS = SHARED_ROWS + 40;
const FIRST_ENDING = 40;

/** The row that a word shares with others: of its length if it is a figure, else of its class and ending. */
export function sharedRow({ lower, classes }: Pick<Words, 'lower' | 'classes'>, index: number): number {
  const word = lower[index] as string;
  if (classes[index] === CLASS.number) return 1 + Math.min(6, word.length);
  let hash = (classes[index] as number) + 77;
  for (let i = Math.max(0, word.length - 2); i < word.length; i++)
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return FIRST_ENDING + (((hash ^ (hash >>> 15)) >>> 0) % (SHARED_ROWS - FIRST_ENDING));
}

/** What each word adds to the hidden units at each place of the window, then to its gates and its neighbours'. */
const PART = WINDOW * HIDDEN + GATE_WINDOW * GATES;

/** What the words met most add. */
export interface NetMemory {
  readonly known: Map<string, Float32Array>;
}

const REMEMBERED = 4096;

/** The scores of the tasks for the gap before each word: those of the gap before word i at `i * tasks`. */
export function scoreGaps(net: BoundaryNet, memory: NetMemory, words: Words): Float32Array {
  const { length } = words;
  const tasks = net.outputs.length / HIDDEN;
  const scores = new Float32Array(length * tasks);
  const parts = readParts(net, memory, words);
  const { left, right } = runGates(readGates(net, parts, length), length);
  const hidden = new Float32Array(HIDDEN);
  const { bias, states, outputs } = net;
  for (let i = 1; i < length; i++) {
    if (GOES_ON.has(words.lower[i - 1] as string)) {
      scores.fill(NEVER, i * tasks, (i + 1) * tasks);
      continue;
    }
    // Two places, and two numbers that were carried, at a time: most of the time is spent here.
    for (let h = 0; h < HIDDEN; h++) hidden[h] = bias[h] as number;
    for (let place = 0; place < WINDOW; place += 2) {
      const first = parts[i + place] as Float32Array;
      const second = parts[i + place + 1] as Float32Array;
      const from = place * HIDDEN;
      for (let h = 0; h < HIDDEN; h++)
        hidden[h] =
          (hidden[h] as number) + (first[from + h] as number) + (second[from + HIDDEN + h] as number);
    }
    for (let s = 0; s < CARRIED; s++) {
      const a = left[i * CARRIED + s] as number;
      const b = right[i * CARRIED + s] as number;
      const from = s * HIDDEN;
      const to = (CARRIED + s) * HIDDEN;
      for (let h = 0; h < HIDDEN; h++)
        hidden[h] = (hidden[h] as number) + a * (states[from + h] as number) + b * (states[to + h] as number);
    }
    for (let h = 0; h < HIDDEN; h++) {
      const value = squash(hidden[h] as number);
      for (let task = 0; task < tasks; task++)
        scores[i * tasks + task] =
          (scores[i * tasks + task] as number) + value * (outputs[task * HIDDEN + h] as number);
    }
  }
  return scores;
}

/** Words after which hardly anything ends; a fifth of all gaps need no look. */
const GOES_ON = new Set(
  'the a an of and or at from with into between its their our my your his every'.split(' '),
);
const NEVER = -8;

const NOTHING = new Float32Array(PART);

/** What each word of a paragraph adds, with `SIDE` times nothing on both sides. */
function readParts(net: BoundaryNet, memory: NetMemory, words: Words): readonly Float32Array[] {
  const { length } = words;
  const parts = new Array<Float32Array>(length + 2 * SIDE).fill(NOTHING);
  for (let i = 0; i < length; i++) {
    const word = words.lower[i] as string;
    const name = words.names[i] as number;
    const key = name === 0 ? word : `${name} ${word}`;
    let part = memory.known.get(key);
    if (!part) {
      part = toPart(net, [
        sharedRow(words, i),
        net.rows.get(word),
        name === 0 ? undefined : SHARED_ROWS + name,
      ]);
      if (memory.known.size >= REMEMBERED) memory.known.clear();
      memory.known.set(key, part);
    }
    parts[i + SIDE] = part;
  }
  return parts;
}

function toPart(net: BoundaryNet, rows: readonly (number | undefined)[]): Float32Array {
  const part = new Float32Array(PART);
  for (let k = 0; k < WIDTH; k++) {
    let value = 0;
    for (const row of rows) if (row !== undefined) value += net.words[row * WIDTH + k] as number;
    for (let place = 0; place < WINDOW; place++)
      addScaled(part, place * HIDDEN, value, net.places, (place * WIDTH + k) * HIDDEN, HIDDEN);
    for (let place = 0; place < GATE_WINDOW; place++)
      addScaled(part, WINDOW * HIDDEN + place * GATES, value, net.gates, (place * WIDTH + k) * GATES, GATES);
  }
  return part;
}

/** The gates of each word before they are squashed. */
function readGates(net: BoundaryNet, parts: readonly Float32Array[], length: number): Float32Array {
  const gates = new Float32Array(length * GATES);
  const first = WINDOW * HIDDEN;
  for (let i = 0; i < length; i++) {
    const [before, own, after] = [parts[i + SIDE - 1], parts[i + SIDE], parts[i + SIDE + 1]] as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    for (let j = 0; j < GATES; j++)
      gates[i * GATES + j] =
        (net.gateBias[j] as number) +
        (before[first + j] as number) +
        (own[first + GATES + j] as number) +
        (after[first + 2 * GATES + j] as number);
  }
  return gates;
}

/** Squashes the gates of each word and carries on; gates are kept squashed for who wants to learn from them. */
export function runGates(
  gates: Float32Array,
  length: number,
): { readonly left: Float32Array; readonly right: Float32Array } {
  for (let from = 0; from < length * GATES; from += 2 * CARRIED)
    for (let s = 0; s < CARRIED; s++) {
      gates[from + s] = squash(gates[from + s] as number);
      gates[from + CARRIED + s] = 0.5 + 0.5 * squash(gates[from + CARRIED + s] as number);
    }
  const left = new Float32Array((length + 1) * CARRIED);
  const right = new Float32Array((length + 1) * CARRIED);
  for (let i = 0; i < length; i++)
    for (let s = 0; s < CARRIED; s++) {
      const keep = gates[i * GATES + CARRIED + s] as number;
      left[(i + 1) * CARRIED + s] =
        keep * (left[i * CARRIED + s] as number) + (1 - keep) * (gates[i * GATES + s] as number);
    }
  for (let i = length - 1; i >= 0; i--)
    for (let s = 0; s < CARRIED; s++) {
      const keep = gates[i * GATES + 3 * CARRIED + s] as number;
      right[i * CARRIED + s] =
        keep * (right[(i + 1) * CARRIED + s] as number) +
        (1 - keep) * (gates[i * GATES + 2 * CARRIED + s] as number);
    }
  return { left, right };
}
