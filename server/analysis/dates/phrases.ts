import { PAST_VERBS } from '../lexicon/tenseWords.ts';
import type { TimeText } from './words.ts';

const FUNCTION_WORDS = new Set(
  'the a an and or but to in on at of for by as from with until when where who which that this these those it he she they we i you after before during is was were are has have had will would be been his her their its if so because while since about into over under than then also not'.split(
    ' ',
  ),
);

const CLOSERS = new Set(
  'said says began ended saw went came took made became can could may might should did does do there here more most no one all between through across around only even still now what how why such each both many several two three according including without within against among ago later earlier'.split(
    ' ',
  ),
);

/** Nouns that a time before them modifies, in scraped text. */
const MODIFIED = new Set(
  'war wars era movement film films movie song album band style television series game games season olympics crops storm weather budget election elections campaign report earnings results profit profits figures revolution crisis conflict attack attacks deal agreement law act constitution'.split(
    ' ',
  ),
);

/** Whether a word can stand after a whole noun phrase: a date before it is complete. */
export function isFunctionWord(lower: string): boolean {
  return FUNCTION_WORDS.has(lower);
}

/** The same of expressions that mostly stand alone: in scraped text no mark of punctuation could show an end. */
export function mostlyCloses(text: TimeText, index: number): boolean {
  const word = text.words[index];
  return text.scraped ? word === undefined || !MODIFIED.has(word.lower) : closesPhrase(text, index);
}

/** Whether a noun phrase is complete before the word at an index: what follows is no noun that it modifies. */
export function closesPhrase({ words }: TimeText, index: number): boolean {
  const word = words[index];
  if (!word) return true;
  if (word.gap !== ' ') return word.gap !== '-';
  const { lower } = word;
  return isFunctionWord(lower) || CLOSERS.has(lower) || PAST_VERBS.has(lower) || /(?:ed|ly)$/u.test(lower);
}
