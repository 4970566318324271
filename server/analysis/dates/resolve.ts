import type { Derivation, TimexType } from '../types.ts';
import {
  addTo,
  type Day,
  factsOf,
  holidayIn,
  isRealDay,
  nthWeekday,
  pad,
  toDay,
  weekdayIn,
  weekOf,
} from './calendar.ts';
import type { Clock, Point, Shift, Unit } from './meaning.ts';
import { isDay, isOpenDay, type Narrative } from './narrative.ts';
import type { Tense } from './tense.ts';

/** What an expression is read against. */
export interface Standpoint {
  readonly published: Day | undefined;
  readonly narrative: Narrative;
  readonly tense: Tense | undefined;
  readonly paragraph: number;
  /** Whether 3/4/2019 is the third of April here. */
  readonly dayFirst: boolean;
}

/** A value and how it was come by. */
export interface Resolved {
  readonly timex: TimexType;
  readonly value: string;
  readonly derivation: Derivation;
}

interface Dated {
  readonly value: string;
  readonly derivation: Derivation;
}

const STATED: Derivation = { kind: 'stated' };

/** The TIMEX3 value of a point in time, read against the publication date and the dates before it. */
export function resolvePoint(point: Point, at: Standpoint): Resolved {
  const clocked = point.clock !== undefined || point.part !== undefined || isClockShift(point.shift);
  const date = resolveDate(point, at);
  if (!clocked) return { timex: 'DATE', ...date };
  if (/_REF$/u.test(date.value)) return { timex: 'TIME', ...date };
  const time = point.clock ? toTime(point.clock, point) : point.part ? `T${point.part}` : '';
  return { timex: 'TIME', value: date.value + time, derivation: date.derivation };
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
  if (point.shift) return resolveShift(point.shift, point, at);
  return resolveToday(at);
}

function stated(value: string): Dated {
  return { value, derivation: STATED };
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

/* Years */

/** The year of an expression that names one, by figure or by count; undefined where it names none. */
function yearOf(
  point: Point,
  at: Standpoint,
): { readonly year: number; readonly derivation: Derivation } | undefined {
  if (point.year !== undefined) return { year: point.year, derivation: STATED };
  if (point.shift?.unit !== 'year' || point.shift.count === undefined) return undefined;
  if (point.shift.from === 'publication') {
    if (at.published === undefined) return undefined;
    return { year: factsOf(at.published).year + point.shift.count, derivation: counted(at) };
  }
  const told = at.narrative.date;
  const year = told && /^\d{4}/u.test(told.value) ? Number(told.value.slice(0, 4)) : undefined;
  return year === undefined || !told
    ? undefined
    : { year: year + point.shift.count, derivation: narrated(told) };
}

/**
 * The year of a month or day that names none (after the observations of HeidelTime on news): the year told in the same
 * paragraph, else the publication's; the one before for a past that lies ahead, the one after for a future behind.
 */
function guessYear(
  point: Point,
  month: number,
  day: number | undefined,
  at: Standpoint,
): { readonly year: number; readonly derivation: Derivation } | undefined {
  const { published, tense, narrative } = at;
  const told = narrative.year;
  if (
    told &&
    /^\d{4}-\d\d/u.test(told.value) &&
    point.side === undefined &&
    (!published ||
      (told.paragraph === at.paragraph && Number(told.value.slice(0, 4)) < factsOf(published).year))
  )
    return { year: Number(told.value.slice(0, 4)), derivation: narrated(told) };
  if (!published) return undefined;
  const now = factsOf(published);
  const ahead = month - now.month || (day === undefined ? 0 : day - now.day);
  const derivation = counted(at);
  if (point.side === 'last' || point.side === 'past')
    return { year: ahead >= 0 ? now.year - 1 : now.year, derivation };
  if (point.side === 'next' || point.side === 'coming')
    return { year: ahead <= 0 ? now.year + 1 : now.year, derivation };
  if (point.side === 'this') return { year: now.year, derivation };
  if (ahead > 0 && tense === 'past') return { year: now.year - 1, derivation: { ...derivation, tense } };
  if (ahead < 0 && tense === 'future' && now.month - month > 2)
    return { year: now.year + 1, derivation: { ...derivation, tense } };
  return { year: now.year, derivation };
}

/* Months and days */

function resolveMonthDay(point: Point, at: Standpoint): Dated {
  if (point.month === undefined) return resolveDayOfMonth(point.day as number, at);
  let { month, day } = point;
  if (point.orders === 'either' && at.dayFirst && day !== undefined) [month, day] = [day, month];
  const year = yearOf(point, at) ?? guessYear(point, month, day, at);
  const rest = day === undefined ? pad(month, 2) : `${pad(month, 2)}-${pad(day, 2)}`;
  if (!year) return open(`XXXX-${rest}`, at.published ? 'year' : 'publication date');
  return { value: `${pad(year.year, 4)}-${rest}`, derivation: year.derivation };
}

/** `the 18th`: of the month last spoken of, else of the publication's. */
function resolveDayOfMonth(day: number, at: Standpoint): Dated {
  const told = at.narrative.date;
  const month = told ? /^(?:\d{4}|XXXX)-\d\d(?!\d)/u.exec(told.value)?.[0] : undefined;
  if (told && month) return { value: `${month}-${pad(day, 2)}`, derivation: narrated(told) };
  if (!at.published) return open(`XXXX-XX-${pad(day, 2)}`, 'publication date');
  return { value: `${at.published.slice(0, 7)}-${pad(day, 2)}`, derivation: counted(at) };
}

/** The n-th week, weekend or weekday of a month, or the week that holds a day. */
function resolveNth(point: Point, at: Standpoint): Dated {
  const { nth, ...rest } = point;
  const { weekday, ...whole } = rest;
  const month = resolveDate(weekday === undefined || nth?.unit === 'weekday' ? whole : rest, at);
  const { value, derivation } = month;
  if (!nth) return month;
  if (nth.count === 0) {
    if (!isDay(value) || !isReal(value))
      return { value: nth.unit === 'weekend' ? 'XXXX-WXX-WE' : 'XXXX-WXX', derivation };
    return { value: nth.unit === 'weekend' ? `${weekOf(value)}-WE` : weekOf(value), derivation };
  }
  if (!/^\d{4}-\d\d$/u.test(value)) return month;
  const [year, number] = [Number(value.slice(0, 4)), Number(value.slice(5))];
  const day = nthWeekday(
    year,
    number,
    nth.unit === 'weekday' ? (weekday as number) : nth.unit === 'weekend' ? 6 : 4,
    nth.count,
  );
  if (nth.unit === 'day') {
    const last = nthDay(year, number, nth.count);
    return last ? { value: last, derivation } : month;
  }
  if (!day) return month;
  if (nth.unit === 'weekday') return { value: day, derivation };
  return { value: nth.unit === 'weekend' ? `${weekOf(day)}-WE` : weekOf(day), derivation };
}

function nthDay(year: number, month: number, count: number): Day | undefined {
  if (count > 0) return isRealDay(year, month, count) ? toDay(year, month, count) : undefined;
  return addTo(addTo(toDay(year, month, 1), 1, 'months'), count, 'days');
}

function isReal(day: Day): boolean {
  return isRealDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
}

/* Weekdays */

/** A bare weekday is the latest one up to the publication, or the next one when the verb looks ahead. */
function resolveWeekday(point: Point, weekday: number, at: Standpoint): Dated {
  if (point.shift?.unit === 'week') {
    const week = resolveShift(point.shift, point, at);
    if (at.published && point.shift.count !== undefined)
      return {
        value: weekdayIn(addTo(at.published, point.shift.count, 'weeks'), weekday),
        derivation: week.derivation,
      };
  }
  if (!at.published) return open(`XXXX-WXX-${weekday}`, 'publication date');
  const now = factsOf(at.published).weekday;
  const back = (now - weekday + 7) % 7;
  const ahead = (weekday - now + 7) % 7;
  const derivation = counted(at);
  const future = at.tense === 'future';
  switch (point.side) {
    case 'last':
    case 'past':
      return { value: addTo(at.published, -(back || 7), 'days'), derivation };
    case 'next':
    case 'coming':
      return { value: addTo(at.published, ahead || 7, 'days'), derivation };
    case 'this':
      return { value: addTo(at.published, future ? ahead : -back, 'days'), derivation };
  }
  const value = addTo(at.published, future ? ahead || 7 : -back, 'days');
  return { value, derivation: { ...derivation, ...(at.tense && { tense: at.tense }) } };
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
  return { value: `${pad(year.year, 4)}-${part}`, derivation: year.derivation };
}

/* Holidays */

function resolveHoliday(name: string, point: Point, at: Standpoint): Dated {
  const own = yearOf(point, at);
  if (own) return { value: holidayIn(name, own.year) ?? pad(own.year, 4), derivation: own.derivation };
  const anyYear = holidayIn(name, 2001);
  const month = anyYear ? Number(anyYear.slice(5, 7)) : undefined;
  if (!at.published) {
    const fixed =
      anyYear !== undefined &&
      anyYear.slice(5) === holidayIn(name, 2002)?.slice(5) &&
      anyYear.slice(5) === holidayIn(name, 2003)?.slice(5);
    return open(fixed ? `XXXX-${anyYear.slice(5)}` : 'XXXX-XX-XX', 'publication date');
  }
  const year = guessYear(
    point,
    month ?? factsOf(at.published).month,
    anyYear ? Number(anyYear.slice(8)) : undefined,
    at,
  );
  if (!year) return open('XXXX-XX-XX', 'year');
  return { value: holidayIn(name, year.year) ?? pad(year.year, 4), derivation: year.derivation };
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

function resolveShift(shift: Shift, point: Point, at: Standpoint): Dated {
  const reference = shift.from === 'publication' ? at.published : undefined;
  if (shift.from === 'narrative') return countFromTold(shift, at);
  if (reference === undefined) return openShift(shift, point);
  if (shift.count === undefined)
    return { value: shift.direction < 0 ? 'PAST_REF' : 'FUTURE_REF', derivation: counted(at) };
  if (shift.unit === 'weekend')
    return { value: weekend(reference, shift.count, point, at), derivation: counted(at) };
  return { value: count(reference, shift.count, shift.unit), derivation: counted(at) };
}

/** The weekend meant by `the weekend`, `this weekend`, `last weekend`: the running or last one, else the next. */
function weekend(published: Day, distance: number, point: Point, at: Standpoint): string {
  const inside = factsOf(published).weekday >= 6;
  const past = point.side === 'past' && at.tense !== 'future';
  if (distance === 0) return `${weekOf(past && !inside ? addTo(published, -1, 'weeks') : published)}-WE`;
  return `${weekOf(addTo(published, distance, 'weeks'))}-WE`;
}

function openShift(shift: Shift, point: Point): Dated {
  if (point.part) {
    if (shift.unit === 'day' && shift.count === -1) return open('PAST_REF', 'publication date');
    return open('XXXX-XX-XX', 'publication date');
  }
  if (shift.unit === 'weekend') return open('XXXX-WXX-WE', 'publication date');
  if (shift.direction < 0) return open('PAST_REF', 'publication date');
  if (point.mod === 'START' && shift.count === 0 && shift.unit !== 'day')
    return open('PAST_REF', 'publication date');
  if (point.mod === 'END' && shift.count === 0 && shift.unit !== 'day')
    return open('FUTURE_REF', 'publication date');
  return open(shift.direction > 0 ? 'FUTURE_REF' : 'PRESENT_REF', 'publication date');
}

/** A count from the day or the date last spoken of. */
function countFromTold(shift: Shift, at: Standpoint): Dated {
  const fine =
    shift.unit === 'day' || shift.unit === 'night' || shift.unit === 'morning' || shift.unit === 'evening';
  const told = fine ? (at.narrative.day ?? at.narrative.date) : at.narrative.date;
  if (!told) {
    if (shift.count === 0 || shift.count === undefined || !at.published) return openTold(shift);
    return { value: count(at.published, shift.count, shift.unit), derivation: counted(at) };
  }
  const derivation = narrated(told);
  if (shift.count === undefined) return { value: vagueFrom(told.value, shift.unit), derivation };
  const value = countFromValue(told.value, shift.count, shift.unit);
  return value === undefined ? openTold(shift) : { value, derivation };
}

function openTold(shift: Shift): Dated {
  if (shift.unit === 'day')
    return open(shift.count === undefined ? 'XXXX-XX' : 'XXXX-XX-XX', 'reference date');
  if (shift.direction < 0) return open('PAST_REF', 'reference date');
  return open(OPEN[shift.unit] ?? 'XXXX', 'reference date');
}

const OPEN: Partial<Record<Unit, string>> = {
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  weekend: 'XXXX-WXX-WE',
  year: 'XXXX',
};

function vagueFrom(value: string, unit: Unit): string {
  return unit === 'year' || unit === 'decade' ? 'XXXX' : value.slice(0, 7);
}

/** Counts from a value that may be coarser than a day or lack its year. */
function countFromValue(value: string, distance: number, unit: Unit): string | undefined {
  if (isDay(value)) return isReal(value) ? count(value, distance, unit) : undefined;
  if (isOpenDay(value)) return countFromOpen(value, distance, unit);
  const year = /^\d{4}/u.exec(value)?.[0];
  if (year === undefined) return undefined;
  if (unit === 'year' || unit === 'decade' || unit === 'century')
    return count(`${year}-06-15`, distance, unit);
  const month = /^\d{4}-(?<month>\d\d)$/u.exec(value)?.groups?.month;
  if (month && (unit === 'month' || unit === 'quarter')) return count(`${year}-${month}-15`, distance, unit);
  const week = /^\d{4}-W(?<week>\d\d)/u.exec(value)?.groups?.week;
  if (week && (unit === 'week' || unit === 'weekend'))
    return count(addTo(`${year}-01-04`, Number(week) - 1, 'weeks'), distance, unit);
  return undefined;
}

/** Days of an unknown year or week can still be counted from, where the year's end is not passed. */
function countFromOpen(value: string, distance: number, unit: Unit): string | undefined {
  const weekday = /WXX-(?<weekday>\d)$/u.exec(value)?.groups?.weekday;
  if (weekday) {
    if (unit !== 'day') return distance === 0 ? OPEN[unit] : undefined;
    return `XXXX-WXX-${((((Number(weekday) - 1 + distance) % 7) + 7) % 7) + 1}`;
  }
  const day = count(`2001${value.slice(4)}`, distance, unit);
  return day.startsWith('2001-W') ? OPEN.week : day.replace(/^\d{4}/u, 'XXXX');
}

/** The value some units from a day, in the grain of the unit. */
function count(from: Day, distance: number, unit: Unit): string {
  switch (unit) {
    case 'day':
    case 'night':
    case 'morning':
    case 'evening':
      return addTo(from, distance, 'days');
    case 'week':
      return weekOf(addTo(from, distance, 'weeks'));
    case 'fortnight':
      return weekOf(addTo(from, 2 * distance, 'weeks'));
    case 'weekend':
      return `${weekOf(addTo(from, distance, 'weeks'))}-WE`;
    case 'month':
      return addTo(from, distance, 'months').slice(0, 7);
    case 'quarter': {
      const { year, month } = factsOf(addTo(from, 3 * distance, 'months'));
      return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
    }
    case 'season':
    case 'winter':
    case 'summer':
    case 'year':
      return Number.isInteger(distance)
        ? pad(factsOf(from).year + distance, 4)
        : addTo(from, distance * 12, 'months').slice(0, 7);
    case 'decade':
      return pad(Math.floor(factsOf(from).year / 10) + distance, 3);
    case 'century':
      return pad(Math.floor(factsOf(from).year / 100) + distance, 2);
    case 'millennium':
      return pad(Math.floor(factsOf(from).year / 1000) + distance, 1);
    case 'hour':
    case 'minute':
    case 'second':
      return from;
  }
}

/* Clocks */

function toTime(clock: Clock, point: Point): string {
  let { hour } = clock;
  if (
    hour < 12 &&
    clock.minute === undefined &&
    (point.part === 'AF' || point.part === 'EV' || (point.part === 'NI' && hour > 5))
  )
    hour += 12;
  const minute = pad(clock.minute ?? 0, 2);
  const second = clock.second === undefined ? '' : `:${pad(clock.second, 2)}`;
  return `T${pad(hour, 2)}:${minute}${second}${clock.utc ? 'Z' : ''}`;
}

/* Derivations */

function counted(at: Standpoint): Extract<Derivation, { kind: 'publication' }> {
  return { kind: 'publication', reference: at.published ?? '' };
}

function narrated(told: {
  readonly value: string;
  readonly span: { readonly start: number; readonly end: number };
}): Derivation {
  return { kind: 'narrative', reference: told.value, referenceSpan: told.span };
}

function open(value: string, missing: Extract<Derivation, { kind: 'open' }>['missing']): Dated {
  return { value, derivation: { kind: 'open', missing } };
}
