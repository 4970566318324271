import type { PlainParagraph } from '../reading.ts';
import { guessBoundaries } from './boundaries.ts';
import { addCueFeatures, type CueCandidate, findCues, type Range } from './cues.ts';
import { addOwnerFeatures, type Owner, ownersOf, type QuotedWords } from './owners.ts';
import type { Quoted } from './pairing.ts';
import {
  addFarClause,
  addFarSpeaker,
  addNearClause,
  addNearSpeaker,
  extendRun,
  farClause,
  farSpeaker,
  nearClause,
  nearSpeaker,
  type Side,
  startRun,
} from './pointers.ts';
import { chance, chances, Features, type Scorer, score } from './scorer.ts';
import type { SpeechModel } from './speechModel.ts';
import { splitWords, type Words } from './words.ts';

/** What a cue reports, in words of the paragraph: who speaks, and which clauses. */
export interface Report {
  readonly cue: CueCandidate;
  /** The chance that it reports at all. */
  readonly chance: number;
  readonly speaker: Range | undefined;
  readonly clauses: readonly Range[];
}

/** The reports of a paragraph and the owners of its quotations, which are indices into the reports where numbers. */
export interface Reports {
  readonly words: Words;
  readonly reports: readonly Report[];
  readonly quoted: readonly { readonly quoted: Quoted; readonly owner: Owner }[];
}

const SURE = 0.5;

/** Reads who reports what in a paragraph whose quotation marks are paired. */
export function readReports(
  { boundaries, reports: scorer }: SpeechModel,
  paragraph: PlainParagraph,
  paired: readonly Quoted[],
): Reports {
  const features = new Features();
  const outer = paired.filter(({ depth }) => depth === 0);
  const words = splitWords(paragraph, outer);
  if (words.scraped) guessBoundaries(boundaries, words, features);
  const cues = findCues(words);
  const sure = cues.map((cue) => {
    addCueFeatures(features, words, cue);
    return chance(score(scorer, features));
  });
  const sureness = sure.map((value) => Math.min(7, Math.floor(value * 8)));
  const owned = outer.flatMap((quoted) => {
    const range = toQuotedWords(paragraph.text, words, quoted);
    if (range.first === range.last) return [];
    const owners = ownersOf(words, cues, range);
    const scores = owners.map((owner) => {
      addOwnerFeatures(features, words, cues, sureness, range, owner);
      return score(scorer, features);
    });
    return [{ quoted, owner: owners[indexOfMost(scores)] as Owner }];
  });
  const owning = new Set(owned.map(({ owner }) => owner));
  const reports: Report[] = [];
  const places = new Map<number, number>();
  cues.forEach((cue, i) => {
    const value = sure[i] as number;
    const owns = owning.has(i);
    if (value < SURE && !owns) return;
    const speaker = pickSpeaker(scorer, features, words, cue);
    const clauses = pickClauses(scorer, features, words, cue, speaker, !owns);
    if (clauses.length === 0 && !owns) return;
    places.set(i, reports.length);
    reports.push({ cue, chance: value, speaker, clauses });
  });
  return {
    words,
    reports,
    quoted: owned.map(({ quoted, owner }) => ({
      quoted,
      owner: typeof owner === 'number' ? (places.get(owner) as number) : owner,
    })),
  };
}

/** The quotation in words, with the look of its end. */
export function toQuotedWords(text: string, words: Words, { start, end }: Quoted): QuotedWords {
  const first = firstWordFrom(words, start);
  const last = firstWordFrom(words, end);
  const before = text
    .slice(start, end)
    .replace(/[\s"“”'‘’«»‹›`]+$/u, '')
    .slice(-1);
  const ending = before === ',' ? 1 : /[.!?…]/u.test(before) ? 2 : /[\p{L}\p{N}]/u.test(before) ? 0 : 3;
  return { first, last, ending };
}

/** Index of the first word that begins at or after the offset. */
export function firstWordFrom({ spans }: Words, offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pickSpeaker(scorer: Scorer, features: Features, words: Words, cue: CueCandidate): Range | undefined {
  const places = nearSpeaker(words, cue);
  addNearSpeaker(features, words, cue, 'left', undefined);
  let most = score(scorer, features);
  let picked: readonly [Side, number] | undefined;
  for (const place of places) {
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
  return { first: Math.min(near, far), last: Math.max(near, far) };
}

function pickClauses(
  scorer: Scorer,
  features: Features,
  words: Words,
  cue: CueCandidate,
  speaker: Range | undefined,
  needed: boolean,
): readonly Range[] {
  const sides = (['left', 'right'] as const).map((side) => {
    addNearClause(features, words, cue, speaker, side, undefined);
    const scores = [score(scorer, features)];
    const places = nearClause(words, cue, side);
    for (const place of places) {
      addNearClause(features, words, cue, speaker, side, place);
      scores.push(score(scorer, features));
    }
    const likely = chances(scores);
    const index = indexOfMost(likely.slice(1));
    return { side, none: likely[0] as number, best: likely[index + 1] ?? 0, near: places[index] };
  });
  const least = Math.min(...sides.map(({ none }) => none));
  return sides.flatMap(({ side, none, best, near }) => {
    if (near === undefined) return [];
    if (none > best && !(needed && none === least && none < 0.9)) return [];
    const far = pickFar(scorer, features, words, cue, speaker, side, near);
    return far === undefined ? [] : [{ first: Math.min(near, far), last: Math.max(near, far) }];
  });
}

function pickFar(
  scorer: Scorer,
  features: Features,
  words: Words,
  cue: CueCandidate,
  speaker: Range | undefined,
  side: Side,
  near: number,
): number | undefined {
  const run = startRun();
  let most = Number.NEGATIVE_INFINITY;
  let far: number | undefined;
  let from = near;
  for (const place of farClause(words, cue, side, near)) {
    from = followRun(run, words, side, near, from, place);
    addFarClause(features, words, cue, speaker, side, near, place, run);
    const value = score(scorer, features);
    if (value <= most) continue;
    most = value;
    far = place;
  }
  return far;
}

/** Extends a run over the words between two places of its far edge; gives back the second. */
export function followRun(
  run: ReturnType<typeof startRun>,
  words: Words,
  side: Side,
  near: number,
  from: number,
  to: number,
): number {
  for (let i = from; i !== to; i += side === 'right' ? 1 : -1) {
    const word = side === 'right' ? i : i - 1;
    extendRun(run, words, word, words.gaps[i] as number, i === near);
  }
  return to;
}

function indexOfMost(values: readonly number[]): number {
  let most = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[most] as number)) most = i;
  return most;
}
