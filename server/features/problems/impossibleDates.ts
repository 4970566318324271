import type { Reading } from '../../analysis/reading.ts';
import type { Span } from '../../text/span.ts';
import { isDay, MONTHS } from '../calendar.ts';
import { inParagraphs } from './inParagraphs.ts';
import type { Rule } from './problem.ts';

const MONTH = `(?<month>${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,? (?<year>\\d{4}))?';
/** `30 February 2019`, `the 31st of April`. */
const DAY_FIRST = new RegExp(`\\b${DAY} (?:of )?${MONTH}\\b\\.?${YEAR}\\b`, 'giu');
/** `on February 30`, `Feb. 30, 2019`: in "in April 31 people" the number counts people. */
const MONTH_FIRST = new RegExp(`(?<before>\\b[\\p{L}]+,? |^)${MONTH}\\b\\.? ${DAY}${YEAR}\\b`, 'giu');
const NUMERIC = /(?<!\d|[-/.])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d|[-/])/gu;
const BEFORE_A_DAY =
  /^(?:on|by|until|till|since|dated|from|to|through|between|and|of|before|after|mon|tues?|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?,? $/iu;

/** `impossible-date`: a day that is not in the calendar, like 30 February or 29 February 2019. */
export const findImpossibleDates: Rule = (article) =>
  inParagraphs(article, impossibleDaysOf).map((span) => ({
    ...span,
    code: 'impossible-date',
    message: `“${article.text.slice(span.start, span.end)}” is not in the calendar.`,
  }));

function impossibleDaysOf({ text }: Reading): readonly Span[] {
  const found: Span[] = [];
  for (const pattern of [DAY_FIRST, MONTH_FIRST, NUMERIC])
    for (const match of text.matchAll(pattern)) {
      const { before = '', day = '', month = '', year } = match.groups ?? {};
      if (pattern === MONTH_FIRST && !year && !BEFORE_A_DAY.test(before)) continue;
      const number = /^\d/u.test(month) ? Number(month) : monthNumber(month);
      if (isDay(year === undefined ? undefined : Number(year), number, Number(day))) continue;
      found.push({ start: match.index + before.length, end: match.index + match[0].length });
    }
  return found;
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.slice(0, 3).toLowerCase())) + 1;
}
