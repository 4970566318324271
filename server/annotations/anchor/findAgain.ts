import type { Span } from '../../text/span.ts';
import type { Anchor, Quoted } from '../kept.ts';
import { findChanged } from './changed.ts';
import { type Likeness, likeness, resembles } from './likeness.ts';
import { createOccurrences } from './occurrences.ts';

/** A stretch that is looked for: what was marked, and where it was when it was last seen. */
export interface Sought {
  readonly quoted: Quoted;
  /** Offset in code units of the words' beginning. */
  readonly at: number;
}

export interface Found {
  readonly span: Span;
  readonly anchor: Anchor;
}

/**
 * Finds stretches again in a text that may have been edited elsewhere, each by its words, their surroundings and the
 * places of the others. What is given back as `same` or `moved` has its old words, and no other place fits as well;
 * everything else says so. One answer for each, in the order given. Near linear: only the stretches beside a change
 * are searched for, the others have moved as far as their neighbours.
 */
export function findAgain(sought: readonly Sought[], text: string): readonly Found[] {
  const occurrences = createOccurrences(text);
  const order = [...sought.keys()].sort((a, b) => (sought[a] as Sought).at - (sought[b] as Sought).at);
  const places = new Array<number | undefined>(sought.length);
  let distance = 0;
  for (const i of order) {
    const one = sought[i] as Sought;
    const place = findSurely(text, one, distance, occurrences);
    places[i] = place;
    if (place !== undefined) distance = place - one.at;
  }
  // Each place that has become sure narrows the gaps in which the others are looked for.
  for (let round = 0; round < ROUNDS; round++) {
    const gaps = findGaps(sought, order, places, text.length);
    const free = freeOf(sought, places);
    for (const i of order)
      if (places[i] === undefined)
        places[i] = findClearly(text, sought[i] as Sought, gaps[i] as Gap, free, occurrences);
  }
  const gaps = findGaps(sought, order, places, text.length);
  const free = freeOf(sought, places);
  const found = sought.map((one, i): Found => {
    const place = places[i];
    if (place !== undefined) return settled(one, place);
    return findUnsurely(
      text,
      one,
      gaps[i] as Gap,
      rankCandidates(text, one, gaps[i] as Gap, free, occurrences),
    );
  });
  return withoutCollisions(sought, found);
}

const ROUNDS = 2;

type Occurrences = (words: string) => readonly number[];

/** A place where words and surroundings are just what they were: where the neighbour's move leads, or the only one. */
function findSurely(
  text: string,
  { quoted, at }: Sought,
  distance: number,
  occurrences: Occurrences,
): number | undefined {
  const isWhole = (place: number): boolean =>
    text.startsWith(quoted.words, place) && likeness(text, quoted, place).whole;
  const moved = isWhole(at + distance);
  const still = distance === 0 ? moved : isWhole(at);
  if (moved && still) return distance === 0 ? at : undefined;
  if (moved) return at + distance;
  if (still) return at;
  const whole = occurrences(quoted.words).filter(isWhole);
  return whole.length === 1 ? whole[0] : undefined;
}

/** The stretch between the nearest neighbours whose places are sure. */
interface Gap extends Span {
  /** How far the neighbour before has moved. */
  readonly distance: number;
  /** The neighbours on both sides have moved equally far. */
  readonly steady: boolean;
}

function findGaps(
  sought: readonly Sought[],
  order: readonly number[],
  places: readonly (number | undefined)[],
  length: number,
): readonly (Gap | undefined)[] {
  const gaps = new Array<Gap | undefined>(sought.length);
  const waiting: number[] = [];
  let before = { place: 0, distance: 0 };
  const close = (end: number, distance: number | undefined): void => {
    // Where the neighbours have changed places, the whole text comes into question.
    const span = before.place <= end ? { start: before.place, end } : { start: 0, end: length };
    const gap = { ...span, distance: before.distance, steady: distance === before.distance };
    for (const i of waiting.splice(0)) gaps[i] = gap;
  };
  for (const i of order) {
    const place = places[i];
    const one = sought[i] as Sought;
    if (place === undefined) waiting.push(i);
    else {
      close(place + one.quoted.words.length, place - one.at);
      before = { place, distance: place - one.at };
    }
  }
  close(length, undefined);
  return gaps;
}

interface Candidate extends Likeness {
  readonly place: number;
}

/** The places in the gap where the words stand and no other stretch with these words is, the likest first. */
function rankCandidates(
  text: string,
  one: Sought,
  gap: Gap,
  isFree: (one: Sought, place: number) => boolean,
  occurrences: Occurrences,
): readonly Candidate[] {
  const { quoted } = one;
  return occurrences(quoted.words)
    .filter((place) => gap.start <= place && place + quoted.words.length <= gap.end && isFree(one, place))
    .map((place) => ({ place, ...likeness(text, quoted, place) }))
    .sort((a, b) => b.before + b.after - a.before - a.after);
}

/** The place that is much likelier than every other in its gap. */
function findClearly(
  text: string,
  one: Sought,
  gap: Gap,
  isFree: (one: Sought, place: number) => boolean,
  occurrences: Occurrences,
): number | undefined {
  const [best, second] = rankCandidates(text, one, gap, isFree, occurrences);
  if (!best) return undefined;
  if (second && best.before + best.after < (second.before + second.after) * 2) return undefined;
  if (best.whole || resembles(text, one.quoted, best.place, best)) return best.place;
  return gap.steady && best.place === one.at + gap.distance ? best.place : undefined;
}

/** What can be said of a stretch that has no clear place. */
function findUnsurely(
  text: string,
  { quoted, at }: Sought,
  gap: Gap,
  candidates: readonly Candidate[],
): Found {
  const length = quoted.words.length;
  const changed = findChanged(text, quoted, gap, at + gap.distance);
  if (changed && changed.start < changed.end && text.slice(changed.start, changed.end) !== quoted.words)
    return { span: changed, anchor: { state: 'changed', quoted } };
  const start = Math.max(0, Math.min(at + gap.distance, text.length));
  const span = { start, end: Math.min(start + length, text.length) };
  const takenOut = changed !== undefined && changed.start === changed.end;
  const places = candidates
    .filter(({ before, after }) => candidates.length === 1 || before + after >= 4)
    .slice(0, 5)
    .map(({ place }) => ({ start: place, end: place + length }));
  if (takenOut || places.length === 0) return { span, anchor: { state: 'lost', quoted } };
  return { span, anchor: { state: 'ambiguous', quoted, places } };
}

/** Whether a place is not taken by another stretch with the same words, from another place. */
function freeOf(
  sought: readonly Sought[],
  places: readonly (number | undefined)[],
): (one: Sought, place: number) => boolean {
  const taken = new Map<string, number>();
  for (const [i, place] of places.entries())
    if (place !== undefined) taken.set(`${place} ${sought[i]?.quoted.words}`, sought[i]?.at ?? 0);
  return ({ quoted, at }, place) => (taken.get(`${place} ${quoted.words}`) ?? at) === at;
}

function settled({ quoted, at }: Sought, place: number): Found {
  return {
    span: { start: place, end: place + quoted.words.length },
    anchor: place === at ? { state: 'same' } : { state: 'moved', distance: place - at },
  };
}

/** Stretches that were apart and have come to the same place: none of them is sure of it. */
function withoutCollisions(sought: readonly Sought[], found: readonly Found[]): readonly Found[] {
  const origins = new Map<string, Set<number>>();
  const key = ({ span }: Found): string => `${span.start} ${span.end}`;
  const isPlaced = ({ anchor }: Found): boolean => anchor.state !== 'lost' && anchor.state !== 'ambiguous';
  for (const [i, one] of found.entries())
    if (isPlaced(one)) {
      const own = origins.get(key(one)) ?? new Set();
      origins.set(key(one), own.add((sought[i] as Sought).at));
    }
  return found.map((one, i) => {
    if (!isPlaced(one) || origins.get(key(one))?.size === 1) return one;
    const { quoted } = sought[i] as Sought;
    return { span: one.span, anchor: { state: 'ambiguous', quoted, places: [one.span] } };
  });
}
