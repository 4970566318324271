import { type Span, shift } from '../text/span.ts';
import { findReplaced, isVersion } from './anchor/findReplaced.ts';
import { likeness } from './anchor/likeness.ts';
import { type Anchor, attach, type Kept, type Quoted, quote } from './kept.ts';
import type { Mark } from './mark.ts';

/** One change of a text: what stood in the span has been replaced. Offsets into the text before it. */
export interface TextChange extends Span {
  readonly text: string;
}

/** The text after the change. */
export function applyChange(text: string, { start, end, text: typed }: TextChange): string {
  return text.slice(0, start) + typed + text.slice(end);
}

/**
 * The marks after one change in the editor. What is typed at the edge of a mark stays outside of it, what is typed
 * inside belongs to it. A mark whose words were all replaced lies on the new ones and says `changed`, likewise one
 * that was cut at an edge; one whose words were taken out is `lost` and comes back when they do, by undo or pasted.
 */
export function followChange(kept: readonly Kept[], before: string, change: TextChange): readonly Kept[] {
  const own = trimChange(before, change);
  if (own.start === own.end && own.text === '') return kept;
  const after = applyChange(before, own);
  const versions = followVersion(kept, before, own, after);
  const follow = (stretch: Stretch): Stretch =>
    versions.get(keyOf(stretch)) ?? revive(followStretch(stretch, before, own), after, own);
  return kept.map((one) => followKept(one, own, follow));
}

/** Where stretches are that lay in a text which was replaced by another version of it, or reached into it. */
function followVersion(
  kept: readonly Kept[],
  before: string,
  change: TextChange,
  after: string,
): ReadonlyMap<string, Stretch> {
  const versions = new Map<string, Stretch>();
  if (!isVersion(change.end - change.start, change.text.length)) return versions;
  const stretches = kept
    .flatMap(({ mark, anchor, parts }): Stretch[] => [
      { span: mark, anchor },
      ...Object.entries(mark.parts).map(([role, span]) => ({ span, anchor: parts[role] ?? SAME })),
    ])
    .filter(({ span, anchor }) => {
      const isInside = change.start < span.end && span.start < change.end;
      const holds = span.start < change.start && change.end < span.end;
      return isInside && !holds && anchor.state !== 'ambiguous' && anchor.state !== 'lost';
    });
  const replaced = stretches.map(({ span, anchor }) => {
    return { span, quoted: 'quoted' in anchor ? anchor.quoted : quote(before, span) };
  });
  const version = { start: change.start, end: change.start + change.text.length };
  // What is there as it was has followed the edit: only what is not is told of.
  for (const [i, found] of findReplaced(replaced, after, version).entries())
    if (found)
      versions.set(
        keyOf(stretches[i] as Stretch),
        found.anchor.state === 'moved' ? { ...found, anchor: SAME } : found,
      );
  return versions;
}

const SAME: Anchor = { state: 'same' };

function keyOf({ span, anchor }: Stretch): string {
  return `${span.start} ${span.end} ${'quoted' in anchor ? anchor.quoted.words : ''}`;
}

interface Stretch {
  readonly span: Span;
  readonly anchor: Anchor;
}

/** Without what is the same at both ends of what was replaced: a program may have replaced a whole article for a word. */
function trimChange(before: string, { start, end, text }: TextChange): TextChange {
  const most = Math.min(end - start, text.length);
  let head = 0;
  while (head < most && before.charCodeAt(start + head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(end - 1 - tail) === text.charCodeAt(text.length - 1 - tail))
    tail++;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

function followKept(kept: Kept, change: TextChange, follow: (stretch: Stretch) => Stretch): Kept {
  const { mark, anchor, parts } = kept;
  const spans = Object.values(mark.parts);
  const isSettled = anchor.state === 'same' && Object.values(parts).every(({ state }) => state === 'same');
  if (isSettled && mark.end < change.start && spans.every(({ end }) => end < change.start)) return kept;
  if (isSettled && change.end <= mark.start && spans.every(({ start }) => change.end <= start))
    return { mark: shiftMark(mark, change.text.length - (change.end - change.start)), anchor, parts };
  const own = follow({ span: mark, anchor });
  const others = Object.entries(mark.parts).map(([role, span]): [string, Stretch] => [
    role,
    follow({ span, anchor: parts[role] ?? SAME }),
  ]);
  const followed = {
    ...mark,
    start: own.span.start,
    end: own.span.end,
    parts: Object.fromEntries(others.map(([role, { span }]) => [role, { start: span.start, end: span.end }])),
  };
  return {
    mark: [own, ...others.map(([, other]) => other)].every(isSame) ? attach(followed) : followed,
    anchor: own.anchor,
    parts: Object.fromEntries(others.map(([role, other]) => [role, other.anchor])),
  };
}

function isSame({ anchor }: Stretch): boolean {
  return anchor.state === 'same';
}

function shiftMark(mark: Mark, distance: number): Mark {
  const parts = Object.entries(mark.parts).map(([role, span]) => [role, shift(span, distance)]);
  return shift({ ...mark, parts: parts.length === 0 ? mark.parts : Object.fromEntries(parts) }, distance);
}

function followStretch({ span, anchor }: Stretch, before: string, change: TextChange): Stretch {
  const { start, end } = span;
  const added = change.text.length;
  const grown = added - (change.end - change.start);
  if (anchor.state === 'ambiguous' || anchor.state === 'lost') return followUnplaced(span, anchor, change);
  // Who replaces the words of a mark goes on typing behind the first letter.
  const goesOn =
    anchor.state === 'changed' && change.start === end && change.end === end && !/\s/u.test(change.text);
  if (goesOn) return { span: { start, end: end + added }, anchor };
  if (end <= change.start) return { span, anchor };
  if (change.end <= start) return { span: { start: start + grown, end: end + grown }, anchor };
  const quoted = anchor.state === 'changed' ? anchor.quoted : quote(before, span);
  if (change.start <= start && end <= change.end) {
    if (change.start === start && end === change.end && added > 0)
      return { span: { start, end: start + added }, anchor: { state: 'changed', quoted } };
    return { span: { start: change.start, end: change.start }, anchor: { state: 'lost', quoted } };
  }
  // At an edge what was put in instead cannot be told to belong to the mark or not: it is left outside.
  if (change.start < start)
    return { span: { start: change.start + added, end: end + grown }, anchor: { state: 'changed', quoted } };
  if (end < change.end) return { span: { start, end: change.start }, anchor: { state: 'changed', quoted } };
  return { span: { start, end: end + grown }, anchor };
}

/** What has no place moves as its place would, were it there. */
function followUnplaced(span: Span, anchor: Anchor, change: TextChange): Stretch {
  const move = (offset: number): number => {
    if (offset < change.start) return offset;
    if (offset < change.end) return change.start;
    return offset + change.text.length - (change.end - change.start);
  };
  const moved = ({ start, end }: Span): Span => ({
    start: move(start),
    end: Math.max(move(start), move(end)),
  });
  if (anchor.state !== 'ambiguous') return { span: moved(span), anchor };
  const places = anchor.places
    .map(moved)
    .filter(({ start, end }) => end - start === anchor.quoted.words.length);
  return places.length === 0
    ? { span: moved(span), anchor: { state: 'lost', quoted: anchor.quoted } }
    : { span: moved(span), anchor: { ...anchor, places } };
}

/** What was lost or cut is whole again when the change has brought its words back, and to one place only. */
function revive(stretch: Stretch, after: string, change: TextChange): Stretch {
  const { anchor } = stretch;
  if (anchor.state !== 'changed' && anchor.state !== 'lost') return stretch;
  const { quoted } = anchor;
  const length = quoted.words.length;
  const typed = { start: change.start, end: change.start + change.text.length };
  // The words may have been typed letter by letter, or may stand anywhere in what was pasted.
  const from = Math.max(0, typed.start - length);
  const near = after.slice(from, typed.end + length);
  const places: number[] = [];
  for (let i = near.indexOf(quoted.words); i !== -1; i = near.indexOf(quoted.words, i + 1)) {
    const place = from + i;
    if (likeness(after, quoted, place).whole || isPasted(after, quoted, place, typed)) places.push(place);
  }
  const [start] = places;
  if (start === undefined || places.length > 1) return stretch;
  return { span: { start, end: start + length }, anchor: { state: 'same' } };
}

/** Whether the words lie in what was put in, and everything around them there is as it was. */
function isPasted(after: string, quoted: Quoted, place: number, typed: Span): boolean {
  const end = place + quoted.words.length;
  if (place < typed.start || typed.end < end) return false;
  const around = likeness(after, quoted, place);
  return (
    around.before + around.after >= TELLING &&
    around.before >= Math.min(quoted.prefix.length, place - typed.start) &&
    around.after >= Math.min(quoted.suffix.length, typed.end - end)
  );
}

/** So many code units of their surroundings have to come back with pasted words. */
const TELLING = 8;
