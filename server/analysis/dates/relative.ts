import { MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS } from '../lexicon/timeWords.ts';
import { readMonthDate } from './calendarDates.ts';
import type { Found } from './found.ts';
import { readHoliday } from './holidays.ts';
import type { Meaning, Point, Shift, Side, Unit } from './meaning.ts';
import { dayShift, narrative, shift } from './shifts.ts';
import { isClose, type TimeText, type TimeWord } from './words.ts';

/** `yesterday`, `today`, `tomorrow`, `tonight`, `the day after tomorrow`. */
export function readNearDay({ words }: TimeText, first: number): Found<Point> | undefined {
  const word = words[first] as TimeWord;
  const count = NEAR_DAYS.get(word.lower);
  if (count === undefined || word.gap === '') return undefined;
  const [before, second] = [words[first - 1]?.lower, words[first - 2]?.lower];
  if (second === 'day' && before === 'after' && count === 1)
    return shifted(first - 2, first + 1, dayShift(2));
  if (second === 'day' && before === 'before' && count === -1)
    return shifted(first - 2, first + 1, dayShift(-2));
  if (word.lower === 'today' && before === 'usa') return undefined;
  const point = shifted(first, first + 1, dayShift(count));
  return word.lower.startsWith('toni') ? { ...point, meaning: { ...point.meaning, part: 'NI' } } : point;
}

const NEAR_DAYS: ReadonlyMap<string, -1 | 0 | 1> = new Map<string, -1 | 0 | 1>([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tonite', 0],
  ['tomorrow', 1],
]);

const SIDES: ReadonlyMap<string, Side> = new Map<string, Side>([
  ['last', 'last'],
  ['past', 'past'],
  ['this', 'this'],
  ['current', 'this'],
  ['coming', 'coming'],
  ['upcoming', 'coming'],
  ['next', 'next'],
]);

/** Words that count from a date the text has given, with their distance. */
const NARRATIVE: ReadonlyMap<string, -1 | 0 | 1> = new Map<string, -1 | 0 | 1>([
  ['previous', -1],
  ['preceding', -1],
  ['prior', -1],
  ['same', 0],
  ['that', 0],
  ['following', 1],
  ['ensuing', 1],
]);

/** `last week`, `this past Saturday`, `next May`, `the next day`, `that evening`, `the same year`. */
export function readSided(text: TimeText, first: number): Found | undefined {
  const { words } = text;
  const word = words[first] as TimeWord;
  const own = SIDES.get(word.lower);
  if (word.lower === 'current' && !CURRENT.has(words[first + 1]?.lower ?? '')) return undefined;
  if (own !== undefined) {
    const doubled = own === 'this' ? SIDES.get(words[first + 1]?.lower ?? '') : undefined;
    const side = doubled === 'past' || doubled === 'coming' ? doubled : own;
    const at = side === own ? skipVery(words, first + 1, own) : first + 2;
    return readAfterSide(text, first, at, side, side !== own);
  }
  const distance = NARRATIVE.get(word.lower);
  if (distance === undefined) return undefined;
  const same = word.lower === 'that' && words[first + 1]?.lower === 'same' ? first + 2 : first + 1;
  return readAfterNarrative(words, first, same, distance);
}

/** What can be the current one; `current` before other nouns is no expression of time. */
const CURRENT = new Set([
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
  'fiscal',
  'financial',
  'school',
]);

function skipVery(words: readonly TimeWord[], at: number, side: Side): number {
  return side === 'this' && (words[at]?.lower === 'very' || words[at]?.lower === 'same') ? at + 1 : at;
}

function readAfterSide(
  text: TimeText,
  first: number,
  at: number,
  side: Side,
  doubled: boolean,
): Found | undefined {
  const { words } = text;
  const word = words[at];
  if (!word || !isClose(word.gap)) return undefined;
  const weekday = WEEKDAYS.get(word.lower);
  if (weekday !== undefined && word.lower.length > 5 && !word.lower.endsWith('s'))
    return point(first, at + 1, { side, weekday });
  const month = MONTHS.get(word.lower);
  if (month !== undefined && word.lower.length > 2) {
    if (word.lower === 'may' && side === 'this' && !doubled && !word.capital) return undefined;
    return word.lower === 'march' && side === 'this' && !doubled && !word.capital
      ? undefined
      : readSidedMonth(text, first, at, side);
  }
  const season = SEASONS.get(word.lower);
  if (season !== undefined && (word.lower !== 'fall' || side !== 'this' || words[at + 1]?.lower !== 'in'))
    return point(first, at + 1, { side, season });
  const holiday = readHoliday(text, at);
  if (holiday) return point(first, holiday.next, { side, holiday: holiday.meaning.holiday as string });
  const part = PARTS.get(word.lower);
  if (part !== undefined && word.lower !== 'overnight') return readSidedPart(words, first, at, side);
  if (YEARS.has(word.lower) && words[at + 1]?.lower === 'year')
    return readSidedUnit(words, first, at + 1, side, 'year', doubled);
  const unit = word.gap === ' ' ? UNITS.get(word.lower) : undefined;
  return unit === undefined ? undefined : readSidedUnit(words, first, at, side, unit, doubled);
}

const YEARS = new Set(['fiscal', 'financial', 'school', 'academic', 'calendar', 'tax', 'budget']);

/** `last July`, `next May`; `upcoming` before a day is no part of it. */
function readSidedMonth(text: TimeText, first: number, at: number, side: Side): Found<Point> | undefined {
  const month = readMonthDate(text, at)?.[0];
  if (!month) return undefined;
  if (month.meaning.year !== undefined) return undefined;
  return {
    ...month,
    first: month.meaning.day === undefined ? first : at,
    meaning: { ...month.meaning, side },
  };
}

/** `last night`, `this morning`, `the next evening`. */
function readSidedPart(
  words: readonly TimeWord[],
  first: number,
  at: number,
  side: Side,
): Found<Point> | undefined {
  const part = PARTS.get(words[at]?.lower ?? '');
  if (part === undefined) return undefined;
  const the = words[first - 1]?.lower === 'the';
  if (side === 'this') return point(first, at + 1, { shift: dayShift(0), part });
  if (side === 'last' && !the) return point(first, at + 1, { shift: dayShift(-1), part });
  if (side === 'next' || side === 'coming') return point(first, at + 1, { shift: narrative('day', 1), part });
  return point(first, at + 1, { shift: dayShift(-1), part });
}

const SPAN_BEFORE = new Set('over in within during for throughout'.split(' '));

function readSidedUnit(
  words: readonly TimeWord[],
  first: number,
  at: number,
  side: Side,
  unit: Unit,
  doubled: boolean,
): Found | undefined {
  const the = words[first - 1]?.lower === 'the';
  const lead = words[first - 2]?.lower ?? '';
  if (side === 'last' && unit === 'minute' && !the) return undefined;
  if (unit === 'second' || unit === 'minute' || unit === 'hour')
    return side === 'this' || (unit === 'second' && side !== 'past')
      ? undefined
      : measure(first, at + 1, unit);
  if (unit === 'quarter' && words[at + 1]?.lower === 'of') return undefined;
  if (unit === 'season' && side !== 'last' && side !== 'this' && side !== 'next') return undefined;
  if (doubled) return point(first, at + 1, { shift: shift(unit, side === 'coming' ? 1 : -1) });
  switch (side) {
    case 'this':
      return unit === 'day'
        ? point(first, at + 1, { shift: narrative('day', 0) })
        : point(first, at + 1, { shift: shift(unit, 0), side });
    case 'past':
      return measure(first, at + 1, unit);
    case 'last':
      if (unit === 'day') return undefined;
      return the && unit !== 'weekend' && unit !== 'season'
        ? measure(first, at + 1, unit)
        : point(first, at + 1, { shift: shift(unit, -1) });
    case 'coming':
      return point(first, at + 1, { shift: shift(unit, 1) });
    case 'next':
      if (unit === 'day') return point(first, at + 1, { shift: narrative('day', 1) });
      if (!the) return point(first, at + 1, { shift: shift(unit, 1) });
      return SPAN_BEFORE.has(lead) || unit === 'decade' || unit === 'century'
        ? measure(first, at + 1, unit)
        : point(first, at + 1, { shift: narrative(unit, 1) });
  }
}

function readAfterNarrative(
  words: readonly TimeWord[],
  first: number,
  at: number,
  distance: -1 | 0 | 1,
): Found | undefined {
  const word = words[at];
  if (word?.gap !== ' ') return undefined;
  const part = PARTS.get(word.lower);
  if (part !== undefined && word.lower !== 'overnight')
    return point(first, at + 1, { shift: narrative('day', distance), part });
  const weekday = WEEKDAYS.get(word.lower);
  if (weekday !== undefined && word.lower.length > 5 && distance !== 0 && words[first - 1]?.lower === 'the')
    return point(first, at + 1, { side: distance < 0 ? 'last' : 'next', weekday });
  const season = SEASONS.get(word.lower);
  if (season !== undefined && word.lower !== 'fall')
    return point(first, at + 1, { shift: narrative('year', distance), season });
  const unit = UNITS.get(word.lower);
  if (
    unit === undefined ||
    unit === 'second' ||
    unit === 'minute' ||
    unit === 'hour' ||
    (unit === 'quarter' && words[at + 1]?.lower === 'of') ||
    unit === 'season'
  )
    return undefined;
  return point(first, at + 1, { shift: narrative(unit, distance) });
}

function shifted(first: number, next: number, own: Shift): Found<Point> {
  return point(first, next, { shift: own });
}

function point(first: number, next: number, fields: Omit<Point, 'kind'>): Found<Point> {
  return { first, next, meaning: { kind: 'point', ...fields }, reason: 'words of time' };
}

function measure(first: number, next: number, unit: Unit): Found {
  const meaning: Meaning = { kind: 'measure', parts: [{ count: 1, unit }] };
  return { first, next, meaning, reason: 'words of time' };
}
