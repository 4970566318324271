import { createReader, type ReadArticle } from './analysis/article.ts';
import type { Known } from './analysis/publication.ts';
import { type Model, readModel } from './analysis/tagger/model.ts';
import type { Article } from './analysis/types.ts';

// What `import … from 'newsmark'` gives: this file and nothing else is public.

export type {
  Article,
  Country,
  Cue,
  Derivation,
  Entity,
  Evidence,
  Person,
  Publication,
  Quotation,
  Speaker,
  TimeExpression,
} from './analysis/types.ts';
export type {
  AnnotatedText,
  Annotation,
  Loss,
  Rest,
  TextFile,
  TextOf,
} from './annotations/formats/annotation.ts';
export { type Exported, exportText } from './annotations/formats/exportText.ts';
export type { Format } from './annotations/formats/format.ts';
export { FORMATS, findFormat } from './annotations/formats/formats.ts';
export { type Imported, importFiles } from './annotations/formats/importFiles.ts';
export { findSuggestions, type Suggestion } from './annotations/suggestions.ts';
export type { Span } from './text/span.ts';

/** The trained models: large, and the same for every article. */
export type Models = Model;

/** The models out of the bytes of their files; throws an Error that says what is wrong with them. */
export function readModels(files: readonly Uint8Array[]): Models {
  return readModel(...files);
}

/**
 * Reads a text: its people, countries, dates and quotes. Offsets are UTF-16 code units, as in JavaScript. Cannot fail, and
 * takes time linear in the length of the text; paragraphs that were read before are remembered.
 */
export function readArticle(text: string, models: Models, known: Known = {}): Article {
  const reader = readers.get(models) ?? createReader(models);
  readers.set(models, reader);
  return reader(text, known);
}

const readers = new WeakMap<Models, ReadArticle>();
