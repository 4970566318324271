/** A stretch of text in UTF-16 code units, half-open: `start <= offset && offset < end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the offset lies inside the span. */
export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** Whether the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The span moved by a distance; every other field is kept. */
export function shift<S extends Span>(span: S, distance: number): S {
  return { ...span, start: span.start + distance, end: span.end + distance };
}

/** The words of the span. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Orders spans by start, the longer first where they start together. */
export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Index of the first of the spans (ordered, not overlapping) that ends after the offset: O(log n). */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
