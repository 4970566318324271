import { firstEndingAfter, type Span } from '../../text/span.ts';
import type { NameLabel } from '../tagger/nameLabels.ts';
import type { Name } from '../tagger/secondPass.ts';

/** What the tagger says of a span: which name overlaps it, and whether that name is the same, longer or another. */
export interface Tagged {
  readonly label: NameLabel | 'none';
  readonly extent: 'same' | 'longer' | 'other';
  /** Whether a longer name begins with the span. */
  readonly isHead: boolean;
}

/** Looks a span of a paragraph up in its names. */
export function readTag(names: readonly Name[], { start: from, end: to }: Span): Tagged {
  const name = names[firstEndingAfter(names, from)];
  if (!name || to <= name.start) return { label: 'none', extent: 'same', isHead: false };
  const { label } = name;
  if (name.start === from && name.end === to) return { label, extent: 'same', isHead: false };
  const isLonger = name.start <= from && to <= name.end;
  return { label, extent: isLonger ? 'longer' : 'other', isHead: isLonger && name.start === from };
}
