import { UNITS } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { isLoose, type TimeText, type TimeWord } from './words.ts';

/** Joins expressions beside each other that name one point in time: `5 p.m.` + `on Sunday`, `June` + `of last year`. */
export function mergeFound(text: TimeText, founds: readonly Found[]): readonly Found[] {
  const merged: Found[] = [];
  for (const next of founds) {
    let own: Found = next;
    for (let last = merged.at(-1); last; last = merged.at(-1)) {
      const joined = join(text, last, own);
      if (!joined) break;
      own = joined;
      merged.pop();
    }
    merged.push(own);
  }
  return merged;
}

function join({ words }: TimeText, a: Found, b: Found): Found | undefined {
  if (a.meaning.kind !== 'point' || b.meaning.kind !== 'point') return undefined;
  const link = readLink(words, a.next, b.first);
  if (link === undefined || !fits(a.meaning, b.meaning, link, words, a.first)) return undefined;
  const meaning = unite(a.meaning, b.meaning);
  if (!meaning) return undefined;
  return { first: a.first, next: b.next, meaning, reason: a.reason };
}

/** The words between two expressions if they are few and only join: '' for none, ',' for a comma. */
function readLink(words: readonly TimeWord[], from: number, to: number): string | undefined {
  const gap = words[from]?.gap ?? '';
  const start = isLoose(gap) || gap === '. ' || gap === '., ' ? (gap.includes(',') ? ',' : '') : undefined;
  if (start === undefined || to - from > 2) return undefined;
  if (gap.startsWith('.') && words[from - 1]?.lower.length !== 1) return undefined;
  if (to === from) return start;
  if (words[to] && words[to]?.gap !== ' ') return undefined;
  const lower = words[from]?.lower ?? '';
  if (from + 1 === to) return LINKS.has(lower) ? lower : undefined;
  const link = words[from + 1]?.gap === ' ' ? `${lower} ${words[from + 1]?.lower}` : '';
  return LINKS.has(link) ? link : undefined;
}

const LINKS = new Set([
  'on',
  'of',
  'at',
  'in',
  'the',
  'in the',
  'of the',
  'on the',
  'at about',
  'at around',
  'about',
  'around',
  'by',
]);

function fits(a: Point, b: Point, link: string, words: readonly TimeWord[], first: number): boolean {
  const opening = words[first] as TimeWord;
  const lead = words[first - 1]?.lower ?? '';
  const plain = link === '' || link === ',';
  if (a.clock) {
    if (b.clock) return false;
    if (b.part && link === 'in the') return a.clock.utc !== true;
    if (isDay(b) && (isDay(a) || a.part)) return false;
    if (isDay(b)) return plain || link === 'on' || link === 'of' || link === 'on the';
    return (
      b.part !== undefined && (plain || link === 'in the' || link === 'at' || link === 'the' || link === 'on')
    );
  }
  if (b.clock)
    return (
      (isDay(a) || a.part !== undefined) &&
      !a.mod &&
      (plain || link === 'at' || link.endsWith('about') || link.endsWith('around'))
    );
  if (a.part) {
    if (b.part || !isDay(b)) return false;
    return (
      link === 'of' ||
      link === 'on' ||
      (link === '' && !isOfPart(opening.lower)) ||
      (link === '' && a.shift !== undefined && b.weekday !== undefined)
    );
  }
  if (b.part)
    return (
      isDay(a) &&
      (link === '' || link === 'in the' || (link === 'at' && b.part === 'NI')) &&
      (b.shift === undefined || link !== '')
    );
  if (a.weekday !== undefined && a.day === undefined) {
    if (b.shift?.unit === 'week') return link === '' || link === 'of' || link === 'of the';
    return b.month !== undefined && b.day !== undefined && b.weekday === undefined && plain;
  }
  if (a.shift?.unit === 'day')
    return plain && (b.weekday !== undefined || b.day !== undefined) && b.shift === undefined;
  if (a.shift?.unit === 'week' && b.weekday !== undefined && b.day === undefined)
    return (link === '' || link === 'on') && !b.side && !LATE.has(lead);
  if (a.weekend || a.shift?.unit === 'weekend') return link === 'of' && isDay(b);
  if (b.shift?.unit === 'year' || (b.year !== undefined && b.month === undefined)) {
    if (a.year !== undefined || a.shift !== undefined) return false;
    const named =
      a.month !== undefined ||
      a.season !== undefined ||
      a.quarter !== undefined ||
      a.half !== undefined ||
      a.holiday !== undefined;
    return (
      named &&
      a.side === undefined &&
      (link === '' || link === 'of' || (link === ',' && b.year !== undefined))
    );
  }
  return false;
}

/** `earlier this week on Wednesday` are two expressions. */
const LATE = new Set(['earlier', 'later', 'early', 'late']);

function isOfPart(lower: string): boolean {
  return UNITS.has(lower) || lower === 'the';
}

function isDay(point: Point): boolean {
  return (
    point.weekday !== undefined ||
    point.day !== undefined ||
    point.shift?.unit === 'day' ||
    point.holiday !== undefined
  );
}

/** Both sayings in one; undefined where they contradict each other. A part gives way to a clock. */
function unite(a: Point, b: Point): Point | undefined {
  const { shift: aShift, ...aRest } = a;
  const { shift: bShift, part: bPart, ...bRest } = b;
  if (aShift && bShift && aShift.from === bShift.from && aShift.count !== bShift.count) return undefined;
  if (
    CALENDAR_FIELDS.some(
      (field) => aRest[field] !== undefined && bRest[field] !== undefined && aRest[field] !== bRest[field],
    )
  )
    return undefined;
  const shift = aShift?.from === 'narrative' ? (bShift ?? aShift) : (aShift ?? bShift);
  const part = aRest.part ?? bPart;
  const keptShift = shift?.from === 'narrative' && (hasDay(aRest) || hasDay(bRest)) ? undefined : shift;
  return { ...aRest, ...bRest, ...(keptShift && { shift: keptShift }), ...(part && { part }) };
}

const CALENDAR_FIELDS = ['year', 'month', 'day', 'weekday', 'holiday', 'season', 'quarter', 'half'] as const;

function hasDay(point: Omit<Point, 'shift'>): boolean {
  return point.weekday !== undefined || point.day !== undefined || point.holiday !== undefined;
}
