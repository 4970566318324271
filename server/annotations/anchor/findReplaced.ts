import type { Span } from '../../text/span.ts';
import type { Quoted } from '../kept.ts';
import { type Found, findAgain } from './findAgain.ts';
import { likeness } from './likeness.ts';

/** From so many code units on, on both sides, a replacement is taken for another version of the same text. */
const LONG = 200;
/** So much of the text around is looked at too, for the surroundings and for what reaches out of the replaced text. */
const MARGIN = 1000;

/** A stretch of the replaced text, or one that reaches into it. */
export interface Replaced {
  readonly span: Span;
  readonly quoted: Quoted;
}

/** Whether so much was replaced by so much that it may hold much of what it held before, as a file that is read anew. */
export function isVersion(removed: number, added: number): boolean {
  return LONG <= removed && LONG <= added;
}

/**
 * Finds stretches again after a text was replaced by another version of it, `change` being the span that the version
 * has in the text after. Only places that touch the version count.
 */
export function findReplaced(
  stretches: readonly Replaced[],
  after: string,
  change: Span,
): readonly (Found | undefined)[] {
  const from = Math.max(0, change.start - MARGIN);
  const near = after.slice(from, change.end + MARGIN);
  const sought = stretches.map(({ span, quoted }) => ({ quoted, at: Math.max(0, span.start - from) }));
  return findAgain(sought, near).map(({ span, anchor }, i) => {
    const own = { start: span.start + from, end: span.end + from };
    if (anchor.state === 'lost' || own.end <= change.start || change.end <= own.start) return undefined;
    const { quoted } = stretches[i] as Replaced;
    // What surrounds the version was not looked through for others like it: only the very surroundings are enough.
    if ((anchor.state === 'same' || anchor.state === 'moved') && !likeness(after, quoted, own.start).whole)
      return { span: own, anchor: { state: 'ambiguous', quoted, places: [own] } };
    if (anchor.state !== 'ambiguous') return { span: own, anchor };
    const places = anchor.places.map(({ start, end }) => ({ start: start + from, end: end + from }));
    return { span: own, anchor: { ...anchor, places } };
  });
}
