import { readZone } from './clockTimes.ts';
import type { Found } from './found.ts';
import { growMeasure } from './growMeasure.ts';
import type { Point } from './meaning.ts';
import {
  ABOUT,
  DEGREE,
  findModifier,
  type Modifier,
  type Modifiers,
  OF_REFERENCE,
  PHASE,
} from './modifiers.ts';
import { closesPhrase, mostlyCloses } from './phrases.ts';
import type { TimeText, TimeWord } from './words.ts';

/**
 * Grows an expression over the words beside it that belong to it: `ago`, `late`, `the end of`, `more than`. What is no
 * expression by itself and did not grow is gone. Nothing before `floor` is taken.
 */
export function growFound(text: TimeText, found: Found, floor: number): Found | undefined {
  const { meaning } = found;
  switch (meaning.kind) {
    case 'measure':
      return growMeasure(text, { ...found, meaning }, floor);
    case 'point':
      return growPoint(text, { ...found, meaning }, floor);
    case 'reference':
      return growLeft(text, found, floor, OF_REFERENCE);
    case 'frequency':
      return found;
  }
}

function growPoint(text: TimeText, found: Found<Point>, floor: number): Found | undefined {
  const { words } = text;
  if (isLooseSeason(text, found)) return undefined;
  const zoned = growZone(words, found);
  const articled = withArticle(text, zoned, floor);
  const phase = findModifier(words, articled.first, floor, PHASE);
  if (!phase || !isPhase(words, articled, phase))
    return found.weak ? undefined : growLeft(text, articled, floor, ABOUT);
  const grown = takePhase(text, articled, phase, floor);
  const degree = findModifier(words, grown.first, floor, DEGREE);
  const whole =
    degree && phase.words.length === 1 ? { ...grown, first: grown.first - degree.words.length } : grown;
  return growLeft(text, whole, floor, ABOUT);
}

/** A season that only says what kind of thing another noun is: winter crops. */
function isLooseSeason(text: TimeText, { first, next, meaning }: Found<Point>): boolean {
  if (!meaning.season || meaning.year !== undefined || meaning.side || meaning.shift) return false;
  if (closesPhrase(text, next)) return false;
  if (text.words[first - 1]?.lower === 'the' && SEASON_LEAD.has(text.words[first - 2]?.lower ?? ''))
    return !mostlyCloses(text, next);
  return !SEASON_BEFORE.has(text.words[first - 1]?.lower ?? '');
}

/** Before `the winter`, where a stretch of time is meant. */
const SEASON_LEAD = new Set(['throughout', 'during', 'over', 'since', 'until', 'through']);

const SEASON_BEFORE = new Set(
  'in during since until by of early late mid last this next every each'.split(' '),
);

/** `Friday morning, local time`. */
function growZone(words: readonly TimeWord[], found: Found<Point>): Found<Point> {
  if (found.meaning.part === undefined && found.meaning.shift?.unit !== 'day') return found;
  const zone = words[found.next]?.lower === 'local' ? readZone(words, found.next) : undefined;
  return zone ? { ...found, next: zone.next } : found;
}

/** `most of` and `all of` belong to what has an article, `year` to a year. */
function isPhase(words: readonly TimeWord[], found: Found<Point>, phase: Modifier): boolean {
  if (phase.words.length === 1 && phase.words[0] === 'end') return words[found.first]?.gap === '-';
  if (phase.words[0] === 'year') return found.meaning.year !== undefined && found.meaning.month === undefined;
  if (phase.mod !== undefined) return true;
  if (phase.words[0] === 'same') return found.meaning.shift?.unit === 'year';
  return words[found.first]?.lower === 'the';
}

function takePhase(text: TimeText, found: Found<Point>, phase: Modifier, floor: number): Found<Point> {
  const { words } = text;
  const first = found.first - phase.words.length;
  const the = first > floor && words[first]?.gap === ' ' && words[first - 1]?.lower === 'the';
  const long = phase.words.length > 1 && LONG.has(phase.words.at(-1) as string);
  const takes = the && (long || phase.words[0] === 'year' || wantsArticle(found.meaning, text, found.next));
  const meaning = phase.mod ? { ...found.meaning, mod: phase.mod } : found.meaning;
  return { ...found, first: takes ? first - 1 : first, meaning };
}

/** Phrases ending so have the article: the end of, the same time. */
const LONG = new Set(['of', 'time']);

/** Takes `the` where it belongs to the expression, not where it belongs to another noun (`the 1950s war`). */
function withArticle(text: TimeText, found: Found<Point>, floor: number): Found<Point> {
  const { words } = text;
  const word = words[found.first];
  const the = words[found.first - 1];
  if (!word || the?.lower !== 'the' || found.first <= floor || !OPEN_GAPS.has(word.gap)) return found;
  const ordinal =
    found.meaning.day !== undefined && word.figure !== undefined && words[found.first + 1]?.gap === '';
  return ordinal || wantsArticle(found.meaning, text, found.next)
    ? { ...found, first: found.first - 1 }
    : found;
}

const OPEN_GAPS = new Set([' ', " '", ' ‘', ' ’']);

function wantsArticle(meaning: Point, text: TimeText, next: number): boolean {
  const { words } = text;
  // "the year-ago quarter": the article is the noun's.
  if (words[next - 1]?.gap === '-' && meaning.shift) return mostlyCloses(text, next);
  if (meaning.shift || meaning.side || meaning.nth || meaning.fiscal) return true;
  const { month, day, clock } = meaning;
  if (month === undefined && day !== undefined) return true;
  if (clock) return false;
  const figured = words[next - 1]?.figure !== undefined;
  if (words[next - 1]?.lower === 'year') return true;
  if (meaning.season || meaning.quarter !== undefined || meaning.half !== undefined)
    return figured || (meaning.season ? closesPhrase(text, next) : mostlyCloses(text, next));
  if (meaning.holiday !== undefined || meaning.weekday !== undefined)
    return !text.scraped && closesPhrase(text, next);
  const plain = month === undefined && meaning.year === undefined;
  if (plain || meaning.part) return mostlyCloses(text, next);
  return day !== undefined && !figured && closesPhrase(text, next);
}

function growLeft(text: TimeText, found: Found, floor: number, modifiers: Modifiers): Found {
  const taken = findModifier(text.words, found.first, floor, modifiers);
  if (!taken) return found;
  const own = { ...found, first: found.first - taken.words.length };
  const meaning =
    taken.mod && found.meaning.mod === undefined ? { ...found.meaning, mod: taken.mod } : found.meaning;
  return { ...own, meaning };
}
