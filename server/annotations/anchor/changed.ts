import search from 'approx-string-match';
import type { Span } from '../../text/span.ts';
import type { Quoted } from '../kept.ts';

/** How many code units of the surroundings have to be found again, the most telling first. */
const LENGTHS = [32, 16, 10];
/** Words are searched for letter by letter in so many code units at most. */
const SEARCHED = 4000;
/** Surroundings are looked for so far from where they should be, to both sides: a text may be another one altogether. */
const FAR = 20_000;

/**
 * Where quoted words stood that are no longer there: between their surroundings, or where words almost like them
 * stand. An empty span says that they were taken out. Undefined where the place cannot be told.
 */
export function findChanged(text: string, quoted: Quoted, whole: Span, expected: number): Span | undefined {
  const gap = {
    start: Math.max(whole.start, Math.min(expected - FAR, whole.end)),
    end: Math.min(whole.end, Math.max(expected + FAR, whole.start)),
  };
  const start = findSide(text, quoted.prefix, gap, 'before');
  const end = findSide(text, quoted.suffix, gap, 'after');
  if (start !== undefined && end !== undefined && start <= end && end - start <= quoted.words.length * 2 + 40)
    return trim(text, { start, end });
  const reach = Math.ceil(quoted.words.length * 1.5) + 16;
  if (start !== undefined)
    return findAlmost(text, quoted.words, { start, end: Math.min(text.length, start + reach) });
  if (end !== undefined) return findAlmost(text, quoted.words, { start: Math.max(0, end - reach), end });
  return gap.end - gap.start <= SEARCHED ? findAlmost(text, quoted.words, gap) : undefined;
}

/** The only place in the gap where the surroundings of one side end or begin; at the ends of the text, these. */
function findSide(text: string, around: string, gap: Span, side: 'before' | 'after'): number | undefined {
  if (around === '') return side === 'before' ? 0 : text.length;
  for (const length of LENGTHS) {
    const near = side === 'before' ? around.slice(-length) : around.slice(0, length);
    if (near.length < (LENGTHS.at(-1) as number)) return undefined;
    const from = Math.max(0, gap.start - length);
    const place = text.slice(from, gap.end + length);
    const first = place.indexOf(near);
    if (first === -1) continue;
    if (place.indexOf(near, first + 1) !== -1) return undefined;
    return from + first + (side === 'before' ? near.length : 0);
  }
  return undefined;
}

/** The one stretch that differs from the words in at most a fifth of their letters. */
function findAlmost(text: string, words: string, { start, end }: Span): Span | undefined {
  const errors = Math.floor(words.length / 5);
  if (errors === 0 || words.length > SEARCHED) return undefined;
  const matches = search(text.slice(start, end), words, errors);
  const [match] = matches;
  // One stretch is reported several times, with its ends a letter apart.
  if (!match || matches.some((other) => other.start >= match.end)) return undefined;
  return trim(text, { start: start + match.start, end: start + match.end });
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
