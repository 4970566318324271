import { CARDINALS, DECADES } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { isFunctionWord } from './phrases.ts';
import { closesNumber, isDash, opensNumber, type TimeText, type TimeWord } from './words.ts';

/** Words after four figures that make them an amount, not a year. */
const COUNTED = new Set(
  'people person persons men women children troops soldiers homes houses families miles mile kilometers kilometres km meters metres m feet foot ft kg kilograms kilogrammes tons tonnes pounds dollars euros yen yuan rupees rubles won percent per jobs workers employees members students cases deaths dead votes seats points barrels degrees copies square cubic hectares acres megawatts mw times others civilians refugees passengers fans spectators guests pages shares vehicles cars animals species units calories liters litres gallons hours minutes seconds metre mph kph rpm lb lbs mg ml mm cm years days weeks months'.split(
    ' ',
  ),
);

/** Words before four figures that make them an amount. */
const AMOUNT_BEFORE = new Set(
  'than about over nearly almost some approximately roughly least most to only just exactly another additional extra estimated killed injured wounded number no room flight route highway bus page section article resolution rs usd eur gbp area'.split(
    ' ',
  ),
);

/** A year, or a row of years of which the later ones are cut short: `1947-54`. */
export function readYears(text: TimeText, first: number): readonly Found<Point>[] | undefined {
  const found = readYear(text, first) ?? readShortYear(text, first);
  if (!found) return undefined;
  const next = text.words[first + 1];
  const year = found.meaning.year as number;
  const short =
    next?.figure !== undefined &&
    next.end - next.start === 2 &&
    (isDash(next.gap) || (text.scraped && hasLostDash(text, first)));
  if (!short || (next.figure as number) <= year % 100 || !closesNumber(text.words, first + 1)) return [found];
  return [found, toYear(first + 1, year - (year % 100) + (next.figure as number))];
}

/** `in 1915 17 the army`: scraped text has lost the dash of a row of years close by. */
function hasLostDash({ words }: TimeText, first: number): boolean {
  const [year, next, after] = [words[first]?.figure ?? 0, words[first + 1], words[first + 2]];
  const close = next?.figure !== undefined && next.figure - (year % 100) <= 6 && next.gap === ' ';
  return close && 1700 < year && (after === undefined || isFunctionWord(after.lower));
}

/** `in '39`: a year without its century is the latest that is past or near. */
function readShortYear({ words }: TimeText, first: number): Found<Point> | undefined {
  const word = words[first];
  if (word?.figure === undefined || word.end - word.start !== 2 || !/ ['’‘]$/u.test(word.gap))
    return undefined;
  if (!SHORT_BEFORE.has(words[first - 1]?.lower ?? '') || !closesNumber(words, first)) return undefined;
  return toYear(first, word.figure + (word.figure < 30 ? 2000 : 1900));
}

const SHORT_BEFORE = new Set('in of since until and to summer spring fall winter class from by'.split(' '));

/** A year in figures at the word, if the words around it allow one. */
export function readYear({ words, scraped }: TimeText, first: number): Found<Point> | undefined {
  const word = words[first];
  if (word?.figure === undefined || word.end - word.start !== 4) return undefined;
  const year = word.figure;
  if (year < 1000 || 2199 < year) return undefined;
  if (!opensNumber(words, first) || !closesNumber(words, first)) return undefined;
  const before = words[first - 1];
  const after = words[first + 1];
  if (word.gap === '/' && (before?.figure === undefined || before.end - before.start !== 4)) return undefined;
  if (after?.lower === 'ncov') return undefined;
  if (after && after.gap === ' ' && COUNTED.has(after.lower)) return undefined;
  if (before && word.gap === ' ' && before.figure !== undefined && scraped && before.end - before.start !== 4)
    return year < 1900 || 2050 < year || !fitsBesideFigure(words, first) ? undefined : toYear(first, year);
  if (year < 1500 || 2100 < year) {
    const cue = before?.lower;
    if (cue !== 'in' && cue !== 'since' && cue !== 'until' && cue !== 'year' && cue !== 'by')
      return undefined;
  }
  if (before && word.gap === ' ' && AMOUNT_BEFORE.has(before.lower)) {
    const back = before.lower === 'to' && words[first - 2]?.lower === 'back';
    if ((year < 1900 && !back) || 2050 < year) return undefined;
    if (before.lower === 'to' ? !isSpan(words, first) : !isRounded(before.lower)) return undefined;
  }
  if (
    year % 50 === 0 &&
    year !== 2000 &&
    year !== 2050 &&
    after?.gap === ' ' &&
    isPlural(after.lower) &&
    before?.lower !== 'the'
  )
    return undefined;
  return toYear(first, year);
}

/** `1950s`, `the '70s`, `the eighties`; a whole hundred of years is a century. */
export function readDecade({ words }: TimeText, first: number): Found<Point> | undefined {
  const word = words[first] as TimeWord;
  const after = words[first + 1];
  const spelled = DECADES.get(word.lower);
  if (spelled !== undefined) {
    const before = words[first - 1]?.lower ?? '';
    const century = CARDINALS.get(before);
    if (century !== undefined && 10 < century && century < 21)
      return found(first - 1, first + 1, { kind: 'point', decade: century * 10 + spelled / 10 });
    if (!DECADE_BEFORE.has(before)) return undefined;
    return found(first, first + 1, { kind: 'point', shortDecade: spelled / 10 });
  }
  const plural =
    after?.lower === 's' &&
    (after.gap === '' || ((after.gap === "'" || after.gap === '’') && word.end - word.start === 4));
  if (word.figure === undefined || !plural || !opensNumber(words, first)) return undefined;
  if (after.gap !== '' && !isFunctionAfter(words[first + 2])) return undefined;
  const digits = word.end - word.start;
  if (digits === 4 && 1000 <= word.figure && word.figure < 2200 && word.figure % 10 === 0) {
    if (word.figure % 100 === 0 && word.figure !== 2000)
      return found(first, first + 2, { kind: 'point', century: word.figure / 100 });
    return found(first, first + 2, { kind: 'point', decade: word.figure / 10 });
  }
  if (digits !== 2 || word.figure % 10 !== 0) return undefined;
  const before = words[first - 1]?.lower ?? '';
  if (AGED.has(words[first - 2]?.lower ?? '')) return undefined;
  if (!/['’‘]$/u.test(word.gap) && !DECADE_BEFORE.has(before)) return undefined;
  return found(first, first + 2, { kind: 'point', shortDecade: word.figure / 10 });
}

/** Whose seventies are an age, whose first century is one of runs. */
export const AGED: ReadonlySet<string> = new Set(['his', 'her', 'their', 'my', 'our', 'your', 'its']);

const DECADE_BEFORE = new Set(['the', 'late', 'early', 'mid', 'roaring', 'swinging']);

function isSpan(words: readonly TimeWord[], first: number): boolean {
  for (let i = first - 2; i >= Math.max(0, first - 5); i--) {
    const lower = words[i]?.lower ?? '';
    const digits = (words[i]?.end ?? 0) - (words[i]?.start ?? 0);
    if (words[i]?.figure !== undefined && digits === 4) return true;
    if (lower === 'from' || lower === 'prior' || lower === 'back' || lower === 'up') return true;
  }
  return words[first - 2]?.lower === 'back' || words[first - 2]?.lower === 'due';
}

function isRounded(lower: string): boolean {
  return (
    lower === 'about' ||
    lower === 'roughly' ||
    lower === 'approximately' ||
    lower === 'than' ||
    lower === 'only' ||
    lower === 'just'
  );
}

/** In scraped text a figure before a year is a day of a month or another year's end. */
function fitsBesideFigure(words: readonly TimeWord[], first: number): boolean {
  const before = words[first - 1] as TimeWord;
  const after = words[first + 1];
  return before.end - before.start !== 3 && (after === undefined || !isPlural(after.lower));
}

function isPlural(lower: string): boolean {
  return lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss');
}

const AFTER_DECADE = new Set(
  'the and to or when in on at by as until was were a that with for after of but'.split(' '),
);

function isFunctionAfter(word: TimeWord | undefined): boolean {
  return word === undefined || word.gap !== ' ' || AFTER_DECADE.has(word.lower);
}

function toYear(first: number, year: number): Found<Point> {
  return found(first, first + 1, { kind: 'point', year });
}

function found(first: number, next: number, meaning: Point): Found<Point> {
  return { first, next, meaning, reason: 'calendar words' };
}
