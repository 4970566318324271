import type { ReadParagraph } from './reading.ts';
import type { Name } from './tagger/names.ts';
import type { Country } from './types.ts';

/** The mentions of states with code and form, in order of place. */
export function findCountries(
  _paragraphs: readonly ReadParagraph[],
  _names: readonly Name[],
): readonly Country[] {
  return [];
}
