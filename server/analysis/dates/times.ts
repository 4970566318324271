import type { PlainParagraph, ReadParagraph } from '../reading.ts';
import type { Country, Person, Publication, TimeExpression } from '../types.ts';

/** The time expressions of a paragraph, not yet anchored in the calendar. */
export interface TimeReading {
  readonly expressions: readonly never[];
}

/** Finds the time expressions of a paragraph alone. */
export function readTimes(_paragraph: PlainParagraph): TimeReading {
  return { expressions: [] };
}

/** The time expressions of the article with their values, in order of place; those that are names are left out. */
export function relateTimes(
  _paragraphs: readonly ReadParagraph[],
  _people: readonly Person[],
  _countries: readonly Country[],
  _publication: Publication | undefined,
): readonly TimeExpression[] {
  return [];
}
