import { guessedSentence, LIKELY } from './boundaries.ts';
import type { CueCandidate, Range } from './cues.ts';
import type { Side } from './places.ts';
import { CLASS } from './wordClasses.ts';
import { GAP, GUESSED, type Words } from './words.ts';

const FIRST_PERSON = new Set('i we my our me us mine ours myself ourselves you your'.split(' '));

/** Whether the place is in the middle of a name, between two, at the beginning or at the end of one: 4, 3, 2, 1. */
export function nameEdge({ names }: Words, place: number): number {
  const before = names[place - 1] ?? 0;
  const after = names[place] ?? 0;
  if (after === 0) return before === 0 ? 0 : 1;
  if (after % 2 === 0) return 4;
  return before === 0 ? 2 : 3;
}

/** How near a plain verb of speech stands after the place. */
export function cueAhead({ classes }: Words, place: number): number {
  for (let i = place; i < Math.min(classes.length, place + 7); i++)
    if (classes[i] === CLASS.speech) return Math.min(4, 1 + ((i - place) >> 1));
  return 0;
}

/** Which verb stands after the place, and how near. */
export function verbsAhead({ classes }: Words, place: number): number {
  for (let i = place; i < Math.min(classes.length, place + 9); i++) {
    const wordClass = classes[i];
    if (wordClass === CLASS.auxiliary) return 1 + ((i - place) >> 1);
    if (wordClass === CLASS.past) return 8 + ((i - place) >> 1);
    if (wordClass === CLASS.speech) return 16 + ((i - place) >> 1);
  }
  return 0;
}

/** A distance in steps that grow. */
export function bucket(distance: number): number {
  if (distance < 6) return distance;
  if (distance < 10) return 6;
  if (distance < 16) return 7;
  if (distance < 25) return 8;
  if (distance < 40) return 9;
  return distance < 60 ? 10 : 11;
}

/** The classes and gaps of up to three words between the place and the cue, the rest cut off. */
export function shapeBetween({ classes, gaps }: Words, side: Side, place: number, cue: CueCandidate): number {
  const [from, to] = side === 'left' ? [place, cue.first] : [cue.last, place];
  if (to - from > 3) return 1;
  let shape = 2 + (to - from);
  for (let i = from; i < to; i++)
    shape = Math.imul(shape, 131) + (classes[i] as number) * 4 + roughGap(gaps[i] as number);
  return Math.imul(shape, 131) + roughGap(gaps[to] as number);
}

/** A gap as nothing, a comma or the like, or the end of a sentence: 0, 2, 3. */
export function roughGap(gap: number): number {
  if (gap >= GUESSED) return guessedSentence(gap) >= LIKELY ? 3 : (gap & 3) >= 2 ? 2 : 0;
  const kind = gap & 15;
  if (kind >= GAP.sentence) return 3;
  return kind === GAP.space || kind === GAP.joined ? 0 : 2;
}

/** How many sentences and commas are crossed between two places, both capped. */
export function crossings({ gaps }: Words, from: number, to: number): number {
  let commas = 0;
  let sentences = 0;
  for (let i = from + 1; i < to; i++) {
    const rough = roughGap(gaps[i] as number);
    if (rough === 2 && commas < 3) commas++;
    if (rough === 3 && sentences < 3) sentences++;
  }
  return sentences * 4 + commas;
}

/** How many pronouns and verbs stand between the place and the cue, both capped. */
export function subjectsBetween({ classes }: Words, side: Side, place: number, cue: CueCandidate): number {
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
export function classesWithin({ classes }: Words, from: number, to: number): number {
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

/** Where the place stands to the speaker: none, its first place, its last, before, inside, after. */
export function relationTo(speaker: Range | undefined, place: number): number {
  if (!speaker) return 0;
  if (place === speaker.first) return 1;
  if (place === speaker.last) return 2;
  if (place < speaker.first) return 3;
  return place < speaker.last ? 4 : 5;
}

/** Whether somebody says "I", "we" or "you" in the stretch: 1 or 0. */
export function hasFirstPerson({ lower }: Words, from: number, to: number): number {
  for (let i = from; i < to; i++) if (FIRST_PERSON.has(lower[i] as string)) return 1;
  return 0;
}
