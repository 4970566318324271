import { relateTimes } from '../../server/analysis/dates/relateTimes.ts';
import { readTimes } from '../../server/analysis/dates/times.ts';
import { splitPlain } from '../../server/analysis/reading.ts';
import type { TimeExpression } from '../../server/analysis/types.ts';
import { splitParagraphs } from '../../server/text/paragraphs.ts';

/** One case of a peer's test suite: a phrase or sentence, its day, and what the peer finds in it. */
export interface PeerCase {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly entities: readonly PeerDate[];
}

export interface PeerDate {
  readonly start: number;
  readonly end: number;
  readonly kind?: string;
  readonly value?: string;
}

/** Why a case is not shared: the peer's convention against ours. */
export interface Exclusion {
  readonly reason: string;
  readonly applies: (words: string, date: PeerDate, published: string | undefined) => boolean;
}

const matches = (pattern: RegExp) => (words: string) => pattern.test(words.toLowerCase());
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const CLOCK_UNIT = '(?:hours?|hrs?|minutes?|mins?|seconds?|secs?)';
const UNIT = `(?:years?|months?|weeks?|fortnights?|days?|nights?|${CLOCK_UNIT})`;

/** Exclusions by the words of a peer's find; the first that applies is the one counted. */
export const EXCLUSIONS: readonly Exclusion[] = [
  {
    reason: 'a range of two ends, one mark there, two here',
    applies: (words, { kind, value }) =>
      (/range|interval/iu.test(kind ?? '') || value?.includes('/') === true) &&
      matches(/\b(?:to|and|till?|until|through|thru|for|or)\b|[a-z\d] ?[-–~] ?[a-z]*\d/u)(words),
  },
  { reason: 'a time zone alone', applies: (_, { kind }) => kind === 'timezone' },
  {
    reason: 'a measure counted from now or from a date, a point there, a duration here',
    applies: matches(
      new RegExp(`^(?:in|within) (?:[\\w-]+ ){1,3}${UNIT}$|\\b${UNIT} (?:after|before|from|since)\\b`, 'u'),
    ),
  },
  {
    reason: 'hours and minutes counted from now: a publication date has no clock',
    applies: matches(new RegExp(`\\b${CLOCK_UNIT} (?:ago|later|earlier|hence|back)\\b`, 'u')),
  },
  {
    reason: 'shorthand of chat and file names',
    applies: matches(
      /\d ?[ap]\b|@|ish\b|tmrw|[<>=~½]|\d[hdmwy]\b|\bqtr|\b(?:eo|bo)[dmy]\b|\d(?!(?:th|st|nd|rd|am|pm)\b)[a-z]{2}|[a-z]{3}\d|^\d{6,8}$|^[cs]y\d/u,
    ),
  },
  {
    reason: 'two figures without a year: a fraction, a score or a decimal here',
    applies: matches(/(?:^|[^\d/.:-])\d{1,2} ?[/.-] ?\d{1,2}$/u),
  },
  {
    reason: 'an abbreviated weekday alone, a common word here',
    applies: matches(/^(?:mon|tues?|wed|thur?s?|fri|sat|sun)\.?$/u),
  },
  {
    reason: 'a bare weekday or day of a month ahead there, the latest or nearest one here',
    applies: (words, { value }, published) =>
      /^\d{4}-\d\d-\d\d/u.test(value ?? '') &&
      published !== undefined &&
      published < (value as string) &&
      new RegExp(`\\b(?:${WEEKDAY}|${MONTH})|\\d(?:th|st|nd|rd)\\b`, 'u').test(words.toLowerCase()) &&
      !matches(/\d{4}|\b(?:next|coming|upcoming|this|following)\b/u)(words),
  },
  {
    reason: 'no expression of ours: all day, any week, to date, the week',
    applies: matches(
      /^(?:all|any) ?(?:day|week|month|year|weekend)s?$|\b(?:to|till) date$|workweek|working week|^the (?:day|week|month|year|hour)$/u,
    ),
  },
  {
    reason: 'next, last and this before a weekday: counted from the week there, from the day here',
    applies: matches(new RegExp(`(?:next|previous|last|following|coming|past|this) ${WEEKDAY}`, 'u')),
  },
  { reason: 'a vague count has a number there', applies: matches(/\b(?:few|some|several|couple)\b/u) },
  {
    reason: 'the end of a day is its last second there',
    applies: matches(/\bend of (?:the )?(?:day|today|tomorrow|this \w+day)/u),
  },
  {
    reason: 'weeks are counted to the day there',
    applies: matches(/(?:weeks?|fortnight) (?:ago|hence|later|back)$/u),
  },
  { reason: 'nights are days there', applies: matches(/\d nights$|every night$/u) },
  {
    reason: 'fractions stay undivided there',
    applies: matches(/\bhalf (?:an )?hour|and (?:a )?half|semi|bi-/u),
  },
  {
    reason: 'weekdays, weekends and quarters that come again are counted in other units there',
    applies: matches(/weekdays?$|^weekends$|^each quarter/u),
  },
  {
    reason: 'a figure or a number in words that is not named as a clock',
    applies: matches(/\b(?:at|around) \d+$|^\d{1,2}$|^\d+, |\bat [a-z]+[ -][a-z]|^[a-z]+-[a-z]+ tom/u),
  },
  {
    reason: 'orders that no newspaper writes',
    applies: matches(
      new RegExp(
        `^\\d{4}[-/ ](?:\\d{1,2}[-/ ])?${MONTH}|^\\d{4}-\\d{1,2}$|^\\d{2}-\\d{4}|^[a-z]+-\\d{4}-\\d|^[a-z]{3,9}/\\d|^\\d{4} \\d\\d|\\bof 87$|^week \\d+$`,
        'u',
      ),
    ),
  },
];

/** The expressions of a text read by itself. */
export function findDates({ text, published }: PeerCase): readonly TimeExpression[] {
  const paragraphs = splitParagraphs(text).map((paragraph) => {
    const plain = splitPlain(text.slice(paragraph.start, paragraph.end));
    return { ...paragraph, reading: { times: readTimes(plain) } };
  });
  return relateTimes(
    paragraphs,
    [],
    [],
    published === undefined ? undefined : { date: published, source: 'argument' },
  );
}

/** How a suite's shared part is read. */
export interface SuiteScore {
  /** Cases and dates that are shared, and the excluded dates by reason. */
  readonly cases: number;
  readonly dates: number;
  readonly excluded: ReadonlyMap<string, number>;
  /** F1 of overlapping spans, one to one. */
  readonly relaxed: number;
  /** Of the dates with a value: the share read with that value. */
  readonly value: number;
  readonly valued: number;
  /** What went wrong, for reading. */
  readonly errors: readonly string[];
}

/** Scores the cases all of whose dates are shared. What a case's suite does not annotate at all is no false find. */
export function scoreSuite(cases: readonly PeerCase[]): SuiteScore {
  const excluded = new Map<string, number>();
  const errors: string[] = [];
  const count = { cases: 0, gold: 0, found: 0, met: 0, valued: 0, right: 0 };
  for (const own of cases) {
    if (own.entities.length === 0) continue;
    const reason = own.entities.map((date) => exclusionOf(own, date)).find((found) => found !== undefined);
    if (reason !== undefined) {
      excluded.set(reason, (excluded.get(reason) ?? 0) + own.entities.length);
      continue;
    }
    count.cases++;
    const found = findDates(own);
    const kinds = new Set(own.entities.map(({ kind }) => kindOf(kind)));
    const used = new Set<TimeExpression>();
    for (const date of own.entities) {
      count.gold++;
      const met = found.find((time) => !used.has(time) && time.start < date.end && date.start < time.end);
      const words = own.text.slice(date.start, date.end);
      if (date.value !== undefined) count.valued++;
      if (!met) {
        errors.push(`missed\t${words}\tin ${own.text}`);
        continue;
      }
      used.add(met);
      count.met++;
      if (date.value === undefined) continue;
      if (isSameValue(met.value, date.value, words)) count.right++;
      else errors.push(`value\t${words}\twant ${date.value} got ${met.value}`);
    }
    for (const time of found)
      if (used.has(time) || kinds.has(kindOf(time.timex))) {
        count.found++;
        if (!used.has(time)) errors.push(`extra\t${own.text.slice(time.start, time.end)}\tin ${own.text}`);
      }
  }
  return {
    cases: count.cases,
    dates: count.gold,
    excluded,
    relaxed: (2 * count.met) / (count.gold + count.found),
    value: count.right / count.valued,
    valued: count.valued,
    errors,
  };
}

function exclusionOf({ text, published }: PeerCase, date: PeerDate): string | undefined {
  const words = text.slice(date.start, date.end);
  return EXCLUSIONS.find(({ applies }) => applies(words, date, published))?.reason;
}

function kindOf(kind: string | undefined): string {
  const lower = (kind ?? '').toLowerCase();
  if (lower.startsWith('datetime') && lower !== 'datetimeholiday') return 'time';
  return lower.startsWith('date') ? 'date' : lower;
}

/** Values in the grain of our guidelines: hours have minutes, months ago are months. */
function isSameValue(ours: string, theirs: string, words: string): boolean {
  const clock = theirs.replace(/T(\d\d)$/u, 'T$1:00');
  if (ours === theirs || ours === clock) return true;
  return /\b(?:ago|later|hence)$/u.test(words.toLowerCase()) && theirs.startsWith(ours) && ours.length >= 4;
}
