import type { Article, TimeExpression } from '../../analysis/types.ts';
import { addDays } from '../calendar.ts';
import type { Problem, Rule } from './problem.ts';
import { inSuspects, suspectTimes } from './suspects.ts';

/** Days that count from the publication. */
const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

/** `, on ` is the longest that may stand between two days of one event. */
const LONGEST_LINK = 5;

/** `two-dates`: two days for one event in one sentence: `yesterday, April 27` in an article of 3 May. */
export const findTwoDates: Rule = (article) =>
  inSuspects(
    article,
    maySayTwo,
    (date, before) => besideItself(article, date) ?? besideAnother(article, date, before),
  );

/** Two expressions close together, or one that holds a near day and a figure. */
const maySayTwo = suspectTimes(
  (text, time, before) =>
    time.start - (before?.end ?? 0) <= LONGEST_LINK ||
    /\d.*(?:day|tomorrow)|(?:day|tomorrow).*\d/iu.test(text.slice(time.start, time.end)),
);

/** `yesterday, April 27` as one expression: the words count to another day than the figures. */
function besideItself({ text, publication }: Article, date: TimeExpression): Problem | undefined {
  if (!publication || !isDay(date)) return undefined;
  const words = text.slice(date.start, date.end);
  const near = /^(?:\w+ )?(?<near>yesterday|today|tomorrow)\b.*\d/iu.exec(words)?.groups?.near?.toLowerCase();
  if (near === undefined || !hasMonth(words)) return undefined;
  const day = addDays(publication.date, NEAR_DAYS.get(near) as number);
  return day === date.value.slice(0, 10) ? undefined : toProblem(date.start, date.end, near, day, date.value);
}

/** Two expressions with nothing but a comma or a bracket between them, one by its name and one by its month. */
function besideAnother(
  { text }: Article,
  date: TimeExpression,
  before: TimeExpression | undefined,
): Problem | undefined {
  if (
    !before ||
    date.start - before.end > LONGEST_LINK ||
    date.timex !== 'DATE' ||
    before.timex !== 'DATE' ||
    !isDay(date) ||
    !isDay(before)
  )
    return undefined;
  if (
    before.rangeEnd !== undefined ||
    !/^(?:, (?:on )?| [([]| — )$/u.test(text.slice(before.end, date.start))
  )
    return undefined;
  const [first, second] = [text.slice(before.start, before.end), text.slice(date.start, date.end)];
  if (hasMonth(first) === hasMonth(second) || before.value === date.value) return undefined;
  // A weekday beside another day is told as a wrong weekday.
  if (/day$/iu.test(first) && !NEAR_DAYS.has(first.toLowerCase())) return undefined;
  return toProblem(before.start, date.end, first, before.value, date.value);
}

function isDay({ value }: TimeExpression): boolean {
  return /^\d{4}-\d\d-\d\d/u.test(value);
}

function hasMonth(words: string): boolean {
  return /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d[/-]\d/iu.test(words);
}

function toProblem(start: number, end: number, words: string, one: string, other: string): Problem {
  const message = `Two days for one event: “${words}” is ${one}, the date beside it ${other.slice(0, 10)}.`;
  return { code: 'two-dates', message, start, end };
}
