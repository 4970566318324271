import type { Article, TimeExpression } from '../../analysis/types.ts';
import { isDay, MONTHS, WEEKDAYS, weekdayOf } from '../calendar.ts';
import type { Problem, Rule } from './problem.ts';
import { inSuspects, suspectTimes } from './suspects.ts';

const WEEKDAY = /\b(mon|tues?|wednes|thurs|fri|satur|sun)day\b/iu;

/**
 * `wrong-weekday`: a weekday that the day beside it does not fall on. Only where the year is stated or the day lies
 * within half a year of publication: a year that was guessed contradicts nothing.
 */
export const findWrongWeekdays: Rule = (article) =>
  inSuspects(article, maySayWeekday, (date, before) => wrongWeekday(article, date, before));

/** A day by its number, with its weekday inside or right before it. */
const maySayWeekday = suspectTimes((text, time, before) => {
  const words = text.slice(time.start, time.end);
  return /\d/u.test(words) && (WEEKDAY.test(words) || time.start - (before?.end ?? 0) < 3);
});

function wrongWeekday(
  { text, publication }: Article,
  date: TimeExpression,
  before: TimeExpression | undefined,
): Problem | undefined {
  const apart =
    before &&
    date.start - before.end < 3 &&
    before.end <= date.start &&
    /^,? $/u.test(text.slice(before.end, date.start));
  const start = apart ? before.start : date.start;
  const written = WEEKDAY.exec(text.slice(start, date.end));
  const day = written && /^(\d{4})-(\d\d)-(\d\d)(?:T|$)/u.exec(date.value);
  if (!written || !day) return undefined;
  const [year, month, number] = day.slice(1).map(Number) as [number, number, number];
  const words = text.slice(date.start, date.end);
  if (!/\d/u.test(words) || !isDay(year, month, number)) return undefined;
  if (!words.includes(String(year)) && !isNear(date, publication?.date)) return undefined;
  const right = WEEKDAYS[weekdayOf(year, month, number) - 1] as string;
  if (written[0].toLowerCase() === right.toLowerCase()) return undefined;
  const name = `${number} ${MONTHS[month - 1]} ${year}`;
  return {
    code: 'wrong-weekday',
    message: `${name} was a ${right}, not a ${written[0]}.`,
    start: start + written.index,
    end: date.end,
  };
}

const HALF_A_YEAR = 183 * 86_400_000;

function isNear({ value }: TimeExpression, published: string | undefined): boolean {
  if (published === undefined) return false;
  return Math.abs(Date.parse(value.slice(0, 10)) - Date.parse(published)) < HALF_A_YEAR;
}
