import type { Measure, Unit } from './meaning.ts';

type Part = Measure['parts'][number];

/** The letters of a unit in an ISO duration, as TIMEX3 has widened it. */
const LETTERS: Readonly<Record<Unit, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  morning: 'MO',
  evening: 'EV',
  night: 'NI',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  season: 'S',
  winter: 'WI',
  summer: 'SU',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  millennium: 'ML',
};

/** The TIMEX3 value of a measure: `P7Y`, `PT1H30M`, `PXD`, `P18M`. */
export function toDuration(parts: readonly Part[]): string {
  const [only] = parts;
  if (only && parts.length === 1 && only.unit !== 'fortnight' && Number.isInteger(only.count ?? 1))
    return `${isOfClock(only.unit) ? 'PT' : 'P'}${toText(only)}`;
  const plain = parts.flatMap(splitFraction);
  const dates = plain.filter(({ unit }) => !isOfClock(unit));
  const times = plain.filter(({ unit }) => isOfClock(unit));
  const date = dates.map(toText).join('');
  return times.length === 0 ? `P${date}` : `P${date}T${times.map(toText).join('')}`;
}

/** A fraction in the next smaller unit where it is a whole number of those: one and a half years are 18 months. */
function splitFraction(part: Part): readonly Part[] {
  const { count, unit } = part;
  if (unit === 'fortnight') return [{ unit: 'week', count: count === undefined ? undefined : 2 * count }];
  if (count === undefined || Number.isInteger(count)) return [part];
  if (unit === 'year' && Number.isInteger(count * 12) && count < 3)
    return [{ count: count * 12, unit: 'month' }];
  if (unit === 'century' && Number.isInteger(count * 100)) return [{ count: count * 100, unit: 'year' }];
  if (unit === 'decade' && Number.isInteger(count * 10)) return [{ count: count * 10, unit: 'year' }];
  if (unit === 'hour' || unit === 'minute') return splitClock(count, unit);
  return [part];
}

function splitClock(count: number, unit: 'hour' | 'minute'): readonly Part[] {
  const whole = Math.floor(count);
  const rest = Math.round((count - whole) * 60);
  const fine: Part = { count: rest, unit: unit === 'hour' ? 'minute' : 'second' };
  return whole === 0 ? [fine] : [{ count: whole, unit }, fine];
}

function toText({ count, unit }: Part): string {
  const amount =
    count === undefined ? 'X' : String(Number.isInteger(count) ? count : Math.round(count * 1000) / 1000);
  return unit === undefined ? amount : amount + LETTERS[unit];
}

function isOfClock(unit: Unit | undefined): boolean {
  return unit === 'second' || unit === 'minute' || unit === 'hour';
}
