import type { Article } from '../../analysis/types.ts';
import { byPlace } from '../../text/span.ts';
import type { Problem, ProblemCode } from '../problems/problem.ts';
import type { Replacement } from '../publicationEdit.ts';
import { fixDay, fixWeekday } from './dates.ts';
import type { Fix, Fixer, FullNames } from './fix.ts';
import { chooseSpelling, introduceName, saySomebody } from './names.ts';
import { addSpeaker, closeQuotation, evenMarks } from './quotations.ts';
import { cutRepeated, repairCharacters, separateLine, wholeWord } from './words.ts';

const FIXERS: Readonly<Partial<Record<ProblemCode, Fixer>>> = {
  'unclosed-quotation': closeQuotation,
  'quotation-without-speaker': addSpeaker,
  'quotation-marks': evenMarks,
  'ambiguous-person': saySomebody,
  'surname-only': introduceName,
  'two-spellings': chooseSpelling,
  'impossible-date': fixDay,
  'wrong-weekday': fixWeekday,
  'cut-text': wholeWord,
  'run-in-line': separateLine,
  'repeated-sentence': cutRepeated,
  'odd-characters': repairCharacters,
};

/** The ways to put a problem right, the best first; of most problems a person has to choose. */
export function fixesOf(article: Article, problem: Problem, fullNames: FullNames): readonly Fix[] {
  return FIXERS[problem.code]?.(article, problem, fullNames) ?? [];
}

/** What can be done at once to all problems of an article that need no look; the replacements do not overlap. */
export function safeFixes(
  article: Article,
  problems: readonly Problem[],
  fullNames: FullNames,
): readonly Replacement[] {
  const all = problems
    .flatMap((problem) =>
      fixesOf(article, problem, fullNames)
        .filter(({ safe }) => safe)
        .slice(0, 1),
    )
    .flatMap(({ replacements }) => replacements)
    .sort((a, b) => byPlace(a.span, b.span));
  let last = 0;
  return all.filter(({ span }) => {
    const free = last <= span.start;
    if (free) last = span.end;
    return free;
  });
}
