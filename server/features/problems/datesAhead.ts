import type { TimeExpression } from '../../analysis/types.ts';
import type { Rule } from './problem.ts';

/** Fewer dates than this may all lie ahead in an announcement. */
const LEAST = 2;

/**
 * `dates-after-publication`: every date that says its year lies after the day the article came out, which is then
 * wrong itself; once, at the first of them.
 */
export const findDatesAhead: Rule = ({ dates, text, publication }) => {
  if (!publication) return [];
  const stated: TimeExpression[] = [];
  for (const date of dates) {
    if (!statesYear(text, date)) continue;
    if (!isAfter(date.value, publication.date)) return [];
    stated.push(date);
  }
  const first = stated[0];
  if (!first || stated.length < LEAST) return [];
  return [
    {
      code: 'dates-after-publication',
      message: `The ${stated.length} dates that say their year all lie after the publication date ${publication.date}, which may be wrong.`,
      start: first.start,
      end: first.end,
      ...(publication.span && {
        related: [{ ...publication.span, message: 'The publication date is read from here' }],
      }),
    },
  ];
};

function statesYear(text: string, { start, end, value, derivation }: TimeExpression): boolean {
  return (
    derivation.kind === 'stated' &&
    /^\d{4}(?:-|$)/u.test(value) &&
    text.slice(start, end).includes(value.slice(0, 4))
  );
}

/** Whether all of the date lies after the day; a year or month that holds the day does not. */
function isAfter(value: string, day: string): boolean {
  const grain = /^\d{4}(?:-\d\d(?:-\d\d)?)?/u.exec(value)?.[0] ?? '';
  return day.slice(0, grain.length) < grain;
}
