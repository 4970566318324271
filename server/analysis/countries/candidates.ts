import { type Span, shift } from '../../text/span.ts';
import { GEORGIA_STATE_WORDS } from '../lexicon/countryClues.ts';
import type { Reading, ReadParagraph } from '../reading.ts';
import { findNames } from './automaton.ts';
import { GAZETTEER, type Listed } from './gazetteer.ts';
import { splitWords, type Word } from './words.ts';

/** A name of the lists in its place; offsets into the whole text. */
export interface Candidate extends Span {
  readonly kind: 'name' | 'demonym' | 'seat';
  readonly code: string;
  /** The words of the name as in the scraped form, with single spaces. */
  readonly key: string;
  /** Indices of words, half-open. */
  readonly first: number;
  readonly last: number;
}

/** A paragraph with the names of the lists in it. */
export interface Place {
  readonly paragraph: ReadParagraph;
  readonly words: readonly Word[];
  /** Whether capitals tell names from words: not in the scraped form, not in a line of capitals. */
  readonly isCased: boolean;
  readonly candidates: readonly Candidate[];
  /** Whether `north` or `south` is among the words. */
  readonly hasDirections: boolean;
  /** How many words speak of the state of the United States. */
  readonly wordsOfGeorgia: number;
}

/** Finds the names, demonyms and seats in a paragraph, the longest at each place; covering phrases are left out. */
export function readPlace(paragraph: ReadParagraph): Place {
  const { start, reading } = paragraph;
  const known = memory.get(reading) ?? readAlone(reading);
  memory.set(reading, known);
  return { ...known, paragraph, candidates: known.candidates.map((candidate) => shift(candidate, start)) };
}

/** What a paragraph alone says, its offsets counted from its start: read once as long as the reading is kept. */
const memory = new WeakMap<Reading, Omit<Place, 'paragraph'>>();

function readAlone({ text, tokens }: Reading): Omit<Place, 'paragraph'> {
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
  return {
    words,
    isCased,
    candidates,
    hasDirections: words.some(({ key }) => key === 'north' || key === 'south'),
    wordsOfGeorgia: words.filter(({ key }) => GEORGIA_STATE_WORDS.has(key)).length,
  };
}

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
