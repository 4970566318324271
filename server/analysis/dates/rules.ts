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
import { readBareDay, readDayMonth, readMonthDate, readWeekday } from './calendarDates.ts';
import { readClock, readNamedHour, readQuarterHour } from './clockTimes.ts';
import { COMPOUNDED, readCompound } from './compounds.ts';
import { readDefinite, readPart } from './definite.ts';
import { readBareUnit, readDuration, readElapsed } from './durations.ts';
import { readCentury, readEraYear } from './eras.ts';
import type { Found, Rule } from './found.ts';
import { readFrequency } from './frequencies.ts';
import { HOLIDAY_OPENINGS, readHoliday } from './holidays.ts';
import { readNth } from './nth.ts';
import { readIsoPeriod, readNumericDate } from './numericDates.ts';
import { readFiscalYear, readQuarter, readSeason } from './periods.ts';
import { REFERENCE_OPENINGS, readReference } from './references.ts';
import { readNearDay, readSided } from './relative.ts';
import { readSpelledYear } from './spelledYears.ts';
import { readStoryDay } from './storyDays.ts';
import type { TimeText, TimeWord } from './words.ts';
import { readDecade, readYears } from './years.ts';

/** The rules for what begins with a figure of up to three digits: days, clocks, counts; the more special first. */
const SHORT_FIGURE_RULES: readonly Rule[] = [
  one(readNumericDate),
  one(readBareDay),
  one(readClock),
  readDayMonth,
  one(readFrequency),
  one(readNth),
  one(readQuarter),
  readCentury,
  one(readDecade),
  readEraYear,
  one(readHoliday),
  one(readStoryDay),
  one(readDuration),
  one(readElapsed),
  readYears,
];

/** The rules for what begins with a figure of four digits and more: mostly years. */
const LONG_FIGURE_RULES: readonly Rule[] = [
  one(readNumericDate),
  one(readClock),
  one(readFiscalYear),
  one(readDecade),
  readEraYear,
  one(readIsoPeriod),
  one(readDuration),
  readYears,
];

/** The rules that may apply at a word; undefined where none does. */
export function rulesFor(word: TimeWord): readonly Rule[] | undefined {
  if (word.figure === undefined) return RULES.get(word.lower);
  return word.end - word.start < 4 ? SHORT_FIGURE_RULES : LONG_FIGURE_RULES;
}

const NUMBERS = [...CARDINALS.keys()];
const NUMERALS = [...ORDINALS.keys(), ...NUMBERS];

/** The rules for what begins with a word, with the words they can begin with, the more special first. */
const OPENINGS: readonly (readonly [Rule, Iterable<string>])[] = [
  [one(readHoliday), HOLIDAY_OPENINGS],
  [one(readReference), REFERENCE_OPENINGS],
  [one(readClock), NUMBERS],
  [readDayMonth, NUMERALS],
  [one(readNearDay), list('yesterday today tonight tonite tomorrow')],
  [
    one(readFrequency),
    [
      ...FREQUENCIES.keys(),
      ...WEEKDAYS.keys(),
      ...NUMBERS,
      ...list('every each per a an once twice several many weekends'),
    ],
  ],
  [one(readNth), [...NUMERALS, ...list('week weekend last final')]],
  [
    one(readSided),
    list('last past this current coming upcoming next previous preceding prior same that following ensuing'),
  ],
  [readMonthDate, MONTHS.keys()],
  [readWeekday, WEEKDAYS.keys()],
  [one(readFiscalYear), list('fiscal financial school academic tax budget')],
  [one(readQuarter), [...NUMERALS, 'q']],
  [readCentury, NUMERALS],
  [one(readDecade), DECADES.keys()],
  [one(readSeason), SEASONS.keys()],
  [one(readNamedHour), list('noon midnight')],
  [one(readQuarterHour), list('quarter half')],
  [one(readDefinite), [...UNITS.keys(), ...PARTS.keys()]],
  [one(readPart), PARTS.keys()],
  [one(readStoryDay), NUMERALS],
  [one(readSpelledYear), NUMBERS],
  [one(readDuration), [...NUMBERS, ...VAGUE_COUNTS, ...list('a an half couple handful another')]],
  [
    one(readBareUnit),
    [
      ...UNITS.keys(),
      ...PLURAL_UNITS.keys(),
      ...list('yearlong monthlong weeklong daylong hourlong decadelong'),
    ],
  ],
  [readEraYear, list('ad a')],
  [one(readCompound), COMPOUNDED],
];

/** The rules by the word that an expression begins with. */
const RULES: ReadonlyMap<string, readonly Rule[]> = byOpening();

function byOpening(): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const [rule, words] of OPENINGS)
    for (const word of words) {
      const own = rules.get(word);
      if (own) own.push(rule);
      else rules.set(word, [rule]);
    }
  return rules;
}

function one(rule: (text: TimeText, first: number) => Found | undefined): Rule {
  return (text, first) => {
    const found = rule(text, first);
    return found && [found];
  };
}

function list(words: string): readonly string[] {
  return words.split(' ');
}
