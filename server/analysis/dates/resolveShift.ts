import { addTo, type Day, factsOf, isReal, pad, weekOf } from './calendar.ts';
import type { Point, Shift, Unit } from './meaning.ts';
import { isDay, isOpenDay } from './narrative.ts';
import { counted, type Dated, narrated, open, type Standpoint } from './standpoint.ts';

/** The stretch of time some units from the publication date, or from a date told before. */
export function resolveShift(shift: Shift, point: Point, at: Standpoint): Dated {
  const reference = shift.from === 'publication' ? at.published : undefined;
  if (shift.from === 'narrative') return countFromTold(shift, at);
  if (reference === undefined) return openShift(shift, point);
  if (shift.count === undefined)
    return { value: shift.direction < 0 ? 'PAST_REF' : 'FUTURE_REF', derivation: counted(at) };
  if (shift.unit === 'weekend')
    return { value: weekend(reference, shift.count, point, at), derivation: counted(at) };
  return { value: count(reference, shift.count, shift.unit), derivation: counted(at) };
}

/** The weekend meant by `the weekend`, `this weekend`, `last weekend`: the running or last one, else the next. */
function weekend(published: Day, distance: number, point: Point, at: Standpoint): string {
  const inside = factsOf(published).weekday >= 6;
  const early = point.side === 'past' || factsOf(published).weekday <= 2;
  const past = early && at.tense !== 'future';
  if (distance === 0) return `${weekOf(past && !inside ? addTo(published, -1, 'weeks') : published)}-WE`;
  return `${weekOf(addTo(published, distance, 'weeks'))}-WE`;
}

function openShift(shift: Shift, point: Point): Dated {
  if (point.part) {
    if (shift.unit === 'day' && shift.count === -1) return open('PAST_REF', 'publication date');
    return open('XXXX-XX-XX', 'publication date');
  }
  if (shift.unit === 'weekend') return open('XXXX-WXX-WE', 'publication date');
  if (shift.direction < 0) return open('PAST_REF', 'publication date');
  if (shift.count === 0 && shift.unit !== 'day') {
    // `the end of the year` may be any year's, `the end of this year` lies ahead.
    const anyOne = point.side === undefined ? OPEN[shift.unit] : undefined;
    const early = point.mod === 'START' && shift.unit !== 'month';
    if (anyOne && !early && shift.unit !== 'week') return open(anyOne, 'reference date');
    if (point.mod === 'START') return open('PAST_REF', 'publication date');
    if (point.mod === 'END') return open('FUTURE_REF', 'publication date');
  }
  return open(shift.direction > 0 ? 'FUTURE_REF' : 'PRESENT_REF', 'publication date');
}

/** A count from the day or the date last spoken of. */
function countFromTold(shift: Shift, at: Standpoint): Dated {
  const fine =
    shift.unit === 'day' || shift.unit === 'night' || shift.unit === 'morning' || shift.unit === 'evening';
  const told = fine ? (at.narrative.day ?? at.narrative.date) : at.narrative.date;
  if (!told) {
    if (shift.count === 0 || shift.count === undefined || !at.published) return openTold(shift);
    return { value: count(at.published, shift.count, shift.unit), derivation: counted(at) };
  }
  const derivation = narrated(told);
  if (shift.count === undefined) return { value: vagueFrom(told.value, shift.unit), derivation };
  const value = countFromValue(told.value, shift.count, shift.unit);
  return value === undefined ? openTold(shift) : { value, derivation };
}

function openTold(shift: Shift): Dated {
  if (shift.unit === 'day')
    return open(shift.count === undefined ? 'XXXX-XX' : 'XXXX-XX-XX', 'reference date');
  if (shift.direction < 0) return open('PAST_REF', 'reference date');
  return open(OPEN[shift.unit] ?? 'XXXX', 'reference date');
}

const OPEN: Partial<Record<Unit, string>> = {
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  weekend: 'XXXX-WXX-WE',
  year: 'XXXX',
};

function vagueFrom(value: string, unit: Unit): string {
  return unit === 'year' || unit === 'decade' ? 'XXXX' : value.slice(0, 7);
}

/** Counts from a value that may be coarser than a day or lack its year. */
function countFromValue(value: string, distance: number, unit: Unit): string | undefined {
  if (isDay(value)) return isReal(value) ? count(value, distance, unit) : undefined;
  if (isOpenDay(value)) return countFromOpen(value, distance, unit);
  const year = /^\d{4}/u.exec(value)?.[0];
  if (year === undefined) return undefined;
  if (unit === 'year' || unit === 'decade' || unit === 'century')
    return count(`${year}-06-15`, distance, unit);
  const month = /^\d{4}-(?<month>\d\d)$/u.exec(value)?.groups?.month;
  if (month && (unit === 'month' || unit === 'quarter')) return count(`${year}-${month}-15`, distance, unit);
  const week = /^\d{4}-W(?<week>\d\d)/u.exec(value)?.groups?.week;
  if (week && (unit === 'week' || unit === 'weekend'))
    return count(addTo(`${year}-01-04`, Number(week) - 1, 'weeks'), distance, unit);
  return undefined;
}

/** Days of an unknown year or week can still be counted from, where the year's end is not passed. */
function countFromOpen(value: string, distance: number, unit: Unit): string | undefined {
  const weekday = /WXX-(?<weekday>\d)$/u.exec(value)?.groups?.weekday;
  if (weekday) {
    if (unit !== 'day') return distance === 0 ? OPEN[unit] : undefined;
    return `XXXX-WXX-${((((Number(weekday) - 1 + distance) % 7) + 7) % 7) + 1}`;
  }
  const day = count(`2001${value.slice(4)}`, distance, unit);
  return day.startsWith('2001-W') ? OPEN.week : day.replace(/^\d{4}/u, 'XXXX');
}

/** The value some units from a day, in the grain of the unit. */
function count(from: Day, distance: number, unit: Unit): string {
  switch (unit) {
    case 'day':
    case 'night':
    case 'morning':
    case 'evening':
      return addTo(from, distance, 'days');
    case 'week':
      return weekOf(addTo(from, distance, 'weeks'));
    case 'fortnight':
      return weekOf(addTo(from, 2 * distance, 'weeks'));
    case 'weekend':
      return `${weekOf(addTo(from, distance, 'weeks'))}-WE`;
    case 'month':
      return addTo(from, distance, 'months').slice(0, 7);
    case 'quarter': {
      const { year, month } = factsOf(addTo(from, 3 * distance, 'months'));
      return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
    }
    case 'season':
    case 'winter':
    case 'summer':
    case 'year':
      return Number.isInteger(distance)
        ? pad(factsOf(from).year + distance, 4)
        : addTo(from, distance * 12, 'months').slice(0, 7);
    case 'decade':
      return pad(Math.floor(factsOf(from).year / 10) + distance, 3);
    case 'century':
      return pad(Math.floor(factsOf(from).year / 100) + distance, 2);
    case 'millennium':
      return pad(Math.floor(factsOf(from).year / 1000) + distance, 1);
    case 'hour':
    case 'minute':
    case 'second':
      return from;
  }
}
