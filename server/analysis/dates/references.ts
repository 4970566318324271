import { CARDINALS, PLURAL_UNITS, SEASONS, UNITS, VAGUE_COUNTS, WEEKDAYS } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Reference } from './meaning.ts';
import { phrasesAt, toPhraseTable } from './phraseTable.ts';
import type { TimeText, TimeWord } from './words.ts';

/** Words and phrases for the present, the past and the future without a calendar. */
const PHRASES: readonly (readonly [Reference['value'], readonly string[]])[] = [
  [
    'PRESENT_REF',
    [
      'now',
      'right now',
      'just now',
      'currently',
      'presently',
      'nowadays',
      'these days',
      'the moment',
      'this moment',
      'this time',
      'this very moment',
      'this time of year',
      'the present',
      'present',
      'the present time',
      'the present day',
      'the current time',
      'this point',
    ],
  ],
  [
    'PAST_REF',
    [
      'recently',
      'just recently',
      'very recently',
      'lately',
      'the past',
      'the recent past',
      'the other day',
      'the old days',
      'that time',
      'this period',
      'that period',
      'long ago',
      'some time ago',
      'not long ago',
    ],
  ],
  [
    'FUTURE_REF',
    [
      'soon',
      'the future',
      'the near future',
      'the foreseeable future',
      'the distant future',
      'the coming future',
      'the near term',
      'the long term',
      'the long run',
      'the days ahead',
    ],
  ],
];

const TABLE = toPhraseTable(
  PHRASES.flatMap(([value, phrases]) => phrases.map((phrase) => [phrase, value] as const)),
);

/** The words that a reference can begin with. */
export const REFERENCE_OPENINGS: readonly string[] = [...TABLE.keys()];

/** `now`, `recently`, `the near future`: the longest phrase at a word. */
export function readReference({ words, scraped }: TimeText, first: number): Found<Reference> | undefined {
  const phrases = phrasesAt(TABLE, words, first);
  if (phrases.length === 0 || words[first]?.gap === '') return undefined;
  for (const phrase of phrases) {
    if (!stands(words, first, phrase.words)) continue;
    const next = first + phrase.words.length;
    if (!isReference(words, first, next, phrase.words, scraped)) continue;
    return { first, next, meaning: { kind: 'reference', value: phrase.own }, reason: 'words of time' };
  }
  return undefined;
}

/** Whether a phrase stands at a word with nothing but blanks inside. */
function stands(words: readonly TimeWord[], first: number, phrase: readonly string[]): boolean {
  for (let i = 1; i < phrase.length; i++) {
    const word = words[first + i];
    if (word?.lower !== phrase[i] || word?.gap !== ' ') return false;
  }
  return true;
}

/** Phrases that stand for a time only where no noun follows or where a preposition leads them in. */
function isReference(
  words: readonly TimeWord[],
  first: number,
  next: number,
  phrase: readonly string[],
  scraped: boolean,
): boolean {
  const before = words[first - 1]?.lower ?? '';
  const after = words[next];
  const last = phrase.at(-1);
  if (last === 'recently') return before !== 'as' && before !== 'most' && after?.lower !== 'as';
  if (
    last === 'soon' &&
    (before === 'time' || before === 'was' || before === 'were' || /ed$/u.test(after?.lower ?? ''))
  )
    return false;
  if (last === 'soon')
    return (
      before !== 'as' &&
      before !== 'too' &&
      before !== 'so' &&
      before !== 'how' &&
      !(after?.lower === 'as') &&
      after?.lower !== 'after'
    );
  if (last === 'now' && after?.gap === '-') return false;
  if (last === 'now' && first + 1 === next)
    return !(words[first]?.capital && words[first - 1]?.capital && words[first]?.gap === ' ' && !scraped);
  if (last === 'present' && phrase.length === 1) return before === 'at';
  if (last === 'past') return LEADING.has(before) && !(after?.gap === ' ' && isCounted(after));
  if (last === 'present' || last === 'future') {
    if (after && after.gap === ' ' && !CLOSING.has(after.lower) && !scraped) return false;
    return LEADING.has(before) && after?.lower !== 'of';
  }
  if (last === 'time' && phrase.length === 2) return before === 'at' || before === 'by' || before === 'since';
  if (last === 'moment' || last === 'point' || last === 'stage')
    return (before === 'at' || before === 'for') && after?.lower !== 'of' && after?.lower !== 'when';
  if (last === 'term' || last === 'run') return before === 'in' || before === 'over' || before === 'for';
  return true;
}

/** Whether the past is a stretch of something: the past two years. */
function isCounted(after: TimeWord): boolean {
  const { lower } = after;
  return (
    after.figure !== undefined ||
    CARDINALS.has(lower) ||
    VAGUE_COUNTS.has(lower) ||
    UNITS.has(lower) ||
    PLURAL_UNITS.has(lower) ||
    WEEKDAYS.has(lower) ||
    lower === 'couple' ||
    SEASONS.has(lower)
  );
}

const LEADING = new Set('in of for from to into about on toward towards with by'.split(' '));
const CLOSING = new Set(
  'and or but the a an to of in on at for by as from with when where who that it he she they we i you is was were has have had will would if because while since said says'.split(
    ' ',
  ),
);
