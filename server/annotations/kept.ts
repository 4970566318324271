import type { Span } from '../text/span.ts';
import type { Mark } from './mark.ts';

/** A mark in its article: the mark with its spans in the present text, and how sure its places are. */
export interface Kept {
  readonly mark: Mark;
  readonly anchor: Anchor;
  /** Of each of the mark's parts, by its role. */
  readonly parts: Readonly<Record<string, Anchor>>;
}

/**
 * How a stretch of text was found again. In `same` and `moved` its words are what they were; where they are not, or
 * the place is not sure, `quoted` is what the mark was made on, and a person is asked. The span of an `ambiguous` or
 * `lost` one is where it would be if nothing had happened to it: for ordering, not for drawing.
 */
export type Anchor =
  | { readonly state: 'same' }
  /** `distance` is how far, in code units, since the article was last seen. */
  | { readonly state: 'moved'; readonly distance: number }
  | { readonly state: 'changed'; readonly quoted: Quoted }
  /** Several places fit alike; the best come first. */
  | { readonly state: 'ambiguous'; readonly quoted: Quoted; readonly places: readonly Span[] }
  | { readonly state: 'lost'; readonly quoted: Quoted };

export type AnchorState = Anchor['state'];

/** Words with their surroundings. */
export interface Quoted {
  readonly words: string;
  /** Up to 32 code units before and after, never half a surrogate pair or half a line end. */
  readonly prefix: string;
  readonly suffix: string;
}

const AROUND = 32;

/** The words of a span and what stands around them. */
export function quote(text: string, { start, end }: Span): Quoted {
  let from = Math.max(0, start - AROUND);
  let until = Math.min(text.length, end + AROUND);
  if (splitsPair(text, from)) from++;
  if (splitsPair(text, until)) until--;
  return { words: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, until) };
}

/**
 * Whether a person has to look at the place of a mark or of its part: it is not sure, or its words are no longer those
 * that were marked.
 */
export function isUnsettled({ detached }: Pick<Mark, 'detached'>, { state }: Anchor): boolean {
  return state === 'changed' || (!detached && (state === 'ambiguous' || state === 'lost'));
}

/** The mark once its words are in a sure place: if they are lost again, a person has to look again. */
export function attach(mark: Mark): Mark {
  if (!mark.detached) return mark;
  const { detached: _, ...attached } = mark;
  return attached;
}

/** Whether the mark has a place in the text that can be drawn. */
export function hasPlace({ anchor }: Kept): boolean {
  return anchor.state !== 'ambiguous' && anchor.state !== 'lost';
}

/** A mark that was made or confirmed at its present place, and is sure of it. */
export function keep(mark: Mark): Kept {
  const parts = Object.keys(mark.parts).map((role): [string, Anchor] => [role, { state: 'same' }]);
  return { mark, anchor: { state: 'same' }, parts: Object.fromEntries(parts) };
}

function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  if (before === 13 && after === 10) return true;
  return 0xd800 <= before && before < 0xdc00 && 0xdc00 <= after && after < 0xe000;
}
