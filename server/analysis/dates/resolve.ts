import type { Derivation, TimexType } from '../types.ts';
import { factsOf, holidayIn, pad } from './calendar.ts';
import { toDuration } from './durationValue.ts';
import { holidayRule } from './holidays.ts';
import type { Clock, Meaning, Point, Shift } from './meaning.ts';
import { resolveMonthDay, resolveNth, resolveWeekday } from './resolveDay.ts';
import { resolveShift } from './resolveShift.ts';
import { guessYear, yearOf } from './resolveYear.ts';
import { counted, type Dated, narrated, open, STATED, type Standpoint, stated } from './standpoint.ts';

/** A value and how it was come by. */
export interface Resolved {
  readonly timex: TimexType;
  readonly value: string;
  readonly derivation: Derivation;
}

/** What an expression says, read against the publication date and the dates before it. */
export function resolve(meaning: Meaning, at: Standpoint): Resolved {
  switch (meaning.kind) {
    case 'point':
      return resolvePoint(meaning, at);
    case 'measure':
      return { timex: 'DURATION', value: toDuration(meaning.parts), derivation: STATED };
    case 'frequency':
      return { timex: 'SET', value: meaning.value, derivation: STATED };
    case 'reference':
      return { timex: 'DATE', value: meaning.value, derivation: STATED };
  }
}

function resolvePoint(point: Point, at: Standpoint): Resolved {
  const clocked = point.clock !== undefined || point.part !== undefined || isClockShift(point.shift);
  const { value, derivation } = resolveDate(point, at);
  if (!clocked) return { timex: 'DATE', value, derivation };
  if (value.endsWith('_REF')) return { timex: 'TIME', value, derivation };
  const time = point.clock ? toTime(point.clock, point) : point.part ? `T${point.part}` : '';
  return { timex: 'TIME', value: value + time, derivation };
}

function resolveDate(point: Point, at: Standpoint): Dated {
  if (point.shift && isClockShift(point.shift)) return countClock(point.shift);
  if (point.holiday !== undefined) return resolveHoliday(point.holiday, point, at);
  if (point.nth) return resolveNth(point, at);
  if (point.day !== undefined || point.month !== undefined) return resolveMonthDay(point, at);
  if (point.weekday !== undefined) return resolveWeekday(point, point.weekday, at);
  if (point.season || point.quarter !== undefined || point.half !== undefined)
    return resolvePartOfYear(point, at);
  if (point.week !== undefined) return stated(`${pad(point.year ?? 0, 4)}-W${pad(point.week, 2)}`);
  if (point.century !== undefined) return stated(era(point, pad(point.century, 2)));
  if (point.decade !== undefined) return stated(pad(point.decade, 3));
  if (point.shortDecade !== undefined) return resolveShortDecade(point.shortDecade, at);
  if (point.year !== undefined)
    return stated(point.fiscal ? `FY${point.year}` : era(point, pad(point.year, 4)));
  if (
    point.shift?.from === 'narrative' &&
    point.shift.count === 0 &&
    (point.part || point.clock) &&
    point.shift.unit === 'day'
  )
    return resolveToday(at);
  if (point.shift) return resolveShift(point.shift, point, at);
  if (point.weekend) return open('XXXX-WXX-WE', 'reference date');
  return resolveToday(at);
}

function era(point: Point, value: string): string {
  return point.beforeChrist ? `BC${value}` : value;
}

/** A part of the day or a clock without its day: the day last spoken of, else the day of publication. */
function resolveToday(at: Standpoint): Dated {
  const told = at.narrative.day;
  if (told) return { value: told.value, derivation: narrated(told) };
  if (at.published) return { value: at.published, derivation: counted(at) };
  return open('XXXX-XX-XX', 'publication date');
}

function resolveShortDecade(decade: number, at: Standpoint): Dated {
  const year = at.published === undefined ? 2020 : factsOf(at.published).year;
  const century = Math.floor(year / 100);
  const own = century * 10 + decade;
  return stated(pad(own * 10 > year ? own - 10 : own, 3));
}

/* Seasons, quarters, halves */

const SEASON_MONTHS = { WI: 1, SP: 4, SU: 7, FA: 10 } as const;

function resolvePartOfYear(point: Point, at: Standpoint): Dated {
  const part = point.season ?? (point.quarter === undefined ? `H${point.half}` : `Q${point.quarter}`);
  const month = point.season
    ? SEASON_MONTHS[point.season]
    : point.quarter === undefined
      ? 6 * (point.half ?? 1) - 3
      : 3 * point.quarter - 1;
  const year = yearOf(point, at) ?? guessYear(point, month, undefined, at);
  if (!year) return open(`XXXX-${part}`, 'publication date');
  const own = year.year + againstTense(point, at, year.year);
  return { value: `${pad(own, 4)}-${part}`, derivation: year.derivation };
}

/**
 * A quarter or half of a year that has not begun is not told of in the past, one that is over not looked ahead to: the
 * years between the guess and the one that is meant.
 */
function againstTense(
  { quarter, half, year, side, shift }: Point,
  at: Standpoint,
  guessed: number,
): -1 | 0 | 1 {
  if (at.published === undefined || year !== undefined || side || shift) return 0;
  const last = quarter === undefined ? 6 * (half ?? 0) : 3 * quarter;
  const first = quarter === undefined ? last - 5 : last - 2;
  const now = factsOf(at.published);
  if (last === 0 || guessed !== now.year) return 0;
  if (at.tense === 'past') return now.month < first ? -1 : 0;
  return at.tense === 'future' && last < now.month ? 1 : 0;
}

/* Holidays */

function resolveHoliday(name: string, point: Point, at: Standpoint): Dated {
  const own = yearOf(point, at);
  if (own) return { value: holidayIn(name, own.year) ?? pad(own.year, 4), derivation: own.derivation };
  if (!at.published && !at.narrative.year) return open(openHoliday(name), 'publication date');
  const near = at.published ? factsOf(at.published).year : 2001;
  const usual = holidayIn(name, near);
  const month = usual ? Number(usual.slice(5, 7)) : undefined;
  const now = at.published ? factsOf(at.published).month : 1;
  const year = guessYear(point, month ?? now, usual ? Number(usual.slice(8)) : undefined, at);
  if (!year) return open(openHoliday(name), 'publication date');
  return { value: holidayIn(name, year.year) ?? pad(year.year, 4), derivation: year.derivation };
}

/** What is known of a holiday without its year. */
function openHoliday(name: string): string {
  const rule = holidayRule(name);
  switch (rule?.kind) {
    case 'fixed':
      return `XXXX-${pad(rule.month, 2)}-${pad(rule.day, 2)}`;
    case 'weekday':
      return `XXXX-${pad(rule.month, 2)}`;
    case 'election':
      return 'XXXX-11';
    case 'calendar':
      return 'XXXX-XX-XX';
    case 'easter':
    case 'year':
    case undefined:
      return 'XXXX';
  }
}

/* Counting in units */

function isClockShift(shift: Shift | undefined): boolean {
  return shift?.unit === 'hour' || shift?.unit === 'minute' || shift?.unit === 'second';
}

/** `hours ago`: no clock is known to count from. */
function countClock(shift: Shift): Dated {
  return open(
    shift.direction < 0 || shift.from === 'narrative' ? 'PAST_REF' : 'FUTURE_REF',
    'reference date',
  );
}

/* Clocks */

function toTime(clock: Clock, point: Point): string {
  const later = point.part === 'AF' || point.part === 'EV' || (point.part === 'NI' && clock.hour > 5);
  const hour = clock.hour < 12 && later && clock.utc !== true ? clock.hour + 12 : clock.hour;
  const minute = pad(clock.minute ?? 0, 2);
  const second = clock.second === undefined ? '' : `:${pad(clock.second, 2)}`;
  return `T${pad(hour, 2)}:${minute}${second}${clock.utc ? 'Z' : ''}`;
}
