import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { readOrdinal } from './numerals.ts';
import { isClose, isDash, isLoose, opensNumber, type TimeText, type TimeWord } from './words.ts';
import { AGED } from './years.ts';

/** `the late 19th and early 20th centuries`. */
const PHASES = new Set(['early', 'mid', 'late']);

const CENTURY = new Set(['century', 'centuries']);

/** `19th century`, `16th to 19th centuries`, each ordinal a mark of its own; `B.C.` turns the count. */
export function readCentury({ words }: TimeText, first: number): readonly Found<Point>[] | undefined {
  const ordinals: { readonly first: number; readonly next: number; readonly count: number }[] = [];
  for (let at = first; ; ) {
    const ordinal = readOrdinal(words, at);
    if (ordinal?.count === undefined || 99 < ordinal.count || AGED.has(words[at - 1]?.lower ?? ''))
      return undefined;
    ordinals.push({ first: at, next: ordinal.next, count: ordinal.count });
    const after = words[ordinal.next];
    if (!after) return undefined;
    if (CENTURY.has(after.lower) && isClose(after.gap)) break;
    const joined =
      after.lower === 'and' || after.lower === 'to' || after.lower === 'or' || after.lower === 'through';
    const listed = isDash(after.gap) || (isLoose(after.gap) && after.gap !== ' ');
    if (!joined && !listed) return undefined;
    if (ordinals.length > 4) return undefined;
    at = joined ? ordinal.next + 1 : ordinal.next;
    if (words[at]?.lower === 'the') at++;
    if (PHASES.has(words[at]?.lower ?? '') && isClose(words[at + 1]?.gap ?? '')) at++;
  }
  const last = ordinals.at(-1) as (typeof ordinals)[number];
  const era = readEra(words, last.next + 1);
  return ordinals.map((ordinal) => {
    const end = ordinal === last ? (era?.next ?? ordinal.next + 1) : ordinal.next;
    const point: Point = { kind: 'point', century: ordinal.count - 1 };
    return found(ordinal.first, end, era?.beforeChrist ? { ...point, beforeChrist: true } : point);
  });
}

/** A year with its era: `664 B.C.E.`, `AD 79`, `499-493 BC`, the latter two marks. */
export function readEraYear({ words }: TimeText, first: number): readonly Found<Point>[] | undefined {
  const word = words[first] as TimeWord;
  if (word.figure !== undefined) {
    if (9999 < word.figure || !opensNumber(words, first)) return undefined;
    const era = readEra(words, first + 1);
    if (era) return [toEraYear(first, era.next, word.figure, era.beforeChrist)];
    const to = words[first + 1]?.lower === 'to' ? first + 2 : first + 1;
    const last = words[to];
    const shared =
      last?.figure === undefined || (to === first + 1 && !isDash(last.gap))
        ? undefined
        : readEra(words, to + 1);
    if (!shared || last?.figure === undefined || last.figure > 9999) return undefined;
    return [
      toEraYear(first, first + 1, word.figure, shared.beforeChrist),
      toEraYear(to, shared.next, last.figure, shared.beforeChrist),
    ];
  }
  if (word.lower === 'a' && words[first + 1]?.lower !== 'd') return undefined;
  const era = readEra(words, first);
  const figure = words[era?.next ?? -1]?.figure;
  if (!era || era.beforeChrist || figure === undefined || 9999 < figure) return undefined;
  if (words[era.next]?.gap !== ' ') return undefined;
  if (!word.capital && figure > 1500) return undefined;
  return [toEraYear(first, era.next + 1, figure, false)];
}

/** `BC`, `B.C.`, `BCE`, `AD`, `CE` with or without dots. */
function readEra(
  words: readonly TimeWord[],
  first: number,
): { next: number; beforeChrist: boolean } | undefined {
  const word = words[first];
  if (!word || (word.gap !== ' ' && word.gap !== '')) return undefined;
  if (word.lower === 'bc' || word.lower === 'bce') return { next: first + 1, beforeChrist: true };
  if (word.lower === 'ad' || word.lower === 'ce')
    return word.capital ? { next: first + 1, beforeChrist: false } : undefined;
  let letters = '';
  let next = first;
  while (letters.length < 3 && words[next] && (words[next] as TimeWord).lower.length === 1) {
    if (next > first && words[next]?.gap !== '.' && words[next]?.gap !== ' ') break;
    letters += words[next++]?.lower;
  }
  if (letters.startsWith('bce')) return { next: first + 3, beforeChrist: true };
  if (letters.startsWith('bc')) return { next: first + 2, beforeChrist: true };
  if (letters.startsWith('ce') || letters.startsWith('ad')) return { next: first + 2, beforeChrist: false };
  return undefined;
}

function toEraYear(first: number, next: number, year: number, beforeChrist: boolean): Found<Point> {
  return found(first, next, beforeChrist ? { kind: 'point', year, beforeChrist } : { kind: 'point', year });
}

function found(first: number, next: number, meaning: Point): Found<Point> {
  return { first, next, meaning, reason: 'calendar words' };
}
