import { DOUBTFUL_MONTHS, DOUBTFUL_WEEKDAYS, MONTHS, WEEKDAYS } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { isMonthName } from './monthGuards.ts';
import { isSuffix, readOrdinal } from './numerals.ts';
import { isFunctionWord } from './phrases.ts';
import { readYearWords } from './spelledYears.ts';
import { closesNumber, isDash, isLoose, opensNumber, type TimeText, type TimeWord } from './words.ts';

interface Day {
  readonly day: number;
  readonly first: number;
  readonly next: number;
}

/** `March 31, 2019`, `Oct. 31`, `January ninth`, `May 2019`, `May 13-15`, `July`: what begins with a month. */
export function readMonthDate(text: TimeText, first: number): readonly Found<Point>[] | undefined {
  const { words } = text;
  const month = MONTHS.get(words[first]?.lower ?? '');
  if (month === undefined || words[first]?.gap === '') return undefined;
  // A score that a table has turned into a date: 07-May.
  if (words[first]?.gap === '-' && words[first - 1]?.figure !== undefined) return undefined;
  if (text.scraped && words[first]?.lower.length === 3 && words[first - 1]?.lower.startsWith('0'))
    return undefined;
  const start = first + 1;
  const plainYear = readYearAfter(words, start);
  if (plainYear) return [found(first, plainYear.next, { kind: 'point', month, year: plainYear.year })];
  const day = readDayAfter(text, start);
  if (!day) return isMonthName(text, first) ? [found(first, start, { kind: 'point', month })] : undefined;
  const days = [day, ...readMoreDays(text, day)];
  const last = days.at(-1) as Day;
  const year = readYearAfter(words, last.next) ?? attackYear(words, month, last);
  return days.map((own, index) =>
    found(index === 0 ? first : own.first, own === last && year ? year.next : own.next, {
      kind: 'point',
      month,
      day: own.day,
      ...(year && { year: year.year }),
    }),
  );
}

/** `2 August`, `19th of August 2019`, `the 18th and 19th of August`, `20-Nov-2019`: what begins with a day. */
export function readDayMonth(text: TimeText, first: number): readonly Found<Point>[] | undefined {
  const { words } = text;
  if (!opensNumber(words, first)) return undefined;
  const days: Day[] = [];
  let at = first;
  for (;;) {
    const day = readDay(words, at);
    if (!day) return undefined;
    days.push(day);
    const name = readMonthAfter(text, day.next, day.first);
    if (name) {
      const year = readYearAfter(words, name.next);
      return days.map((own) => {
        const last = own === day;
        return found(own.first, last ? (year?.next ?? name.next) : own.next, {
          kind: 'point',
          month: name.month,
          day: own.day,
          ...(year && { year: year.year }),
        });
      });
    }
    const higher = skipJoint(words, day.next) ?? skipLostDash(text, day);
    if (higher === undefined || days.length > 6) return undefined;
    at = words[higher]?.lower === 'the' ? higher + 1 : higher;
  }
}

/** `on the 18th`: a day whose month the text has told. */
export function readBareDay(text: TimeText, first: number): Found<Point> | undefined {
  const { words } = text;
  const before = words[first - 1]?.lower;
  if (before !== 'the' || !DAY_BEFORE.has(words[first - 2]?.lower ?? '')) return undefined;
  const day = readDay(words, first);
  if (!day || day.next !== first + 2 || words[first]?.figure === undefined) return undefined;
  const after = words[day.next];
  if (after?.gap === ' ' && !isFunctionWord(after.lower)) return undefined;
  if (after?.gap === '-' || after?.lower === 'of') return undefined;
  return found(first, day.next, { kind: 'point', day: day.day });
}

const DAY_BEFORE = new Set(['on', 'by', 'until', 'since', 'till', 'from', 'before', 'after']);

/** `Sunday`, `Sunday, March 31, 2019`, `Thursday the 15th`: what begins with a weekday. */
export function readWeekday(text: TimeText, first: number): readonly Found<Point>[] | undefined {
  const { words } = text;
  const word = words[first] as TimeWord;
  const weekday = WEEKDAYS.get(word.lower);
  if (weekday === undefined || word.gap === '') return undefined;
  const next = words[first + 1];
  const loose = next && (isLoose(next.gap) || next.gap === '. ' || next.gap === '., ');
  if (loose) {
    const rest = next.figure === undefined ? readMonthDate(text, first + 1) : readDayMonth(text, first + 1);
    const head = rest?.[0];
    if (head?.meaning.day !== undefined)
      return [{ ...head, first, meaning: { ...head.meaning, weekday } }, ...(rest ?? []).slice(1)];
    const the = readOrdinal(words, next.lower === 'the' ? first + 2 : first + 1);
    const spelled = next.lower === 'the' || next.figure !== undefined;
    if (the?.count !== undefined && the.count <= 31 && spelled && endsDay(words[the.next]))
      return [found(first, the.next, { kind: 'point', weekday, day: the.count })];
  }
  if (DOUBTFUL_WEEKDAYS.has(word.lower)) return undefined;
  return [found(first, first + 1, { kind: 'point', weekday })];
}

/** Whether the day of a month can end before a word: `Saturday, the first time` counts something else. */
function endsDay(after: TimeWord | undefined): boolean {
  return after === undefined || after.gap !== ' ' || isFunctionWord(after.lower);
}

function readDay(words: readonly TimeWord[], first: number): Day | undefined {
  const word = words[first];
  if (word?.figure !== undefined) {
    if (word.end - word.start > 2 || word.figure < 1 || 31 < word.figure) return undefined;
    const suffixed = words[first + 1]?.gap === '' && isSuffix(words[first + 1]?.lower ?? '');
    return { day: word.figure, first, next: suffixed ? first + 2 : first + 1 };
  }
  const ordinal = readOrdinal(words, first);
  if (ordinal?.count === undefined || 31 < ordinal.count) return undefined;
  return { day: ordinal.count, first, next: ordinal.next };
}

/** Words after a figure that make it an amount: `in March 12 people`. */
const AMOUNTS = new Set(
  'people percent per million billion thousand hundred years days weeks months hours minutes miles km kilometers kilometres men women soldiers troops members others dollars points seats votes times degrees'.split(
    ' ',
  ),
);

/** The day after the name of a month. */
function readDayAfter({ words, scraped }: TimeText, first: number): Day | undefined {
  const word = words[first];
  if (
    !word ||
    !(word.gap === ' ' || word.gap === '. ' || word.gap === '.' || word.gap === '-' || word.gap === '')
  )
    return undefined;
  if (word.figure === undefined && word.lower === 'the') {
    const ordinal = words[first + 1]?.figure === undefined ? undefined : readDay(words, first + 1);
    return ordinal && ordinal.next > first + 2 ? ordinal : undefined;
  }
  const day = readDay(words, first);
  if (!day) return undefined;
  const last = day.next - 1;
  if (!closesNumber(words, last) && words[last]?.after !== ',') return undefined;
  if (word.gap === '' && words[first]?.figure === undefined) return undefined;
  const after = words[day.next];
  const led = words[first - 2]?.lower === 'on';
  if (scraped && !led && after && day.next === first + 1 && AMOUNTS.has(after.lower)) return undefined;
  if (word.figure === undefined && after?.gap === ' ' && !isFunctionWord(after.lower) && !isYear(after))
    return undefined;
  return day;
}

/** `the September 11 attacks` are those of 2001. */
function attackYear(
  words: readonly TimeWord[],
  month: number,
  day: Day,
): { year: number; next: number } | undefined {
  const after = words[day.next];
  const meant =
    month === 9 && day.day === 11 && after?.gap === ' ' && /^(?:terror|attack|hijack)/u.test(after.lower);
  return meant ? { year: 2001, next: day.next } : undefined;
}

/** The further days of a row: `13-15`, `2 and 3`, `15 to 17`. */
function readMoreDays({ words, scraped }: TimeText, day: Day): readonly Day[] {
  const days: Day[] = [];
  for (let last = day; days.length < 6; ) {
    const at = skipJoint(words, last.next) ?? (scraped ? last.next : undefined);
    if (at === undefined) break;
    const next = readDay(words, at);
    const word = words[at];
    if (!next || !word || word.figure === undefined || next.day <= last.day) break;
    const after = words[next.next];
    if (!closesNumber(words, next.next - 1) && words[next.next - 1]?.after !== ',') break;
    if (after && AMOUNTS.has(after.lower)) break;
    const bare = at === last.next && word.gap === ' ';
    const free = after === undefined || after.gap !== ' ' || isFunctionWord(after.lower) || isYear(after);
    if (bare ? !free : !free && !isDash(word.gap) && !after?.lower.endsWith('ly')) break;
    days.push(next);
    last = next;
  }
  return days;
}

/** Over what joins two days: a dash, a comma, `and`, `to`; the index of the word after it. */
function skipJoint(words: readonly TimeWord[], first: number): number | undefined {
  const word = words[first];
  if (!word) return undefined;
  if (word.figure !== undefined)
    return isDash(word.gap) || word.gap === ', ' || word.gap === '/' ? first : undefined;
  if (word.gap !== ' ' && word.gap !== ', ') return undefined;
  return JOINTS.has(word.lower) ? first + 1 : undefined;
}

/** `12 14 july` in scraped text: the first day of a range that has lost its dash. */
function skipLostDash({ words, scraped }: TimeText, day: Day): number | undefined {
  const higher = words[day.next];
  const fits = scraped && higher?.gap === ' ' && higher.figure !== undefined && day.day < higher.figure;
  return fits && MONTHS.has(words[day.next + 1]?.lower ?? '') ? day.next : undefined;
}

const JOINTS = new Set(['and', 'to', 'or', 'through', 'until', 'till', 'thru']);

function readMonthAfter(
  text: TimeText,
  first: number,
  dayAt: number,
): { month: number; next: number } | undefined {
  const { words } = text;
  let at = first;
  if (words[at]?.lower === 'day' && words[at]?.gap === ' ' && words[at + 1]?.lower === 'of') at++;
  if (words[at]?.lower === 'of' && words[at]?.gap === ' ') at++;
  const word = words[at];
  const month = MONTHS.get(word?.lower ?? '');
  if (!word || month === undefined) return undefined;
  if (word.gap !== ' ' && word.gap !== '-' && word.gap !== '.' && word.gap !== '/' && word.gap !== ', ')
    return undefined;
  const next = words[at + 1];
  // A score that a table has turned into a date: 06-Apr.
  const padded = words[first - 1]?.lower.startsWith('0') && word.lower.length === 3;
  if ((word.gap === '-' || padded) && readYearAfter(words, at + 1) === undefined) return undefined;
  // "may" and "march" after a figure are verbs as well: "of the 12 may", "10 march on".
  if (at === first && (word.lower === 'may' || word.lower === 'march') && !word.capital) {
    const led = DAY_BEFORE.has(words[dayAt - 1]?.lower ?? '') && next?.lower !== 'have';
    const verb = !led && next?.gap === ' ' && next.figure === undefined && !isFunctionWord(next.lower);
    if (verb || next?.lower === 'be' || next?.lower === 'to' || next?.lower === 'on') return undefined;
  }
  if (
    word.lower.length === 3 &&
    DOUBTFUL_MONTHS.has(word.lower) &&
    word.lower !== 'may' &&
    at !== first &&
    text.scraped
  )
    return undefined;
  return { month, next: at + 1 };
}

/** A year after a month or a day: `, 2019`, ` 2019`, ` of 2003`, ` '95`. */
function readYearAfter(
  words: readonly TimeWord[],
  first: number,
): { year: number; next: number } | undefined {
  let at = first;
  if (words[at]?.lower === 'of' && words[at]?.gap === ' ') at++;
  if (words[at]?.lower === 'in' && words[at]?.gap === ' ' && isYear(words[at + 1])) at++;
  if (words[at]?.lower === 'the' && words[at + 1]?.lower === 'year') at += 2;
  const word = words[at];
  if (word?.figure === undefined) return word && isLoose(word.gap) ? readYearWords(words, at) : undefined;
  const short = /^,? ['’‘]$/u.test(word.gap) && word.end - word.start === 2;
  if (short) return { year: word.figure + (word.figure < 50 ? 2000 : 1900), next: at + 1 };
  if (
    !isYear(word) ||
    !(isLoose(word.gap) || word.gap === '. ' || word.gap === '-' || word.gap === '/' || word.gap === '.')
  )
    return undefined;
  if (!closesNumber(words, at) && words[at]?.after !== ',') return undefined;
  return { year: word.figure, next: at + 1 };
}

function isYear(word: TimeWord | undefined): word is TimeWord & { readonly figure: number } {
  return (
    word?.figure !== undefined && word.end - word.start === 4 && 1000 <= word.figure && word.figure < 2200
  );
}

function found(first: number, next: number, meaning: Point): Found<Point> {
  return { first, next, meaning, reason: 'calendar words' };
}
