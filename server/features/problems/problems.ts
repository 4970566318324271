import type { Article } from '../../analysis/types.ts';
import { byPlace } from '../../text/span.ts';
import { findAmbiguousPeople } from './ambiguousPeople.ts';
import { findCutText } from './cutText.ts';
import { findDatesAhead } from './datesAhead.ts';
import { findImpossibleDates } from './impossibleDates.ts';
import { findMissingPublication } from './missingPublication.ts';
import { findMissingSpeakers } from './missingSpeakers.ts';
import { findOddCharacters } from './oddCharacters.ts';
import { MOST_OF_A_KIND, type Problem, type Rule } from './problem.ts';
import { findQuotationMarks } from './quotationMarks.ts';
import { findRepeatedSentences } from './repeatedSentences.ts';
import { findRunInLines } from './runInLines.ts';
import { findSpellings } from './spellings.ts';
import { findSurnames } from './surnames.ts';
import { findTwoDates } from './twoDates.ts';
import { findUnclosedQuotations } from './unclosedQuotations.ts';
import { findUnread } from './unread.ts';
import { findWrongWeekdays } from './wrongWeekdays.ts';

const RULES: readonly Rule[] = [
  findUnread,
  findUnclosedQuotations,
  findMissingSpeakers,
  findQuotationMarks,
  findAmbiguousPeople,
  findSurnames,
  findSpellings,
  findImpossibleDates,
  findWrongWeekdays,
  findTwoDates,
  findDatesAhead,
  findMissingPublication,
  findCutText,
  findRunInLines,
  findRepeatedSentences,
  findOddCharacters,
];

/** What in an article needs a person's eye, in order of place. */
export function findProblems(article: Article): readonly Problem[] {
  return RULES.flatMap((rule) => rule(article).slice(0, MOST_OF_A_KIND)).sort(byPlace);
}
