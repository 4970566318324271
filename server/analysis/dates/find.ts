import {
  CARDINALS,
  DECADES,
  FREQUENCIES,
  MONTHS,
  ORDINALS,
  PARTS,
  PLURAL_UNITS,
  SEASONS,
  UNITS,
  VAGUE_COUNTS,
  WEEKDAYS,
} from '../lexicon/timeWords.ts';
import { readDayMonth, readMonthDate, readWeekday } from './calendarDates.ts';
import { readClock, readNamedHour } from './clockTimes.ts';
import { readBareUnit, readDuration, readElapsed } from './durations.ts';
import type { Found, Rule } from './found.ts';
import { readFrequency } from './frequencies.ts';
import { growFound } from './grow.ts';
import { opensHoliday, readHoliday } from './holidays.ts';
import { mergeFound } from './merge.ts';
import { isPartOfName } from './names.ts';
import { readNth } from './nth.ts';
import { readIsoPeriod, readNumericDate } from './numericDates.ts';
import { readFiscalYear, readQuarter, readSeason } from './periods.ts';
import { readReference } from './references.ts';
import { readDefinite, readNearDay, readPart, readSided, readStoryDay } from './relative.ts';
import { shareYears } from './shareYears.ts';
import type { TimeText, TimeWord } from './words.ts';
import { readCentury, readDecade, readEraYear, readYear } from './years.ts';

/** The time expressions among the words, in order, not overlapping. Linear in their number. */
export function findTimes(text: TimeText): readonly Found[] {
  const tokens: Found[] = [];
  for (let at = 0; at < text.words.length; ) {
    const found = findToken(text, at);
    if (!found) {
      at++;
      continue;
    }
    // `the day after tomorrow` begins before the word it was found at.
    const first = (found[0] as Found).first;
    while (tokens.length > 0 && (tokens.at(-1) as Found).next > first) tokens.pop();
    tokens.push(...found);
    at = (found.at(-1) as Found).next;
  }
  const grown: Found[] = [];
  for (const token of shareYears(text, mergeFound(text, tokens))) {
    const own = growFound(text, token, grown.at(-1)?.next ?? 0);
    if (own && !isPartOfName(text, own)) grown.push(own);
  }
  return grown;
}

const one = (rule: (text: TimeText, first: number) => Found | undefined): Rule => {
  return (text, first) => {
    const found = rule(text, first);
    return found && [found];
  };
};

/** The rules by what a word is; of those that apply the longest wins, the first of equals. */
const OF_FIGURES: readonly Rule[] = [
  one(readNumericDate),
  one(readClock),
  readDayMonth,
  one(readFrequency),
  one(readFiscalYear),
  one(readNth),
  one(readQuarter),
  readCentury,
  one(readDecade),
  one(readEraYear),
  one(readHoliday),
  one(readIsoPeriod),
  one(readStoryDay),
  one(readDuration),
  one(readElapsed),
  one(readYear),
];
const OF_NUMBERS: readonly Rule[] = [
  one(readClock),
  readDayMonth,
  one(readFrequency),
  one(readNth),
  one(readQuarter),
  readCentury,
  one(readDecade),
  one(readStoryDay),
  one(readDuration),
  one(readHoliday),
];
const OF_ARTICLE: readonly Rule[] = [one(readFrequency), one(readDuration), one(readEraYear)];
const OF_WORDS: readonly Rule[] = [
  one(readHoliday),
  one(readReference),
  one(readNearDay),
  one(readNth),
  one(readSided),
  one(readFrequency),
  readMonthDate,
  readWeekday,
  one(readFiscalYear),
  one(readQuarter),
  one(readSeason),
  one(readNamedHour),
  one(readDefinite),
  one(readPart),
  one(readDuration),
  one(readBareUnit),
  one(readEraYear),
];

const ARTICLES = new Set(['a', 'an']);

/** Words at which an expression of OF_WORDS may begin. */
const OPENING = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...UNITS.keys(),
  ...PLURAL_UNITS.keys(),
  ...PARTS.keys(),
  ...SEASONS.keys(),
  ...FREQUENCIES.keys(),
  ...VAGUE_COUNTS,
  ...'half couple handful another yesterday today tonight tonite tomorrow last past this coming upcoming next previous preceding prior same that following ensuing final every each per once twice fiscal financial school academic tax budget q noon midnight ad weekends now right just currently presently nowadays these the modern recently more most very lately long not soon yearlong monthlong weeklong daylong hourlong decadelong nightlong'.split(
    ' ',
  ),
]);

function findToken(text: TimeText, at: number): readonly Found[] | undefined {
  const word = text.words[at] as TimeWord;
  const rules = rulesOf(word);
  if (!rules) return undefined;
  let best: readonly Found[] | undefined;
  let end = at;
  for (const rule of rules) {
    const found = rule(text, at);
    const next = found?.at(-1)?.next ?? at;
    if (next <= end) continue;
    best = found;
    end = next;
  }
  return best;
}

function rulesOf(word: TimeWord): readonly Rule[] | undefined {
  if (word.figure !== undefined) return OF_FIGURES;
  if (ARTICLES.has(word.lower)) return OF_ARTICLE;
  if (CARDINALS.has(word.lower) || ORDINALS.has(word.lower) || DECADES.has(word.lower)) return OF_NUMBERS;
  if (OPENING.has(word.lower) || opensHoliday(word.lower)) return OF_WORDS;
  return undefined;
}
