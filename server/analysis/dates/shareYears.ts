import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { isDash, type TimeText, type TimeWord } from './words.ts';

/** Gives the year of the last of a row to the ones before it: `January and May 2008`, `the spring and summer of 2001`. */
export function shareYears({ words }: TimeText, founds: readonly Found[]): readonly Found[] {
  const shared = [...founds];
  for (let i = shared.length - 2; i >= 0; i--) {
    const [own, next] = [shared[i] as Found, shared[i + 1] as Found];
    if (own.meaning.kind !== 'point' || next.meaning.kind !== 'point') continue;
    const { meaning } = own;
    const { year, shift } = next.meaning;
    if (year === undefined && shift?.unit !== 'year') continue;
    if (meaning.year !== undefined || meaning.shift || meaning.side || !isAlike(meaning, next.meaning))
      continue;
    if (!isJoined(words, own.next, next.first)) continue;
    if (year !== undefined) shared[i] = { ...own, meaning: { ...meaning, year } };
    else if (shift !== undefined) shared[i] = { ...own, meaning: { ...meaning, shift } };
  }
  return shared;
}

/** Whether nothing but a joint stands between two expressions: `and`, `and the`, a dash, a comma. */
function isJoined(words: readonly TimeWord[], from: number, to: number): boolean {
  const word = words[from];
  if (from === to) return isDash(word?.gap ?? '') || word?.gap === ', ';
  const lower = word?.lower ?? '';
  if (from + 1 === to) return JOINTS.has(lower);
  return from + 2 === to && lower === 'and' && words[from + 1]?.lower === 'the';
}

const JOINTS = new Set(['and', 'to', 'or', 'through', 'until']);

/** Whether both name the same grain within a year. */
function isAlike(a: Point, b: Point): boolean {
  if (a.month !== undefined) return b.month !== undefined && (a.day === undefined) === (b.day === undefined);
  return (
    (a.season !== undefined && b.season !== undefined) || (a.quarter !== undefined && b.quarter !== undefined)
  );
}
