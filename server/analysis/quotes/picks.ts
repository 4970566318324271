import type { CueCandidate, Range } from './cues.ts';
import { addFarClause, extendRun, type Run, startRun } from './farClause.ts';
import { addNearClause, readAround } from './nearClause.ts';
import { farClause, farSpeaker, nearClause, nearSpeaker, type Side } from './places.ts';
import { chances, type Features, type Scorer, score } from './scorer.ts';
import { addFarSpeaker, addNearSpeaker } from './speakerFeatures.ts';
import { CLASS } from './wordClasses.ts';
import type { Words } from './words.ts';

/** What places are chosen with. */
export interface Chooser {
  readonly scorer: Scorer;
  readonly features: Features;
  readonly words: Words;
}

/** The speaker of a cue, if anything in reach is more likely than that there is none. */
export function pickSpeaker({ scorer, features, words }: Chooser, cue: CueCandidate): Range | undefined {
  addNearSpeaker(features, words, cue, 'left', undefined);
  let most = score(scorer, features);
  let picked: readonly [Side, number] | undefined;
  for (const place of nearSpeaker(words, cue)) {
    addNearSpeaker(features, words, cue, place[0], place[1]);
    const value = score(scorer, features);
    if (value <= most) continue;
    most = value;
    picked = place;
  }
  if (!picked) return undefined;
  const [side, near] = picked;
  let best = Number.NEGATIVE_INFINITY;
  let far = side === 'left' ? near - 1 : near + 1;
  for (const place of farSpeaker(words, cue, side, near)) {
    addFarSpeaker(features, words, cue, side, near, place);
    const value = score(scorer, features);
    if (value <= best) continue;
    best = value;
    far = place;
  }
  const speaker = { first: Math.min(near, far), last: Math.max(near, far) };
  return isFunctionWord(words, speaker) ? undefined : speaker;
}

/** `Despite claims that …`: nobody is named. */
function isFunctionWord({ classes }: Words, { first, last }: Range): boolean {
  return last - first === 1 && FUNCTION_WORDS.has(classes[first] as number);
}

const FUNCTION_WORDS: ReadonlySet<number> = new Set([
  CLASS.preposition,
  CLASS.of,
  CLASS.and,
  CLASS.subordinator,
  CLASS.auxiliary,
]);

/** The clause that a cue may report on one side. */
export interface ClauseOption {
  /** Logarithms of the chances that there is none, and that there is this one. */
  readonly none: number;
  readonly some: number;
  readonly clause: Range | undefined;
  /** Logarithms of the chances of the places where its other edge may be. */
  readonly edges: ReadonlyMap<number, number>;
}

/** The likeliest clause of a cue on each side. */
export function pickClauses(
  chooser: Chooser,
  cue: CueCandidate,
  speaker: Range | undefined,
): { readonly left: ClauseOption; readonly right: ClauseOption } {
  return {
    left: pickClause(chooser, cue, speaker, 'left'),
    right: pickClause(chooser, cue, speaker, 'right'),
  };
}

/** Less likely clauses are not looked at. */
const LEAST = 0.05;

function pickClause(
  { scorer, features, words }: Chooser,
  cue: CueCandidate,
  speaker: Range | undefined,
  side: Side,
): ClauseOption {
  const around = readAround(words, cue, speaker);
  addNearClause(features, words, cue, speaker, around, side, undefined);
  const scores = [score(scorer, features)];
  const places = nearClause(words, cue, side);
  for (const place of places) {
    addNearClause(features, words, cue, speaker, around, side, place);
    scores.push(score(scorer, features));
  }
  const [none = 1, ...likely] = chances(scores);
  const some = Math.max(...likely, 0);
  const near = places[likely.indexOf(some)];
  const far =
    near === undefined || some < LEAST
      ? undefined
      : pickFar({ scorer, features, words }, cue, speaker, side, near);
  return {
    none: Math.log(none),
    some: Math.log(some),
    clause:
      near === undefined || far === undefined
        ? undefined
        : { first: Math.min(near, far.place), last: Math.max(near, far.place) },
    edges: far?.edges ?? NO_EDGES,
  };
}

const NO_EDGES: ReadonlyMap<number, number> = new Map();

/** No clause of scraped text is followed over more sentences than this. */
const MOST_SENTENCES = 5;

function pickFar(
  { scorer, features, words }: Chooser,
  cue: CueCandidate,
  speaker: Range | undefined,
  side: Side,
  near: number,
): { readonly place: number; readonly edges: ReadonlyMap<number, number> } | undefined {
  const run = startRun();
  const reached: number[] = [];
  const scores: number[] = [];
  let from = near;
  for (const place of farClause(words, cue, side, near)) {
    from = followRun(run, words, side, near, from, place);
    if (run.expected > MOST_SENTENCES) break;
    addFarClause(features, words, cue, speaker, side, near, place, run);
    reached.push(place);
    scores.push(score(scorer, features));
  }
  if (reached.length === 0) return undefined;
  const likely = chances(scores);
  const lengths = reached.map((place) => lengthBetween(words, Math.min(place, near), Math.max(place, near)));
  return {
    place: reached[pickAlike(lengths, likely)] as number,
    // The marks of edited text tell where a clause ends whatever stands beside it.
    edges: words.scraped
      ? new Map(reached.map((place, i) => [place, Math.log(likely[i] as number)]))
      : NO_EDGES,
  };
}

/** In characters. */
function lengthBetween({ spans }: Words, first: number, last: number): number {
  return (spans[last - 1]?.end ?? 0) - (spans[first]?.start ?? 0);
}

/** Two lengths are alike where the shorter is at least this share of the longer. */
const ALIKE = 0.8;
/** How much more the very length counts. */
const EXACT = 0.4;

/**
 * Index of the length that is likely and, where the true one is another, likely to be nearly right: the least expected
 * loss (Kumar & Byrne 2004) instead of the most likely. Lengths grow.
 */
function pickAlike(lengths: readonly number[], likely: readonly number[]): number {
  let picked = 0;
  let most = 0;
  let low = 0;
  let high = 0;
  let mass = 0;
  lengths.forEach((length, i) => {
    while (high < lengths.length && length >= ALIKE * (lengths[high] as number))
      mass += likely[high++] as number;
    while ((lengths[low] as number) < ALIKE * length) mass -= likely[low++] as number;
    const value = mass + EXACT * (likely[i] as number);
    if (value <= most) return;
    most = value;
    picked = i;
  });
  return picked;
}

/** Extends a run over the words between two places of its far edge; gives back the second. */
export function followRun(
  run: Run,
  words: Words,
  side: Side,
  near: number,
  from: number,
  to: number,
): number {
  for (let i = from; i !== to; i += side === 'right' ? 1 : -1) {
    const word = side === 'right' ? i : i - 1;
    extendRun(run, words, word, i, i === near);
  }
  return to;
}
