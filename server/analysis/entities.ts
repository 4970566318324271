import type { FoundPerson } from './people.ts';
import type { ReadParagraph } from './reading.ts';
import type { Entity, Person } from './types.ts';

/** Joins the mentions that name one person; a mention that fits several people equally stays with none. */
export function joinEntities(
  _paragraphs: readonly ReadParagraph[],
  _found: readonly FoundPerson[],
): { readonly people: readonly Person[]; readonly entities: readonly Entity[] } {
  return { people: [], entities: [] };
}
