import type { Span } from '../../text/span.ts';
import type { PlainParagraph, ReadParagraph } from '../reading.ts';
import type { Model } from './model.ts';

/** A proper name as the tagger reads it; offsets into the whole text. */
export interface Name extends Span {
  readonly label: NameLabel;
  /** Index of its paragraph and of its tokens there, half-open. */
  readonly paragraph: number;
  readonly first: number;
  readonly last: number;
}

export type NameLabel = 'PERSON' | 'COUNTRY' | 'LOC' | 'ORG' | 'MISC';

/** What the first pass of the tagger knows of a paragraph. */
export interface NameReading {
  readonly names: readonly Name[];
}

/** First pass: the paragraph alone. */
export function readNames(_model: Model, _paragraph: PlainParagraph): NameReading {
  return { names: [] };
}

/** Second pass: the names of the whole article, in order of place, not overlapping. */
export function relateNames(_model: Model, _paragraphs: readonly ReadParagraph[]): readonly Name[] {
  return [];
}
