import { overlaps, type Span } from '../../text/span.ts';
import type { Mark } from '../mark.ts';
import { createOverlapping } from '../overlapping.ts';

/** A place where at least one of several layers has a mark. */
export interface Place extends Span {
  /** What each layer has there, in the order of the layers. */
  readonly readings: readonly (Mark | undefined)[];
  /** In what the layers differ; empty where all say the same. */
  readonly differences: readonly Difference[];
}

export type Difference = 'missing' | 'span' | 'kind' | `attribute ${string}` | `part ${string}`;

/**
 * Lays the marks of several layers beside each other, in order of place. Marks that say the same come together first, then
 * those on the same words, then those of a kind that overlap, and last those of other kinds that share half their words.
 * Each mark is at one place, and a place has at most one mark of each layer.
 */
export function compareLayers(layers: readonly (readonly Mark[])[]): readonly Place[] {
  let groups: Group[] = [];
  for (const [index, marks] of layers.entries()) groups = addLayer(groups, index, marks);
  return groups
    .map(({ readings }): Place => {
      const own = layers.map((_, index) => readings[index]);
      const given = own.filter((mark) => mark !== undefined);
      const start = Math.min(...given.map((mark) => mark.start));
      const end = Math.max(...given.map((mark) => mark.end));
      return { start, end, readings: own, differences: findDifferences(own) };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

interface Group {
  readonly readings: (Mark | undefined)[];
}

interface Seat extends Span {
  readonly group: Group;
  readonly mark: Mark;
}

function addLayer(groups: readonly Group[], index: number, marks: readonly Mark[]): Group[] {
  const seats = groups.flatMap((group): Seat[] =>
    group.readings.flatMap((mark) => (mark ? { start: mark.start, end: mark.end, group, mark } : [])),
  );
  const overlapping = createOverlapping(seats);
  const matches = marks.flatMap((mark) =>
    overlapping(mark)
      .map((seat) => ({ mark, group: seat.group, likeness: likeness(mark, seat.mark) }))
      .filter((match) => 0 < match.likeness),
  );
  const seated = new Set<Mark>();
  for (const { mark, group } of matches.sort((a, b) => b.likeness - a.likeness)) {
    if (seated.has(mark) || group.readings[index]) continue;
    group.readings[index] = mark;
    seated.add(mark);
  }
  const alone = marks
    .filter((mark) => !seated.has(mark))
    .map((mark): Group => {
      const readings: (Mark | undefined)[] = [];
      readings[index] = mark;
      return { readings };
    });
  return [...groups, ...alone];
}

/** From 0, of marks that have nothing to do with each other, to 5, of those that say the same. */
function likeness(a: Mark, b: Mark): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const share = shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
  if (share < 1) return a.kind === b.kind ? 1 + share : share < 0.5 ? 0 : share;
  if (a.kind !== b.kind) return 2;
  return 3 + 2 / (1 + findDifferences([a, b]).length);
}

/** In what the marks at a place differ. */
export function findDifferences(readings: readonly (Mark | undefined)[]): readonly Difference[] {
  const [first, ...others] = readings.filter((mark) => mark !== undefined);
  if (!first) return [];
  const differences = new Set<Difference>();
  if (others.length + 1 < readings.length) differences.add('missing');
  for (const other of others) {
    if (first.start !== other.start || first.end !== other.end) differences.add('span');
    if (first.kind !== other.kind) differences.add('kind');
    else {
      for (const key of keysOf(first.attributes, other.attributes))
        if (first.attributes[key] !== other.attributes[key]) differences.add(`attribute ${key}`);
      for (const role of keysOf(first.parts, other.parts))
        if (!isSameSpan(first.parts[role], other.parts[role])) differences.add(`part ${role}`);
    }
  }
  return [...differences];
}

function keysOf(a: object, b: object): ReadonlySet<string> {
  return new Set([...Object.keys(a), ...Object.keys(b)]);
}

function isSameSpan(a: Span | undefined, b: Span | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

/** Whether two marks of a kind are on the same words, or share some. */
export function isMatch(a: Mark | undefined, b: Mark | undefined, how: 'exact' | 'overlap'): boolean {
  if (!a || !b || a.kind !== b.kind) return false;
  return how === 'exact' ? isSameSpan(a, b) : overlaps(a, b);
}
