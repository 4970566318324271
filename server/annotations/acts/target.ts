import { contains, type Span } from '../../text/span.ts';
import { splitTokens } from '../../text/tokens.ts';
import { hasPlace, type Kept } from '../kept.ts';
import { createOverlapping } from '../overlapping.ts';
import type { Suggestion } from '../suggestions.ts';

/** What an act is done to: a mark, or a suggestion that nobody has judged. */
export type Target = Suggestion & { readonly kept?: Kept };

/** Everything that can be judged in an article. */
export interface Judged {
  readonly text: string;
  readonly kept: readonly Kept[];
  readonly suggestions: readonly Suggestion[];
}

/** The marks that have a place, and the suggestions, in no order. */
export function listTargets({ kept, suggestions }: Judged): readonly Target[] {
  return [...kept.filter(hasPlace).map(toTarget), ...suggestions];
}

const targets = new WeakMap<Kept, Target>();

/** Of the same mark the same target: with thousands of marks, making them anew for each key would be felt. */
function toTarget(kept: Kept): Target {
  const known = targets.get(kept);
  if (known) return known;
  const target: Target = { ...kept.mark, kept };
  targets.set(kept, target);
  return target;
}

/** Gives for one of some selections the targets that can be meant by it: those that it overlaps or touches. */
export function findNear(
  judged: Judged,
  selections: readonly Span[],
): (selection: Span) => readonly Target[] {
  if (selections.length < 4) return (selection) => listNear(judged, selection);
  const overlapping = createOverlapping(listTargets(judged));
  return ({ start, end }) => overlapping({ start: start - 1, end: end + 1 });
}

function listNear({ kept, suggestions }: Judged, selection: Span): readonly Target[] {
  const touches = ({ start, end }: Span): boolean => start <= selection.end && selection.start <= end;
  const near = kept.filter((one) => touches(one.mark) && hasPlace(one));
  return [...near.map(toTarget), ...suggestions.filter(touches)];
}

/**
 * What is meant by a selection: by a cursor the smallest target around it, else the one that ends there; by a stretch the
 * targets on just that stretch, else all that lie inside.
 */
export function findTargets(targets: readonly Target[], { start, end }: Span): readonly Target[] {
  if (start === end) {
    const around = targets.filter((target) => contains(target, start));
    const near = around.length > 0 ? around : targets.filter((target) => target.end === start);
    const [smallest] = near.toSorted((a, b) => a.end - a.start - (b.end - b.start));
    return smallest ? [smallest] : [];
  }
  const exact = targets.filter((target) => target.start === start && target.end === end);
  return exact.length > 0 ? exact : targets.filter((target) => start <= target.start && target.end <= end);
}

/** The stretch that a new mark takes for a selection: the selection without white space, of a cursor the word it is at. */
export function toMarkable(text: string, { start, end }: Span): Span | undefined {
  if (start === end)
    return wordsNear(text, { start, end }).find((word) => word.start <= start && start <= word.end);
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '') return undefined;
  const from = start + words.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/** The span with one edge moved out (1) or in (-1) by a word; undefined where no word would be left or there is none. */
export function moveEdge(text: string, span: Span, edge: 'start' | 'end', words: 1 | -1): Span | undefined {
  const near = wordsNear(text, span);
  if (edge === 'end') {
    const word =
      words === 1
        ? near.find(({ start }) => span.end <= start)
        : near.findLast(({ start, end }) => span.start <= start && end < span.end);
    return word && { start: span.start, end: word.end };
  }
  const word =
    words === 1
      ? near.findLast(({ end }) => end <= span.start)
      : near.find(({ start, end }) => span.start < start && end <= span.end);
  return word && { start: word.start, end: span.end };
}

/** So far away are the words beside a span looked for, in code units. */
const NEAR = 200;

function wordsNear(text: string, span: Span): readonly Span[] {
  // A window that opens inside a word would cut it.
  let from = Math.max(0, span.start - NEAR);
  while (0 < from && /[\p{L}\p{M}\p{N}'’]/u.test(text.charAt(from - 1)) && span.start - from < 2 * NEAR)
    from--;
  return splitTokens(text.slice(from, span.end + NEAR))
    .filter(({ kind }) => kind !== 'punctuation')
    .map(({ start, end }) => ({ start: start + from, end: end + from }));
}
