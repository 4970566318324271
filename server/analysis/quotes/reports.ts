import type { PlainParagraph } from '../reading.ts';
import { guessBoundaries } from './boundaries.ts';
import { addCueFeatures, type CueCandidate, findCues, type Range } from './cues.ts';
import { addOwnerFeatures, type Owner, ownersOf, type QuotedWords } from './owners.ts';
import type { Quoted } from './pairing.ts';
import { type Chooser, pickClauses, pickSpeaker } from './picks.ts';
import { chance, Features, score } from './scorer.ts';
import { settleSides } from './sides.ts';
import type { SpeechModel } from './speechModel.ts';
import { CLASS } from './wordClasses.ts';
import { markVoice, splitWords, type Words } from './words.ts';

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

/** From this chance on a word of communication reports. */
const SURE = { edited: 0.34, scraped: 0.3 } as const;

/** Reads who reports what in a paragraph whose quotation marks are paired. */
export function readReports(
  { boundaries, reports: scorers }: SpeechModel,
  paragraph: PlainParagraph,
  paired: readonly Quoted[],
  labels: Uint8Array,
): Reports {
  const features = new Features();
  const scorer = scorers[paragraph.form];
  const outer = paired.filter(({ depth }) => depth === 0);
  const words = splitWords(paragraph, outer, labels);
  if (words.scraped) guessBoundaries(boundaries, words, features);
  const cues = findCues(words);
  const sure = cues.map((cue) => {
    addCueFeatures(features, words, cue);
    return chance(score(scorer, features));
  });
  const sureness = sure.map((value) => Math.min(7, Math.floor(value * 8)));
  const owned = [
    ...findOwners({ scorer, features, words }, cues, sureness, paragraph.text, outer),
    ...findInner(words, cues, paragraph.text, paired),
  ];
  const owning = new Set(owned.map(({ owner }) => owner));
  const reports: Report[] = [];
  const places = new Map<number, number>();
  const chooser = { scorer, features, words };
  const heard = cues.flatMap((cue, i) => {
    const value = sure[i] as number;
    const owns = owning.has(i);
    if (value < SURE[paragraph.form] && !owns) return [];
    const speaker = pickSpeaker(chooser, cue);
    if (speaker) markVoice(words, speaker);
    return [{ index: i, cue, chance: value, owns, speaker }];
  });
  // Clauses after all speakers: where one begins to be named, what another said is over.
  const apart = owned
    .filter(({ owner }) => owner === 'nobody')
    .map(({ quoted }) => firstWordFrom(words, quoted.start));
  const options = heard.map((own) => {
    const { left, right } = pickClauses(chooser, own.cue, own.speaker);
    const isNone = right.clause && (apart.includes(right.clause.first) || isAdjunct(words, right.clause));
    const isAsked = left.clause && words.lower[left.clause.first] === 'asked';
    return {
      ...own,
      // `Asked if it was safe, she said …`: who is asked says nothing yet.
      left: isAsked ? { ...left, clause: undefined } : left,
      right: isNone ? { ...right, clause: undefined } : right,
    };
  });
  settleSides(options).forEach((settled, k) => {
    const { index, cue, chance, owns, speaker } = heard[k] as (typeof heard)[number];
    const clauses = complete(words, settled, options[k]?.right.clause);
    if (clauses.length === 0 && !owns) return;
    places.set(index, reports.length);
    reports.push({ cue, chance, speaker, clauses });
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

interface Owned {
  readonly quoted: Quoted;
  readonly owner: Owner;
}

/** Who owns each quotation; one that is given to a later paragraph belongs to who was quoted before it in its own. */
function findOwners(
  { scorer, features, words }: Chooser,
  cues: readonly CueCandidate[],
  sureness: readonly number[],
  text: string,
  outer: readonly Quoted[],
): readonly Owned[] {
  let before: number | undefined;
  return outer.flatMap((quoted) => {
    const range = toQuotedWords(text, words, quoted);
    if (range.first === range.last) return [];
    const owners = ownersOf(words, cues, range);
    const scores = owners.map((owner) => {
      addOwnerFeatures(features, words, cues, sureness, range, owner);
      return score(scorer, features);
    });
    const likely = owners[indexOfMost(scores)] as Owner;
    const owner = likely === 'later' && before !== undefined ? before : likely;
    if (typeof owner === 'number') before = owner;
    return [{ quoted, owner }];
  });
}

/** Quotations inside of others that a cue right before them reports: `“He used to say, ‘Never.’”` */
function findInner(
  words: Words,
  cues: readonly CueCandidate[],
  text: string,
  paired: readonly Quoted[],
): readonly Owned[] {
  return paired.flatMap((quoted) => {
    if (quoted.depth !== 1) return [];
    const { first, last } = toQuotedWords(text, words, quoted);
    const owner = cues.findIndex(
      (cue) => first - 2 <= cue.last && cue.last <= first && cue.word.form !== 'noun',
    );
    return first < last && owner !== -1 ? [{ quoted, owner }] : [];
  });
}

/** `The bridge, officials said, is safe`: where no verb stands before the cue, the clause goes on behind it. */
function complete(words: Words, clauses: readonly Range[], right: Range | undefined): readonly Range[] {
  const [only] = clauses;
  if (!only || !right || clauses.length > 1 || right.first < only.last) return clauses;
  return hasVerb(words, only) || !hasVerb(words, right) ? clauses : [only, right];
}

function hasVerb({ classes }: Words, { first, last }: Range): boolean {
  for (let i = first; i < last; i++)
    if (classes[i] === CLASS.auxiliary || classes[i] === CLASS.past || classes[i] === CLASS.third)
      return true;
  return false;
}

/** `in a statement`, `on television`: says where something was said, not what. */
function isAdjunct({ classes }: Words, { first, last }: Range): boolean {
  if (classes[first] !== CLASS.preposition) return false;
  for (let i = first; i < last; i++)
    if (classes[i] === CLASS.auxiliary || classes[i] === CLASS.past || classes[i] === CLASS.subject)
      return false;
  return true;
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

function indexOfMost(values: readonly number[]): number {
  let most = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[most] as number)) most = i;
  return most;
}
