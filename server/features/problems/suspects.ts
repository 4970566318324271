import type { ReadTime } from '../../analysis/dates/times.ts';
import type { Reading } from '../../analysis/reading.ts';
import { rememberEach } from '../../analysis/remember.ts';
import type { Article, TimeExpression } from '../../analysis/types.ts';
import { firstEndingAfter } from '../../text/span.ts';
import type { Problem } from './problem.ts';

/** Whether a paragraph has expressions of time that are worth a closer look; remembered as long as its reading. */
export type IsSuspect = (reading: Reading) => boolean;

/** Paragraphs with an expression that is suspect by itself or by the one before it, undefined at the head. */
export function suspectTimes(
  isSuspect: (text: string, time: ReadTime, before: ReadTime | undefined) => boolean,
): IsSuspect {
  return rememberEach(({ text, times: { expressions } }: Reading) =>
    expressions.some((time, i) => isSuspect(text, time, expressions[i - 1])),
  );
}

/** The problems of the dates of suspect paragraphs: of a long article's thousands of dates few are looked at. */
export function inSuspects(
  { paragraphs, dates }: Article,
  isSuspect: IsSuspect,
  check: (date: TimeExpression, before: TimeExpression | undefined) => Problem | undefined,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { start, end, reading } of paragraphs) {
    if (!isSuspect(reading)) continue;
    for (let i = firstEndingAfter(dates, start); i < dates.length; i++) {
      const date = dates[i] as TimeExpression;
      if (end <= date.start) break;
      const problem = check(date, dates[i - 1]);
      if (problem) problems.push(problem);
    }
  }
  return problems;
}
