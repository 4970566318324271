import {
  ACTING_VERBS,
  ACTS_OF_STATES,
  ADDRESSING_VERBS,
  ADVERBS,
  AUXILIARIES,
  DEALING_NOUNS,
  DEALINGS_BY_PREPOSITION,
  LOCAL_ACTS,
  LOCAL_NOUNS,
  MODALS,
  PLACING_WORDS,
  POLICY_NOUNS,
  RULING_NOUNS,
  STAFF_NOUNS,
  STATE_PARTICIPLES,
  VIEWS,
} from '../lexicon/metonymContexts.ts';
import type { Candidate, Place } from './candidates.ts';
import type { Tagged } from './tagged.ts';
import type { Word } from './words.ts';

/** Houses that rule: their names stand for the state unless somebody is in or at them. */
const HOUSES = new Set(
  [
    'white house',
    'kremlin',
    'downing street',
    '10 downing street',
    'no 10',
    'whitehall',
    'blue house',
    'elysee',
  ].concat('elysee palace', 'quai d orsay', 'zhongnanhai'),
);

/**
 * Whether a capital or seat of government stands for its state: it acts, holds a view, is addressed, has dealings or a
 * policy, and nobody is in it or travels there. Precision first: where no words speak for it, it is a place.
 */
export function standsForState(place: Place, candidate: Candidate, tagged: Tagged): boolean {
  const context = readContext(place, candidate);
  if (isSided(context)) return true;
  if (tagged.extent === 'longer' && tagged.label !== 'COUNTRY') return false;
  if (tagged.label === 'PERSON') return false;
  if (hasPolicy(context)) return true;
  if (HOUSES.has(candidate.key)) return actsAsHouse(context, tagged);
  if (isPlaceName(place, candidate, context)) return false;
  return rules(context) || isUrged(context) || isAddressed(context) || hasDealings(context) || acts(context);
}

/** Up to eight words on each side of the candidate, none beyond the end of its sentence. */
interface Context {
  /** Nearest first. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What stands between the candidate and the word after it, beside white space. */
  readonly gapAfter: string;
}

const REACH = 8;

function readContext(place: Place, { first, last }: Candidate): Context {
  const { words, candidates } = place;
  // `Brasília and Lima have agreed`: both do what the second is said to do, and are where the first is said to be.
  const partner = candidates.find(
    ({ kind, first: start, last: end }) =>
      kind === 'seat' && (isPair(words, end, first) || isPair(words, last, start)),
  );
  const from = partner ? Math.max(last, partner.last) : last;
  const to = partner ? Math.min(first, partner.first) : first;
  const isBetween = partner !== undefined && words[to - 1]?.key === 'between';
  return {
    before: isBetween || partner === undefined ? readBefore(words, first) : readBefore(words, to),
    after: readAfter(words, isBetween ? last : from),
    gapAfter: words[isBetween ? last : from]?.gap ?? '',
  };
}

function isPair(words: readonly Word[], end: number, start: number): boolean {
  return end + 1 === start && words[end]?.key === 'and' && words[end]?.gap === '';
}

function readBefore(words: readonly Word[], first: number): readonly string[] {
  const before: string[] = [];
  for (let i = first - 1; i >= 0 && first - i <= REACH; i--) {
    if (/[.!?;]/u.test(words[i + 1]?.gap ?? '') && (words[i]?.key.length ?? 0) > 1) break;
    before.push(words[i]?.key ?? '');
  }
  return before;
}

function readAfter(words: readonly Word[], last: number): readonly string[] {
  const after: string[] = [];
  for (let i = last; i < words.length && i - last < REACH; i++) {
    if (/[.!?;]/u.test(words[i]?.gap ?? '')) break;
    after.push(words[i]?.key ?? '');
  }
  return after;
}

/** `Paris, France`; `Washington, D.C.`; a street; people who stand in it. */
function isPlaceName({ candidates }: Place, { last, first, code }: Candidate, context: Context): boolean {
  const next = context.after[0] ?? '';
  if (LOCAL_NOUNS.has(next) && context.gapAfter === '' && !ADVERBS.has(next)) return true;
  const follows = candidates.some(
    (other) => other.first === last && other.code === code && other.kind === 'name',
  );
  const precedes = candidates.some((other) => other.last === first && other.code === code);
  return follows || precedes || PLACING_WORDS.has(context.before[0] ?? '');
}

/** A house is a place where somebody is at it, comes to it or walks on its lawn. */
function actsAsHouse(context: Context, tagged: Tagged): boolean {
  const { before, after, gapAfter } = context;
  if (gapAfter === '' && STAFF_NOUNS.has(after[0] ?? '')) return true;
  const [word = ''] = before[0] === 'the' ? before.slice(1) : before;
  if (PLACING_WORDS.has(word) || word === 'to' || word === 'from') return false;
  return tagged.label === 'COUNTRY' || acts(context) || ADDRESSING_VERBS.has(word);
}

/** `pro-Beijing`. */
function isSided({ before }: Context): boolean {
  return before[0] === 'pro' || before[0] === 'anti';
}

/** `the Khartoum government`. */
function rules({ after, gapAfter }: Context): boolean {
  return gapAfter === '' && RULING_NOUNS.has(after[0] ?? '');
}

/** `Tehran's nuclear ambitions`. */
function hasPolicy({ after }: Context): boolean {
  return after[0] === 's' && after.slice(1, 4).some((word) => POLICY_NOUNS.has(word));
}

/** `for Damascus to withdraw`. */
function isUrged({ after }: Context): boolean {
  return after[0] === 'to' && ACTS_OF_STATES.has(after[1] ?? '');
}

/** `accused Damascus of`. */
function isAddressed({ before, after }: Context): boolean {
  return ADDRESSING_VERBS.has(before[0] ?? '') && after[0] !== 's';
}

/** `relations between Moscow and`, `sanctions against Pyongyang`. */
function hasDealings({ before, after }: Context): boolean {
  const [preposition = ''] = before;
  if (preposition === 'with' || preposition === 'between')
    return before.slice(1, 5).some((word) => DEALING_NOUNS.has(word));
  if (preposition === 'and' && before.slice(1, 4).includes('between'))
    return before
      .slice(before.indexOf('between'), before.indexOf('between') + 4)
      .some((word) => DEALING_NOUNS.has(word));
  const nouns = DEALINGS_BY_PREPOSITION[preposition];
  // An ambassador to Baghdad, but not an envoy who flew on Monday to Baghdad.
  const reach = preposition === 'to' ? 3 : 5;
  return nouns !== undefined && after[0] !== 's' && before.slice(1, reach).some((word) => nouns.has(word));
}

/** `Tehran says`, `Damascus has denied`, `Beijing is not ready to`, `Caracas will buy`. */
function acts({ after, gapAfter }: Context): boolean {
  if (gapAfter !== '') return false;
  let i = 0;
  while (ADVERBS.has(after[i] ?? '')) i++;
  const verb = after[i] ?? '';
  if (ACTING_VERBS.has(verb)) return true;
  if (!MODALS.has(verb) && !AUXILIARIES.has(verb)) return false;
  i++;
  if (after[i] === 'no' || after[i + 1] === 'no') return VIEWS.has(after[after.indexOf('no') + 1] ?? '');
  while (ADVERBS.has(after[i] ?? '') || AUXILIARIES.has(after[i] ?? '')) i++;
  const main = after[i] ?? '';
  if (LOCAL_ACTS.has(main)) return false;
  if (MODALS.has(verb) || ACTING_VERBS.has(main) || STATE_PARTICIPLES.has(main)) return true;
  // Is seeking, has rejected; but was bombed.
  return (
    main.length > 5 &&
    (main.endsWith('ing') || (/^ha/u.test(verb) && after[1] !== 'been' && main.endsWith('ed')))
  );
}
