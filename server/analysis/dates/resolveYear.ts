import type { Derivation } from '../types.ts';
import { factsOf } from './calendar.ts';
import type { Point } from './meaning.ts';
import { counted, narrated, STATED, type Standpoint } from './standpoint.ts';

/** A year and how it was come by. */
export interface Year {
  readonly year: number;
  readonly derivation: Derivation;
}

/** The year of an expression that names one, by figure or by count; undefined where it names none. */
export function yearOf(point: Point, at: Standpoint): Year | undefined {
  if (point.year !== undefined) return { year: point.year, derivation: STATED };
  if (point.shift?.unit !== 'year' || point.shift.count === undefined) return undefined;
  if (point.shift.from === 'publication') {
    if (at.published === undefined) return undefined;
    return { year: factsOf(at.published).year + point.shift.count, derivation: counted(at) };
  }
  const told = at.narrative.date;
  const year = told && /^\d{4}/u.test(told.value) ? Number(told.value.slice(0, 4)) : undefined;
  return year === undefined || !told
    ? undefined
    : { year: year + point.shift.count, derivation: narrated(told) };
}

/** A date farther ahead than this many days is taken for the year before, farther behind for the year after. */
const FAR_AHEAD = 183;
/** The same beside a verb in the past. */
const AHEAD_OF_PAST = 90;
const FAR_BEHIND = 150;
/** A year told within this many code units before is the year of the dates that follow it. */
export const NEAR = 500;

/**
 * The year of a month or day that names none: a year told shortly before, else the one that brings it nearest to the
 * publication; a verb that looks ahead lets it lie ahead (after the observations of HeidelTime on news).
 */
export function guessYear(
  point: Point,
  month: number,
  day: number | undefined,
  at: Standpoint,
): Year | undefined {
  const { published, tense } = at;
  const told = point.side === undefined && tense !== 'future' ? tellsYear(at) : undefined;
  if (told) return told;
  if (!published) return undefined;
  const now = factsOf(published);
  const derivation = counted(at);
  const order = month - now.month || (day === undefined ? 0 : day - now.day);
  switch (point.side) {
    case 'last':
    case 'past':
      return { year: order >= 0 ? now.year - 1 : now.year, derivation };
    case 'next':
    case 'coming':
      return { year: order <= 0 ? now.year + 1 : now.year, derivation };
    case 'this':
      return { year: now.year, derivation };
  }
  const ahead = (month - now.month) * 30.4 + (day ?? 15) - now.day;
  if (ahead > (tense === 'past' ? AHEAD_OF_PAST : FAR_AHEAD) && tense !== 'future')
    return { year: now.year - 1, derivation: { ...derivation, ...(tense && { tense }) } };
  if (ahead < -FAR_BEHIND && tense === 'future')
    return { year: now.year + 1, derivation: { ...derivation, tense } };
  return { year: now.year, derivation };
}

/** The year of a date told shortly before with its month, if that is a past one; in a history any year told last. */
function tellsYear({ published, narrative, yearIsNear, history }: Standpoint): Year | undefined {
  const told = narrative.year;
  if (!told) return undefined;
  if (!history && (!/^\d{4}-\d\d/u.test(told.value) || !yearIsNear)) return undefined;
  const year = Number(told.value.slice(0, 4));
  if (published && factsOf(published).year <= year) return undefined;
  return { year, derivation: narrated(told) };
}
