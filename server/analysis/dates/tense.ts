import {
  BE,
  DEMANDS,
  FUTURE_ADJECTIVES,
  FUTURE_NOUNS,
  MODALS,
  PAST_VERBS,
  REPORTING_AHEAD,
} from '../lexicon/tenseWords.ts';
import { WEEKDAYS } from '../lexicon/timeWords.ts';
import type { TimeText, TimeWord } from './words.ts';

export type Tense = 'past' | 'future';

/** How many words to each side the governing verb is looked for. */
const REACH = 14;
const REACH_SCRAPED = 10;

interface Cue {
  readonly tense: Tense;
  readonly distance: number;
}

/** The tense of the verb nearest to an expression in its sentence: whether it speaks of what was or of what is to be. */
export function findTense({ words, scraped }: TimeText, first: number, next: number): Tense | undefined {
  if (UNTIL.has(words[first - 1]?.lower ?? '')) return 'future';
  if (isPlanned(words, first)) return 'future';
  if (opensSentence(words, first, next)) return leadsOn(words, next) ? 'future' : 'past';
  const reach = scraped ? REACH_SCRAPED : REACH;
  const before = look(words, first - 1, -1, reach);
  const after = look(words, next, 1, reach);
  if (!before) return after?.tense ?? (isAsked(words, first, reach) ? 'future' : undefined);
  if (!after) return before.tense;
  return after.distance < before.distance ? after.tense : before.tense;
}

/** `On Thursday, …` or `Thursday, …` at the head of a sentence: the verb may stand far behind an apposition. */
function opensSentence(words: readonly TimeWord[], first: number, next: number): boolean {
  const head = words[first - 1]?.lower === 'on' ? first - 1 : first;
  const after = words[next];
  return (
    words[head]?.capital === true &&
    after !== undefined &&
    after.gap.startsWith(',') &&
    (head === 0 || endsSentence(words[head]?.gap ?? ''))
  );
}

/** Whether the sentence goes on to say what will be. */
function leadsOn(words: readonly TimeWord[], next: number): boolean {
  for (let i = next; i < next + 2 * REACH; i++) {
    const word = words[i];
    if (!word || (i > next && endsSentence(word.gap))) return false;
    if (word.lower === 'will' || word.lower === 'is' || word.lower === 'are')
      return (
        word.lower === 'will' ||
        FUTURE_ADJECTIVES.has(words[i + 1]?.lower ?? '') ||
        words[i + 1]?.lower === 'to'
      );
    if (PAST_VERBS.has(word.lower)) return false;
  }
  return false;
}

/** `The vote is on Sunday`, `exams are Monday`, `due back on Friday`: the present tense beside a day tells a plan. */
function isPlanned(words: readonly TimeWord[], first: number): boolean {
  let own = first;
  while (words[own - 1]?.lower === 'and' && WEEKDAYS.has(words[own - 2]?.lower ?? '')) own -= 2;
  const lead = words[own - 1]?.lower === 'on' ? own - 2 : own - 1;
  const lower = words[lead]?.lower ?? '';
  if (lower === 'is' || lower === 'are') return true;
  return (lower === 'due' ? words[lead] : words[lead - 1])?.lower === 'due';
}

const UNTIL = new Set(['until', 'till', 'into']);

function look(words: readonly TimeWord[], from: number, step: -1 | 1, reach: number): Cue | undefined {
  for (let at = from, distance = 1; distance <= reach; at += step, distance++) {
    const word = words[at];
    if (!word) return undefined;
    const gap = step === 1 ? word.gap : word.after;
    if (isBoundary(words, gap, step === 1 ? at - 1 : at)) return undefined;
    const tense = tenseOf(words, at);
    if (tense) return { tense, distance };
  }
  return undefined;
}

/** `Ask me again on Friday`: the sentence begins with a demand. */
function isAsked(words: readonly TimeWord[], first: number, reach: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    const word = words[at] as TimeWord;
    if (at === 0 || isBoundary(words, word.gap, at - 1)) return DEMANDS.has(word.lower);
  }
  return false;
}

/** Whether the gap behind a word ends a sentence, or what somebody says. */
function isBoundary(words: readonly TimeWord[], gap: string, index: number): boolean {
  if (gap.length < 2) return false;
  return /["“”]/u.test(gap) || (endsSentence(gap) && !isAbbreviated(words, index));
}

function endsSentence(gap: string): boolean {
  return gap.length > 1 && /[.;!?]["”’']? /u.test(gap);
}

/** Whether the full stop after a word is that of an abbreviation or initial. */
function isAbbreviated(words: readonly TimeWord[], index: number): boolean {
  const word = words[index];
  return (
    word !== undefined &&
    (word.lower.length === 1 || ABBREVIATED.has(word.lower)) &&
    word.after.startsWith('.')
  );
}

const ABBREVIATED = new Set(
  'mr mrs ms dr sen rep gov gen lt col sgt st jan feb mar apr jun jul aug sep sept oct nov dec jr sr no'.split(
    ' ',
  ),
);

function tenseOf(words: readonly TimeWord[], at: number): Tense | undefined {
  const { lower } = words[at] as TimeWord;
  const roles = TENSE_WORDS.get(lower) ?? 0;
  if (roles === 0 && !(lower.length > 4 && lower.endsWith('ed'))) return undefined;
  const next = words[at + 1]?.lower ?? '';
  if (roles & MODAL) return next === 'have' ? 'past' : 'future';
  if (roles & AHEAD_NOUN) return 'future';
  if (roles & AHEAD_ADJECTIVE)
    return next === 'to' || next === 'for' || next === 'on' || next === 'in' ? 'future' : undefined;
  if (roles & REPORTS_AHEAD)
    return lower !== 'takes' || next === 'effect' || next === 'place' ? 'future' : undefined;
  // "is to meet", "was to end"
  if (roles & IS && next === 'to' && !words[at + 2]?.lower.endsWith('ing')) return 'future';
  if (roles & PAST || (lower.length > 4 && lower.endsWith('ed')))
    return isPassiveAhead(words, at) ? 'future' : 'past';
  return undefined;
}

const MODAL = 1;
const AHEAD_NOUN = 2;
const AHEAD_ADJECTIVE = 4;
const REPORTS_AHEAD = 8;
const IS = 16;
const PAST = 32;

/** What a word says of tense, each role a bit: most words are asked for, few are known, so one look-up must do. */
const TENSE_WORDS: ReadonlyMap<string, number> = gatherRoles([
  [MODAL, MODALS],
  [AHEAD_NOUN, FUTURE_NOUNS],
  [AHEAD_ADJECTIVE, FUTURE_ADJECTIVES],
  [REPORTS_AHEAD, REPORTING_AHEAD],
  [IS, BE],
  [PAST, PAST_VERBS],
]);

function gatherRoles(
  lists: readonly (readonly [number, ReadonlySet<string>])[],
): ReadonlyMap<string, number> {
  const roles = new Map<string, number>();
  for (const [role, words] of lists) for (const word of words) roles.set(word, (roles.get(word) ?? 0) | role);
  return roles;
}

/** The participle of `will be held`, `to be sworn in`. */
function isPassiveAhead(words: readonly TimeWord[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const lower = words[i]?.lower ?? '';
    if (lower !== 'be') continue;
    const lead = words[i - 1]?.lower ?? '';
    return lead === 'to' || MODALS.has(lead);
  }
  return false;
}
