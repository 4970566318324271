import type { TimeExpression } from '../analysis/types.ts';
import { isDay, MONTHS, mondayOf, WEEKDAYS, weekdayOf } from './calendar.ts';

const SEASONS: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const DAY_PARTS: Readonly<Record<string, string>> = {
  MO: 'in the morning',
  MI: 'at midday',
  AF: 'in the afternoon',
  EV: 'in the evening',
  NI: 'at night',
  DT: 'in the daytime',
};
const REFERENCES: Readonly<Record<string, string>> = {
  PRESENT_REF: 'the present',
  PAST_REF: 'some time in the past',
  FUTURE_REF: 'some time in the future',
};
const MODS: Readonly<Record<NonNullable<TimeExpression['mod']>, string>> = {
  START: 'the beginning of ',
  MID: 'the middle of ',
  END: 'the end of ',
  APPROX: 'about ',
  LESS_THAN: 'less than ',
  MORE_THAN: 'more than ',
  BEFORE: 'before ',
  AFTER: 'after ',
  EQUAL_OR_LESS: 'at most ',
  EQUAL_OR_MORE: 'at least ',
};
const UNITS: Readonly<Record<string, string>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  WE: 'weekend',
  Q: 'quarter',
  DE: 'decade',
  CE: 'century',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};

/** A TIMEX3 value in words: `2019-W13` → `week 13 of 2019 (25–31 March)`. What it does not know stays as it is. */
export function dateInWords({ value, timex, mod }: Pick<TimeExpression, 'value' | 'timex' | 'mod'>): string {
  const words =
    REFERENCES[value] ?? (value.startsWith('P') ? durationInWords(value) : calendarInWords(value));
  const set = timex === 'SET' && value.startsWith('P') ? `every ${words.replace(/^1 /u, '')}` : words;
  return `${mod ? MODS[mod] : ''}${set}`;
}

/** A day in words with its weekday: `2019-03-26` → `Tuesday 26 March 2019`; other strings stay as they are. */
export function dayInWords(day: string): string {
  return calendarInWords(day);
}

function durationInWords(value: string): string {
  const parts = [...value.slice(1).matchAll(/(T)?(\d+(?:\.\d+)?|X+)(DE|CE|WE|[YMWDQHS])/gu)];
  if (parts.length === 0) return value;
  const timeFrom = value.indexOf('T');
  const words = parts.map((part) => {
    const letter = part[3] as string;
    const unit = UNITS[timeFrom !== -1 && timeFrom <= part.index + 1 ? `T${letter}` : letter] ?? letter;
    const plural = unit === 'century' ? 'centuries' : `${unit}s`;
    const amount = part[2] as string;
    if (amount.startsWith('X')) return `some ${plural}`;
    return `${amount} ${amount === '1' ? unit : plural}`;
  });
  return words.join(' and ');
}

function calendarInWords(value: string): string {
  const [day = '', time] = value.split('T');
  const words = dayPartInWords(day);
  if (time === undefined) return words;
  const part = DAY_PARTS[time] ?? `at ${time.replace(/Z$/u, ' UTC')}`;
  return words === '' ? part.replace(/^at /u, '') : `${words} ${part}`;
}

function dayPartInWords(value: string): string {
  const before = /^(?:BC|-)(\d+)$/u.exec(value);
  if (before) return `${Number(before[1])} BC`;
  if (/^\d{2}$/u.test(value)) return `the ${ordinal(Number(value) + 1)} century`;
  if (/^\d{3}$/u.test(value)) return `the ${value}0s`;
  const [year = '', rest = '', last = ''] = value.split('-');
  if (/^X+$/u.test(rest)) return value;
  if (rest === '') return year === 'XXXX' ? 'some year' : year;
  if (!/^(?:\d{4}|X+)$/u.test(year)) return value;
  const of = /^X+$/u.test(year) ? '' : ` ${year}`;
  const open = of === '' ? ' of a year not known' : '';
  const week = /^W(\d\d)$/u.exec(rest);
  if (rest === 'WXX') return weekdayInWords(last);
  if (week && of === '') return `week ${Number(week[1])}${open}`;
  if (week) return weekInWords(Number(year), Number(week[1]), last);
  if (SEASONS[rest]) return `${SEASONS[rest]}${of}${open}`;
  const partOfYear = /^([QH])(\d)$/u.exec(rest);
  if (partOfYear)
    return `${ordinal(Number(partOfYear[2]))} ${partOfYear[1] === 'Q' ? 'quarter' : 'half'} of${of || ' a year not known'}`;
  const month = MONTHS[Number(rest) - 1];
  if (month === undefined) return value;
  if (!/^\d\d$/u.test(last)) return `${month}${of}${open}`;
  if (!isDay(of === '' ? undefined : Number(year), Number(rest), Number(last))) return value;
  const weekday = of === '' ? '' : `${WEEKDAYS[weekdayOf(Number(year), Number(rest), Number(last)) - 1]} `;
  return `${weekday}${Number(last)} ${month}${of}${open}`;
}

function weekdayInWords(last: string): string {
  return last === 'WE'
    ? 'a weekend not known'
    : `a ${WEEKDAYS[Number(last) - 1] ?? 'day'} of a week not known`;
}

function weekInWords(year: number, week: number, last: string): string {
  const monday = mondayOf(year, week);
  const sunday = monday.add({ days: 6 });
  if (last === 'WE') return `the weekend of ${spanInWords(monday.add({ days: 5 }), sunday)}`;
  if (/^\d$/u.test(last)) return `${WEEKDAYS[Number(last) - 1]} of week ${week} of ${year}`;
  return `week ${week} of ${year} (${spanInWords(monday, sunday)})`;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function spanInWords(from: Day, to: Day): string {
  const head = from.month === to.month ? `${from.day}` : `${from.day} ${MONTHS[from.month - 1]}`;
  return `${head}–${to.day} ${MONTHS[to.month - 1]} ${to.year}`;
}

function ordinal(n: number): string {
  const tail = n % 100 < 11 || 13 < n % 100 ? (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th') : 'th';
  return `${n}${tail}`;
}
