import type { PlainParagraph, ReadParagraph } from '../reading.ts';
import type { Model } from '../tagger/model.ts';
import type { Name } from '../tagger/names.ts';
import type { Country, Entity, Person, Quotation, StrayMark } from '../types.ts';

/** The quotation marks, cues and reported clauses of a paragraph alone. */
export interface SpeechReading {
  readonly marks: readonly never[];
}

/** What is known of an article when its quotations are sought. */
export interface Named {
  readonly names: readonly Name[];
  readonly people: readonly Person[];
  readonly countries: readonly Country[];
  readonly entities: readonly Entity[];
}

/** Reads a paragraph for speech. */
export function readSpeech(_model: Model, _paragraph: PlainParagraph): SpeechReading {
  return { marks: [] };
}

/** The quotations of the article with speaker and cue, in order of place, and the marks without a partner. */
export function relateSpeech(
  _model: Model,
  _paragraphs: readonly ReadParagraph[],
  _named: Named,
): { readonly quotations: readonly Quotation[]; readonly strayMarks: readonly StrayMark[] } {
  return { quotations: [], strayMarks: [] };
}
