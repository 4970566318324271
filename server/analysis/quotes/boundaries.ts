import { chance, type Features, type Scorer, score } from './scorer.ts';
import { GUESSED, type Words } from './words.ts';

/** The tasks of the boundary model: does a sentence begin before the word, did a comma or the like stand there? */
export const SENTENCE_TASK = 1;
export const COMMA_TASK = 2;

/** Guesses where the sentences and commas of a scraped paragraph stood, and writes it into its gaps. */
export function guessBoundaries(scorer: Scorer, words: Words, features: Features): void {
  for (let i = 1; i < words.length; i++) {
    addBoundaryFeatures(features, SENTENCE_TASK, words, i);
    const sentence = chance(score(scorer, features));
    addBoundaryFeatures(features, COMMA_TASK, words, i);
    const comma = chance(score(scorer, features));
    words.gaps[i] = GUESSED + Math.min(7, Math.floor(sentence * 8)) * 4 + Math.min(3, Math.floor(comma * 4));
  }
}

/** The strength from 0 to 7 with which a sentence was guessed to begin at a gap. */
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
}
