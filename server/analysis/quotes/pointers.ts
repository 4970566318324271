import { guessedSentence } from './boundaries.ts';
import type { CueCandidate, Range } from './cues.ts';
import type { Features } from './scorer.ts';
import { CLASS } from './wordClasses.ts';
import { CLOSES, GAP, GUESSED, OPENS, type Words } from './words.ts';

/**
 * Where a speaker or a reported clause begins and ends is chosen as a pointer network chooses (Vinyals et al. 2015):
 * every place in reach of the cue has a score, and so has "nowhere". First the edge next to the cue, then the other.
 */
export const SPEAKER_NEAR = 4;
export const SPEAKER_FAR = 5;
export const RIGHT_NEAR = 6;
export const RIGHT_FAR = 7;
export const LEFT_NEAR = 8;
export const LEFT_FAR = 9;

export type Side = 'left' | 'right';

const REACH = { speaker: 36, speakerLength: 24, clauseNear: 28, clauseFar: 90 } as const;

/** The places where a speaker's edge next to the cue may be: last places left of it, first places right of it. */
export function nearSpeaker(words: Words, cue: CueCandidate): readonly (readonly [Side, number])[] {
  const places: (readonly [Side, number])[] = [];
  const from = Math.max(words.firsts[cue.first] as number, cue.first - REACH.speaker, 0);
  for (let i = cue.first; i > from; i--) if (isOpenTo(words, cue, i - 1)) places.push(['left', i]);
  const to = Math.min(words.lasts[cue.first] as number, cue.last + REACH.speaker / 3);
  for (let i = cue.last; i < to; i++) if (isOpenTo(words, cue, i)) places.push(['right', i]);
  return places;
}

/** The places where the other edge of the speaker may be. */
export function farSpeaker(words: Words, cue: CueCandidate, side: Side, near: number): readonly number[] {
  const places: number[] = [];
  if (side === 'left') {
    const from = Math.max(words.firsts[cue.first] as number, near - REACH.speakerLength, 0);
    for (let i = near - 1; i >= from && isOpenTo(words, cue, i); i--) places.push(i);
  } else {
    const to = Math.min(words.lasts[cue.first] as number, near + REACH.speakerLength);
    for (let i = near + 1; i <= to && isOpenTo(words, cue, i - 1); i++) places.push(i);
  }
  return places;
}

/** The places where the clause's edge next to the cue may be. */
export function nearClause(words: Words, cue: CueCandidate, side: Side): readonly number[] {
  const places: number[] = [];
  if (side === 'right') {
    const to = Math.min(words.lasts[cue.first] as number, cue.last + REACH.clauseNear);
    for (let i = cue.last; i < to; i++) if (isEdge(words, cue, i)) places.push(i);
  } else {
    const from = Math.max(words.firsts[cue.first] as number, cue.first - REACH.clauseNear, 0);
    for (let i = cue.first; i > from; i--) if (isEdge(words, cue, i)) places.push(i);
  }
  return places;
}

/** The places where the other edge of the clause may be. */
export function farClause(words: Words, cue: CueCandidate, side: Side, near: number): readonly number[] {
  const places: number[] = [];
  if (side === 'right') {
    const to = Math.min(words.lasts[cue.first] as number, near + REACH.clauseFar);
    for (let i = near + 1; i <= to; i++) if (isEdge(words, cue, i)) places.push(i);
  } else {
    const from = Math.max(words.firsts[cue.first] as number, near - REACH.clauseFar, 0);
    for (let i = near - 1; i >= from; i--) if (isEdge(words, cue, i)) places.push(i);
  }
  return places;
}

/** A word in another quotation than the cue's is no part of its speaker. */
function isOpenTo({ inside }: Words, cue: CueCandidate, word: number): boolean {
  return inside[word] === inside[cue.first];
}

/** A clause takes a quotation as a whole or not at all, and one inside a quotation stays there. */
function isEdge({ inside, length }: Words, cue: CueCandidate, place: number): boolean {
  const own = inside[cue.first] as number;
  const before = place === 0 ? 0 : (inside[place - 1] as number);
  const after = place === length ? 0 : (inside[place] as number);
  if (before === after) return before === own;
  return own === 0 || before === own || after === own;
}

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
}

/** What speaks for the clause's edge next to the cue; `place` is undefined for no clause on that side. */
export function addNearClause(
  features: Features,
  words: Words,
  cue: CueCandidate,
  speaker: Range | undefined,
  side: Side,
  place: number | undefined,
): void {
  const { hashes: w, classes: c, gaps: g, capitals: k } = words;
  const f = words.scraped ? 1 : 0;
  features.begin(side === 'left' ? LEFT_NEAR : RIGHT_NEAR);
  const position = speaker ? (speaker.last <= cue.first ? 1 : 2) : 0;
  if (place === undefined) {
    const [b, a] = [cue.first - 1, cue.last];
    const edge = speaker && speaker.first >= cue.last ? speaker.last : cue.last;
    const start = speaker && speaker.last <= cue.first ? speaker.first : cue.first;
    features.add(0, f, position);
    features.add(1, cue.lemma, cue.form, position);
    features.add(2, g[edge] as number, position, cue.form);
    features.add(3, g[start] as number, position, cue.form);
    features.add(4, w[edge] ?? 0, position);
    features.add(5, w[start - 1] ?? 0, position);
    features.add(6, c[edge] ?? 30, c[edge + 1] ?? 30, position);
    features.add(7, c[start - 1] ?? 30, g[start] as number, position * 2 + f);
    features.add(8, c[a] ?? 30, c[b] ?? 30, cue.form);
    features.add(9, c[a] ?? 30, g[a] as number, cue.form);
    features.add(10, Math.min(9, start - (words.firsts[cue.first] as number)), position, f);
    features.add(11, Math.min(9, (words.lasts[cue.first] as number) - edge), position, f);
    features.add(
      12,
      (c[edge] ?? 30) * 32 + (c[edge + 1] ?? 30),
      (c[edge + 2] ?? 30) * 8 + cue.form,
      position,
    );
    features.add(13, w[edge] ?? 0, cue.lemma, position);
    features.add(14, (g[start] as number) * 128 + (g[edge] as number), position, cue.form);
    return;
  }
  const right = side === 'right';
  const distance = right ? place - cue.last : cue.first - place;
  const near = bucket(distance);
  const relation = relationTo(speaker, place);
  const gap = g[place] as number;
  const [c2, c1, d0, d1] = [c[place - 2] ?? 30, c[place - 1] ?? 30, c[place] ?? 30, c[place + 1] ?? 30];
  const between = shapeBetween(words, side, place, cue);
  features.add(20, near, f, relation);
  features.add(21, near, relation, cue.form);
  features.add(22, relation, cue.lemma, Math.min(distance, 3));
  features.add(23, w[place - 1] ?? 0, relation);
  features.add(24, w[place] ?? 0, relation);
  features.add(25, w[place - 1] ?? 0, w[place] ?? 0);
  features.add(26, c1, d0, relation);
  features.add(27, c2 * 32 + c1, d0, relation);
  features.add(28, c1, d0 * 32 + d1, relation);
  features.add(29, gap, relation, cue.form);
  features.add(30, gap, d0, relation);
  features.add(31, gap, c1 * 32 + d0, relation);
  features.add(32, between, relation, f);
  features.add(33, between, gap, relation);
  features.add(34, between, d0, cue.form);
  features.add(35, w[place] ?? 0, w[place + 1] ?? 0);
  features.add(36, k[place] ?? 3, k[place - 1] ?? 3, gap);
  features.add(37, verbsAhead(words, place), relation, d0);
  features.add(38, w[place - 1] ?? 0, cue.lemma);
  features.add(39, w[place] ?? 0, cue.form, Math.min(distance, 2));
  features.add(40, crossings(words, right ? cue.last : place, right ? place : cue.first), relation, f);
  features.add(41, near, gap, f);
  features.add(42, quoteOpening(words, cue, place, right), relation);
}

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
  features.add(15, run.crossed * 8 + run.strongest, gap, f);
  features.add(16, run.crossed, long, f);
  features.add(17, run.verbs, gap, f);
  features.add(18, run.verbs, long, f);
  features.add(19, run.commas, gap, f);
  features.add(20, run.first * 2 + firstPersonAhead(words, place), gap, f);
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
}

/** What lies between the two edges of a clause, counted on as the far edge moves away. */
export interface Run {
  crossed: number;
  strongest: number;
  verbs: number;
  commas: number;
  first: number;
  quotes: number;
}

/** The run of a clause before its far edge has moved. */
export function startRun(): Run {
  return { crossed: 0, strongest: 0, verbs: 0, commas: 0, first: 0, quotes: 0 };
}

/** Counts a word and, if it is not the clause's first, the gap between it and the clause. */
export function extendRun(run: Run, words: Words, word: number, gap: number, isFirst: boolean): void {
  const wordClass = words.classes[word] as number;
  if (wordClass === CLASS.auxiliary || wordClass === CLASS.past) run.verbs = Math.min(4, run.verbs + 1);
  if (FIRST_PERSON.has(words.lower[word] as string)) run.first = 1;
  if (isFirst) return;
  if (gap >= GUESSED) {
    const strength = guessedSentence(gap);
    run.strongest = Math.max(run.strongest, strength);
    if (strength >= 4) run.crossed = Math.min(6, run.crossed + 1);
    if ((gap & 3) >= 2) run.commas = Math.min(3, run.commas + 1);
    return;
  }
  const kind = gap & 15;
  if (kind === GAP.comma) run.commas = Math.min(3, run.commas + 1);
  if (kind === GAP.sentence) run.crossed = Math.min(6, run.crossed + 1);
  if (gap & OPENS) run.quotes = 1;
}

const FIRST_PERSON = new Set('i we my our me us mine ours myself ourselves you your'.split(' '));

function firstPersonAhead({ lower }: Words, place: number): number {
  for (let i = place; i < Math.min(lower.length, place + 6); i++)
    if (FIRST_PERSON.has(lower[i] as string)) return 1;
  return 0;
}

/** How near a plain verb of speech stands after the place. */
function cueAhead({ classes }: Words, place: number): number {
  for (let i = place; i < Math.min(classes.length, place + 7); i++)
    if (classes[i] === CLASS.speech) return Math.min(4, 1 + ((i - place) >> 1));
  return 0;
}

function verbsAhead({ classes }: Words, place: number): number {
  for (let i = place; i < Math.min(classes.length, place + 9); i++) {
    const wordClass = classes[i];
    if (wordClass === CLASS.auxiliary) return 1 + ((i - place) >> 1);
    if (wordClass === CLASS.past) return 8 + ((i - place) >> 1);
    if (wordClass === CLASS.speech) return 16 + ((i - place) >> 1);
  }
  return 0;
}

function bucket(distance: number): number {
  if (distance < 6) return distance;
  if (distance < 10) return 6;
  if (distance < 16) return 7;
  if (distance < 25) return 8;
  if (distance < 40) return 9;
  return distance < 60 ? 10 : 11;
}

/** The classes and gaps of up to three words between the place and the cue, the rest cut off. */
function shapeBetween({ classes, gaps }: Words, side: Side, place: number, cue: CueCandidate): number {
  const [from, to] = side === 'left' ? [place, cue.first] : [cue.last, place];
  if (to - from > 3) return 1;
  let shape = 2 + (to - from);
  for (let i = from; i < to; i++)
    shape = Math.imul(shape, 131) + (classes[i] as number) * 4 + roughGap(gaps[i] as number);
  return Math.imul(shape, 131) + roughGap(gaps[to] as number);
}

function roughGap(gap: number): number {
  if (gap >= GUESSED) return guessedSentence(gap) >= 4 ? 3 : (gap & 3) >= 2 ? 2 : 0;
  const kind = gap & 15;
  if (kind >= GAP.sentence) return 3;
  return kind === GAP.space || kind === GAP.joined ? 0 : 2;
}

/** How many sentences and commas are crossed between two places, both capped. */
function crossings({ gaps }: Words, from: number, to: number): number {
  let commas = 0;
  let sentences = 0;
  for (let i = from + 1; i < to; i++) {
    const rough = roughGap(gaps[i] as number);
    if (rough === 2 && commas < 3) commas++;
    if (rough === 3 && sentences < 3) sentences++;
  }
  return sentences * 4 + commas;
}

function subjectsBetween({ classes }: Words, side: Side, place: number, cue: CueCandidate): number {
  const [from, to] = side === 'left' ? [place, cue.first] : [cue.last, place];
  let subjects = 0;
  let verbs = 0;
  for (let i = from; i < to; i++) {
    const wordClass = classes[i];
    if (wordClass === CLASS.subject && subjects < 2) subjects++;
    if (
      (wordClass === CLASS.auxiliary || wordClass === CLASS.past || wordClass === CLASS.speech) &&
      verbs < 3
    )
      verbs++;
  }
  return subjects * 4 + verbs;
}

/** Which telling classes a stretch has: a preposition, "of", a verb, "and", a relative. */
function classesWithin({ classes }: Words, from: number, to: number): number {
  let set = 0;
  for (let i = from; i < to; i++) {
    const wordClass = classes[i];
    if (wordClass === CLASS.preposition) set |= 1;
    else if (wordClass === CLASS.of) set |= 2;
    else if (wordClass === CLASS.auxiliary || wordClass === CLASS.past || wordClass === CLASS.speech)
      set |= 4;
    else if (wordClass === CLASS.and) set |= 8;
    else if (wordClass === CLASS.who || wordClass === CLASS.that) set |= 16;
    else if (wordClass === CLASS.determiner || wordClass === CLASS.possessive) set |= 32;
  }
  return set;
}

function relationTo(speaker: Range | undefined, place: number): number {
  if (!speaker) return 0;
  if (place === speaker.first) return 1;
  if (place === speaker.last) return 2;
  if (place < speaker.first) return 3;
  return place < speaker.last ? 4 : 5;
}

function quoteOpening({ gaps }: Words, cue: CueCandidate, place: number, right: boolean): number {
  const gap = gaps[place] as number;
  if (gap >= GUESSED) return 0;
  const here = right ? gap & OPENS : gap & CLOSES;
  const [from, to] = right ? [cue.last, place] : [place + 1, cue.first + 1];
  for (let i = from; i < to; i++) if ((gaps[i] as number) & (right ? OPENS : CLOSES)) return here ? 3 : 2;
  return here ? 1 : 0;
}
