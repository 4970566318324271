import type { Span } from '../text/span.ts';
import type { Person } from './types.ts';

/** What an article was read to hold, as far as relating it asks. */
export interface Stand {
  readonly paragraphs: readonly Span[];
  readonly people: readonly Person[];
}

/** How far two stands of an article are the same: so many paragraphs from the head, and all people that begin before an offset. */
export function findUnchanged(a: Stand, b: Stand): { readonly paragraphs: number; readonly until: number } {
  let paragraphs = 0;
  while (paragraphs < a.paragraphs.length && a.paragraphs[paragraphs] === b.paragraphs[paragraphs])
    paragraphs++;
  let known = 0;
  while (known < a.people.length && isSame(a.people[known], b.people[known])) known++;
  const until = Math.min(
    a.people[known]?.start ?? Number.POSITIVE_INFINITY,
    b.people[known]?.start ?? Number.POSITIVE_INFINITY,
  );
  return { paragraphs, until };
}

function isSame(a: Person | undefined, b: Person | undefined): boolean {
  return a === b || (a?.start === b?.start && a?.end === b?.end && a?.entity === b?.entity);
}
