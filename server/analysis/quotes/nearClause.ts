import { guessedSentence, LIKELY } from './boundaries.ts';
import type { CueCandidate, Range } from './cues.ts';
import type { Side } from './places.ts';
import type { Features } from './scorer.ts';
import {
  bucket,
  crossings,
  cueAhead,
  hasFirstPerson,
  nameEdge,
  relationTo,
  roughGap,
  shapeBetween,
  verbsAhead,
} from './surroundings.ts';
import { CLASS } from './wordClasses.ts';
import { CLOSES, GUESSED, OPENS, type Words } from './words.ts';

const RIGHT_NEAR = 6;
const LEFT_NEAR = 8;

/** What speaks for the clause's edge next to the cue; `place` is undefined for no clause on that side. */
export function addNearClause(
  features: Features,
  words: Words,
  cue: CueCandidate,
  speaker: Range | undefined,
  around: Around,
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
    features.add(15, around.person, position, f);
    features.add(16, around.edges, position, f);
    features.add(17, around.person, around.edges, position * 2 + f);
    features.add(18, cueAhead(words, edge), position, f);
    features.add(19, cueAhead(words, edge), around.edges, position * 2 + f);
    features.add(60, around.room, position, f);
    features.add(61, around.room, position * 2 + f, c[edge] ?? 30);
    features.add(62, around.room, around.edges, position * 2 + f);
    features.add(50, around.behind, around.ahead, position * 2 + f);
    features.add(51, around.behind, around.edges, position * 2 + f);
    features.add(52, around.ahead, around.edges, position * 2 + f);
    features.add(66, around.levels, position * 8 + cue.form);
    features.add(67, around.levels, cue.lemma);
    features.add(68, around.levels, around.person, around.room);
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
  const name = nameEdge(words, place);
  const { names } = words;
  features.add(43, name, relation, gap);
  features.add(44, (names[place] ?? 0) * 16 + (names[place - 1] ?? 0), relation);
  features.add(45, (names[place] ?? 0) * 16 + (names[place - 1] ?? 0), c1 * 32 + d0);
  const step = Math.min(distance, 3) * 2 + f;
  features.add(46, around.person, relation, step);
  features.add(47, around.edges, relation, step);
  features.add(48, around.person, around.edges, relation * 2 + f);
  features.add(49, cueAhead(words, place), relation, step);
  features.add(56, words.voices[place] ?? 3, relation, f);
  features.add(57, words.voices[place - 1] ?? 3, relation, gap);
  features.add(63, around.room, relation, step);
  features.add(64, around.room, relation * 2 + f, d0);
  features.add(65, around.room, around.edges, relation * 2 + f);
  features.add(53, around.behind, around.ahead, relation * 2 + f);
  features.add(54, around.behind, around.person, relation * 2 + f);
  features.add(55, around.ahead, around.person, relation * 2 + f);
  if (!words.scraped) return;
  features.offset = right ? unbroken(words, cue.last, place) : unbroken(words, place, cue.first);
  features.add(66, around.levels, relation * 8 + cue.form);
  features.add(67, around.levels, cue.lemma, relation);
  features.add(68, around.levels, around.person, around.room);
}

/** The logarithm of the chance that no sentence begins between two places of scraped text, both included. */
function unbroken({ chances }: Words, first: number, last: number): number {
  let sum = 0;
  for (let i = first; i <= last; i++) sum += Math.log(1 - (chances[i] as number));
  return Math.max(LEAST_UNBROKEN, sum);
}

const LEAST_UNBROKEN = -4;

function readRoom(words: Words, start: number, end: number): number {
  const { classes, gaps, firsts, lasts } = words;
  const isVerb = (word: number): boolean => classes[word] === CLASS.auxiliary || classes[word] === CLASS.past;
  const first = Math.max(firsts[start] as number, start - NEARBY);
  const last = Math.min(lasts[end - 1] as number, end + NEARBY);
  let left = 0;
  for (let i = start - 1; i >= first && left === 0; i--) {
    if (isVerb(i)) left = 1;
    if (guessedSentence(gaps[i] as number) >= LIKELY) break;
  }
  let right = 0;
  let length = 0;
  for (let i = end; i < last; i++, length++) {
    if (length > 0 && guessedSentence(gaps[i] as number) >= LIKELY) break;
    if (isVerb(i)) right = 1;
  }
  return (left * 2 + right) * 8 + Math.min(7, length >> 1);
}

function readVerbs({ classes }: Words, start: number, end: number): Pick<Around, 'behind' | 'ahead'> {
  let behind = 1;
  while (behind <= 2 * NEARBY && start - behind >= 0 && classes[start - behind] !== CLASS.speech) behind++;
  let ahead = 0;
  while (ahead < 2 * NEARBY && end + ahead < classes.length && classes[end + ahead] !== CLASS.speech) ahead++;
  return {
    behind: bucket(start < behind ? 99 : behind),
    ahead: bucket(end + ahead >= classes.length ? 99 : ahead),
  };
}

/** What stands around a cue and its speaker, for both sides alike. */
export interface Around {
  /** Whether somebody says "I" in the words before, and in the words after. */
  readonly person: number;
  /** Which of the edges of cue and speaker is the stronger boundary. */
  readonly edges: number;
  /** How far back the last plain verb of speech stands, and how far ahead the next, in steps. */
  readonly behind: number;
  readonly ahead: number;
  /** In scraped text how likely a sentence begins before cue and speaker, right behind them, and soon behind them. */
  readonly levels: number;
  /** Whether a verb stands in the rest of the sentence on either side, and how long the rest is behind the cue. */
  readonly room: number;
}

const NEARBY = 20;

/** Reads what stands around a cue and its speaker. */
export function readAround(words: Words, cue: Range, speaker: Range | undefined): Around {
  const start = Math.min(cue.first, speaker?.first ?? cue.first);
  const end = Math.max(cue.last, speaker?.last ?? cue.last);
  const before = hasFirstPerson(words, Math.max(0, start - NEARBY), start);
  const after = hasFirstPerson(words, end, Math.min(words.length, end + NEARBY));
  const [a, b] = [words.gaps[start] as number, words.gaps[end] as number];
  const edges = words.scraped
    ? 16 + Math.max(-6, Math.min(6, (guessedSentence(b) - guessedSentence(a)) >> 1))
    : roughGap(a) * 4 + roughGap(b);
  return {
    person: before * 2 + after,
    edges,
    levels: words.scraped ? readLevels(words, start, end) : 0,
    ...readVerbs(words, start, end),
    room: readRoom(words, start, end),
  };
}

/** So many words behind a cue it may be said when or where. */
const SOON = 6;

function readLevels({ gaps, length }: Words, start: number, end: number): number {
  let soon = 0;
  for (let i = end + 1; i <= Math.min(length - 1, end + SOON); i++)
    soon = Math.max(soon, guessedSentence(gaps[i] as number));
  const [before, behind] = [guessedSentence(gaps[start] as number), guessedSentence(gaps[end] as number)];
  return (before >> 2) * 16 + (behind >> 2) * 4 + (soon >> 2);
}

function quoteOpening({ gaps }: Words, cue: CueCandidate, place: number, right: boolean): number {
  const gap = gaps[place] as number;
  if (gap >= GUESSED) return 0;
  const here = right ? gap & OPENS : gap & CLOSES;
  const [from, to] = right ? [cue.last, place] : [place + 1, cue.first + 1];
  for (let i = from; i < to; i++) if ((gaps[i] as number) & (right ? OPENS : CLOSES)) return here ? 3 : 2;
  return here ? 1 : 0;
}
