import { Temporal } from 'temporal-polyfill/full';

/** Days of a month in a year, or in the longest such month where the year is not known. */
export function daysOf(month: number, year: number | undefined): number {
  const known = year !== undefined && Number.isInteger(year) ? year : LEAP_YEAR;
  return Temporal.PlainYearMonth.from({ year: known, month }).daysInMonth;
}

/** Whether the day is in the calendar. */
export function isDay(year: number | undefined, month: number, day: number): boolean {
  return 1 <= month && month <= 12 && 1 <= day && day <= daysOf(month, year);
}

/** The day some days after another, both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(year: number, month: number, day: number): number {
  return Temporal.PlainDate.from({ year, month, day }).dayOfWeek;
}

/** The Monday of a week of ISO 8601: week 1 holds 4 January. */
export function mondayOf(year: number, week: number): Temporal.PlainDate {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
}

export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');
export const WEEKDAYS: readonly string[] = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
  ' ',
);

const LEAP_YEAR = 2020;
