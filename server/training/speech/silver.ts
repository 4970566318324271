import { createSpeechRelater } from '../../analysis/quotes/speech.ts';
import { readParagraph } from '../../analysis/reading.ts';
import type { Model } from '../../analysis/tagger/model.ts';
import { splitParagraphs } from '../../text/paragraphs.ts';
import type { SpeechDocument } from './documents.ts';

/** An edited text with the quotations that a model reads in it: what scraped text is learnt from where nobody annotated. */
export function readSilver(model: Model, { id, text }: SpeechDocument): SpeechDocument {
  const paragraphs = splitParagraphs(text).map((paragraph) => ({
    ...paragraph,
    reading: readParagraph(model, text.slice(paragraph.start, paragraph.end)),
  }));
  const { quotations } = createSpeechRelater()(paragraphs, { people: [], entities: [] });
  return {
    id,
    text,
    quotes: quotations.map(({ start, end, kind, speaker, cue }) => ({
      start,
      end,
      kind,
      ...(speaker && { speaker: { start: speaker.start, end: speaker.end } }),
      ...(cue && { cue: { start: cue.start, end: cue.end } }),
    })),
  };
}
