import type { ReadParagraph } from './reading.ts';
import type { Name } from './tagger/names.ts';
import type { Person } from './types.ts';

/** A mention of a person before it is known which. */
export type FoundPerson = Omit<Person, 'entity' | 'candidates'>;

/** The people among the names, with title and evidence, in order of place. */
export function findPeople(
  _paragraphs: readonly ReadParagraph[],
  _names: readonly Name[],
): readonly FoundPerson[] {
  return [];
}
