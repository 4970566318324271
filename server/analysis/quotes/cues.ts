import { guessedSentence } from './boundaries.ts';
import { type CueWord, findCueWord } from './cueWords.ts';
import type { Features } from './scorer.ts';
import { CLASS } from './wordClasses.ts';
import { CLOSES, GUESSED, OPENS, type Words } from './words.ts';

/** A range of word indices, half-open. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** A word or phrase that may report somebody's words here. */
export interface CueCandidate extends Range {
  readonly word: CueWord;
  /** Hashes of the lemma and of the form with the lemma. */
  readonly lemma: number;
  readonly form: number;
}

export const CUE_TASK = 3;

/** The words of communication in a paragraph, in order, not overlapping. */
export function findCues(words: Words): readonly CueCandidate[] {
  const cues: CueCandidate[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = findCueWord(words.lower, i);
    if (!word || isConcession(words, i)) continue;
    cues.push({
      first: i,
      last: i + word.length,
      word,
      lemma: hashLemma(word),
      form: FORMS.indexOf(word.form),
    });
    i += word.length - 1;
  }
  return cues;
}

/** `That said, …` */
function isConcession({ lower, firsts }: Words, index: number): boolean {
  return lower[index] === 'said' && lower[index - 1] === 'that' && firsts[index] === index - 1;
}

const FORMS: readonly CueWord['form'][] = ['base', 'third', 'past', 'ing', 'noun', 'source'];

function hashLemma({ lemma }: CueWord): number {
  let hash = 7;
  for (let i = 0; i < lemma.length; i++) hash = Math.imul(hash, 31) + lemma.charCodeAt(i);
  return hash;
}

/** What speaks for a candidate reporting a clause or a quotation. */
export function addCueFeatures(features: Features, words: Words, cue: CueCandidate): void {
  const { hashes: w, classes: c, gaps: g, capitals: k, inside } = words;
  const { first, last, lemma, form } = cue;
  const before = first - 1;
  features.begin(CUE_TASK);
  const f = words.scraped ? 1 : 0;
  features.add(0, f);
  features.add(1, lemma);
  features.add(2, form, f);
  features.add(3, lemma, form);
  features.add(4, w[before] ?? 0, form);
  features.add(5, w[last] ?? 0, form);
  features.add(6, lemma, form, w[last] ?? 0);
  features.add(7, lemma, w[before] ?? 0);
  features.add(8, w[last] ?? 0, w[last + 1] ?? 0, form);
  features.add(9, w[before] ?? 0, w[before - 1] ?? 0, form);
  features.add(10, c[before] ?? 30, c[before - 1] ?? 30, form);
  features.add(11, c[last] ?? 30, c[last + 1] ?? 30, form);
  features.add(12, c[before] ?? 30, c[last] ?? 30, form);
  features.add(13, (c[last] ?? 30) * 32 + (c[last + 1] ?? 30), c[last + 2] ?? 30, form);
  features.add(14, g[first] as number, g[last] as number, form);
  features.add(15, g[first] as number, lemma);
  features.add(16, g[last] as number, lemma);
  features.add(17, g[last] as number, c[last] ?? 30, lemma);
  features.add(18, k[before] ?? 3, k[last] ?? 3, form);
  features.add(19, inside[first] === 0 ? 0 : 1, form);
  features.add(20, findWithin(words, last, 5, CLASS.that), form, lemma);
  features.add(21, verbWithin(words, last), form, f);
  features.add(22, verbWithin(words, last), lemma);
  features.add(23, quoteWithin(words, cue), form);
  features.add(24, quoteWithin(words, cue), lemma);
  features.add(25, edgeWithin(words, last), form, f);
  features.add(26, c[before] ?? 30, c[before - 1] ?? 30, lemma);
  features.add(27, c[last] ?? 30, c[last + 1] ?? 30, lemma);
  features.add(28, c[before] ?? 30, c[last] ?? 30, lemma);
  features.add(29, words.endings[before] ?? 0, form);
  features.add(30, words.names[before] ?? 0, words.names[last] ?? 0, form);
  features.add(31, words.names[before] ?? 0, c[last] ?? 30, form);
  features.add(32, words.names[first] ?? 0, form);
}

/** How many words on the class stands, or 9. */
function findWithin({ classes }: Words, from: number, reach: number, wordClass: number): number {
  for (let i = from; i < Math.min(classes.length, from + reach); i++)
    if (classes[i] === wordClass) return i - from;
  return 9;
}

/** How far on the next auxiliary and the next other verb form stand, in steps. */
function verbWithin({ classes, gaps }: Words, from: number): number {
  let auxiliary = 0;
  let past = 0;
  for (let i = from; i < Math.min(classes.length, from + 14); i++) {
    if (i > from && ((gaps[i] as number) & 15) >= 8 && (gaps[i] as number) < GUESSED) break;
    if (auxiliary === 0 && classes[i] === CLASS.auxiliary) auxiliary = 1 + ((i - from) >> 2);
    if (past === 0 && (classes[i] === CLASS.past || classes[i] === CLASS.third)) past = 1 + ((i - from) >> 2);
  }
  return auxiliary * 8 + past;
}

/** Whether and how near a quotation of the sentence begins after the cue or ends before it. */
function quoteWithin({ gaps, firsts, lasts }: Words, { first, last }: CueCandidate): number {
  let after = 0;
  const end = Math.min(lasts[first] as number, last + 16);
  for (let i = last; i < end && after === 0; i++)
    if ((gaps[i] as number) < GUESSED && (gaps[i] as number) & OPENS)
      after = 1 + Math.min(3, (i - last) >> 1);
  let before = 0;
  const start = Math.max(firsts[first] as number, first - 16);
  for (let i = first; i > start && before === 0; i--)
    if ((gaps[i] as number) < GUESSED && (gaps[i] as number) & CLOSES)
      before = 1 + Math.min(3, (first - i) >> 1);
  return after * 8 + before;
}

/** How near the end of the sentence is, or how strong the strongest guess of one in the next words. */
function edgeWithin({ gaps, lasts, scraped }: Words, last: number): number {
  if (!scraped) return Math.min(6, (lasts[last - 1] as number) - last);
  let strongest = 0;
  for (let i = last; i < Math.min(gaps.length, last + 4); i++)
    strongest = Math.max(strongest, guessedSentence(gaps[i] as number));
  return 8 + strongest;
}
