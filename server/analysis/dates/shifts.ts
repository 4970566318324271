import type { Shift, Unit } from './meaning.ts';

/** Days from the publication. */
export function dayShift(count: -2 | -1 | 0 | 1 | 2): Shift {
  return { unit: 'day', count, from: 'publication', direction: count < 0 ? -1 : count > 0 ? 1 : 0 };
}

/** Units from the publication. */
export function shift(unit: Unit, count: -2 | -1 | 0 | 1 | 2): Shift {
  return { unit, count, from: 'publication', direction: count < 0 ? -1 : count > 0 ? 1 : 0 };
}

/** Units from a date told before. */
export function narrative(unit: Unit, count: -1 | 0 | 1): Shift {
  return { unit, count, from: 'narrative', direction: count };
}
