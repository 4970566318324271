import { addBoundaryFeatures, COMMA_TASK, SENTENCE_TASK } from '../../analysis/quotes/boundaries.ts';
import {
  type BoundaryNet,
  HIDDEN,
  rowsOf,
  SHARED_ROWS,
  SIDE,
  sharedRow,
  WIDTH,
} from '../../analysis/quotes/boundaryNet.ts';
import { Features, type Scorer, TABLE_BITS } from '../../analysis/quotes/scorer.ts';
import { GAP, splitWords, type Words } from '../../analysis/quotes/words.ts';
import type { PlainParagraph } from '../../analysis/reading.ts';
import { splitTokens } from '../../text/tokens.ts';
import { createRandom, type Random, shuffle } from '../random.ts';
import { readParagraphs, type SpeechDocument } from './documents.ts';

/** A text as it would be scraped, with what stood before each word: 0 nothing, 1 a comma or the like, 2 a sentence's end. */
export interface Unmarked {
  readonly words: Words;
  readonly kinds: Uint8Array;
}

/** Takes the marks of an edited text away and keeps them as what is to be learnt; undefined for odd texts. */
export function unmark(document: SpeechDocument, labelsOf: LabelsOf): Unmarked | undefined {
  const paragraphs = readParagraphs({ ...document, quotes: [] }, 'edited').map((paragraph) =>
    splitWords(paragraph, []),
  );
  const text = paragraphs.map(({ lower }) => lower.join(' ')).join(' ');
  const scraped = { text, form: 'scraped' as const, tokens: splitTokens(text), sentences: [] };
  const words = splitWords(scraped, [], labelsOf(scraped));
  const gaps = paragraphs.flatMap((own) => [...own.gaps.subarray(0, own.length)]);
  if (gaps.length !== words.length) return undefined;
  const kinds = Uint8Array.from(gaps, (gap) => {
    const kind = gap & 15;
    return kind >= GAP.sentence ? 2 : kind > GAP.joined ? 1 : 0;
  });
  return { words, kinds };
}

/** The labels of names of a paragraph's tokens. */
export type LabelsOf = (paragraph: PlainParagraph) => Uint8Array;

export interface NetOptions {
  readonly epochs: number;
  readonly rate: number;
  /** The rate of the hashed features beside the network. */
  readonly wideRate: number;
  /** Words seen less often share rows. */
  readonly least: number;
  /** Share of the known words that are read as unknown, so that shared rows learn. */
  readonly unknown: number;
  /** Share of the gaps without any mark that are left out. */
  readonly skipped: number;
  readonly seed: number;
}

const TASKS = 2;
const WINDOW = 2 * SIDE;

/** Trains the network and the hashed features together, AdaGrad on one gap after the other. */
export function trainNet(
  texts: readonly Unmarked[],
  options: NetOptions,
  log: (line: string) => void,
): { readonly net: BoundaryNet; readonly wide: Scorer } {
  const random = createRandom(options.seed);
  const rows = findRows(texts, options.least);
  const count = SHARED_ROWS + rows.size;
  const net = {
    rows,
    words: randomTable(random, count * WIDTH, 0.3),
    places: randomTable(random, WINDOW * WIDTH * HIDDEN, 0.15),
    bias: new Float32Array(HIDDEN),
    outputs: randomTable(random, TASKS * HIDDEN, 0.2),
  };
  const squares = {
    words: new Float32Array(count * WIDTH).fill(0.01),
    places: new Float32Array(WINDOW * WIDTH * HIDDEN).fill(0.01),
    bias: new Float32Array(HIDDEN).fill(0.01),
    outputs: new Float32Array(TASKS * HIDDEN).fill(0.01),
  };
  const wide = new Float32Array(1 << TABLE_BITS);
  const wideSquares = new Float32Array(1 << TABLE_BITS).fill(0.01);
  const features = [new Features(), new Features()] as const;
  const hidden = new Float32Array(HIDDEN);
  const slopes = new Float32Array(HIDDEN);
  const rowSlopes = new Float32Array(WIDTH);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const fade = 1 - (0.85 * epoch) / options.epochs;
    const rate = options.rate * fade;
    const wideRate = options.wideRate * fade;
    let loss = 0;
    let seen = 0;
    for (const { words, kinds } of shuffle(random, texts)) {
      const known = rowsOf(net, words);
      for (let i = 0; i < words.length; i++)
        if (random() < options.unknown) known[i + SIDE] = sharedRow(words, i);
      for (let i = 1; i < words.length; i++) {
        const kind = kinds[i] as number;
        const kept = kind !== 0 || random() >= options.skipped;
        if (!kept) continue;
        const weight = kind === 0 ? 1 / (1 - options.skipped) : 1;
        hidden.set(net.bias);
        for (let place = 0; place < WINDOW; place++) {
          const row = (known[i + place] as number) * WIDTH;
          for (let k = 0; k < WIDTH; k++) {
            const value = net.words[row + k] as number;
            const from = (place * WIDTH + k) * HIDDEN;
            for (let h = 0; h < HIDDEN; h++)
              hidden[h] = (hidden[h] as number) + value * (net.places[from + h] as number);
          }
        }
        for (let h = 0; h < HIDDEN; h++) hidden[h] = Math.tanh(hidden[h] as number);
        slopes.fill(0);
        for (let task = 0; task < TASKS; task++) {
          if (task === 1 && kind === 2) continue;
          const right = task === 0 ? (kind === 2 ? 1 : 0) : kind;
          const own = features[task] as Features;
          addBoundaryFeatures(own, task === 0 ? SENTENCE_TASK : COMMA_TASK, words, i);
          let score = 0;
          for (let k = 0; k < own.length; k++) score += wide[own.ids[k] as number] as number;
          for (let h = 0; h < HIDDEN; h++)
            score += (hidden[h] as number) * (net.outputs[task * HIDDEN + h] as number);
          const chance = 1 / (1 + Math.exp(-score));
          if (task === 0) {
            loss -= Math.log(Math.max(1e-9, right ? chance : 1 - chance)) * weight;
            seen += weight;
          }
          const slope = (chance - right) * weight;
          for (let k = 0; k < own.length; k++) {
            const id = own.ids[k] as number;
            wideSquares[id] = (wideSquares[id] as number) + slope * slope;
            wide[id] = (wide[id] as number) - (wideRate * slope) / Math.sqrt(wideSquares[id] as number);
          }
          for (let h = 0; h < HIDDEN; h++) {
            const at = task * HIDDEN + h;
            slopes[h] = (slopes[h] as number) + slope * (net.outputs[at] as number);
            step(net.outputs, squares.outputs, at, slope * (hidden[h] as number), rate);
          }
        }
        let size = 0;
        for (let h = 0; h < HIDDEN; h++) {
          const value = hidden[h] as number;
          const slope = (slopes[h] as number) * (1 - value * value);
          slopes[h] = slope;
          size += Math.abs(slope);
          step(net.bias, squares.bias, h, slope, rate);
        }
        if (size < 1e-3) continue;
        for (let place = 0; place < WINDOW; place++) {
          const row = (known[i + place] as number) * WIDTH;
          for (let k = 0; k < WIDTH; k++) {
            const value = net.words[row + k] as number;
            const from = (place * WIDTH + k) * HIDDEN;
            let sum = 0;
            for (let h = 0; h < HIDDEN; h++) {
              const slope = slopes[h] as number;
              sum += slope * (net.places[from + h] as number);
              const gradient = slope * value;
              const square = (squares.places[from + h] as number) + gradient * gradient;
              squares.places[from + h] = square;
              net.places[from + h] = (net.places[from + h] as number) - (rate * gradient) / Math.sqrt(square);
            }
            rowSlopes[k] = sum;
          }
          for (let k = 0; k < WIDTH; k++)
            step(net.words, squares.words, row + k, rowSlopes[k] as number, rate);
        }
      }
    }
    log(`  epoch ${epoch + 1}: loss ${(loss / seen).toFixed(4)}, ${rows.size} words`);
  }
  return { net, wide: { weights: wide, unit: 1 } };
}

function step(values: Float32Array, squares: Float32Array, at: number, slope: number, rate: number): void {
  const square = (squares[at] as number) + slope * slope;
  squares[at] = square;
  values[at] = (values[at] as number) - (rate * slope) / Math.sqrt(square);
}

function findRows(texts: readonly Unmarked[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of texts)
    for (const word of words.lower) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].filter(([word, count]) => count >= least && !/^\p{N}/u.test(word));
  common.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(common.map(([word], i) => [word, SHARED_ROWS + i]));
}

function randomTable(random: Random, length: number, size: number): Float32Array {
  return Float32Array.from({ length }, () => (random() * 2 - 1) * size);
}
