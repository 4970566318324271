import { Temporal } from 'temporal-polyfill/full';
import { holidayRule } from './holidays.ts';

/** A day, `YYYY-MM-DD`. */
export type Day = string;

/** What the calendar has answered, by question: the polyfill takes microseconds, an article asks again and again. */
const MEMORY_SIZE = 20000;

/** A memory that begins anew when it is full. */
function memory<Value>(): (key: string, compute: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, compute) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    if (known.size >= MEMORY_SIZE) known.clear();
    const value = compute();
    known.set(key, value);
    return value;
  };
}

const days = memory<Day>();
const facts = memory<DayFacts>();
const holidays = memory<Day | 'none'>();

export interface DayFacts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Monday 1 to Sunday 7. */
  readonly weekday: number;
  /** ISO week and the year it belongs to. */
  readonly week: number;
  readonly weekYear: number;
}

/** What the calendar says of a day; the day must exist. */
export function factsOf(day: Day): DayFacts {
  return facts(day, () => {
    const date = Temporal.PlainDate.from(day);
    return {
      year: date.year,
      month: date.month,
      day: date.day,
      weekday: date.dayOfWeek,
      week: date.weekOfYear ?? 1,
      weekYear: date.yearOfWeek ?? date.year,
    };
  });
}

/** The day some units away; the end of a month is kept inside it. */
export function addTo(day: Day, count: number, unit: 'days' | 'weeks' | 'months' | 'years'): Day {
  return days(`${day}${count}${unit}`, () => {
    try {
      return Temporal.PlainDate.from(day)
        .add({ [unit]: Math.trunc(count) })
        .toString();
    } catch {
      // Outside of the range of the calendar: nothing an article speaks of.
      return day;
    }
  });
}

/** Whether a year has such a day. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Whether the calendar has a day written `YYYY-MM-DD`. */
export function isReal(day: Day): boolean {
  return isRealDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
}

function daysIn(year: number, month: number): number {
  return Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/** The day written `YYYY-MM-DD`, whether the calendar has it or not. */
export function toDay(year: number, month: number, day: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function pad(number: number, digits: number): string {
  const plain = String(number);
  return plain.length < digits ? plain.padStart(digits, '0') : plain;
}

/** The ISO week of a day, `2019-W13`. */
export function weekOf(day: Day): string {
  const { weekYear, week } = factsOf(day);
  return `${pad(weekYear, 4)}-W${pad(week, 2)}`;
}

/** The weekday of the ISO week of a day. */
export function weekdayIn(day: Day, weekday: number): Day {
  return addTo(day, weekday - factsOf(day).weekday, 'days');
}

/** The n-th weekday of a month, from the end where n is negative; undefined where the month has none. */
export function nthWeekday(year: number, month: number, weekday: number, count: number): Day | undefined {
  const first = toDay(year, month, 1);
  const offset = (weekday - factsOf(first).weekday + 7) % 7;
  const total = Math.floor((daysIn(year, month) - 1 - offset) / 7) + 1;
  const index = count < 0 ? total + count : count - 1;
  return 0 <= index && index < total ? addTo(first, offset + 7 * index, 'days') : undefined;
}

/** The day of a holiday in a year; undefined where no rule gives one. */
export function holidayIn(name: string, year: number): Day | undefined {
  const found = holidays(`${name} ${year}`, () => computeHoliday(name, year) ?? 'none');
  return found === 'none' ? undefined : found;
}

function computeHoliday(name: string, year: number): Day | undefined {
  const rule = holidayRule(name);
  if (!rule) return undefined;
  switch (rule.kind) {
    case 'fixed':
      return isRealDay(year, rule.month, rule.day) ? toDay(year, rule.month, rule.day) : undefined;
    case 'weekday': {
      const day = nthWeekday(year, rule.month, rule.weekday, rule.count);
      return day && addTo(day, rule.moved ?? 0, 'days');
    }
    case 'easter':
      return addTo(rule.church === 'western' ? westernEaster(year) : easternEaster(year), rule.moved, 'days');
    case 'election': {
      const monday = nthWeekday(year, 11, 1, 1);
      return monday && addTo(monday, 1, 'days');
    }
    case 'calendar':
      return firstInCalendar(rule.calendar, rule.month, rule.day, year);
    case 'year':
      return undefined;
  }
}

/** The first day of the common year that is the given day of another calendar. */
function firstInCalendar(calendar: string, monthCode: string, day: number, year: number): Day | undefined {
  try {
    const start = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    const own = start.withCalendar(calendar).year;
    for (const other of [own, own + 1]) {
      const date = Temporal.PlainDate.from({ calendar, year: other, monthCode, day }).withCalendar('iso8601');
      if (date.year === year) return date.toString();
    }
  } catch {
    // The runtime does not know the calendar.
  }
  return undefined;
}

/** Easter Sunday of the western church (the anonymous Gregorian computus; Meeus, Astronomical Algorithms, ch. 8). */
function westernEaster(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return toDay(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Easter Sunday of the eastern church (Meeus' Julian rule), in the common calendar of 1900 to 2099. */
function easternEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  return addTo(toDay(year, Math.floor(sum / 31), (sum % 31) + 1), 13, 'days');
}
