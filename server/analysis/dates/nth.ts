import { MONTHS, WEEKDAYS } from '../lexicon/timeWords.ts';
import { readDayMonth, readMonthDate } from './calendarDates.ts';
import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { readOrdinal } from './numerals.ts';
import { readSided } from './relative.ts';
import type { TimeText, TimeWord } from './words.ts';
import { readYear } from './years.ts';

/** `first week of April 2019`, `last weekend of July`, `second Monday in October`, `week of October 21`. */
export function readNth(text: TimeText, first: number): Found<Point> | undefined {
  const { words } = text;
  const word = words[first] as TimeWord;
  if (word.lower === 'week' || word.lower === 'weekend')
    return readAround(text, first, word.lower) ?? readWeekNumber(text, first);
  const ordinal = readOrdinal(words, first);
  const count = ordinal?.count ?? (word.lower === 'last' || word.lower === 'final' ? -1 : undefined);
  const at = ordinal?.next ?? first + 1;
  const unit = words[at];
  const link = words[at + 1];
  if (
    count === undefined ||
    count > 53 ||
    !unit ||
    unit.gap !== ' ' ||
    (link?.lower !== 'of' && link?.lower !== 'in')
  )
    return undefined;
  const weekday = WEEKDAYS.get(unit.lower);
  if (
    weekday === undefined &&
    unit.lower !== 'week' &&
    unit.lower !== 'weekend' &&
    unit.lower !== 'day' &&
    unit.lower !== 'month'
  )
    return undefined;
  const whole = readWhole(text, at + 2);
  if (!whole) return undefined;
  const nth: Point['nth'] = {
    count,
    unit: weekday === undefined ? (unit.lower as 'week' | 'weekend' | 'day' | 'month') : 'weekday',
  };
  return {
    first,
    next: whole.next,
    meaning: { ...whole.meaning, nth, ...(weekday !== undefined && { weekday }) },
    reason: 'calendar words',
  };
}

/** The month or year that something is a part of. */
function readWhole(text: TimeText, at: number): Found<Point> | undefined {
  const { words } = text;
  const name = MONTHS.get(words[at]?.lower ?? '');
  if (name !== undefined) {
    const alone: Found<Point> = {
      first: at,
      next: at + 1,
      meaning: { kind: 'point', month: name },
      reason: 'calendar words',
    };
    const month = readMonthDate(text, at)?.[0] ?? alone;
    return month?.meaning.day === undefined ? month : undefined;
  }
  return readYear(text, at) ?? readSidedWhole(text, at);
}

/** `this month`, `next year`. */
function readSidedWhole(text: TimeText, at: number): Found<Point> | undefined {
  const found = readSided(text, at);
  if (found?.meaning.kind !== 'point') return undefined;
  const { shift } = found.meaning;
  const whole = shift?.from === 'publication' && (shift.unit === 'month' || shift.unit === 'year');
  return whole ? { ...found, meaning: found.meaning } : undefined;
}

/** The week or weekend that holds a day. */
function readAround(text: TimeText, first: number, unit: 'week' | 'weekend'): Found<Point> | undefined {
  const { words } = text;
  if (words[first + 1]?.lower !== 'of') return undefined;
  const at = words[first + 2]?.lower === 'the' ? first + 3 : first + 2;
  const date = (readMonthDate(text, at) ?? readDayMonth(text, at))?.[0];
  if (date?.meaning.day === undefined) return undefined;
  return { ...date, first, meaning: { ...date.meaning, nth: { count: 0, unit } } };
}

/** `week 3 of 2027`. */
function readWeekNumber(text: TimeText, first: number): Found<Point> | undefined {
  const { words } = text;
  const week = words[first + 1]?.figure;
  if (
    words[first]?.lower !== 'week' ||
    week === undefined ||
    week < 1 ||
    53 < week ||
    words[first + 2]?.lower !== 'of'
  )
    return undefined;
  const year = readYear(text, first + 3);
  return year && { ...year, first, meaning: { ...year.meaning, week } };
}
