import type { CueCandidate } from './cues.ts';
import type { Side } from './places.ts';
import type { Features } from './scorer.ts';
import {
  bucket,
  classesWithin,
  crossings,
  cueAhead,
  nameEdge,
  shapeBetween,
  subjectsBetween,
} from './surroundings.ts';
import type { Words } from './words.ts';

const SPEAKER_NEAR = 4;
const SPEAKER_FAR = 5;

/** What speaks for the speaker's near edge; `place` is undefined for no speaker. */
export function addNearSpeaker(
  features: Features,
  words: Words,
  cue: CueCandidate,
  side: Side,
  place: number | undefined,
): void {
  const { hashes: w, classes: c, gaps: g, capitals: k, endings: e } = words;
  const f = words.scraped ? 1 : 0;
  features.begin(SPEAKER_NEAR);
  if (place === undefined) {
    features.add(0, f);
    features.add(1, cue.lemma, cue.form);
    features.add(2, cue.form, f);
    features.add(3, c[cue.first - 1] ?? 30, c[cue.last] ?? 30, cue.form);
    return;
  }
  const d = side === 'left' ? 0 : 1;
  // The word at the edge, the one beyond it towards the cue, and the next one into the phrase.
  const step = side === 'left' ? -1 : 1;
  const a = side === 'left' ? place - 1 : place;
  const o = a - step;
  const distance = side === 'left' ? cue.first - place : place - cue.last;
  const near = bucket(distance);
  const between = shapeBetween(words, side, place, cue);
  const crossed = crossings(words, side === 'left' ? place : cue.last, side === 'left' ? cue.first : place);
  const gap = g[side === 'left' ? place : place] as number;
  const ca = c[a] ?? 30;
  const co = c[o] ?? 30;
  const cn = c[a + step] ?? 30;
  const ka = k[a] ?? 3;
  const key = d * 2 + f;
  features.add(10, d, near, f);
  features.add(11, d, near, cue.form);
  features.add(12, d, near, cue.lemma);
  features.add(13, d, w[a] ?? 0);
  features.add(14, d, w[a] ?? 0, distance === 0 ? 1 : 0);
  features.add(15, d, w[o] ?? 0, distance === 0 ? 1 : 0);
  features.add(16, d, ca * 32 + co, cn);
  features.add(17, d * 2 + f, ca, near);
  features.add(18, d * 2 + f, ca * 4 + ka, co);
  features.add(19, d * 2 + f, ka * 4 + (k[a + step] ?? 3), gap);
  features.add(20, d * 2 + f, between, cue.form);
  features.add(21, d * 2 + f, between, ca * 4 + ka);
  features.add(22, d * 2 + f, crossed, cue.form);
  features.add(23, d * 2 + f, gap, ca);
  features.add(24, d * 2 + f, gap, co * 32 + cn);
  features.add(25, d, e[a] ?? 0, distance === 0 ? 1 : 0);
  features.add(26, d, w[a] ?? 0, w[a + step] ?? 0);
  features.add(27, d * 2 + f, subjectsBetween(words, side, place, cue), cue.form);
  features.add(28, d * 2 + f, (words.inside[a] ?? 0) === 0 ? 0 : 1, near);
  features.add(29, d * 2 + f, cue.form * 32 + ca, between);
  features.add(30, d * 2 + f, between, gap);
  const { names } = words;
  const name = (names[a] ?? 0) * 4 + nameEdge(words, place);
  features.add(31, key, name, near);
  features.add(32, key, name, between);
  features.add(33, key, name, co);
  features.add(34, key, name, gap);
  features.add(35, key, name, subjectsBetween(words, side, place, cue));
  if (side === 'right') features.add(36, f, cueAhead(words, place), near);
  if (side === 'right') features.add(37, f, cueAhead(words, place), name);
}

/** What speaks for the speaker's other edge. */
export function addFarSpeaker(
  features: Features,
  words: Words,
  cue: CueCandidate,
  side: Side,
  near: number,
  place: number,
): void {
  const { hashes: w, classes: c, gaps: g, capitals: k, endings: e } = words;
  const f = words.scraped ? 1 : 0;
  const d = side === 'left' ? 0 : 1;
  const step = side === 'left' ? 1 : -1;
  // The word inside at the edge, and the one outside.
  const i = side === 'left' ? place : place - 1;
  const o = i - step;
  const length = Math.abs(near - place);
  const gap = g[place] as number;
  const ci = c[i] ?? 30;
  const co = c[o] ?? 30;
  const cn = c[i + step] ?? 30;
  const key = d * 2 + f;
  features.begin(SPEAKER_FAR);
  features.add(0, key, Math.min(length, 12));
  features.add(1, key, Math.min(length, 12), ci);
  features.add(2, d, w[i] ?? 0);
  features.add(3, d, w[o] ?? 0);
  features.add(4, d, w[i] ?? 0, w[o] ?? 0);
  features.add(5, key, gap, ci);
  features.add(6, key, gap, co);
  features.add(7, key, ci * 32 + co, cn);
  features.add(8, key, (k[i] ?? 3) * 4 + (k[o] ?? 3), gap);
  features.add(9, key, (k[i] ?? 3) * 16 + (k[o] ?? 3) * 4 + (k[i + step] ?? 3), ci * 32 + co);
  features.add(10, d, e[o] ?? 0);
  features.add(11, d, e[i] ?? 0);
  features.add(12, key, place === words.firsts[cue.first] || place === words.lasts[cue.first] ? 1 : 0);
  features.add(13, key, crossings(words, Math.min(near, place), Math.max(near, place)), f);
  features.add(14, key, classesWithin(words, Math.min(near, place), Math.max(near, place)), ci);
  features.add(15, key, classesWithin(words, Math.min(near, place), Math.max(near, place)), co);
  features.add(16, d, w[o] ?? 0, ci);
  features.add(17, d, w[i] ?? 0, co);
  features.add(18, d, c[side === 'left' ? near - 1 : near] ?? 30, ci * 32 + co);
  features.add(19, key, Math.min(length, 6), co);
  features.add(20, d, w[o] ?? 0, c[o - step] ?? 30);
  const edge = nameEdge(words, place);
  const { names } = words;
  features.add(21, key, edge, (names[i] ?? 0) * 16 + (names[o] ?? 0));
  features.add(22, key, edge, ci * 32 + co);
  features.add(23, key, names[i] ?? 0, co);
  features.add(24, key, names[i] ?? 0, gap);
  features.add(25, key, ci, names[o] ?? 0);
  features.add(
    26,
    key,
    names[side === 'left' ? near - 1 : near] ?? 0,
    (names[i] ?? 0) * 16 + (names[o] ?? 0),
  );
}
