import { guessEnd } from '../../analysis/quotes/carry.ts';
import { findMarks } from '../../analysis/quotes/marks.ts';
import { pairMarks, type Quoted } from '../../analysis/quotes/pairing.ts';
import type { PlainParagraph } from '../../analysis/reading.ts';
import { splitParagraphs } from '../../text/paragraphs.ts';
import { splitSentences } from '../../text/sentences.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { splitTokens } from '../../text/tokens.ts';

import { type AnnotatedEntity, readData } from '../data.ts';
import { type TextForm, toForm } from '../scrape.ts';

/** A quotation as the gold has it. */
export interface GoldQuote extends Span {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly speaker?: Span;
  readonly cue?: Span;
}

/** A text with its quotations, in one of its forms. */
export interface SpeechDocument {
  readonly id: string;
  readonly text: string;
  readonly source?: string;
  readonly quotes: readonly GoldQuote[];
}

/** A paragraph of a document as the detector gets it, with the quotations that touch it; offsets of the paragraph. */
export interface SpeechParagraph extends PlainParagraph {
  readonly paired: readonly Quoted[];
  /** Of a cue or speaker in another paragraph, the offsets lie outside. */
  readonly quotes: readonly GoldQuote[];
}

/** The documents of a JSON lines file. */
export function readDocuments(name: string): SpeechDocument[] {
  return readData(name)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, text, source, quotes = [] } = JSON.parse(line) as SpeechDocument;
      return { id: String(id), text, quotes, ...(source !== undefined && { source }) };
    });
}

/** The document in another form, quotations moved along. */
export function inForm({ id, text, quotes }: SpeechDocument, form: TextForm): SpeechDocument {
  const spans = quotes.flatMap(({ kind, speaker, cue, ...quote }, i): AnnotatedEntity[] => [
    { start: quote.start, end: quote.end, type: `quote ${i} ${kind}` },
    ...(speaker ? [{ start: speaker.start, end: speaker.end, type: `speaker ${i}` }] : []),
    ...(cue ? [{ start: cue.start, end: cue.end, type: `cue ${i}` }] : []),
  ]);
  const moved = toForm({ id, text, entities: spans }, form);
  const find = (type: string): Span | undefined => {
    const found = moved.entities.find((entity) => entity.type === type);
    return found && { start: found.start, end: found.end };
  };
  return {
    id,
    text: moved.text,
    quotes: quotes.flatMap(({ kind }, i) => {
      const span = find(`quote ${i} ${kind}`);
      const [speaker, cue] = [find(`speaker ${i}`), find(`cue ${i}`)];
      return span ? [{ ...span, kind, ...(speaker && { speaker }), ...(cue && { cue }) }] : [];
    }),
  };
}

/** The paragraphs of a document with their quotations. */
export function readParagraphs(
  { text, quotes }: SpeechDocument,
  form: 'edited' | 'scraped',
): SpeechParagraph[] {
  return splitParagraphs(text).map((span) => {
    const own = text.slice(span.start, span.end);
    const tokens = splitTokens(own);
    const sentences = splitSentences(tokens);
    const paired = pairMarks(findMarks(own, tokens), (start) => guessEnd(own, start)).quoted.filter(
      ({ depth }) => depth === 0,
    );
    const back = (other: Span): Span => ({ start: other.start - span.start, end: other.end - span.start });
    return {
      text: own,
      form,
      tokens,
      sentences,
      paired,
      quotes: quotes
        .filter((quote) => overlaps(quote, span) || (quote.cue && overlaps(quote.cue, span)))
        .map(({ kind, speaker, cue, ...quote }) => ({
          ...back(quote),
          kind,
          ...(speaker && { speaker: back(speaker) }),
          ...(cue && { cue: back(cue) }),
        })),
    };
  });
}
