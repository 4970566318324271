import { CARDINALS, PLURAL_UNITS, SCALES, UNITS } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Measure, Unit } from './meaning.ts';
import { readCount } from './numerals.ts';
import { isFunctionWord } from './phrases.ts';
import { isClose, isDash, isLoose, opensNumber, type TimeText, type TimeWord } from './words.ts';

type Part = Measure['parts'][number];

/** Adjectives that may stand between a number and its unit. */
const BETWEEN = new Set(
  'more consecutive straight full whole additional long short calendar working business successive further extra solid entire single other'.split(
    ' ',
  ),
);

/** `seven years`, `five-day`, `two and a half hours`, `15 years, 8 months`, `25-year-old`, `several weeks`. */
export function readDuration(text: TimeText, first: number): Found<Measure> | undefined {
  const { words } = text;
  if (words[first]?.gap === '' || !mayCount(words[first + 1])) return undefined;
  const number = readCount(text, first);
  if (!number) return undefined;
  let at = number.next;
  while (BETWEEN.has(words[at]?.lower ?? '') && words[at]?.gap === ' ' && at < number.next + 2) at++;
  const century = readQuarterCentury(words, at);
  if (century) return finish(text, first, century, [{ count: 25, unit: 'year' }]);
  const unit = readUnit(words, at);
  if (unit === undefined || !fits(text, first, at, unit)) return undefined;
  const found = finish(text, first, at + 1, [{ count: number.count, unit }]);
  const article = words[first]?.lower === 'a' || words[first]?.lower === 'an';
  return article && words[found.next - 1]?.lower === 'long' ? undefined : found;
}

/** Whether the word behind the first of a count can go on with it or be its unit: few words can. */
function mayCount(second: TimeWord | undefined): boolean {
  return second !== undefined && (second.figure !== undefined || AFTER_COUNT.has(second.lower));
}

const AFTER_COUNT = new Set([
  ...UNITS.keys(),
  ...PLURAL_UNITS.keys(),
  ...BETWEEN,
  ...SCALES.keys(),
  ...CARDINALS.keys(),
  ...['few', 'couple', 'handful', 'half', 'of', 'and', 'to', 'or', 'a', 'an'],
]);

/** The time somebody took, as a clock shows it: `2:14:04`. */
export function readElapsed({ words }: TimeText, first: number): Found<Measure> | undefined {
  const [hour, minute, second] = [words[first], words[first + 1], words[first + 2]];
  if (hour?.figure === undefined || minute?.figure === undefined || second?.figure === undefined)
    return undefined;
  if (minute.gap !== ':' || second.gap !== ':' || !opensNumber(words, first)) return undefined;
  if (hour.end - hour.start > 2 || minute.end - minute.start !== 2 || second.end - second.start !== 2)
    return undefined;
  return found(first, first + 3, [
    { count: hour.figure, unit: 'hour' },
    { count: minute.figure, unit: 'minute' },
    { count: second.figure, unit: 'second' },
  ]);
}

/** A plural unit alone, `years`, and units with `long`: `month-long`, `yearlong`. */
export function readBareUnit(text: TimeText, first: number): Found<Measure> | undefined {
  const { words } = text;
  const word = words[first] as TimeWord;
  const century = readQuarterCentury(words, first);
  if (century) return found(first, century, [{ count: 25, unit: 'year' }]);
  const glued = /^(?<unit>minute|hour|day|week|month|year|decade|century)s?long$/u.exec(word.lower);
  if (glued)
    return found(first, first + 1, [{ count: 1, unit: UNITS.get(glued.groups?.unit as string) as Unit }]);
  const plural = PLURAL_UNITS.get(word.lower);
  const unit = plural ?? UNITS.get(word.lower);
  const after = words[first + 1];
  if (unit === undefined || word.gap === '') return undefined;
  if (after?.lower === 'long' && isClose(after.gap) && (after.gap !== ' ' || text.scraped))
    return found(first, first + 2, [{ count: plural ? undefined : 1, unit }]);
  if (!plural || unit === 'season' || unit === 'quarter' || unit === 'evening' || unit === 'morning')
    return undefined;
  if (word.capital && !isSentenceStart(words, first)) return undefined;
  return isFreeUnit(words, first) ? finish(text, first, first + 1, [{ count: undefined, unit }]) : undefined;
}

/** `a quarter century`, `quarter-century`. */
function readQuarterCentury(words: readonly TimeWord[], at: number): number | undefined {
  const of = words[at + 1]?.lower === 'of' && words[at + 2]?.lower === 'a' ? at + 3 : at + 1;
  const fits =
    words[at]?.lower === 'quarter' && words[of]?.lower === 'century' && isClose(words[of]?.gap ?? '');
  return fits ? of + 1 : undefined;
}

const FREE_BEFORE = new Set(
  'for in within after of over about just only took take takes lasted lasts spent spend last past recent coming next several many few some two than long during through these those previous subsequent following succeeding ensuing intervening early earlier more before'.split(
    ' ',
  ),
);
const FREE_AFTER = new Set('ago later before after earlier of afterwards prior now'.split(' '));

function isFreeUnit(words: readonly TimeWord[], index: number): boolean {
  const before = words[index - 1];
  const after = words[index + 1];
  if (after && isClose(after.gap) && FREE_AFTER.has(after.lower)) return true;
  if (!before || words[index]?.gap !== ' ') return false;
  return FREE_BEFORE.has(before.lower);
}

function isSentenceStart(words: readonly TimeWord[], index: number): boolean {
  const gap = words[index]?.gap ?? '';
  return index === 0 || /[.!?"“”:]/u.test(gap);
}

/** The unit at a word; abbreviations of two and three letters only after figures. */
function readUnit(words: readonly TimeWord[], index: number): Unit | undefined {
  const word = words[index];
  if (!word || !(isClose(word.gap) || word.gap === '')) return undefined;
  const unit = PLURAL_UNITS.get(word.lower) ?? UNITS.get(word.lower);
  if (unit === 'quarter' && !isRow(words, index)) return undefined;
  if ((unit === 'season' || unit === 'winter' || unit === 'summer') && !PLURAL_UNITS.has(word.lower))
    return undefined;
  if (unit === 'season') return undefined;
  if (word.gap === '' && (words[index - 1]?.figure === undefined || word.lower.length < 3)) return undefined;
  if (word.lower.length < 4 && word.lower !== 'day' && words[index - 1]?.figure === undefined)
    return undefined;
  return unit;
}

/** Quarters of a year come in rows; a quarter and three quarters are shares. */
function isRow(words: readonly TimeWord[], index: number): boolean {
  const before = words[index - 1]?.lower ?? '';
  return (
    PLURAL_UNITS.has(words[index]?.lower ?? '') &&
    (BETWEEN.has(before) ||
      before === 'two' ||
      before === 'four' ||
      IN_ROW.has(words[index - 2]?.lower ?? ''))
  );
}

const IN_ROW = new Set(['last', 'past', 'previous', 'next', 'coming', 'following']);

/** `120 kilometers an hour` is a speed. */
const SPEEDS = new Set(['miles', 'kilometers', 'kilometres', 'km', 'knots']);

/** Whether number and unit agree; a singular after a number above one modifies a noun or stands before `old`. */
function fits({ words, scraped }: TimeText, first: number, at: number, unit: Unit): boolean {
  const word = words[at] as TimeWord;
  const opening = words[first] as TimeWord;
  if (unit === 'hour' && opening.lower === 'an' && SPEEDS.has(words[first - 1]?.lower ?? '')) return false;
  if (opening.figure !== undefined && /[$£€¥#.,:@+]$/u.test(opening.gap)) return false;
  if (PLURAL_UNITS.has(word.lower)) return opening.lower !== 'a' || at > first + 1;
  if (opening.lower !== 'a' && opening.lower !== 'an') return true;
  if (unit === 'second' || unit === 'quarter' || unit === 'minute') {
    const after = words[at + 1];
    if (after && after.gap === ' ' && !isFunctionWord(after.lower) && after.lower !== 'ago') return false;
    if (unit === 'second' && (after === undefined || after.gap !== ' ')) return false;
  }
  return (
    unit !== 'morning' &&
    unit !== 'evening' &&
    unit !== 'season' &&
    unit !== 'weekend' &&
    (!scraped || unit !== 'second')
  );
}

/** What may follow a measure: `and a half`, `, 8 months`, `or so`, `-old`, `of age`, `long`. */
function finish(text: TimeText, first: number, from: number, parts: readonly Part[]): Found<Measure> {
  const { words } = text;
  const all = [...parts];
  let next = from;
  const half = readAndHalf(words, next);
  const last = all.at(-1) as Part;
  if (half !== undefined && last.count !== undefined) {
    all[all.length - 1] = { ...last, count: last.count + 0.5 };
    next = half;
  }
  for (let more = readMore(text, next); more && all.length < 4; more = readMore(text, next)) {
    if (!isFiner(more.part.unit, all.at(-1)?.unit)) break;
    all.push(more.part);
    next = more.next;
  }
  const old = readOld(text, next);
  return found(first, old, all);
}

function readAndHalf(words: readonly TimeWord[], at: number): number | undefined {
  const close = isClose(words[at]?.gap ?? '');
  const half = words[at]?.lower === 'and' && words[at + 1]?.lower === 'a' && words[at + 2]?.lower === 'half';
  if (close && words[at]?.lower === 'and' && words[at + 1]?.lower === 'half') return at + 2;
  return close && half ? at + 3 : undefined;
}

/** A second part in a smaller unit: `, 8 months`, `and three months`. */
function readMore(text: TimeText, at: number): { part: Part; next: number } | undefined {
  const { words } = text;
  const word = words[at];
  if (!word || !isLoose(word.gap)) return undefined;
  const start = word.lower === 'and' ? at + 1 : at;
  const opening = words[start];
  if (!opening || (start === at && opening.figure === undefined && word.gap !== ', ')) return undefined;
  if (opening.lower === 'a' || opening.lower === 'an') return undefined;
  const number = readCount(text, start);
  const unit = number ? readUnit(words, number.next) : undefined;
  return number?.count === undefined || !unit
    ? undefined
    : { part: { count: number.count, unit }, next: number.next + 1 };
}

const ORDER: readonly Unit[] = [
  'century',
  'decade',
  'year',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
];

function isFiner(fine: Unit | undefined, coarse: Unit | undefined): boolean {
  return (
    fine !== undefined &&
    coarse !== undefined &&
    ORDER.includes(coarse) &&
    ORDER.indexOf(coarse) < ORDER.indexOf(fine)
  );
}

/** Over `old`, `-old`, `of age`, `-long`; a plural `olds` is a noun and takes the measure with it. */
function readOld({ words, scraped }: TimeText, at: number): number {
  const word = words[at];
  if (!word) return at;
  if (word.lower === 'old' && isClose(word.gap)) return at + 1;
  if (word.lower === 'of' && word.gap === ' ' && words[at + 1]?.lower === 'age') return at + 2;
  const singular = UNITS.has(words[at - 1]?.lower ?? '');
  if (word.lower === 'long' && (isDash(word.gap) || (scraped && singular))) return at + 1;
  return at;
}

function found(first: number, next: number, parts: readonly Part[]): Found<Measure> {
  return { first, next, meaning: { kind: 'measure', parts }, reason: 'words of time' };
}
