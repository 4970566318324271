import { addTo, factsOf, isRealDay, pad, toDay } from '../../analysis/dates/calendar.ts';

/** A stretch of days in the calendar, both included, `YYYY-MM-DD`. */
export interface Interval {
  readonly first: string;
  readonly last: string;
}

/** First and last month of the parts of a year; the winter of a year begins in the December before it. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
  H1: [1, 6],
  H2: [7, 12],
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
  WI: [0, 2],
};

/** The days that a TIMEX3 value of type DATE or TIME covers; undefined for open values, durations and sets. */
export function toInterval(value: string): Interval | undefined {
  const week = /^(\d{4})-W(\d{2})(-WE)?$/u.exec(value);
  if (week) return weekInterval(Number(week[1]), Number(week[2]), week[3] !== undefined);
  const day = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/u.exec(value);
  if (day) return dayInterval(Number(day[1]), Number(day[2]), Number(day[3]));
  const part = /^(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$/u.exec(value);
  if (part)
    return monthsInterval(Number(part[1]), ...(PARTS[part[2] as string] as readonly [number, number]));
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/u.exec(value);
  if (month) return monthsInterval(Number(month[1]), Number(month[2]), Number(month[2]));
  return /^\d{2,4}$/u.test(value) ? yearsInterval(value) : undefined;
}

function weekInterval(year: number, week: number, isWeekend: boolean): Interval | undefined {
  if (week < 1 || 53 < week) return undefined;
  // The week with the fourth of January is the first one (ISO 8601).
  const fourth = toDay(year, 1, 4);
  const monday = addTo(fourth, 7 * (week - 1) + 1 - factsOf(fourth).weekday, 'days');
  return { first: isWeekend ? addTo(monday, 5, 'days') : monday, last: addTo(monday, 6, 'days') };
}

function dayInterval(year: number, month: number, day: number): Interval | undefined {
  const only = toDay(year, month, day);
  return isRealDay(year, month, day) ? { first: only, last: only } : undefined;
}

function monthsInterval(year: number, first: number, last: number): Interval {
  const start = first === 0 ? toDay(year - 1, 12, 1) : toDay(year, first, 1);
  return { first: start, last: addTo(addTo(toDay(year, last, 1), 1, 'months'), -1, 'days') };
}

/** `2019` a year, `195` a decade, `19` a century. */
function yearsInterval(value: string): Interval {
  const years = 10 ** (4 - value.length);
  const first = Number(value) * years;
  return { first: toDay(first, 1, 1), last: `${pad(first + years - 1, 4)}-12-31` };
}
