import { MONTHS } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import type { TimeText, TimeWord } from './words.ts';

/** `2019-03-31`, `31/3/2019`, `3.31.19`, `9/11`: dates in figures alone. */
export function readNumericDate({ words }: TimeText, first: number): Found<Point> | undefined {
  const [a, b, c] = [words[first], words[first + 1], words[first + 2]] as [TimeWord, TimeWord?, TimeWord?];
  if (
    a.figure === undefined ||
    b?.figure === undefined ||
    /[$£€¥#.,:@+/\d]$/u.test(a.gap) ||
    a.gap === '' ||
    (a.gap === '-' && words[first - 1]?.figure !== undefined)
  )
    return undefined;
  if (isNineEleven(a, b, c)) return found(first, first + 2, { kind: 'point', year: 2001, month: 9, day: 11 });
  const mark = b.gap;
  if (c?.figure === undefined || c.gap !== mark || (mark !== '-' && mark !== '/' && mark !== '.'))
    return undefined;
  if (c.after === mark && words[first + 3]?.figure !== undefined) return undefined;
  if (c.after.startsWith('%') || c.after === ',') return undefined;
  const digits = [a, b, c].map((word) => word.end - word.start) as [number, number, number];
  if (digits[0] === 4 && digits[1] <= 2 && digits[2] <= 2) return toDate(first, a.figure, b.figure, c.figure);
  if (digits[0] > 2 || digits[1] > 2) return undefined;
  if (digits[2] !== 4 && (digits[2] !== 2 || mark !== '/')) return undefined;
  const year = digits[2] === 4 ? c.figure : c.figure + (c.figure < 50 ? 2000 : 1900);
  if (year < 1000 || 2199 < year) return undefined;
  if (a.figure > 12 || mark === '.') return toDate(first, year, b.figure, a.figure);
  if (b.figure > 12) return toDate(first, year, a.figure, b.figure);
  const point = toDate(first, year, a.figure, b.figure);
  return point && a.figure !== b.figure
    ? { ...point, meaning: { ...point.meaning, orders: 'either' } }
    : point;
}

/** `20190331T10:30Z` and `2019-W13` and `2019-03`: ISO forms that are not three plain numbers. */
export function readIsoPeriod({ words }: TimeText, first: number): Found<Point> | undefined {
  const [year, second, third] = [words[first], words[first + 1], words[first + 2]] as [
    TimeWord,
    TimeWord?,
    TimeWord?,
  ];
  if (year.figure === undefined || year.end - year.start !== 4 || !/^$|[\s("[]$/u.test(year.gap))
    return undefined;
  if (year.figure < 1000 || 2199 < year.figure || !second || second.gap !== '-') return undefined;
  if (
    second.lower === 'w' &&
    third?.gap === '' &&
    third.figure !== undefined &&
    third.figure <= 53 &&
    third.figure > 0
  )
    return found(first, first + 3, { kind: 'point', year: year.figure, week: third.figure });
  if (
    second.lower === 'q' &&
    third?.gap === '' &&
    third.figure !== undefined &&
    third.figure <= 4 &&
    third.figure > 0
  )
    return found(first, first + 3, { kind: 'point', year: year.figure, quarter: third.figure });
  const month = MONTHS.get(second.lower);
  return month === undefined
    ? undefined
    : found(first, first + 2, { kind: 'point', year: year.figure, month });
}

/** The attacks are named by their day; other pairs of figures are fractions, scores and ratios. */
function isNineEleven(a: TimeWord, b: TimeWord, c: TimeWord | undefined): boolean {
  if (a.figure !== 9 || b.figure !== 11 || a.end - a.start !== 1) return false;
  if (b.gap === '/') return b.after !== '/' || c?.figure === undefined;
  return b.gap === ' ' && c !== undefined && b.after === ' ' && NINE_ELEVEN.has(c.lower);
}

const NINE_ELEVEN = new Set(
  'attack attacks terrorist terror commission hijackers victims suspect memorial mastermind anthrax'.split(
    ' ',
  ),
);

function toDate(first: number, year: number, month: number, day: number): Found<Point> | undefined {
  if (month < 1 || 12 < month || day < 1 || 31 < day) return undefined;
  return found(first, first + 3, { kind: 'point', year, month, day });
}

function found(first: number, next: number, meaning: Point): Found<Point> {
  return { first, next, meaning, reason: 'numeric date' };
}
