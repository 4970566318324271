import type { TimexType } from '../analysis/types.ts';

/** The type that a TIMEX3 value has by its form; only what recurs cannot be told by it, and stays what it was. */
export function toTimexType(value: string, known: string | undefined): TimexType {
  if (known === 'SET') return 'SET';
  if (/^P\d|^P[TX]/u.test(value)) return 'DURATION';
  return value.includes('T') && !value.endsWith('_REF') ? 'TIME' : 'DATE';
}
