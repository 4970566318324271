import type { Paragraph } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitTokens, type Token } from '../text/tokens.ts';
import { readTimes, type TimeReading } from './dates/times.ts';
import { readSpeech, type SpeechReading } from './quotes/speech.ts';
import type { Model } from './tagger/model.ts';
import { type NameReading, readNames } from './tagger/names.ts';
import type { Form } from './types.ts';

/** One paragraph read alone; every offset counts from the start of the paragraph. */
export interface Reading {
  readonly text: string;
  readonly form: Form;
  readonly tokens: readonly Token[];
  /** Ranges of token indices, half-open; together they hold every token. */
  readonly sentences: readonly { readonly first: number; readonly last: number }[];
  readonly names: NameReading;
  readonly times: TimeReading;
  readonly speech: SpeechReading;
}

/** A paragraph in its place: `reading` is shared by all paragraphs with the same words. */
export interface ReadParagraph extends Paragraph {
  readonly reading: Reading;
}

/** Reads a paragraph: the slow part of the analysis, a pure function of its words. */
export function readParagraph(model: Model, text: string): Reading {
  const plain = splitPlain(text);
  // Names first: a speaker is mostly a name.
  const names = readNames(model, plain);
  return { ...plain, names, times: readTimes(plain), speech: readSpeech(model, plain, names) };
}

/** What the detectors get of a paragraph. */
export type PlainParagraph = Pick<Reading, 'text' | 'form' | 'tokens' | 'sentences'>;

/** The tokens and sentences of a paragraph, before anything is found in it. */
export function splitPlain(text: string): PlainParagraph {
  const tokens = splitTokens(text);
  return { text, form: readForm(text), tokens, sentences: splitSentences(tokens) };
}

/** Scraped text has neither capitals nor marks of punctuation. */
function readForm(text: string): Form {
  return /[\p{Lu}.,;:!?"“”]/u.test(text) ? 'edited' : 'scraped';
}
