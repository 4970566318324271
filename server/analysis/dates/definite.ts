import { PARTS, UNITS, WEEKDAYS } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { isFunctionWord } from './phrases.ts';
import { dayShift, narrative, shift } from './shifts.ts';
import type { TimeText, TimeWord } from './words.ts';

/** `the weekend`, `the evening`, `the week`: with the article, and of weight only with more beside them. */
export function readDefinite({ words }: TimeText, first: number): Found<Point> | undefined {
  const word = words[first] as TimeWord;
  const before = words[first - 1]?.lower;
  if (word.gap !== ' ' || before === undefined) return undefined;
  const the = before === 'the';
  const after = words[first + 1];
  if (word.lower === 'weekend' && before === 'a') return point(first - 1, first + 1, { weekend: true });
  if (word.lower === 'weekend' && the)
    return point(first, first + 1, { shift: shift('weekend', 0), side: 'past' });
  const part = PARTS.get(word.lower);
  if (part !== undefined && the && isOfDay(word.lower))
    return point(first, skipHours(words, first + 1), { shift: narrative('day', 0), part });
  const unit = UNITS.get(word.lower);
  if (unit === undefined || !the || !WEAK.has(word.lower) || (after?.lower === 'of' && after.gap === ' '))
    return undefined;
  const from = unit === 'day' ? narrative(unit, 0) : shift(unit, 0);
  const found = point(first, first + 1, { shift: from });
  return isStrong(words, first) ? found : { ...found, weak: true };
}

/** `the day` and `the week` mean one that was told of where a preposition leads in or nothing else follows. */
function isStrong(words: readonly TimeWord[], index: number): boolean {
  const word = words[index] as TimeWord;
  const after = words[index + 1];
  const before = words[index - 2]?.lower ?? '';
  if (word.lower === 'day')
    return (
      (before === 'on' || before === 'during' || before === 'of') &&
      !(after?.gap === ' ' && !isFunctionWord(after.lower))
    );
  return (
    word.lower !== 'quarter' &&
    (before === 'of' || before === 'during' || before === 'for') &&
    (after === undefined || after.gap !== ' ' || isFunctionWord(after.lower))
  );
}

/** Over `hours` after a part of the day. */
function skipHours(words: readonly TimeWord[], at: number): number {
  return (words[at]?.lower === 'hours' || words[at]?.lower === 'hour') && words[at]?.gap === ' '
    ? at + 1
    : at;
}

const WEAK = new Set(['day', 'week', 'month', 'year', 'decade', 'century', 'quarter']);

function isOfDay(lower: string): boolean {
  return lower === 'morning' || lower === 'afternoon' || lower === 'evening' || lower === 'night';
}

/** A part of the day without article: of weight after a day or a clock. */
export function readPart({ words }: TimeText, first: number): Found | undefined {
  const word = words[first] as TimeWord;
  const part = PARTS.get(word.lower);
  if (part === undefined || word.gap === '' || word.gap === '-') return undefined;
  const strong =
    word.lower === 'overnight' || word.lower === 'midday' || word.lower === 'dusk' || word.lower === 'dawn';
  if (word.lower === 'night' && words[first - 1]?.lower === 'at' && !isDayBefore(words, first - 2))
    return atNight(first);
  const found = point(first, skipHours(words, first + 1), {
    part,
    ...(word.lower === 'overnight' && { shift: dayShift(0) }),
  });
  return strong && !(word.capital && words[first - 1]?.capital) ? found : { ...found, weak: true };
}

/** `late at night`, without a day or a clock before it. */
function isDayBefore(words: readonly TimeWord[], index: number): boolean {
  const word = words[index];
  return (
    word?.figure !== undefined ||
    WEEKDAYS.has(word?.lower ?? '') ||
    word?.lower === 'm' ||
    word?.lower === 'clock'
  );
}

function atNight(first: number): Found {
  return {
    first,
    next: first + 1,
    meaning: { kind: 'frequency', value: 'XXXX-XX-XXTNI' },
    reason: 'words of time',
  };
}

function point(first: number, next: number, fields: Omit<Point, 'kind'>): Found<Point> {
  return { first, next, meaning: { kind: 'point', ...fields }, reason: 'words of time' };
}
