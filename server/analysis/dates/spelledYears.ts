import { CARDINALS } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { isClose, type TimeText, type TimeWord } from './words.ts';

/** A year in words where a preposition leads it in: `in nineteen ninety-six`, `since two thousand and fifteen`. */
export function readSpelledYear({ words }: TimeText, first: number): Found<Point> | undefined {
  if (!LEADING.has(words[first - 1]?.lower ?? '') || words[first]?.gap !== ' ') return undefined;
  const year = readYearWords(words, first);
  return (
    year && { first, next: year.next, meaning: { kind: 'point', year: year.year }, reason: 'calendar words' }
  );
}

const LEADING = new Set(['in', 'since', 'until', 'of', 'by', 'from', 'year', 'and', 'to', 'before', 'after']);

/** The year that the words spell: `nineteen eighty-four`, `nineteen oh five`, `two thousand and one`. */
export function readYearWords(
  words: readonly TimeWord[],
  first: number,
): { readonly year: number; readonly next: number } | undefined {
  const opening = CARDINALS.get(words[first]?.lower ?? '');
  const second = words[first + 1];
  if (opening === undefined || !second || !isClose(second.gap)) return undefined;
  if (opening === 2 && second.lower === 'thousand') return addRest(words, first + 2, 2000);
  if (opening < 15 || 20 < opening) return undefined;
  if (second.lower === 'hundred') return addRest(words, first + 2, opening * 100);
  const zero = second.lower === 'oh' || second.lower === 'o';
  const rest = readBelowHundred(words, zero ? first + 2 : first + 1);
  if (!rest || rest.value < (zero ? 1 : 10)) return undefined;
  return { year: opening * 100 + rest.value, next: rest.next };
}

function addRest(
  words: readonly TimeWord[],
  at: number,
  year: number,
): { readonly year: number; readonly next: number } {
  const rest = readBelowHundred(words, words[at]?.lower === 'and' ? at + 1 : at);
  return rest ? { year: year + rest.value, next: rest.next } : { year, next: at };
}

function readBelowHundred(
  words: readonly TimeWord[],
  at: number,
): { readonly value: number; readonly next: number } | undefined {
  const word = words[at];
  const value = CARDINALS.get(word?.lower ?? '');
  if (!word || value === undefined || !isClose(word.gap)) return undefined;
  const ones = words[at + 1];
  const small = ones && isClose(ones.gap) ? CARDINALS.get(ones.lower) : undefined;
  if (value >= 20 && small !== undefined && small < 10 && small > 0)
    return { value: value + small, next: at + 2 };
  return { value, next: at + 1 };
}
