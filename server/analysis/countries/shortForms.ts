import { AFTER_SHORT_FORM } from '../lexicon/countryShortForms.ts';
import type { Country } from '../types.ts';
import type { Candidate, Place } from './candidates.ts';
import type { Clues } from './clues.ts';
import type { Word } from './words.ts';

/** `the North` and `the South` in an article on Korea, without `the`; elsewhere nothing. Offsets from the paragraph's start. */
export function findShortForms(
  { words, isCased, candidates, hasDirections }: Place,
  { isOnKorea }: Clues,
): readonly Country[] {
  if (!hasDirections || !isOnKorea) return [];
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
      start: word.start,
      end: word.end,
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
