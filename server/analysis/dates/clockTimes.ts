import { CARDINALS, WEEKDAYS, ZONES } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Clock, Point } from './meaning.ts';
import { isFunctionWord } from './phrases.ts';
import { opensNumber, type TimeText, type TimeWord } from './words.ts';

/** `4:42 p.m. local time`, `17:00 GMT`, `1700 UTC`, `6am`, `four o'clock`; without its dots and colon too. */
export function readClock(text: TimeText, first: number): Found<Point> | undefined {
  const { words } = text;
  const word = words[first] as TimeWord;
  const spelled = CARDINALS.get(word.lower);
  const hour = word.figure ?? spelled;
  if (hour === undefined || (word.figure !== undefined && !opensNumber(words, first))) return undefined;
  const oClock = words[first + 1]?.lower === 'o' && words[first + 2]?.lower === 'clock';
  if (oClock && 1 <= hour && hour <= 12) return withZone(words, first, first + 3, { hour });
  if (spelled !== undefined) return readSpelledClock(words, first, hour);
  return (
    readMeridiem(text, first) ??
    readMilitary(words, first) ??
    readColon(text, first) ??
    readHourOfPart(words, first, hour)
  );
}

/** `noon`, `midnight`, with a zone after them. */
export function readNamedHour({ words }: TimeText, first: number): Found<Point> | undefined {
  const lower = words[first]?.lower;
  if (lower === 'noon') return withZone(words, first, first + 1, { hour: 12, minute: 0 });
  if (lower === 'midnight') return withZone(words, first, first + 1, { hour: 24, minute: 0 });
  return undefined;
}

/** `quarter to six`, `half past two`. */
export function readQuarterHour({ words }: TimeText, first: number): Found<Point> | undefined {
  const half = words[first]?.lower === 'half';
  const link = words[first + 1]?.lower;
  const word = words[first + 2];
  const hour = word === undefined ? undefined : (word.figure ?? CARDINALS.get(word.lower));
  if (hour === undefined || hour < 1 || 12 < hour || (link !== 'past' && (half || link !== 'to')))
    return undefined;
  const clock =
    link === 'past' ? { hour, minute: half ? 30 : 15 } : { hour: (hour + 11) % 12 || 12, minute: 45 };
  return withZone(words, first, first + 3, clock);
}

/** The index after `am`, `p.m.`, `p m`, and whether it is the afternoon. */
function readHalfDay(
  words: readonly TimeWord[],
  first: number,
): { next: number; afternoon: boolean } | undefined {
  const word = words[first];
  if (!word || (word.gap !== ' ' && word.gap !== '')) return undefined;
  if (word.lower === 'am' || word.lower === 'pm') return { next: first + 1, afternoon: word.lower === 'pm' };
  const second = words[first + 1];
  if ((word.lower !== 'a' && word.lower !== 'p') || second?.lower !== 'm') return undefined;
  if (second.gap !== '.' && second.gap !== ' ' && second.gap !== '. ') return undefined;
  return { next: first + 2, afternoon: word.lower === 'p' };
}

function readMeridiem({ words, scraped }: TimeText, first: number): Found<Point> | undefined {
  const hour = words[first]?.figure as number;
  if (hour < 1 || 12 < hour) return readGluedMeridiem(words, first);
  const minute = readMinute(words, first + 1, scraped);
  const second = minute === undefined ? undefined : readMinute(words, first + 2, scraped);
  const next = first + 1 + (minute === undefined ? 0 : 1) + (second === undefined ? 0 : 1);
  const half = readHalfDay(words, next);
  if (!half) return undefined;
  // "4 am" is an hour, "4 a m" one too; "I am" and "5 am" in small letters are told apart by the figure.
  return withZone(words, first, half.next, toClock((hour % 12) + (half.afternoon ? 12 : 0), minute, second));
}

/** `715am`, `1030 pm`. */
function readGluedMeridiem(words: readonly TimeWord[], first: number): Found<Point> | undefined {
  const word = words[first] as TimeWord;
  const figure = word.figure as number;
  const hour = Math.floor(figure / 100);
  const half = word.end - word.start < 3 || 59 < figure % 100 ? undefined : readHalfDay(words, first + 1);
  if (!half || hour < 1 || 12 < hour) return undefined;
  return withZone(words, first, half.next, toClock((hour % 12) + (half.afternoon ? 12 : 0), figure % 100));
}

/** The two figures of a minute or second. */
function readMinute(words: readonly TimeWord[], index: number, scraped: boolean): number | undefined {
  const word = words[index];
  if (word?.figure === undefined || word.end - word.start !== 2 || 59 < word.figure) return undefined;
  return word.gap === ':' || word.gap === '.' || (scraped && word.gap === ' ') ? word.figure : undefined;
}

/** `1700 UTC`, `0030 GMT`, `700 UTC`, `1400 hours`. */
function readMilitary(words: readonly TimeWord[], first: number): Found<Point> | undefined {
  const word = words[first] as TimeWord;
  const digits = word.end - word.start;
  const figure = word.figure as number;
  if ((digits !== 4 && digits !== 3) || 2400 < figure || 59 < figure % 100) return undefined;
  const clock = toClock(Math.floor(figure / 100), figure % 100);
  const zone = readZone(words, first + 1);
  if (zone) return found(first, zone.next, zone.utc ? { ...clock, utc: true } : clock);
  if (
    digits === 4 &&
    words[first + 1]?.lower === 'hours' &&
    (figure % 100 !== 0 || word.lower.startsWith('0'))
  )
    return withZone(words, first, first + 2, clock);
  return readDistantZone(words, first, clock);
}

/** The zone after the day: `2053 Wednesday night, UTC`; the clock alone is the find. */
function readDistantZone(words: readonly TimeWord[], first: number, clock: Clock): Found<Point> | undefined {
  let at = first + 1;
  if (!WEEKDAYS.has(words[at]?.lower ?? '')) return undefined;
  at++;
  if (words[at]?.lower === 'night' || words[at]?.lower === 'morning' || words[at]?.lower === 'evening') at++;
  const zone = ZONES.get(words[at]?.lower ?? '');
  return zone === undefined ? undefined : found(first, first + 1, zone ? { ...clock, utc: true } : clock);
}

/** What follows the figures of a clock of 24 hours: 05:30hrs. */
const HOURS = new Set(['hours', 'hrs', 'hr']);

const BEFORE_CLOCK = new Set(
  'at by around about until till from before after since approximately between to and roughly past'.split(
    ' ',
  ),
);

/** Hour and minute of a day of 24 hours; what could be a score or a lap must be led in as a time. */
function readColon({ words, scraped }: TimeText, first: number): Found<Point> | undefined {
  const word = words[first] as TimeWord;
  const hour = word.figure as number;
  const next = words[first + 1];
  if (24 < hour || word.end - word.start > 2 || !next) return undefined;
  const minute = readMinute(words, first + 1, scraped);
  if (minute === undefined) return undefined;
  const second = next.after === ':' ? readMinute(words, first + 2, false) : undefined;
  const end = first + 2 + (second === undefined ? 0 : 1);
  if (HOURS.has(words[end]?.lower ?? '')) return found(first, end + 1, toClock(hour, minute, second));
  if (words[end]?.gap === ':' || words[end]?.gap === '' || words[end - 1]?.after.startsWith('%'))
    return undefined;
  const clock = toClock(hour, minute, second);
  const zone = readZone(words, end);
  if (zone) return found(first, zone.next, zone.utc ? { ...clock, utc: true } : clock);
  const dated =
    WEEKDAYS.has(words[end]?.lower ?? '') ||
    (words[end]?.lower === 'on' && WEEKDAYS.has(words[end + 1]?.lower ?? ''));
  if (scraped) {
    const lead = words[first - 1]?.lower ?? '';
    const closes = words[end] === undefined || isFunctionWord(words[end]?.lower ?? '');
    return (dated && BEFORE_CLOCK.has(lead)) || (closes && lead === 'at')
      ? found(first, end, clock)
      : undefined;
  }
  if (next.gap !== ':') return undefined;
  // The heading of an entry in a live report.
  if (first === 0 && end === words.length) return found(first, end, clock);
  const led = BEFORE_CLOCK.has(words[first - 1]?.lower ?? '');
  return dated || led || (second === undefined && word.end - word.start === 2 && hour > 4)
    ? found(first, end, clock)
    : undefined;
}

/** `ten a.m.`. */
/** `at seven in the morning`. */
function readHourOfPart(words: readonly TimeWord[], first: number, hour: number): Found<Point> | undefined {
  if (hour < 1 || 12 < hour || words[first + 1]?.lower !== 'in' || words[first + 2]?.lower !== 'the')
    return undefined;
  const part = words[first + 3]?.lower;
  if (part !== 'morning' && part !== 'afternoon' && part !== 'evening') return undefined;
  if (!BEFORE_CLOCK.has(words[first - 1]?.lower ?? '')) return undefined;
  return found(first, first + 1, { hour });
}

function readSpelledClock(words: readonly TimeWord[], first: number, hour: number): Found<Point> | undefined {
  if (hour < 1 || 12 < hour) return undefined;
  const half = words[first + 1]?.gap === ' ' ? readHalfDay(words, first + 1) : undefined;
  // "one am" is a clock, "one a m" as well; "those two am" is too rare to guard.
  if (half) return withZone(words, first, half.next, { hour: (hour % 12) + (half.afternoon ? 12 : 0) });
  return readHourOfPart(words, first, hour);
}

function withZone(words: readonly TimeWord[], first: number, next: number, clock: Clock): Found<Point> {
  const zone = readZone(words, next);
  return found(first, zone?.next ?? next, zone?.utc ? { ...clock, utc: true } : clock);
}

/** A zone after a clock: `UTC`, `EDT`, `local time`, `Eastern Standard Time`, `US East Coast time`. */
export function readZone(
  words: readonly TimeWord[],
  first: number,
): { next: number; utc: boolean } | undefined {
  const word = words[first];
  if (
    !word ||
    (word.gap !== ' ' &&
      word.gap !== ', ' &&
      word.gap !== '. ' &&
      word.gap !== '., ' &&
      word.gap !== ' [' &&
      word.gap !== '. [' &&
      word.gap !== '')
  )
    return undefined;
  const zone = ZONES.get(word.lower);
  if (zone !== undefined && (word.gap !== '' || zone)) {
    const time = words[first + 1]?.lower === 'time' && words[first + 1]?.gap === ' ';
    return { next: time ? first + 2 : first + 1, utc: zone };
  }
  if (word.lower === 'universal' && words[first + 1]?.lower === 'time') return { next: first + 2, utc: true };
  for (let at = first; at < first + 5; at++) {
    const own = words[at];
    if (!own || (at > first && own.gap !== ' ' && own.gap !== '.' && own.gap !== '. ')) return undefined;
    if (own.lower === 'time') return at > first ? { next: at + 1, utc: false } : undefined;
    if (
      !ZONE_WORDS.has(own.lower) &&
      !(own.capital && own.lower.endsWith('n')) &&
      !isPeople(own.lower, words[at + 1])
    )
      return undefined;
  }
  return undefined;
}

const ZONE_WORDS = new Set(
  'local eastern central western pacific mountain atlantic standard daylight summer european greenwich mean us u s east west coast british korea japan india israel hong kong new york washington london moscow beijing'.split(
    ' ',
  ),
);

/** An adjective of a people right before `time`: `Tongan time`. */
function isPeople(lower: string, next: TimeWord | undefined): boolean {
  return next?.lower === 'time' && /(?:an|ish|ese)$/u.test(lower) && lower.length > 5;
}

function toClock(hour: number, minute?: number, second?: number): Clock {
  return { hour, ...(minute !== undefined && { minute }), ...(second !== undefined && { second }) };
}

function found(first: number, next: number, clock: Clock): Found<Point> {
  return { first, next, meaning: { kind: 'point', clock }, reason: 'words of time' };
}
