import type { Articles } from './articles.ts';

/** How often a country is mentioned. */
export interface CountryCount {
  readonly code: string;
  readonly mentions: number;
  readonly articles: number;
}

/** The countries of the articles, most mentioned first. */
export function toCountryCounts(articles: Articles): readonly CountryCount[] {
  const counts = new Map<string, { mentions: number; articles: number }>();
  for (const [, { countries }] of articles)
    for (const { code, places } of countries) {
      const known = counts.get(code) ?? { mentions: 0, articles: 0 };
      counts.set(code, known);
      known.mentions += places.length / 2;
      known.articles++;
    }
  return Array.from(counts, ([code, count]) => ({ code, ...count })).sort(
    (a, b) => b.mentions - a.mentions || (a.code < b.code ? -1 : 1),
  );
}
