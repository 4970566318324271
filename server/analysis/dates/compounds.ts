import { UNITS } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Point, Unit } from './meaning.ts';
import { narrative, shift } from './shifts.ts';
import type { TimeText } from './words.ts';

/** The units that are compounded; the rules ask for what begins with them. */
export const COMPOUNDED: readonly string[] = ['week', 'month', 'quarter', 'year', 'weekend'];

/** `year-end`, `month-end`; `year-ago`, `year-earlier` before what they are compared with; `the week after next`. */
export function readCompound({ words, scraped }: TimeText, first: number): Found<Point> | undefined {
  const unit = UNITS.get(words[first]?.lower ?? '');
  const after = words[first + 1];
  const before = words[first - 1]?.lower ?? '';
  if (unit === undefined || after === undefined) return undefined;
  const third = words[first + 2];
  if (before === 'the' && after.gap === ' ' && third?.gap === ' ') {
    const beyond = BEYOND.get(`${after.lower} ${third.lower}`);
    if (beyond !== undefined)
      return { ...found(first, { kind: 'point', shift: shift(unit, beyond) }), next: first + 3 };
  }
  if (after.lower === 's' && third?.lower === 'end' && third.gap === ' ' && before !== 'the')
    return { ...found(first, { kind: 'point', shift: shift(unit, 0), mod: 'END' }), next: first + 3 };
  const joined = after.gap === '-' && words[first]?.gap !== '-';
  if (after.lower === 'end' && (joined || (scraped && after.gap === ' ' && BEFORE_END.has(before))))
    return found(first, { kind: 'point', shift: shift(unit, 0), mod: 'END' });
  const compared = scraped && after.gap === ' ' && before === 'the';
  return joined || compared ? readCompared(first, unit, after.lower) : undefined;
}

const BEYOND: ReadonlyMap<string, -2 | 2> = new Map<string, -2 | 2>([
  ['after next', 2],
  ['before last', -2],
]);

/** Words before `year end` where its hyphen is lost. */
const BEFORE_END = new Set(['at', 'by', 'before', 'after', 'since', 'until', 'from']);

function readCompared(first: number, unit: Unit, lower: string): Found<Point> | undefined {
  if (lower === 'ago') return found(first, { kind: 'point', shift: shift(unit, -1) });
  if (lower === 'earlier') return found(first, { kind: 'point', shift: narrative(unit, -1) });
  return undefined;
}

function found(first: number, meaning: Point): Found<Point> {
  return { first, next: first + 2, meaning, reason: 'words of time' };
}
