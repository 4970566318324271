import { byPlace, shift } from '../text/span.ts';
import { isState } from './countries/ambiguity.ts';
import { type Candidate, type Place, readPlace } from './countries/candidates.ts';
import { type Clues, keyOfClues, weighHints } from './countries/clues.ts';
import { standsForState } from './countries/metonym.ts';
import { findShortForms } from './countries/shortForms.ts';
import { readTag, type Tagged } from './countries/tagged.ts';
import type { Reading, ReadParagraph } from './reading.ts';
import type { Name } from './tagger/names.ts';
import type { Country } from './types.ts';

/** The mentions of states with code and form, in order of place. */
export function findCountries(
  paragraphs: readonly ReadParagraph[],
  names: readonly Name[],
): readonly Country[] {
  // The article as a whole decides which Georgia, which Congo, and whether the North is a state.
  const clues = weighHints(paragraphs.map(({ reading }) => readPlace(reading).hints));
  const key = keyOfClues(clues);
  const countries: Country[] = [];
  let first = 0;
  for (const { start, end, reading } of paragraphs) {
    let last = first;
    while (last < names.length && (names[last] as Name).start < end) last++;
    const place = readPlace(reading);
    if (place.candidates.length > 0 || place.hasDirections)
      for (const country of recall(reading, place, start, names, first, last, clues, key))
        countries.push(country);
    first = last;
  }
  return countries;
}

/** The countries of a paragraph as they were last found, and all that they depend on. */
interface Known {
  readonly key: number;
  readonly start: number;
  readonly names: readonly Name[];
  readonly countries: readonly Country[];
}

const known = new WeakMap<Reading, Known>();

function recall(
  reading: Reading,
  place: Place,
  start: number,
  names: readonly Name[],
  first: number,
  last: number,
  clues: Clues,
  key: number,
): readonly Country[] {
  const old = known.get(reading);
  const isKnown = old?.key === key && areSame(old, start, names, first, last);
  if (isKnown && old.start === start) return old.countries;
  const own = names.slice(first, last);
  const countries = isKnown
    ? old.countries.map((country) => shift(country, start - old.start))
    : findInPlace(place, start, own, clues);
  known.set(reading, { key, start, names: own, countries });
  return countries;
}

/** Whether the tagger reads the same names in the paragraph, wherever it stands. */
function areSame(old: Known, start: number, names: readonly Name[], first: number, last: number): boolean {
  if (old.names.length !== last - first) return false;
  for (let i = first, k = 0; i < last; i++, k++) {
    const [a, b] = [old.names[k] as Name, names[i] as Name];
    if (a === b && old.start === start) continue;
    if (a.label !== b.label || a.start - old.start !== b.start - start || a.end - a.start !== b.end - b.start)
      return false;
  }
  return true;
}

function findInPlace(place: Place, start: number, names: readonly Name[], clues: Clues): readonly Country[] {
  const states = place.candidates.flatMap(
    (candidate) => toCountry(place, candidate, readTag(names, start, candidate), clues) ?? [],
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
