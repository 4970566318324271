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

/** What the following expressions may count from: the article up to here with one more date. */
export function tell(narrative: Narrative, value: string, span: Span, stated: boolean): void {
  const date = value.split('T')[0] as string;
  if (!/^(?:\d{4}|XXXX)(?:-|$)/u.test(date)) return;
  if (isDay(date) || isOpenDay(date)) narrative.day = { value: date, span };
  narrative.date = { value: date, span };
  if (stated && /^\d{4}/u.test(date)) narrative.year = { value: date, span };
}

/** Whether a value is a day of the calendar. */
export function isDay(value: string): value is Day {
  return /^\d{4}-\d\d-\d\d$/u.test(value);
}

/** Whether a value is a day that lacks its year or week. */
export function isOpenDay(value: string): boolean {
  return /^XXXX-(?:\d\d-\d\d|WXX-\d)$/u.test(value);
}
