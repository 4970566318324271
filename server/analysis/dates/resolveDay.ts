import {
  addTo,
  type Day,
  factsOf,
  isReal,
  isRealDay,
  nthWeekday,
  pad,
  toDay,
  weekdayIn,
  weekOf,
} from './calendar.ts';
import type { Point } from './meaning.ts';
import { isDay } from './narrative.ts';
import { resolveShift } from './resolveShift.ts';
import { guessYear, yearOf } from './resolveYear.ts';
import { counted, type Dated, narrated, open, type Standpoint, stated } from './standpoint.ts';

/** A month or a day of a month. */
export function resolveMonthDay(point: Point, at: Standpoint): Dated {
  if (point.month === undefined) return resolveDayOfMonth(point.day as number, point.weekday, at);
  let { month, day } = point;
  if (point.orders === 'either' && at.dayFirst && day !== undefined) [month, day] = [day, month];
  const year = yearOf(point, at) ?? guessYear(point, month, day, at);
  const rest = day === undefined ? pad(month, 2) : `${pad(month, 2)}-${pad(day, 2)}`;
  if (!year) return open(`XXXX-${rest}`, at.published ? 'year' : 'publication date');
  return { value: `${pad(year.year, 4)}-${rest}`, derivation: year.derivation };
}

/** `the 18th`: of the month last spoken of, else of the publication's. */
function resolveDayOfMonth(day: number, weekday: number | undefined, at: Standpoint): Dated {
  const near = weekday === undefined ? undefined : findDayOnWeekday(day, weekday, at);
  if (near !== undefined) return { value: near, derivation: counted(at) };
  const told = at.narrative.date;
  const month = told ? /^(?:\d{4}|XXXX)-\d\d(?!\d)/u.exec(told.value)?.[0] : undefined;
  if (told && month) return { value: `${month}-${pad(day, 2)}`, derivation: narrated(told) };
  if (!at.published) return open(`XXXX-XX-${pad(day, 2)}`, 'publication date');
  return { value: `${at.published.slice(0, 7)}-${pad(day, 2)}`, derivation: counted(at) };
}

/** `Thursday the 28th`: the day of this month, the last or the next that falls on the weekday. */
function findDayOnWeekday(day: number, weekday: number, at: Standpoint): Day | undefined {
  if (!at.published) return undefined;
  for (const months of at.tense === 'future' ? [0, 1, -1] : [0, -1, 1]) {
    const { year, month } = factsOf(addTo(at.published, months, 'months'));
    const own = toDay(year, month, day);
    if (isRealDay(year, month, day) && factsOf(own).weekday === weekday) return own;
  }
  return undefined;
}

/** The n-th week, weekend or weekday of a month, or the week that holds a day. */
export function resolveNth(point: Point, at: Standpoint): Dated {
  const { nth, ...rest } = point;
  const { weekday, ...whole } = rest;
  const month = resolveWhole(whole, at);
  const { value, derivation } = month;
  if (!nth || value.includes('_')) return month;
  if (/^\d{4}$/u.test(value)) return { value: inYear(nth, Number(value)) ?? value, derivation };
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

/** What the n-th is a part of: a month, a year, or the week of a day. */
function resolveWhole(whole: Point, at: Standpoint): Dated {
  if (whole.month !== undefined || whole.day !== undefined) return resolveMonthDay(whole, at);
  if (whole.shift) return resolveShift(whole.shift, whole, at);
  return stated(pad(whole.year ?? 0, 4));
}

/** The n-th week, month or day of a year. */
function inYear(nth: NonNullable<Point['nth']>, year: number): string | undefined {
  const last = nth.count < 0;
  switch (nth.unit) {
    case 'week':
      return last ? weekOf(toDay(year, 12, 28)) : `${pad(year, 4)}-W${pad(nth.count, 2)}`;
    case 'month':
      return nth.count <= 12 ? `${pad(year, 4)}-${pad(last ? 12 : nth.count, 2)}` : undefined;
    case 'day':
      return last ? toDay(year, 12, 31) : addTo(toDay(year, 1, 1), nth.count - 1, 'days');
    case 'weekend':
    case 'weekday':
      return undefined;
  }
}

function nthDay(year: number, month: number, count: number): Day | undefined {
  if (count > 0) return isRealDay(year, month, count) ? toDay(year, month, count) : undefined;
  return addTo(addTo(toDay(year, month, 1), 1, 'months'), count, 'days');
}

/** A bare weekday is the latest one up to the publication, or the next one when the verb looks ahead. */
export function resolveWeekday(point: Point, weekday: number, at: Standpoint): Dated {
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
  const value = addTo(at.published, future ? ahead : -back, 'days');
  return { value, derivation: { ...derivation, ...(at.tense && { tense: at.tense }) } };
}
