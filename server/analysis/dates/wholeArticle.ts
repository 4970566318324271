import type { Country, Publication } from '../types.ts';
import type { TimedParagraph } from './times.ts';

/** An article that names so many years, nearly all of them before the publication's, tells a history. */
const YEARS_OF_HISTORY = 8;
const SHARE_OF_HISTORY = 0.9;

/** Whether the article tells of times long before its publication. */
export function isHistory(
  paragraphs: readonly TimedParagraph[],
  publication: Publication | undefined,
): boolean {
  if (!publication) return false;
  const recent = Number(publication.date.slice(0, 4)) - 1;
  let years = 0;
  let old = 0;
  for (const { reading } of paragraphs)
    for (const year of reading.times.years) {
      years++;
      if (year < recent) old++;
    }
  return YEARS_OF_HISTORY <= years && SHARE_OF_HISTORY * years <= old;
}

/** States that write the month first. */
const MONTH_FIRST = new Set(['US', 'PH', 'FM', 'PW', 'MH', 'BZ']);

/** Whether the country the article speaks of most writes the day first; without countries it does not. */
export function writesDayFirst(countries: readonly Country[]): boolean {
  const counts = new Map<string, number>();
  for (const { code } of countries) counts.set(code, (counts.get(code) ?? 0) + 1);
  let main: string | undefined;
  for (const [code, count] of counts)
    if (main === undefined || (counts.get(main) as number) < count) main = code;
  return main !== undefined && !MONTH_FIRST.has(main);
}
