import type { TimexMod } from '../types.ts';
import type { Found } from './found.ts';
import type { Measure, Point } from './meaning.ts';
import { AMOUNT, findModifier } from './modifiers.ts';
import { isFunctionWord, mostlyCloses } from './phrases.ts';
import { isClose, type TimeText, type TimeWord } from './words.ts';

/** Words that say which stretch of time: `the last two weeks`, `recent days`. */
const SIDES = new Set(
  'last past next coming recent previous first final following preceding initial remaining subsequent other opening closing latest early'.split(
    ' ',
  ),
);
const ARTICLES = new Set(['the', 'these', 'those', 'this', 'that']);

/** Grows a measure over `ago` and `or so`, `the last`, `more than`. */
export function growMeasure(text: TimeText, found: Found<Measure>, floor: number): Found {
  const { words } = text;
  const own = growSuffix(words, found);
  const sided = takeSides(text, own, floor);
  const amount = findModifier(words, sided.first, floor, AMOUNT);
  if (!amount || !fitsAmount(words, sided, own, amount.words)) return sided;
  const meaning =
    amount.mod && sided.meaning.mod === undefined ? { ...sided.meaning, mod: amount.mod } : sided.meaning;
  return { ...sided, first: sided.first - amount.words.length, meaning };
}

/** `over the past week` and `just days` are no amounts; `over three days` is one only where it cannot mean during. */
function fitsAmount(
  words: readonly TimeWord[],
  sided: Found,
  own: Found,
  amount: readonly string[],
): boolean {
  const [word] = amount;
  const counted = words[own.first]?.lower !== words[own.next - 1]?.lower;
  if (word === 'just' && amount.length === 1) return counted && words[own.next - 1]?.lower !== 'old';
  if (word === 'another' || word === 'fully') return counted;
  if (word === 'much') return sided.first < own.first;
  if (amount.length > 1) return true;
  if (word === 'under') return true;
  if (word !== 'over') return sided.first === own.first || word !== 'some';
  if (sided.first < own.first) return false;
  return words[own.next - 1]?.lower === 'old' || OVER_BEFORE.has(words[sided.first - 2]?.lower ?? '');
}

/** Words after which `over` compares. */
const OVER_BEFORE = new Set(
  'for of in after to by and is was at takes took lasted than be anyone those people been children aged years'.split(
    ' ',
  ),
);

/** Takes `last`, `the first`, `these`; a hyphenated measure is an adjective and takes nothing. */
function takeSides(text: TimeText, found: Found<Measure | Point>, floor: number): Found<Measure | Point> {
  const { words } = text;
  const end = words[found.next - 1];
  const adjective = end !== undefined && (end.gap === '-' || end.after === '-') && !end.lower.endsWith('s');
  let first = found.first;
  const own = words[first];
  if (adjective) return found;
  while (
    first > floor &&
    first > found.first - 2 &&
    words[first]?.gap === ' ' &&
    SIDES.has(words[first - 1]?.lower ?? '') &&
    !isLasting(words, first - 1)
  )
    first--;
  const article = words[first - 1];
  if (first <= floor || words[first]?.gap !== ' ' || !article || !ARTICLES.has(article.lower))
    return { ...found, first };
  const sided = first < found.first || SIDES.has(own?.lower ?? '') || WHOLE.has(own?.lower ?? '');
  const plural = end?.lower.endsWith('s') === true && mostlyCloses(text, found.next);
  return {
    ...found,
    first: sided || (plural && article.lower !== 'this' && article.lower !== 'that') ? first - 1 : first,
  };
}

/** `would last 72 hours`, `shows that last two hours`: the verb, not the adjective. */
function isLasting(words: readonly TimeWord[], index: number): boolean {
  const before = words[index - 1];
  return (
    words[index]?.lower === 'last' && words[index]?.gap === ' ' && BEFORE_LASTING.has(before?.lower ?? '')
  );
}

const BEFORE_LASTING = new Set(
  'to will would ll can could may might must shall should cannot not t did does do which who usually typically normally generally sometimes they it'.split(
    ' ',
  ),
);

const WHOLE = new Set(['entire', 'full', 'whole', 'single']);

/** `ago`, `earlier`, `later` make a measure a point; `or so` and `or more` qualify it. */
function growSuffix(words: readonly TimeWord[], found: Found<Measure>): Found<Measure | Point> {
  const word = words[found.next];
  if (!word || !isClose(word.gap)) return found;
  const after = words[found.next + 1];
  if (word.lower === 'or' && after?.gap === ' ') return growOr(found, after.lower);
  const [part] = found.meaning.parts;
  const side = SUFFIXES.get(word.lower);
  if (
    !side ||
    found.meaning.parts.length !== 1 ||
    part?.unit === undefined ||
    words[found.next - 1]?.lower === 'old'
  )
    return found;
  const spaced = after?.gap === ' ' ? after.lower : undefined;
  const clock = part.unit === 'second' || part.unit === 'minute' || part.unit === 'hour';
  if ((word.lower === 'earlier' || word.lower === 'later') && spaced === 'than') return found;
  if (word.lower === 'earlier' && spaced === 'this') return found;
  if (word.lower === 'from' && spaced !== 'now') return found;
  if (word.lower === 'back' && (clock || (spaced !== undefined && !isFunctionWord(spaced)))) return found;
  const shift = {
    unit: part.unit,
    count: part.count === undefined ? undefined : part.count * side.direction,
    from: side.from,
    direction: side.direction,
  };
  const next = found.next + (word.lower === 'from' ? 2 : 1);
  return { first: found.first, next, meaning: { kind: 'point', shift }, reason: found.reason };
}

interface Suffix {
  readonly direction: -1 | 1;
  readonly from: 'publication' | 'narrative';
}

const SUFFIXES: ReadonlyMap<string, Suffix> = new Map<string, Suffix>([
  ['ago', { direction: -1, from: 'publication' }],
  ['back', { direction: -1, from: 'publication' }],
  ['hence', { direction: 1, from: 'publication' }],
  ['from', { direction: 1, from: 'publication' }],
  ['earlier', { direction: -1, from: 'narrative' }],
  ['previously', { direction: -1, from: 'narrative' }],
  ['later', { direction: 1, from: 'narrative' }],
  ['afterwards', { direction: 1, from: 'narrative' }],
  ['afterward', { direction: 1, from: 'narrative' }],
]);

const OR: ReadonlyMap<string, TimexMod> = new Map<string, TimexMod>([
  ['so', 'APPROX'],
  ['more', 'EQUAL_OR_MORE'],
  ['longer', 'EQUAL_OR_MORE'],
  ['older', 'EQUAL_OR_MORE'],
  ['less', 'EQUAL_OR_LESS'],
  ['younger', 'EQUAL_OR_LESS'],
  ['fewer', 'EQUAL_OR_LESS'],
]);

/** `a year or so`, `five years or more`, `a week or two`. */
function growOr(found: Found<Measure>, lower: string): Found<Measure> {
  const mod = OR.get(lower);
  if (mod) return { ...found, next: found.next + 2, meaning: { ...found.meaning, mod } };
  if (lower !== 'two') return found;
  const parts = found.meaning.parts.map(({ unit }) => ({ unit, count: undefined }));
  return { ...found, next: found.next + 2, meaning: { ...found.meaning, parts } };
}
