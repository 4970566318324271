import { overlaps, type Span } from '../text/span.ts';

/** Finds, among spans that may nest and overlap, those that overlap a given one, the last first. */
export function createOverlapping<S extends Span>(spans: readonly S[]): (span: Span) => readonly S[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  // Up to each span, how far those before it reach: where that is not far enough, none of them overlaps.
  let reach = 0;
  const reaches = sorted.map(({ end }) => {
    reach = Math.max(reach, end);
    return reach;
  });
  return (span) => {
    const found: S[] = [];
    for (let i = countStartingBefore(sorted, span.end) - 1; i >= 0; i--) {
      if ((reaches[i] as number) <= span.start) break;
      const candidate = sorted[i] as S;
      if (overlaps(candidate, span)) found.push(candidate);
    }
    return found;
  };
}

function countStartingBefore(sorted: readonly Span[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
