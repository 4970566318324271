import { firstEndingAfter, type Span } from '../../text/span.ts';
import type { Name, NameLabel } from '../tagger/names.ts';

/** What the tagger says of a span: which name overlaps it, and whether that name is the same, longer or another. */
export interface Tagged {
  readonly label: NameLabel | 'none';
  readonly extent: 'same' | 'longer' | 'other';
  /** Whether a longer name begins with the span. */
  readonly isHead: boolean;
}

/** Looks a span up in the names of the article (in order of place, not overlapping). O(log n). */
export function readTag(names: readonly Name[], span: Span): Tagged {
  const name = names[firstEndingAfter(names, span.start)];
  if (!name || span.end <= name.start) return { label: 'none', extent: 'same', isHead: false };
  const { label } = name;
  if (name.start === span.start && name.end === span.end) return { label, extent: 'same', isHead: false };
  const isLonger = name.start <= span.start && span.end <= name.end;
  return { label, extent: isLonger ? 'longer' : 'other', isHead: isLonger && name.start === span.start };
}
