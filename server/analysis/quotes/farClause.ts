import { guessedSentence, LIKELY } from './boundaries.ts';
import type { CueCandidate, Range } from './cues.ts';
import { addFarUnmarked } from './farUnmarked.ts';
import type { Side } from './places.ts';
import type { Features } from './scorer.ts';
import { bucket, cueAhead, hasFirstPerson, nameEdge, relationTo, verbsAhead } from './surroundings.ts';
import { CLASS } from './wordClasses.ts';
import { GAP, GUESSED, OPENS, type Words } from './words.ts';

const RIGHT_FAR = 7;
const LEFT_FAR = 9;

/** What speaks for the clause's other edge. */
export function addFarClause(
  features: Features,
  words: Words,
  cue: CueCandidate,
  speaker: Range | undefined,
  side: Side,
  near: number,
  place: number,
  run: Run,
): void {
  if (words.scraped) {
    addFarUnmarked(features, words, cue, speaker, side, near, place, run);
    features.offset = run.stays + Math.log(endingAt(words, place));
    return;
  }
  const { hashes: w, classes: c, gaps: g, capitals: k, endings: e } = words;
  const f = words.scraped ? 1 : 0;
  const right = side === 'right';
  features.begin(right ? RIGHT_FAR : LEFT_FAR);
  const length = Math.abs(place - near);
  const long = bucket(length);
  const gap = g[place] as number;
  const [c2, c1, d0, d1, d2] = [
    c[place - 2] ?? 30,
    c[place - 1] ?? 30,
    c[place] ?? 30,
    c[place + 1] ?? 30,
    c[place + 2] ?? 30,
  ];
  const edge = place === words.firsts[cue.first] || place === words.lasts[cue.first] ? 1 : 0;
  features.add(0, long, f, edge);
  features.add(1, long, gap);
  features.add(2, gap, edge, cue.form);
  features.add(3, gap, d0, f);
  features.add(4, gap, w[place] ?? 0);
  features.add(5, gap, w[place - 1] ?? 0);
  features.add(6, c1, d0, f);
  features.add(7, c2 * 32 + c1, d0, f);
  features.add(8, c1, d0 * 32 + d1, f);
  features.add(9, gap, d0 * 32 + d1, d2);
  features.add(10, w[place - 1] ?? 0);
  features.add(11, w[place] ?? 0);
  features.add(12, w[place - 1] ?? 0, w[place] ?? 0);
  features.add(13, w[place] ?? 0, w[place + 1] ?? 0);
  features.add(14, w[place - 2] ?? 0, w[place - 1] ?? 0);
  const expected = Math.min(12, Math.round(run.expected * 4));
  const strength = guessedSentence(gap);
  const stronger = strength > run.strongest ? 2 : strength === run.strongest ? 1 : 0;
  features.add(15, run.crossed, run.strongest, gap);
  features.add(34, expected, strength, f);
  features.add(35, expected, stronger, strength);
  features.add(
    36,
    expected,
    stronger,
    run.first * 2 + hasFirstPerson(words, place, Math.min(words.length, place + 6)),
  );
  features.add(37, expected, long, cue.form);
  features.add(38, stronger, strength, d0);
  const voice = (words.voices[place] ?? 3) * 4 + (words.voices[place - 1] ?? 3);
  features.add(43, voice, gap, f);
  features.add(44, voice, expected, long);
  features.add(45, voice, d0, f);
  const name = nameEdge(words, place);
  const { names } = words;
  features.add(39, name, gap, f);
  features.add(40, (names[place] ?? 0) * 16 + (names[place - 1] ?? 0), gap);
  features.add(41, name, verbsAhead(words, place), gap);
  features.add(42, (names[place] ?? 0) * 16 + (names[place - 1] ?? 0), c1 * 32 + d0);
  features.add(16, run.crossed, long, f);
  features.add(17, run.verbs, gap, f);
  features.add(18, run.verbs, long, f);
  features.add(19, run.commas, gap, f);
  features.add(20, run.first * 2 + hasFirstPerson(words, place, Math.min(words.length, place + 6)), gap, f);
  features.add(21, cueAhead(words, place), gap, f);
  features.add(22, cue.lemma, gap, edge);
  features.add(23, (k[place] ?? 3) * 4 + (k[place - 1] ?? 3), gap);
  features.add(24, e[place - 1] ?? 0, gap);
  features.add(25, run.quotes, gap, edge);
  features.add(26, verbsAhead(words, place), gap, d0);
  features.add(27, w[near] ?? 0, gap, long);
  features.add(28, run.first, run.crossed, long);
  features.add(29, cueAhead(words, place), run.crossed, d0);
  const nearGap = g[near] as number;
  features.add(30, nearGap, gap, f);
  features.add(31, relationTo(speaker, place), gap, f);
  features.add(32, run.verbs, d0, gap);
  features.add(33, run.strongest, gap, cueAhead(words, place));
  // `The mayor, who said it was safe, …` ends sooner than `The mayor said it was safe, …`.
  const manner = (c[cue.first - 1] === CLASS.who ? 1 : 0) * 8 + cue.form;
  features.add(46, manner, gap, f);
  features.add(47, manner, verbsAhead(words, place), gap);
}

/** What lies between the two edges of a clause, counted on as the far edge moves away. */
export interface Run {
  crossed: number;
  /** Sentences crossed in scraped text, by the chances of each, and the logarithm of the chance that none ended the clause. */
  expected: number;
  stays: number;
  strongest: number;
  verbs: number;
  commas: number;
  first: number;
  quotes: number;
}

/** The chance that a clause which has reached a place of scraped text ends there, as far as its boundaries tell. */
function endingAt({ gaps, chances, length }: Words, place: number): number {
  if (place === 0 || place === length) return 0.5;
  return ENDS * (chances[place] as number) + ((gaps[place] as number & 3) >= 2 ? 0.03 : 0.001);
}

/** How often a quotation ends with a sentence. */
const ENDS = 0.9;

/** The run of a clause before its far edge has moved. */
export function startRun(): Run {
  return { crossed: 0, expected: 0, stays: 0, strongest: 0, verbs: 0, commas: 0, first: 0, quotes: 0 };
}

/** Counts a word and, if it is not the clause's first, the gap between it and the clause, which is at the place. */
export function extendRun(run: Run, words: Words, word: number, place: number, isFirst: boolean): void {
  const wordClass = words.classes[word] as number;
  if (wordClass === CLASS.auxiliary || wordClass === CLASS.past) run.verbs = Math.min(4, run.verbs + 1);
  if (hasFirstPerson(words, word, word + 1) === 1) run.first = 1;
  if (isFirst) return;
  const gap = words.gaps[place] as number;
  if (gap >= GUESSED) {
    const strength = guessedSentence(gap);
    run.strongest = Math.max(run.strongest, strength);
    run.expected += words.chances[place] as number;
    run.stays += Math.log(1 - endingAt(words, place));
    if (strength >= LIKELY) run.crossed = Math.min(6, run.crossed + 1);
    if ((gap & 3) >= 2) run.commas = Math.min(3, run.commas + 1);
    return;
  }
  const kind = gap & 15;
  if (kind === GAP.comma) run.commas = Math.min(3, run.commas + 1);
  if (kind === GAP.sentence) run.crossed = Math.min(6, run.crossed + 1);
  if (gap & OPENS) run.quotes = 1;
}
