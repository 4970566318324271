import { CARDINALS, ORDINALS, SCALES, VAGUE_COUNTS } from '../lexicon/timeWords.ts';
import { isClose, isDash, type TimeText, type TimeWord } from './words.ts';

/** A number read from words or figures; `count` is undefined where it is not said (`several`) or a range. */
export interface Numeral {
  readonly count: number | undefined;
  /** Index of the first word after it. */
  readonly next: number;
}

/** The cardinal number that begins at a word, in figures or in words: `2,000`, `3.8`, `twenty-five`. */
export function readCardinal({ words, scraped }: TimeText, first: number): Numeral | undefined {
  const word = words[first];
  if (!word) return undefined;
  return word.figure === undefined ? readSpelled(words, first) : readFigures(words, first, scraped);
}

/** A count as it stands before a unit of time: a number, a range, `a`, `a few`, `half a`, `several hundred`. */
export function readCount(text: TimeText, first: number): Numeral | undefined {
  const { words } = text;
  const word = words[first];
  if (!word) return undefined;
  if (VAGUE_COUNTS.has(word.lower)) return readVague(words, first);
  if (word.lower === 'a' || word.lower === 'an') return readArticle(text, first);
  if (word.lower === 'half') return readHalf(words, first);
  if (word.lower === 'couple' || word.lower === 'handful') return readVague(words, first);
  if (word.lower === 'another') {
    const more = words[first + 1]?.gap === ' ' ? readCardinal(text, first + 1) : undefined;
    return more ?? { count: 1, next: first + 1 };
  }
  const number = readCardinal(text, first);
  if (!number) return undefined;
  return readHigher(text, number) ?? readHalves(words, number) ?? number;
}

/** The ordinal number that begins at a word: `19th`, `twenty-first`. */
export function readOrdinal(words: readonly TimeWord[], first: number): Numeral | undefined {
  const word = words[first];
  if (!word) return undefined;
  const next = words[first + 1];
  if (word.figure !== undefined)
    return next && next.gap === '' && isSuffix(next.lower)
      ? { count: word.figure, next: first + 2 }
      : undefined;
  const simple = ORDINALS.get(word.lower);
  if (simple !== undefined) return { count: simple, next: first + 1 };
  const tens = CARDINALS.get(word.lower);
  const ones = next && isClose(next.gap) ? ORDINALS.get(next.lower) : undefined;
  if (tens !== undefined && 20 <= tens && ones !== undefined && ones < 10)
    return { count: tens + ones, next: first + 2 };
  return undefined;
}

export function isSuffix(lower: string): boolean {
  return lower === 'th' || lower === 'st' || lower === 'nd' || lower === 'rd';
}

/** Figures with groups of thousands and decimals; scraped text has lost the marks between them. */
function readFigures(words: readonly TimeWord[], first: number, scraped: boolean): Numeral {
  let value = (words[first] as TimeWord).figure as number;
  let next = first + 1;
  for (let word = words[next]; word?.figure !== undefined; word = words[next]) {
    const digits = word.end - word.start;
    if (word.gap === ',' && digits === 3) value = value * 1000 + word.figure;
    else if (word.gap === '.' || (scraped && digits === 1 && value < 100 && next === first + 1))
      value += word.figure / 10 ** digits;
    else if (scraped && digits === 3 && value < 1000 && next === first + 1)
      value = value * 1000 + word.figure;
    else break;
    next++;
  }
  return readScale(words, { count: value, next });
}

function readSpelled(words: readonly TimeWord[], first: number): Numeral | undefined {
  let value = 0;
  let next = first;
  for (let word = words[next]; word; word = words[next]) {
    if (next > first && !isClose(word.gap)) break;
    const small = CARDINALS.get(word.lower);
    if (small !== undefined) {
      const low = value % 100;
      const fits = low === 0 ? next === first || value >= 100 : low >= 20 && low % 10 === 0 && small < 10;
      if (!fits) break;
      value += small;
    } else if (SCALES.has(word.lower) && next > first) value *= SCALES.get(word.lower) as number;
    else if (word.lower === 'and' && value >= 100 && CARDINALS.has(words[next + 1]?.lower ?? '')) {
      next++;
      continue;
    } else break;
    next++;
  }
  return next > first && value > 0 ? { count: value, next } : undefined;
}

function readScale(words: readonly TimeWord[], number: Numeral): Numeral {
  const word = words[number.next];
  const scale = word && word.gap === ' ' ? SCALES.get(word.lower) : undefined;
  if (scale === undefined || number.count === undefined) return number;
  return { count: number.count * scale, next: number.next + 1 };
}

/** `several hundred`, `dozens of`, `a few` without its article, `couple of`. */
function readVague(words: readonly TimeWord[], first: number): Numeral {
  let next = first + 1;
  const count = words[first]?.lower === 'couple' ? 2 : undefined;
  while (SCALES.has(words[next]?.lower ?? '') && words[next]?.gap === ' ') next++;
  if (words[next]?.lower === 'of' && words[next]?.gap === ' ') next++;
  return { count, next };
}

function readArticle(text: TimeText, first: number): Numeral {
  const { words } = text;
  const second = words[first + 1];
  if (second?.gap !== ' ') return { count: 1, next: first + 1 };
  if (second.lower === 'few' || second.lower === 'couple' || second.lower === 'handful')
    return readVague(words, first + 1);
  if (second.lower === 'half') return { count: 0.5, next: first + 2 };
  if (second.lower === 'hundred' || second.lower === 'thousand')
    return { count: SCALES.get(second.lower), next: first + 2 };
  return { count: 1, next: first + 1 };
}

/** `half a year`, `half-hour`. */
function readHalf(words: readonly TimeWord[], first: number): Numeral {
  const next = words[first + 1];
  const article = next && isClose(next.gap) && (next.lower === 'a' || next.lower === 'an');
  return { count: 0.5, next: article ? first + 2 : first + 1 };
}

/** The second number of a range: `two to four`, `4-7`, `five or six`; of a range no count is known. */
function readHigher(text: TimeText, low: Numeral): Numeral | undefined {
  const word = text.words[low.next];
  if (!word) return undefined;
  const joined = word.gap === ' ' && (word.lower === 'to' || word.lower === 'or');
  const dashed = word.figure !== undefined && isDash(word.gap);
  const high = joined
    ? readCardinal(text, low.next + 1)
    : dashed || isDash(word.gap)
      ? readCardinal(text, low.next)
      : undefined;
  if (high?.count === undefined || low.count === undefined || high.count <= low.count) return undefined;
  return { count: undefined, next: high.next };
}

/** `two and a half`. */
function readHalves(words: readonly TimeWord[], number: Numeral): Numeral | undefined {
  const { next, count } = number;
  if (count === undefined) return undefined;
  if (
    words[next]?.lower === 'and' &&
    words[next + 1]?.lower === 'half' &&
    isClose(words[next + 1]?.gap ?? '')
  )
    return { count: count + 0.5, next: next + 2 };
  const half =
    words[next]?.lower === 'and' && words[next + 1]?.lower === 'a' && words[next + 2]?.lower === 'half';
  return half ? { count: count + 0.5, next: next + 3 } : undefined;
}
