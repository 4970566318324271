import { AFTER_SHORT_FORM } from '../lexicon/countryShortForms.ts';
import type { Country } from '../types.ts';
import type { Candidate, Place } from './candidates.ts';
import type { Clues } from './clues.ts';
import type { Word } from './words.ts';

/** `the North` and `the South` in an article on Korea, without the article; elsewhere nothing. */
export function findShortForms(
  { paragraph, words, isCased, candidates, hasDirections }: Place,
  clues: Clues,
): readonly Country[] {
  const north = clues.counts.get('KP') ?? 0;
  const south = clues.counts.get('KR') ?? 0;
  if (!hasDirections || north === 0 || north + south < 2) return [];
  const countries: Country[] = [];
  const taken = new Set(candidates.map(({ first }: Candidate) => first));
  for (const [i, word] of words.entries()) {
    if (word.key !== 'north' && word.key !== 'south') continue;
    if (taken.has(i) || words[i - 1]?.key !== 'the' || word.gap !== '' || (isCased && !word.isCapital))
      continue;
    const next = words[i + 1];
    if (next && next.gap === '' && !isApart(next, isCased)) continue;
    countries.push({
      kind: 'country',
      start: paragraph.start + word.start,
      end: paragraph.start + word.end,
      code: word.key === 'north' ? 'KP' : 'KR',
      form: 'short',
      evidence: [{ reason: 'short form used in this article' }],
    });
  }
  return countries;
}

/** Whether the next word is no part of a longer name: `the North Sea`, `the north of`. */
function isApart(next: Word, isCased: boolean): boolean {
  if (/..ed$/u.test(next.key)) return true;
  return AFTER_SHORT_FORM.has(next.key) || (isCased && !next.isCapital && next.key !== 'of');
}
