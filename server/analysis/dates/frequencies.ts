import { FREQUENCIES, PARTS, PLURAL_UNITS, UNITS, WEEKDAYS } from '../lexicon/timeWords.ts';
import { toDuration } from './durationValue.ts';
import type { Found } from './found.ts';
import type { Frequency, Unit } from './meaning.ts';
import { readCardinal, readOrdinal } from './numerals.ts';
import { isClose, type TimeText, type TimeWord } from './words.ts';

/** `every two years`, `each Monday`, `annual`, `once a year`, `twice-weekly`, `24/7`, `a year` as a rate. */
export function readFrequency(text: TimeText, first: number): Found<Frequency> | undefined {
  const { words } = text;
  const word = words[first] as TimeWord;
  const often = FREQUENCIES.get(word.lower);
  if (often !== undefined) return isName(text, first) ? undefined : found(first, first + 1, often);
  if (word.lower === 'every' || word.lower === 'each') return readEvery(text, first);
  if (word.lower === 'per') return isSpeed(words, first) ? undefined : readRate(words, first, first + 1);
  if (word.lower === 'a' || word.lower === 'an')
    return isRate(text, first) ? readRate(words, first, first + 1) : undefined;
  if (
    word.figure === 24 &&
    words[first + 1]?.figure === 7 &&
    (word.after === '/' || (word.after === ' ' && text.scraped))
  )
    return found(first, first + 2, 'P1D');
  return readTimes(text, first) ?? readPluralDay(words, first);
}

/** `Mondays`, `weekdays`, `weekends`. */
function readPluralDay(words: readonly TimeWord[], first: number): Found<Frequency> | undefined {
  const word = words[first] as TimeWord;
  if (!word.lower.endsWith('s') || word.gap === '') return undefined;
  const weekday = word.lower.length > 6 ? WEEKDAYS.get(word.lower) : undefined;
  if (weekday !== undefined) return found(first, first + 1, `XXXX-WXX-${weekday}`);
  if (word.lower === 'weekends') return found(first, first + 1, 'XXXX-WXX-WE');
  return undefined;
}

function readEvery(text: TimeText, first: number): Found<Frequency> | undefined {
  const { words } = text;
  const quant = words[first]?.lower.toUpperCase() as string;
  let at = first + 1;
  const next = words[at];
  if (next?.gap !== ' ') return undefined;
  if (next.lower === 'single') at++;
  if (next.lower === 'other') at++;
  const ordinal = readOrdinal(words, at);
  const number =
    readCardinal(text, at) ??
    (ordinal?.next === at + 1 && UNITS.has(words[at + 1]?.lower ?? '') ? ordinal : undefined);
  const weekday = WEEKDAYS.get(words[at]?.lower ?? '');
  if (weekday !== undefined) {
    const part = PARTS.get(words[at + 1]?.lower ?? '');
    return part === undefined
      ? found(first, at + 1, `XXXX-WXX-${weekday}`, quant)
      : found(first, at + 2, `XXXX-WXX-${weekday}T${part}`, quant);
  }
  const part = PARTS.get(words[at]?.lower ?? '');
  if (part !== undefined) return found(first, at + 1, `XXXX-XX-XXT${part}`, quant);
  const index = number?.next ?? at;
  const unit =
    UNITS.get(words[index]?.lower ?? '') ?? (number && PLURAL_UNITS.get(words[index]?.lower ?? ''));
  if (unit === undefined || !isClose(words[index]?.gap ?? '')) return undefined;
  const count = number?.count ?? (next.lower === 'other' ? 2 : 1);
  return found(first, index + 1, toDuration([{ count, unit }]), quant);
}

function readRate(words: readonly TimeWord[], first: number, at: number): Found<Frequency> | undefined {
  const unit = rateUnit(words[at]);
  return unit === undefined ? undefined : found(first, at + 1, toDuration([{ count: 1, unit }]));
}

function rateUnit(word: TimeWord | undefined): Unit | undefined {
  return word?.gap === ' ' && word.lower !== 'season' && word.lower !== 'quarter'
    ? UNITS.get(word.lower)
    : undefined;
}

/** `once a year`, `three times a week`, `several times each month`, `twice weekly`, `seven days a week`. */
function readTimes(text: TimeText, first: number): Found<Frequency> | undefined {
  const { words } = text;
  const opening = words[first] as TimeWord;
  let at: number;
  if (opening.lower === 'once' || opening.lower === 'twice') at = first + 1;
  else {
    const number = readCardinal(text, first);
    const several = opening.lower === 'several' || opening.lower === 'many' ? first + 1 : undefined;
    if (number?.count !== undefined && 100 < number.count) return undefined;
    at = number?.next ?? several ?? readCoupleOf(words, first) ?? first;
    if (at === first) return undefined;
    const counted = words[at]?.lower ?? '';
    if (counted !== 'times' && counted !== 'days' && counted !== 'hours' && counted !== 'nights')
      return undefined;
    at++;
  }
  const link = words[at];
  if (!link || !isClose(link.gap)) return undefined;
  const often = FREQUENCIES.get(link.lower);
  if (often !== undefined && link.lower !== 'annual') return found(first, at + 1, often);
  if (link.lower === 'every' || link.lower === 'each') {
    const every = readEvery(text, at);
    return every && { ...every, first };
  }
  if (link.lower !== 'a' && link.lower !== 'per' && link.lower !== 'an') return undefined;
  const rate = readRate(words, first, at + 1);
  const older = words[at + 2]?.lower;
  return older === 'ago' ||
    older === 'later' ||
    older === 'earlier' ||
    older === 'before' ||
    older === 'after'
    ? undefined
    : rate;
}

function readCoupleOf(words: readonly TimeWord[], first: number): number | undefined {
  const couple =
    words[first]?.lower === 'a' && words[first + 1]?.lower === 'couple' && words[first + 2]?.lower === 'of';
  return couple ? first + 3 : undefined;
}

/** Whether `a year` tells a rate: after an amount (`$40 billion a year`, `600 cases a day`). */
function isRate({ words, scraped }: TimeText, first: number): boolean {
  const before = words[first - 1];
  const after = words[first + 2];
  if (!before || words[first]?.gap !== ' ' || rateUnit(words[first + 1]) === undefined) return false;
  if (after && after.gap === ' ' && NOT_RATE_AFTER.has(after.lower)) return false;
  if (words[first + 1]?.after === '-') return false;
  if (isSpeed(words, first)) return false;
  const amount = hasFigure(words, first, scraped);
  if (before.figure !== undefined || AMOUNTS.has(before.lower)) return amount;
  if (NOT_RATE_BEFORE.has(before.lower) || isVerb(before.lower)) return false;
  return amount || RATED.has(before.lower);
}

/** Miles per hour are a speed, no frequency. */
function isSpeed(words: readonly TimeWord[], index: number): boolean {
  return (
    SPEEDS.has(words[index - 1]?.lower ?? '') &&
    (words[index + 1]?.lower === 'hour' || words[index + 1]?.lower === 'second')
  );
}

const SPEEDS = new Set(
  'miles mile kilometers kilometres kilometer kilometre km meters metres feet knots'.split(' '),
);

const AMOUNTS = new Set(
  'million billion trillion thousand hundred percent cent dollars euros pounds'.split(' '),
);
const RATED = new Set('times hours days months people'.split(' '));
const NOT_RATE_AFTER = new Set(
  'ago later earlier before after long and of or old from prior since'.split(' '),
);
const NOT_RATE_BEFORE = new Set(
  'for in within after about than nearly almost over of just only once to at least up around during is was be been such what quite as with by on from until before not half every into and or last take takes took spend spent spends'.split(
    ' ',
  ),
);

function isVerb(lower: string): boolean {
  return lower.endsWith('ed') || lower.endsWith('ing');
}

/** Whether a figure or a word of number stands a little before. */
function hasFigure(words: readonly TimeWord[], index: number, scraped: boolean): boolean {
  for (let i = index - 1; i >= Math.max(0, index - 7); i--) {
    const word = words[i] as TimeWord;
    if (word.figure !== undefined && word.end - word.start !== 4) return true;
    if (AMOUNTS.has(word.lower) || HUNDREDS.has(word.lower)) return true;
    if (!scraped && /[.;!?]/u.test(word.gap)) return false;
  }
  return false;
}

const HUNDREDS = new Set(
  'two three four five six seven eight nine ten twelve twenty thirty dozens hundreds thousands millions billions several many half'.split(
    ' ',
  ),
);

const NEWSPAPERS = new Set(
  'mail telegraph mirror express news times star beast show record post herald tribune caller standard journal'.split(
    ' ',
  ),
);

/** An adjective of frequency inside a name: the Daily Telegraph. */
function isName({ words, scraped }: TimeText, first: number): boolean {
  const word = words[first] as TimeWord;
  const after = words[first + 1];
  if (word.lower === 'daily' && isNewspaper(words, first, scraped)) return true;
  if (word.lower === 'hourly' && PAID.has(after?.lower ?? '')) return true;
  if (scraped) return after !== undefined && NEWSPAPERS.has(after.lower);
  if (!word.capital) return false;
  const starts = first === 0 || /[.!?"“:]/u.test(word.gap);
  return !starts || (after?.capital === true && after.gap === ' ');
}

const PAID = new Set(['worker', 'workers', 'employee', 'employees', 'wage', 'wages', 'pay']);

/** A daily is a newspaper beside a people's adjective or before its name. */
function isNewspaper(words: readonly TimeWord[], first: number, scraped: boolean): boolean {
  const before = words[first - 1];
  const after = words[first + 1];
  if (after && /^(?:newspapers?|paper|tabloid)$/u.test(after.lower)) return true;
  if (before && /(?:ian|ish|ese|business)$/u.test(before.lower)) return true;
  return !scraped && after !== undefined && after.capital && after.gap === ' ';
}

function found(first: number, next: number, value: string, quant?: string): Found<Frequency> {
  const meaning: Frequency = { kind: 'frequency', value, ...(quant && { quant }) };
  return { first, next, meaning, reason: 'words of time' };
}
