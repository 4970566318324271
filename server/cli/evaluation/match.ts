import type { Span } from '../../text/span.ts';

/** A gold span and the predicted span that was taken for it. */
export interface Pair {
  readonly gold: number;
  readonly predicted: number;
  readonly isExact: boolean;
  /** Code units shared. */
  readonly shared: number;
}

/**
 * Pairs gold and predicted spans one to one: equal spans first, then by the size of what they share, then in order of
 * the lists. Gives the pairs by index of the gold span.
 */
export function matchSpans(golds: readonly Span[], predictions: readonly Span[]): ReadonlyMap<number, Pair> {
  const pairs = findOverlaps(golds, predictions);
  pairs.sort(
    (a, b) =>
      Number(b.isExact) - Number(a.isExact) ||
      b.shared - a.shared ||
      a.gold - b.gold ||
      a.predicted - b.predicted,
  );
  const byGold = new Map<number, Pair>();
  const taken = new Set<number>();
  for (const pair of pairs) {
    if (byGold.has(pair.gold) || taken.has(pair.predicted)) continue;
    byGold.set(pair.gold, pair);
    taken.add(pair.predicted);
  }
  return byGold;
}

/** The code units that two spans share; negative is their distance. */
export function sharedLength(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

/** All overlapping pairs, by a sweep over the predictions in order of place. */
function findOverlaps(golds: readonly Span[], predictions: readonly Span[]): Pair[] {
  const order = predictions
    .map((_, i) => i)
    .sort((a, b) => startOf(predictions, a) - startOf(predictions, b));
  // How far the predictions up to each place reach, so that a sweep may begin behind those that ended before.
  let reach = 0;
  const reaches = order.map((i) => {
    reach = Math.max(reach, (predictions[i] as Span).end);
    return reach;
  });
  const pairs: Pair[] = [];
  for (const [gold, span] of golds.entries())
    for (let k = firstAbove(reaches, span.start); k < order.length; k++) {
      const predicted = order[k] as number;
      const other = predictions[predicted] as Span;
      if (span.end <= other.start) break;
      const shared = sharedLength(span, other);
      if (shared <= 0) continue;
      const isExact = span.start === other.start && span.end === other.end;
      pairs.push({ gold, predicted, isExact, shared });
    }
  return pairs;
}

function startOf(spans: readonly Span[], i: number): number {
  return (spans[i] as Span).start;
}

/** Index of the first of the ascending numbers that is above a limit. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
