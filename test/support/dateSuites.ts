import { relateTimes } from '../../server/analysis/dates/relateTimes.ts';
import { readTimes } from '../../server/analysis/dates/times.ts';
import type { TimeExpression } from '../../server/analysis/types.ts';
import { splitParagraphs } from '../../server/text/paragraphs.ts';
import { splitTokens } from '../../server/text/tokens.ts';

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
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';

/** Exclusions by the words of a peer's find; the first that applies is the one counted. */
export const EXCLUSIONS: readonly Exclusion[] = [
  {
    reason: 'a range, one mark there, two here',
    applies: (_, { kind, value }) =>
      kind === 'timerange' ||
      kind === 'datetimerange' ||
      kind === 'datetimeInterval' ||
      kind === 'datetimeOpenInterval' ||
      kind === 'datetimeIntervalHoliday' ||
      (kind === 'daterange' && value === undefined),
  },
  { reason: 'no kind of expression', applies: (_, { kind }) => kind === '' || kind === 'timezone' },
  {
    reason: 'a measure counted from a date, a point there, a duration beside the date here',
    applies: matches(/^(?:in|within) |\b(?:after|before|from|since|than|by)\b/u),
  },
  {
    reason: 'shorthand of chat and file names',
    applies: matches(
      /\d ?[ap]\b|@|ish\b|tmrw|[<>=~½'’]|\d[hdmwy]\b|\bq(?:tr|\d)|\b(?:eo|bo)[dmy]\b|\d[/.-]\d+$|\d(?!(?:th|st|nd|rd|am|pm)\b)[a-z]{2}|[a-z]{3}\d|^\d{6,8}$|^[cs]y\d/u,
    ),
  },
  {
    reason: 'an abbreviated weekday alone, a common word here',
    applies: matches(/^(?:mon|tues?|wed|thur?s?|fri|sat|sun)\.?$/u),
  },
  {
    reason: 'a day ahead there, the nearest or latest one here',
    applies: (words, { value }, published) =>
      value !== undefined &&
      published !== undefined &&
      published < value &&
      !matches(
        /\d{4}|\b(?:next|tomorrow|coming|upcoming|in|later|hence|now|tonight|tonite|this|today|after|following)\b/u,
      )(words),
  },
  {
    reason: 'all day, any week: no expression of ours',
    applies: matches(
      /^(?:all|any|every)(?:day| day| week| month| year| weekend)s?$|\bto date$|\btill date$|workweek|working week|^end of|^beginning of|^the (?:day|week|month|year|hour)$/u,
    ),
  },
  {
    reason: 'next, last and this before a weekday: counted from the week there, from the day here',
    applies: matches(new RegExp(`(?:next|previous|last|following|coming|past|this) (?:${WEEKDAY}|\\d)`, 'u')),
  },
  { reason: 'a vague count has a number there', applies: matches(/\b(?:few|some|several|couple)\b/u) },
  {
    reason: 'the end of a day is its last second there',
    applies: matches(/\bend of (?:the )?(?:day|today|tomorrow|this)/u),
  },
  {
    reason: 'weeks are counted to the day there',
    applies: matches(/(?:weeks?|fortnight) (?:ago|hence|later|back)$/u),
  },
  { reason: 'a night is a day there', applies: matches(/\bnights?$/u) },
  {
    reason: 'fractions stay undivided there',
    applies: matches(/\b(?:half|quarter)$|\bhalf (?:hour|an)|and (?:a )?half|semi|bi-/u),
  },
  {
    reason: 'weekends and quarters are counted in other units there',
    applies: matches(/weekends|weekday|^each quarter/u),
  },
  {
    reason: 'a clock that is not named as one',
    applies: matches(
      /\bat \d+$|\baround \d+$|^\d{1,2}(?::\d\d)?$|^\d+, |\bat [a-z]+[ -][a-z]|^[a-z]+-[a-z]+ tom/u,
    ),
  },
  {
    reason: 'words order that no newspaper writes',
    applies: matches(
      /^\d{4}[-/ ](?:\d{2}[-/ ])?[a-z]|^\d{2}-\d{4}|^[a-z]+-\d{4}-\d|week \d+$|^[a-z]{3}\/|^\d{4} \d\d|\bof 87$/u,
    ),
  },
];

/** The expressions of a text read by itself. */
export function findDates({ text, published }: PeerCase): readonly TimeExpression[] {
  const paragraphs = splitParagraphs(text).map((paragraph) => {
    const own = text.slice(paragraph.start, paragraph.end);
    const form = /[\p{Lu}.,;:!?"“”]/u.test(own) ? ('edited' as const) : ('scraped' as const);
    const plain = { text: own, form, tokens: splitTokens(own), sentences: [] };
    return { ...paragraph, reading: { ...plain, times: readTimes(plain) } };
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
        errors.push(`missed\t${words}`);
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
