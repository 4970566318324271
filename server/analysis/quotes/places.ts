import { guessedSentence } from './boundaries.ts';
import type { CueCandidate } from './cues.ts';
import { CLASS } from './wordClasses.ts';
import type { Words } from './words.ts';

/**
 * Where a speaker or a reported clause begins and ends is chosen as a pointer network chooses (Vinyals et al. 2015):
 * every place in reach of the cue has a score, and so has "nowhere". First the edge next to the cue, then the other.
 */

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
    for (let i = near + 1; i <= to; i++) if (isEdge(words, cue, i) && mayEnd(words, i)) places.push(i);
  } else {
    const from = Math.max(words.firsts[cue.first] as number, near - REACH.clauseFar, 0);
    for (let i = near - 1; i >= from; i--) if (isEdge(words, cue, i) && mayEnd(words, i)) places.push(i);
  }
  return places;
}

/** In scraped text a clause ends where a boundary is not out of the question, or somebody begins or ends to be named. */
function mayEnd({ gaps, voices, classes, length, scraped }: Words, place: number): boolean {
  if (!scraped || place === 0 || place === length) return true;
  const gap = gaps[place] as number;
  return (
    guessedSentence(gap) > 0 ||
    (gap & 3) >= 2 ||
    voices[place] === 1 ||
    (voices[place - 1] !== 0 && voices[place] === 0) ||
    classes[place - 1] === CLASS.speech
  );
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
