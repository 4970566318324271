import { type BoundaryNet, type NetMemory, scoreGaps } from './boundaryNet.ts';
import { chance, type Features, type Scorer, score } from './scorer.ts';
import { GUESSED, type Words } from './words.ts';

/** The tasks of the boundary model: does a sentence begin before the word, did a comma or the like stand there? */
export const SENTENCE_TASK = 1;
export const COMMA_TASK = 2;

/** What guesses boundaries: the network and hashed features beside it ("wide and deep", Cheng et al. 2016). */
export interface BoundaryModel {
  readonly net: BoundaryNet;
  readonly wide: Scorer;
  readonly memory: NetMemory;
}

/** Guesses where the sentences and commas of a scraped paragraph stood, and writes it into its gaps. */
export function guessBoundaries(
  { net, wide, memory }: BoundaryModel,
  words: Words,
  features: Features,
): void {
  const scores = scoreGaps(net, memory, words);
  for (let i = 1; i < words.length; i++) {
    addBoundaryFeatures(features, SENTENCE_TASK, words, i);
    const sentence = (scores[2 * i] as number) + score(wide, features);
    addBoundaryFeatures(features, COMMA_TASK, words, i);
    const comma = (scores[2 * i + 1] as number) + score(wide, features);
    words.chances[i] = chance(sentence);
    const strength = Math.max(0, Math.min(15, Math.floor((sentence + LEAST_SCORE) * 2)));
    words.gaps[i] = GUESSED + strength * 4 + Math.max(0, Math.min(3, Math.floor(comma / 1.5) + 2));
  }
}

const LEAST_SCORE = 5;

/** From this strength on a sentence rather begins at a gap than not. */
export const LIKELY = 10;

/** The strength from 0 to 15 with which a sentence was guessed to begin at a gap. */
export function guessedSentence(gap: number): number {
  return gap < GUESSED ? 0 : (gap - GUESSED) >> 2;
}

/** What speaks for a boundary before the word: the words around it, their classes and endings. */
export function addBoundaryFeatures(features: Features, task: number, words: Words, i: number): void {
  const { hashes: w, classes: c, endings: e } = words;
  features.begin(task);
  const [w3, w2, w1] = [w[i - 3] ?? 0, w[i - 2] ?? 0, w[i - 1] ?? 0];
  const [v0, v1, v2] = [w[i] ?? 0, w[i + 1] ?? 0, w[i + 2] ?? 0];
  const [c3, c2, c1] = [c[i - 3] ?? 30, c[i - 2] ?? 30, c[i - 1] ?? 30];
  const [d0, d1, d2] = [c[i] ?? 30, c[i + 1] ?? 30, c[i + 2] ?? 30];
  features.add(0);
  features.add(1, w1);
  features.add(2, v0);
  features.add(3, w2);
  features.add(4, v1);
  features.add(5, w1, v0);
  features.add(6, w2, w1);
  features.add(7, v0, v1);
  features.add(8, w2, w1, v0);
  features.add(9, w1, v0, v1);
  features.add(10, v0, v1, v2);
  features.add(11, w3);
  features.add(12, v2);
  features.add(13, c1, d0);
  features.add(14, c2, c1, d0);
  features.add(15, c1, d0, d1);
  features.add(16, c3 * 32 + c2, c1, d0);
  features.add(17, c1, d0, d1 * 32 + d2);
  features.add(18, c2 * 32 + c1, d0, d1);
  features.add(19, e[i - 1] ?? 0);
  features.add(20, e[i] ?? 0);
  features.add(21, e[i - 1] ?? 0, e[i] ?? 0);
  features.add(22, w1, d0, d1);
  features.add(23, v0, c1, c2);
  features.add(24, e[i - 1] ?? 0, v0, d1);
  features.add(25, c1 * 32 + d0, d1, v2);
  const { names: n } = words;
  const name = (n[i - 1] ?? 0) * 16 + (n[i] ?? 0);
  features.add(26, name, (n[i + 1] ?? 0) * 16 + (n[i - 2] ?? 0));
  features.add(27, name, c1, d0);
  features.add(28, name, v0);
  features.add(29, name, w1);
}
