import type { FolderPlace } from '../folder.ts';
import { toSpans } from '../summary.ts';
import { type Articles, addPlaces } from './articles.ts';

/** How often a country is mentioned. */
export interface CountryCount {
  readonly code: string;
  readonly mentions: number;
  readonly articles: number;
  /** The first mentions. */
  readonly places: readonly FolderPlace[];
}

/** The countries of the articles, most mentioned first. */
export function toCountryCounts(articles: Articles): readonly CountryCount[] {
  const counts = new Map<string, { mentions: number; articles: number; places: FolderPlace[] }>();
  for (const [uri, { countries }] of articles)
    for (const { code, places } of countries) {
      const known = counts.get(code) ?? { mentions: 0, articles: 0, places: [] };
      counts.set(code, known);
      known.mentions += places.length / 2;
      known.articles++;
      addPlaces(known.places, uri, toSpans(places));
    }
  return Array.from(counts, ([code, count]) => ({ code, ...count })).sort(
    (a, b) => b.mentions - a.mentions || (a.code < b.code ? -1 : 1),
  );
}
