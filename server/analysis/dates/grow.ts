import type { TimexMod } from '../types.ts';
import { isFunctionWord } from './calendarDates.ts';
import type { Found } from './found.ts';
import type { Measure, Point, Unit } from './meaning.ts';
import { isClose, type TimeText, type TimeWord } from './words.ts';

/** Grows an expression over the words beside it that belong to it: `ago`, `late`, `the end of`, `more than`. */
export function growFound(text: TimeText, found: Found, floor: number): Found | undefined {
  const { meaning } = found;
  switch (meaning.kind) {
    case 'measure':
      return growMeasure(text, { ...found, meaning }, floor);
    case 'point':
      return growPoint(text, { ...found, meaning }, floor);
    case 'frequency':
    case 'reference':
      return growLeft(text, found, floor, NO_ARTICLE);
  }
}

/** Phrases before an expression by their last word, words in the order of the text, with what they say. */
interface Modifier {
  readonly words: readonly string[];
  readonly mod: TimexMod | undefined;
}

const AMOUNT = group([
  [
    'APPROX',
    'about',
    'around',
    'approximately',
    'roughly',
    'some',
    'circa',
    'nigh on',
    'an estimated',
    'an average of',
    'somewhere around',
  ],
  [
    'MORE_THAN',
    'more than',
    'over',
    'just over',
    'well over',
    'slightly over',
    'a little over',
    'somewhat over',
    'slightly more than',
    'just more than',
    'a little more than',
    'well more than',
    'upwards of',
    'greater than',
    'longer than',
    'not less than',
    'no less than',
  ],
  [
    'LESS_THAN',
    'less than',
    'fewer than',
    'under',
    'just under',
    'nearly',
    'almost',
    'close to',
    'not quite',
    'slightly less than',
    'just less than',
    'a little less than',
    'a little under',
    'slightly under',
    'well under',
    'younger than',
    'shorter than',
  ],
  ['EQUAL_OR_MORE', 'at least', 'no fewer than', 'a minimum of'],
  [
    'EQUAL_OR_LESS',
    'at most',
    'up to',
    'as long as',
    'as much as',
    'as many as',
    'no more than',
    'not more than',
    'a maximum of',
  ],
  [
    undefined,
    'just',
    'another',
    'an additional',
    'a further',
    'a matter of',
    'between',
    'exactly',
    'fully',
    'a mere',
    'a total of',
    'a whopping',
  ],
]);

const ABOUT = group([
  ['APPROX', 'about', 'around', 'approximately', 'roughly', 'circa', 'shortly'],
  [undefined, 'exactly'],
]);

const PHASE = group([
  [
    'START',
    'early',
    'earlier',
    'early on',
    'earlier on',
    'early in',
    'earlier in',
    'very early',
    'beginning of',
    'start of',
    'early part of',
    'early hours of',
    'early morning hours of',
    'early days of',
    'opening of',
    'dawn of',
    'first part of',
    'onset of',
    'outset of',
    'beginning in',
    'bright and early',
  ],
  ['MID', 'mid', 'middle of', 'midst of', 'midway through', 'height of', 'middle part of'],
  [
    'END',
    'late',
    'later',
    'late on',
    'later on',
    'late in',
    'later in',
    'end of',
    'close of',
    'latter part of',
    'latter half of',
    'very late',
    'tail end of',
    'very end of',
    'final days of',
    'rest of',
    'remainder of',
  ],
  [
    undefined,
    'the year',
    'year',
    'month of',
    'year of',
    'all of',
    'most of',
    'much of',
    'the whole of',
    'whole of',
    'entire',
    'all',
  ],
]);

const NO_ARTICLE: ReadonlyMap<string, readonly Modifier[]> = group([
  [undefined, 'just', 'right', 'very', 'relatively', 'only'],
]);

const SIDES = new Set(
  'last past next coming recent previous first final following preceding initial early remaining subsequent other opening closing latest'.split(
    ' ',
  ),
);
const ARTICLES = new Set(['the', 'these', 'those', 'this', 'that', 'its', 'their', 'his', 'her']);

function growMeasure(text: TimeText, found: Found<Measure>, floor: number): Found | undefined {
  const { words } = text;
  const counted = growSuffix(text, found);
  let grown: Found = counted;
  const sided = takeSides(words, grown.first, floor);
  if (sided < grown.first) {
    grown = { ...grown, first: sided };
    const article = words[sided - 1];
    if (
      sided > floor &&
      article &&
      words[sided]?.gap === ' ' &&
      (article.lower === 'the' ||
        article.lower === 'these' ||
        article.lower === 'those' ||
        article.lower === 'this' ||
        article.lower === 'that')
    )
      grown = { ...grown, first: sided - 1 };
  } else {
    const article = words[grown.first - 1];
    const plural = words[counted.next - 1]?.lower.endsWith('s') && words[counted.next - 1]?.after !== '-';
    if (
      grown.first > floor &&
      article &&
      words[grown.first]?.gap === ' ' &&
      (article.lower === 'the' || article.lower === 'these' || article.lower === 'those') &&
      plural &&
      closes(words, counted.next)
    )
      grown = { ...grown, first: grown.first - 1 };
  }
  return growLeft(text, grown, floor, AMOUNT);
}

function takeSides(words: readonly TimeWord[], first: number, floor: number): number {
  let at = first;
  while (at > floor && at > first - 2 && words[at]?.gap === ' ' && SIDES.has(words[at - 1]?.lower ?? ''))
    at--;
  return at;
}

/** `ago`, `earlier`, `later` make a measure a point; `or so` and `or more` qualify it. */
function growSuffix({ words }: TimeText, found: Found<Measure>): Found<Measure | Point> {
  const word = words[found.next];
  if (!word || !isClose(word.gap)) return found;
  const after = words[found.next + 1];
  if (word.lower === 'or' && after?.gap === ' ') {
    if (after.lower === 'so') return suffixed(found, found.next + 2, 'APPROX');
    if (after.lower === 'more' || after.lower === 'longer' || after.lower === 'older')
      return suffixed(found, found.next + 2, 'EQUAL_OR_MORE');
    if (after.lower === 'less' || after.lower === 'younger' || after.lower === 'fewer')
      return suffixed(found, found.next + 2, 'EQUAL_OR_LESS');
    if (after.lower === 'two')
      return {
        ...suffixed(found, found.next + 2, undefined),
        meaning: {
          ...found.meaning,
          parts: found.meaning.parts.map(({ unit }) => ({ unit, count: undefined })),
        },
      };
  }
  const [part] = found.meaning.parts;
  if (found.meaning.parts.length !== 1 || part?.unit === undefined || words[found.next - 1]?.lower === 'old')
    return found;
  const side = SUFFIXES.get(word.lower);
  if (!side) return found;
  if ((word.lower === 'earlier' || word.lower === 'later') && after?.gap === ' ' && after.lower === 'than')
    return found;
  if (word.lower === 'from')
    return after?.lower === 'now' ? toShift(found, found.next + 2, part, 1, 'publication') : found;
  if (word.lower === 'back' && after?.gap === ' ' && !isFunctionWord(after.lower)) return found;
  return toShift(found, found.next + 1, part, side.direction, side.from);
}

const SUFFIXES: ReadonlyMap<
  string,
  { readonly direction: -1 | 1; readonly from: 'publication' | 'narrative' }
> = new Map([
  ['ago', { direction: -1, from: 'publication' }],
  ['back', { direction: -1, from: 'publication' }],
  ['hence', { direction: 1, from: 'publication' }],
  ['from', { direction: 1, from: 'publication' }],
  ['earlier', { direction: -1, from: 'narrative' }],
  ['previously', { direction: -1, from: 'narrative' }],
  ['later', { direction: 1, from: 'narrative' }],
  ['afterwards', { direction: 1, from: 'narrative' }],
  ['afterward', { direction: 1, from: 'narrative' }],
  ['thereafter', { direction: 1, from: 'narrative' }],
]);

function toShift(
  found: Found<Measure>,
  next: number,
  part: { readonly count: number | undefined; readonly unit: Unit | undefined },
  direction: -1 | 1,
  from: 'publication' | 'narrative',
): Found<Point> {
  const count = part.count === undefined ? undefined : part.count * direction;
  const shift = { unit: part.unit as Unit, count, from, direction };
  return { first: found.first, next, meaning: { kind: 'point', shift }, reason: found.reason };
}

function suffixed(found: Found<Measure>, next: number, mod: TimexMod | undefined): Found<Measure> {
  return { ...found, next, meaning: { ...found.meaning, ...(mod && { mod }) } };
}

function growPoint(text: TimeText, found: Found<Point>, floor: number): Found | undefined {
  const { words } = text;
  let grown = withArticle(words, found, floor);
  const bare = grown.first;
  const phase = takeModifier(words, grown.first, floor, PHASE);
  if (phase) {
    const articled =
      phase.mod === undefined ||
      phase.words.length > 1 ||
      phase.words[0] === 'mid' ||
      phase.words[0] === 'late' ||
      phase.words[0] === 'early';
    const first = grown.first - phase.words.length;
    const the =
      articled &&
      first > floor &&
      words[first]?.gap === ' ' &&
      words[first - 1]?.lower === 'the' &&
      (phase.words.length > 1 || wantsArticle(found.meaning, words, found.next) || phase.words[0] === 'year');
    grown = {
      ...grown,
      first: the ? first - 1 : first,
      meaning: { ...grown.meaning, ...(phase.mod && { mod: phase.mod }) },
    };
  }
  const again = phase ? takeModifier(words, grown.first, floor, VERY) : undefined;
  if (again) grown = { ...grown, first: grown.first - again.words.length };
  if (found.weak && grown.first >= bare && !(phase !== undefined)) return undefined;
  return growLeft(text, grown, floor, ABOUT);
}

const VERY = group([[undefined, 'very', 'relatively', 'as']]);

/** Takes `the` where it belongs to the expression: not before another noun (`the 1950s war`). */
function withArticle(words: readonly TimeWord[], found: Found<Point>, floor: number): Found<Point> {
  const word = words[found.first];
  const the = words[found.first - 1];
  if (!word || !the || found.first <= floor || word.gap !== ' ' || !ARTICLES.has(the.lower)) return found;
  if (the.lower !== 'the') return found;
  return wantsArticle(found.meaning, words, found.next) ? { ...found, first: found.first - 1 } : found;
}

function wantsArticle(meaning: Point, words: readonly TimeWord[], next: number): boolean {
  if (meaning.shift || meaning.side || meaning.nth) return true;
  if (meaning.decade !== undefined || meaning.shortDecade !== undefined || meaning.century !== undefined)
    return closes(words, next);
  if (meaning.season || meaning.quarter !== undefined || meaning.half !== undefined || meaning.weekend)
    return closes(words, next);
  if (meaning.part && !meaning.clock) return closes(words, next);
  if (meaning.fiscal) return true;
  if (meaning.month === undefined && meaning.day !== undefined) return true;
  return (
    (meaning.day !== undefined &&
      /^\d/u.test(words[next - 1]?.lower ?? '') === false &&
      closes(words, next)) ||
    false
  );
}

/** Whether a noun phrase is complete before a word: what follows is no noun. */
function closes(words: readonly TimeWord[], next: number): boolean {
  const word = words[next];
  if (word?.gap !== ' ') return !(word?.gap === '-');
  return isFunctionWord(word.lower) || CLOSERS.has(word.lower) || /(?:ed|ly)$/u.test(word.lower);
}

const CLOSERS = new Set(
  'said says began ended saw went came took made became can could may might should did does do there here more most no one all between under through across around only even still now what how why such each both many several two three according including without within against among ago later earlier'.split(
    ' ',
  ),
);

function growLeft(
  text: TimeText,
  found: Found,
  floor: number,
  modifiers: ReadonlyMap<string, readonly Modifier[]>,
): Found {
  const taken = takeModifier(text.words, found.first, floor, modifiers);
  if (!taken) return found;
  const own = { ...found, first: found.first - taken.words.length };
  const meaning =
    taken.mod && found.meaning.mod === undefined ? { ...found.meaning, mod: taken.mod } : found.meaning;
  return { ...own, meaning };
}

/** The longest modifier that ends right before a word. */
function takeModifier(
  words: readonly TimeWord[],
  first: number,
  floor: number,
  modifiers: ReadonlyMap<string, readonly Modifier[]>,
): Modifier | undefined {
  const word = words[first];
  const last = words[first - 1];
  if (!word || !last || !isClose(word.gap)) return undefined;
  for (const modifier of modifiers.get(last.lower) ?? []) {
    const start = first - modifier.words.length;
    if (start < floor) continue;
    const fits = modifier.words.every(
      (own, index) =>
        words[start + index]?.lower === own && (index === 0 || isClose(words[start + index]?.gap ?? '')),
    );
    if (fits) return modifier;
  }
  return undefined;
}

function group(
  rows: readonly (readonly [TimexMod | undefined, ...string[]])[],
): ReadonlyMap<string, readonly Modifier[]> {
  const groups = new Map<string, Modifier[]>();
  for (const [mod, ...phrases] of rows)
    for (const phrase of phrases) {
      // An article inside the expression may stand between the modifier and what it modifies.
      const words = phrase.split(' ');
      const last = words.at(-1) as string;
      const own = groups.get(last) ?? [];
      own.push({ words, mod });
      groups.set(last, own);
    }
  for (const own of groups.values()) own.sort((a, b) => b.words.length - a.words.length);
  return groups;
}
