import type { Span } from '../../text/span.ts';
import type { Day } from './calendar.ts';

/** The dates the text has given so far, nearest first: what `the next day` and `two weeks later` count from. */
export interface Narrative {
  /** The nearest day: known, or open as `XXXX-WXX-3` or `XXXX-04-27`. */
  day: Told | undefined;
  /** The nearest expression of any grain from a day to a year, by value. */
  date: Told | undefined;
  /** The nearest date whose year is said. */
  year: Told | undefined;
}

export interface Told {
  readonly value: string;
  readonly span: Span;
}

/** Before the first date of an article. */
export function beginNarrative(): Narrative {
  return { day: undefined, date: undefined, year: undefined };
}

/** The date of a value that later expressions can count from; undefined for durations and years before Christ. */
export function countableOf(value: string): string | undefined {
  const ends = value.length === 4 || value[4] === '-' || value[4] === 'T';
  if (!ends || !/^(?:\d{4}|XXXX)/u.test(value)) return undefined;
  const time = value.indexOf('T');
  return time < 0 ? value : value.slice(0, time);
}

/** What the following expressions may count from: the article up to here with one more date. */
export function tell(narrative: Narrative, told: Told, stated: boolean): void {
  const { value } = told;
  const open = value.startsWith('X');
  if (value.length === 10 && value[8] !== 'X') narrative.day = told;
  narrative.date = told;
  if (stated && !open) narrative.year = told;
}

/** Whether a value is a day of the calendar. */
export function isDay(value: string): value is Day {
  return /^\d{4}-\d\d-\d\d$/u.test(value);
}

/** Whether a value is a day that lacks its year or week. */
export function isOpenDay(value: string): boolean {
  return /^XXXX-(?:\d\d-\d\d|WXX-\d)$/u.test(value);
}
