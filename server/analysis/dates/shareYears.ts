import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import type { TimeText } from './words.ts';
import { isDash } from './words.ts';

/** Gives the year of the last of a row to the ones before it: `January and May 2008`, `the spring and summer of 2001`. */
export function shareYears({ words }: TimeText, founds: readonly Found[]): readonly Found[] {
  const shared = [...founds];
  for (let i = shared.length - 2; i >= 0; i--) {
    const [own, next] = [shared[i] as Found, shared[i + 1] as Found];
    if (own.meaning.kind !== 'point' || next.meaning.kind !== 'point') continue;
    const { meaning } = own;
    const { year, shift } = next.meaning;
    if (meaning.year !== undefined || meaning.shift || meaning.side || !isAlike(meaning, next.meaning))
      continue;
    const link = words
      .slice(own.next, next.first)
      .map((word) => word.lower)
      .join(' ');
    const gap = words[own.next]?.gap ?? '';
    if (!JOINTS.has(link) && !(link === '' && (isDash(gap) || gap === ', '))) continue;
    if (year !== undefined) shared[i] = { ...own, meaning: { ...meaning, year } };
    else if (shift?.unit === 'year') shared[i] = { ...own, meaning: { ...meaning, shift } };
  }
  return shared;
}

const JOINTS = new Set(['and', 'to', 'or', 'through', 'until', 'and the']);

/** Whether both name the same grain within a year. */
function isAlike(a: Point, b: Point): boolean {
  if (a.month !== undefined) return b.month !== undefined && (a.day === undefined) === (b.day === undefined);
  return (
    (a.season !== undefined && b.season !== undefined) || (a.quarter !== undefined && b.quarter !== undefined)
  );
}
