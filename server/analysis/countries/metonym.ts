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
  /** Whether it is the second of two places: `in London and Moscow`. */
  readonly isSecond: boolean;
}

const REACH = 8;

function readContext({ words, candidates }: Place, { first, last }: Candidate): Context {
  const before: string[] = [];
  for (let i = first - 1; i >= 0 && first - i <= REACH; i--) {
    if (/[.!?;]/u.test(words[i + 1]?.gap ?? '') && (words[i]?.key.length ?? 0) > 1) break;
    before.push(words[i]?.key ?? '');
  }
  const after: string[] = [];
  for (let i = last; i < words.length && i - last < REACH; i++) {
    if (/[.!?;]/u.test(words[i]?.gap ?? '')) break;
    after.push(words[i]?.key ?? '');
  }
  const isSecond = before[0] === 'and' && candidates.some((other) => other.last === first - 1);
  return { before, after, gapAfter: words[last]?.gap ?? '', isSecond };
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
function acts({ after, gapAfter, isSecond }: Context): boolean {
  if (gapAfter !== '' || isSecond) return false;
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
