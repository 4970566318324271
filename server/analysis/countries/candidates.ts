import type { Span } from '../../text/span.ts';
import type { Reading } from '../reading.ts';
import { rememberEach } from '../remember.ts';
import { findNames } from './automaton.ts';
import { type Hints, readHints } from './clues.ts';
import { GAZETTEER, type Listed } from './gazetteer.ts';
import { splitWords, type Word } from './words.ts';

/** A name of the lists in its place; offsets from the start of its paragraph. */
export interface Candidate extends Span {
  readonly kind: 'name' | 'demonym' | 'seat';
  readonly code: string;
  /** The words of the name as in the scraped form, with single spaces. */
  readonly key: string;
  /** Indices of words, half-open. */
  readonly first: number;
  readonly last: number;
}

/** The names of the lists in a paragraph, and what it says of others: all of it from the paragraph alone. */
export interface Place {
  readonly text: string;
  readonly words: readonly Word[];
  /** Whether capitals tell names from words: not in the scraped form, not in a line of capitals. */
  readonly isCased: boolean;
  readonly candidates: readonly Candidate[];
  /** Whether `north` or `south` is among the words. */
  readonly hasDirections: boolean;
  readonly hints: Hints | undefined;
}

/** Finds the names, demonyms and seats in a paragraph, the longest at each place; covering phrases are left out. */
export const readPlace: (reading: Reading) => Place = rememberEach(({ text, tokens }) => {
  const words = splitWords(text, tokens);
  const isCased = /\p{Lu}/u.test(text) && /\p{Ll}/u.test(text);
  const accepts = (first: number, last: number, { kind }: Listed): boolean =>
    !isCased || isProper(text, words, first, last, kind === 'covering');
  const candidates = findNames(GAZETTEER, words, accepts).flatMap(({ first, last, value }): Candidate[] => {
    if (value.kind === 'covering') return [];
    const key = keyOf(words, first, last);
    const { start } = words[first] as Word;
    const end = (words[last - 1] as Word).outerEnd;
    return [{ kind: value.kind, code: value.code, key, first, last, start, end }];
  });
  const hasDirections = words.some(({ key }) => key === 'north' || key === 'south');
  return { text, words, isCased, candidates, hasDirections, hints: readHints(words, candidates) };
});

function keyOf(words: readonly Word[], first: number, last: number): string {
  let key = (words[first] as Word).key;
  for (let i = first + 1; i < last; i++) key += ` ${(words[i] as Word).key}`;
  return key;
}

/** Codes are all capitals; of a longer name the first and the last word are capitalised: of `al-Qaida in Iraq` the last. */
function isProper(
  text: string,
  words: readonly Word[],
  first: number,
  last: number,
  isCovering: boolean,
): boolean {
  const head = words[first] as Word;
  const tail = words[last - 1] as Word;
  const isCode =
    first + 1 === last && /^(?:us|usa|uk|uae|drc|prc|rok|roc|png|dprk|gdr|ddr|ussr|nz)$/u.test(head.key);
  if (isCode) return text.slice(head.start, head.end) === head.key.toUpperCase();
  return (head.isCapital || isCovering) && tail.isCapital;
}
