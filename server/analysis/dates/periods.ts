import { SEASONS } from '../lexicon/timeWords.ts';
import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { readOrdinal } from './numerals.ts';
import { isClose, isDash, isLoose, type TimeText, type TimeWord } from './words.ts';

/** `summer of 2001`, `winter`, `the fall of 2019`, `winter of 2006–2007`. */
export function readSeason({ words, scraped }: TimeText, first: number): Found<Point> | undefined {
  const word = words[first] as TimeWord;
  const season = SEASONS.get(word.lower);
  if (!season || word.gap === '') return undefined;
  const of = words[first + 1]?.lower === 'of' && words[first + 1]?.gap === ' ' ? first + 2 : first + 1;
  const year = words[of];
  const short = year?.figure !== undefined && year.end - year.start === 2 && / ['’‘]$/u.test(year.gap);
  if (short) {
    const full = (year.figure as number) + ((year.figure as number) < 30 ? 2000 : 1900);
    return found(first, of + 1, { kind: 'point', season, year: full });
  }
  const named = year?.figure !== undefined && year.end - year.start === 4 && isLoose(year.gap);
  if (named && 1500 <= (year.figure as number) && (year.figure as number) < 2200) {
    const span = words[of + 1];
    const end = span?.figure !== undefined && (isDash(span.gap) || span.gap === '/') ? of + 2 : of + 1;
    return found(first, end, { kind: 'point', season, year: year.figure as number });
  }
  if (!scraped && word.capital && words[first - 1]?.capital && word.gap === ' ') return undefined;
  if (!scraped && word.capital && words[first + 1]?.capital && word.after === ' ') return undefined;
  if (word.lower !== 'fall' && word.lower !== 'spring')
    return found(first, first + 1, { kind: 'point', season });
  const before = words[first - 1]?.lower ?? '';
  if (word.lower === 'spring' && words[first + 1]?.lower === 'from') return undefined;
  const cue = word.lower === 'spring' ? SPRING_BEFORE.has(before) : FALL_BEFORE.has(before);
  return cue ? found(first, first + 1, { kind: 'point', season }) : undefined;
}

const FALL_BEFORE = new Set([
  'last',
  'this',
  'next',
  'coming',
  'early',
  'late',
  'mid',
  'every',
  'each',
  'past',
  'previous',
]);
const SPRING_BEFORE = new Set([
  ...FALL_BEFORE,
  'the',
  'in',
  'by',
  'since',
  'until',
  'during',
  's',
  'of',
  'and',
  'annual',
]);

/** `third quarter`, `second-quarter`, `Q3 2019`, `first half of 2019`; what it is a part of is joined to it later. */
export function readQuarter({ words }: TimeText, first: number): Found<Point> | undefined {
  const word = words[first] as TimeWord;
  const next = words[first + 1];
  if (
    word.lower === 'q' &&
    next?.gap === '' &&
    next.figure !== undefined &&
    1 <= next.figure &&
    next.figure <= 4
  )
    return found(first, first + 2, { kind: 'point', quarter: next.figure });
  const ordinal = readOrdinal(words, first);
  const unit = words[ordinal?.next ?? -1];
  if (ordinal?.count === undefined || !unit || !isClose(unit.gap)) return undefined;
  if (unit.lower === 'quarter' && ordinal.count <= 4 && !isOfPlay(words, ordinal.next + 1))
    return found(FISCAL_LEAD.has(words[first - 1]?.lower ?? '') ? first - 1 : first, ordinal.next + 1, {
      kind: 'point',
      quarter: ordinal.count,
    });
  if (unit.lower === 'half' && ordinal.count <= 2 && words[ordinal.next + 1]?.lower === 'of')
    return found(first, ordinal.next + 1, { kind: 'point', half: ordinal.count });
  return undefined;
}

const FISCAL_LEAD = new Set(['fiscal', 'financial']);

/** A quarter of a match is no quarter of a year. */
function isOfPlay(words: readonly TimeWord[], index: number): boolean {
  const after = words[index]?.lower ?? '';
  return after === 'final' || after === 'finals' || after === 'touchdown' || after === 'back';
}

/** `fiscal 2019`, `fiscal year 2019`, `2019/20 fiscal year`, `school year 2019-20`. */
export function readFiscalYear({ words }: TimeText, first: number): Found<Point> | undefined {
  const word = words[first] as TimeWord;
  if (word.figure === undefined) {
    if (!FISCAL.has(word.lower)) return undefined;
    const at = words[first + 1]?.lower === 'year' ? first + 2 : first + 1;
    const year = readYearSpan(words, at);
    if (!year || words[at]?.gap !== ' ' || (word.lower !== 'fiscal' && at === first + 1)) return undefined;
    return found(first, year.next, fiscal(word.lower, year));
  }
  const year = readYearSpan(words, first);
  const kind = words[year?.next ?? -1];
  if (!year || !kind || kind.gap !== ' ' || !FISCAL.has(kind.lower)) return undefined;
  if (words[year.next + 1]?.lower !== 'year') return undefined;
  return found(first, year.next + 2, fiscal(kind.lower, year));
}

const FISCAL = new Set(['fiscal', 'financial', 'school', 'academic', 'tax', 'budget']);

function fiscal(kind: string, year: { readonly year: number; readonly end: number }): Point {
  if (kind === 'school' || kind === 'academic') return { kind: 'point', year: year.year };
  return { kind: 'point', year: year.end, fiscal: true };
}

/** A year, or a span of two (`2019/20`): its first and its last year. */
function readYearSpan(
  words: readonly TimeWord[],
  first: number,
): { readonly year: number; readonly end: number; readonly next: number } | undefined {
  const word = words[first];
  if (word?.figure === undefined || word.end - word.start !== 4 || word.figure < 1500 || 2200 < word.figure)
    return undefined;
  const second = words[first + 1];
  const joined =
    second?.figure !== undefined && (second.gap === '/' || isDash(second.gap) || second.gap === ' ');
  const end = joined ? readShortYear(word.figure, second.figure as number) : undefined;
  if (end === undefined) return { year: word.figure, end: word.figure, next: first + 1 };
  return { year: word.figure, end, next: first + 2 };
}

/** The end of a span of years, in two or four figures, if it is the next year. */
function readShortYear(year: number, figure: number): number | undefined {
  return figure === year + 1 || figure === (year + 1) % 100 ? year + 1 : undefined;
}

function found(first: number, next: number, meaning: Point): Found<Point> {
  return { first, next, meaning, reason: 'calendar words' };
}
