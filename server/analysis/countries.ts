import { byPlace } from '../text/span.ts';
import { isState } from './countries/ambiguity.ts';
import { type Candidate, type Place, readPlace } from './countries/candidates.ts';
import { type Clues, readClues } from './countries/clues.ts';
import { standsForState } from './countries/metonym.ts';
import { findShortForms } from './countries/shortForms.ts';
import { readTag } from './countries/tagged.ts';
import type { ReadParagraph } from './reading.ts';
import type { Name } from './tagger/names.ts';
import type { Country } from './types.ts';

/** The mentions of states with code and form, in order of place. */
export function findCountries(
  paragraphs: readonly ReadParagraph[],
  names: readonly Name[],
): readonly Country[] {
  const places = paragraphs.map(readPlace);
  // The article as a whole decides which Georgia, which Congo, and whether the North is a state.
  const clues = readClues(places);
  return places
    .flatMap((place) => [
      ...place.candidates.flatMap((candidate) => toCountry(place, candidate, names, clues) ?? []),
      ...findShortForms(place, clues),
    ])
    .sort(byPlace);
}

function toCountry(
  place: Place,
  candidate: Candidate,
  names: readonly Name[],
  clues: Clues,
): Country | undefined {
  const { kind, start, end } = candidate;
  const tagged = readTag(names, candidate);
  const words = place.paragraph.reading.text.slice(
    start - place.paragraph.start,
    end - place.paragraph.start,
  );
  if (kind === 'seat') {
    if (!standsForState(place, candidate, tagged)) return undefined;
    const evidence = [{ reason: 'seat of government that acts', words }] as const;
    return { kind: 'country', start, end, code: candidate.code, form: 'metonym', evidence };
  }
  if (!isState(place, candidate, tagged, clues)) return undefined;
  const code = /^congo(?:lese)?$/u.test(candidate.key) ? clues.congo : candidate.code;
  const reason = kind === 'name' ? 'name of a country' : 'adjective or people of a country';
  return { kind: 'country', start, end, code, form: kind, evidence: [{ reason, words }] };
}
