import { daysOf, MONTHS, WEEKDAYS, weekdayOf } from '../calendar.ts';
import { type Fixer, replace } from './fix.ts';

/** The last day of the month in place of one that it does not have. */
export const fixDay: Fixer = ({ text, dates }, { start, end }) => {
  const words = text.slice(start, end);
  const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/u.exec(words);
  const month = MONTHS.findIndex((name) => words.toLowerCase().includes(name.slice(0, 3).toLowerCase())) + 1;
  if (!day || month === 0) return [];
  const read = dates.find((date) => date.start < end && start < date.end)?.value;
  const year = /\d{4}/u.exec(words)?.[0] ?? /^\d{4}/u.exec(read ?? '')?.[0];
  const last = String(daysOf(month, year === undefined ? undefined : Number(year)));
  const from = start + day.index;
  return [
    {
      title: `Change to ${last} ${MONTHS[month - 1]}`,
      replacements: [replace(from, from + day[0].length, last)],
      safe: false,
    },
  ];
};

/** The weekday on which the day falls. */
export const fixWeekday: Fixer = ({ text, dates }, { start, end }) => {
  const date = dates.find((candidate) => candidate.start < end && end <= candidate.end);
  const day = /^(\d{4})-(\d\d)-(\d\d)/u.exec(date?.value ?? '');
  const written = /^\p{L}+day/iu.exec(text.slice(start, end))?.[0];
  if (!day || written === undefined) return [];
  const [year, month, number] = day.slice(1).map(Number) as [number, number, number];
  const right = WEEKDAYS[weekdayOf(year, month, number) - 1] as string;
  const words = written === written.toLowerCase() ? right.toLowerCase() : right;
  return [
    {
      title: `Change to ${right}`,
      replacements: [replace(start, start + written.length, words)],
      safe: false,
    },
  ];
};
