import { byPlace, shift } from '../text/span.ts';
import { isState } from './countries/ambiguity.ts';
import { type Candidate, type Place, readPlace } from './countries/candidates.ts';
import { type Clues, keyOfClues, weighHints } from './countries/clues.ts';
import { standsForState } from './countries/metonym.ts';
import { findShortForms } from './countries/shortForms.ts';
import { readTag, type Tagged } from './countries/tagged.ts';
import type { ReadParagraph } from './reading.ts';
import type { Name } from './tagger/secondPass.ts';
import type { Country } from './types.ts';

/** The mentions of states with code and form, in order of place; `names` are those of each paragraph. */
export function findCountries(
  paragraphs: readonly ReadParagraph[],
  names: readonly (readonly Name[])[],
): readonly Country[] {
  // The article as a whole decides which Georgia, which Congo, and whether the North is a state.
  const places = paragraphs.map(({ reading }) => readPlace(reading));
  const clues = weighHints(places);
  const key = keyOfClues(clues);
  const countries: Country[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const { start } = paragraphs[i] as ReadParagraph;
    const place = places[i] as Place;
    if (place.candidates.length > 0 || place.hasDirections)
      for (const country of recall(place, start, names[i] as readonly Name[], clues, key))
        countries.push(country);
  }
  return countries;
}

/** The countries of a paragraph as they were last found, and all that they depend on beside its names. */
interface Known {
  readonly key: number;
  readonly start: number;
  readonly countries: readonly Country[];
}

/** By the names of the paragraph: the list is the same as long as they are. */
const known = new WeakMap<readonly Name[], Known>();

function recall(
  place: Place,
  start: number,
  names: readonly Name[],
  clues: Clues,
  key: number,
): readonly Country[] {
  const old = known.get(names);
  const isKnown = old?.key === key;
  if (isKnown && old.start === start) return old.countries;
  const countries = isKnown
    ? old.countries.map((country) => move(country, start - old.start))
    : findInPlace(place, start, names, clues);
  known.set(names, { key, start, countries });
  return countries;
}

/** Field by field, for there are thousands of countries in a long text. */
function move({ kind, start, end, code, form, evidence }: Country, by: number): Country {
  return { kind, start: start + by, end: end + by, code, form, evidence };
}

function findInPlace(place: Place, start: number, names: readonly Name[], clues: Clues): readonly Country[] {
  const states = place.candidates.flatMap(
    (candidate) => toCountry(place, candidate, readTag(names, candidate), clues) ?? [],
  );
  return [...states, ...findShortForms(place, clues)].map((country) => shift(country, start)).sort(byPlace);
}

function toCountry(place: Place, candidate: Candidate, tagged: Tagged, clues: Clues): Country | undefined {
  const { kind, start, end } = candidate;
  const words = place.text.slice(start, end);
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
