import type { TextChange } from '../../server/annotations/follow.ts';
import type { Span } from '../../server/text/span.ts';

/**
 * A text in which every code unit has a number of its own, so that it can be said of each whether it is still there
 * and where it has gone: what marks are compared with.
 */
export interface NumberedText {
  readonly text: string;
  readonly numbers: readonly number[];
}

/** Numbers the code units of a text from one on; every number is given once in a run. */
export function createNumbering(): (text: string) => NumberedText {
  let last = 0;
  return (text) => ({ text, numbers: Array.from({ length: text.length }, () => ++last) });
}

/** The text after a change whose new code units have these numbers. */
export function changeNumbered(
  before: NumberedText,
  { start, end }: TextChange,
  typed: NumberedText,
): NumberedText {
  return {
    text: before.text.slice(0, start) + typed.text + before.text.slice(end),
    numbers: before.numbers.slice(0, start).concat(typed.numbers, before.numbers.slice(end)),
  };
}

/** The change without what is the same at both ends of what it replaces. */
export function trimmed(text: string, { start, end, text: typed }: TextChange): TextChange {
  let [from, until, words] = [start, end, typed];
  while (from < until && words !== '' && text[from] === words[0]) {
    from++;
    words = words.slice(1);
  }
  while (from < until && words !== '' && text[until - 1] === words.at(-1)) {
    until--;
    words = words.slice(0, -1);
  }
  return { start: from, end: until, text: words };
}

/** What a mark owns: the numbers of its code units, or the words it had when it was last sure of its place. */
export type Owned =
  | { readonly kind: 'placed'; readonly numbers: ReadonlySet<number> }
  | { readonly kind: 'unsettled'; readonly words: string };

/**
 * What a mark owns after a change in the editor, by the rule that what is typed inside a mark, or instead of words that
 * are all its own, belongs to it.
 */
export function ownAfter(
  owned: Owned,
  before: NumberedText,
  { start, end }: TextChange,
  typed: NumberedText,
): Owned {
  if (owned.kind === 'unsettled') return owned;
  const removed = before.numbers.slice(start, end);
  const has = (number: number | undefined): boolean => number !== undefined && owned.numbers.has(number);
  const inside =
    removed.length > 0 ? removed.every(has) : has(before.numbers[start - 1]) && has(before.numbers[start]);
  if (!inside && !removed.some(has)) return owned;
  const numbers = new Set(owned.numbers);
  for (const number of removed) numbers.delete(number);
  const isCut = !inside || numbers.size === 0;
  if (isCut) return { kind: 'unsettled', words: wordsOf(owned.numbers, before) };
  for (const number of typed.numbers) numbers.add(number);
  return { kind: 'placed', numbers };
}

/** The words of the numbers, which stand together. */
export function wordsOf(numbers: ReadonlySet<number>, { text, numbers: all }: NumberedText): string {
  const start = all.findIndex((number) => numbers.has(number));
  return text.slice(start, start + numbers.size);
}

/** What a stretch owns that is sure of its place. */
export function ownNow({ start, end }: Span, { numbers }: NumberedText): Owned {
  return { kind: 'placed', numbers: new Set(numbers.slice(start, end)) };
}
