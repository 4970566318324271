import type { Paragraph } from '../../text/paragraphs.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { PlainParagraph } from '../reading.ts';
import type { Country, Evidence, Person, Publication, TimeExpression } from '../types.ts';
import { toDuration } from './durationValue.ts';
import { findTimes } from './find.ts';
import type { Found } from './found.ts';
import type { Meaning } from './meaning.ts';
import { beginNarrative, tell } from './narrative.ts';
import { opensRange } from './ranges.ts';
import { type Resolved, resolvePoint } from './resolve.ts';
import type { Standpoint } from './standpoint.ts';
import { findTense, type Tense } from './tense.ts';
import { splitTimeWords, type TimeText } from './words.ts';

/** The time expressions of a paragraph, not yet anchored in the calendar. */
export interface TimeReading {
  readonly expressions: readonly ReadTime[];
}

/** An expression by its place in the paragraph, with what its words say and the tense of the verb beside it. */
export interface ReadTime extends Span {
  readonly meaning: Meaning;
  readonly tense: Tense | undefined;
  readonly evidence: readonly Evidence[];
  /** Whether the next expression of the paragraph ends a range that this one begins: `from 1973 to 1990`. */
  readonly opensRange?: true;
}

/** A paragraph in its place, with its expressions read. */
export interface TimedParagraph extends Paragraph {
  readonly reading: { readonly times: TimeReading };
}

/** Finds the time expressions of a paragraph alone. */
export function readTimes(paragraph: PlainParagraph): TimeReading {
  const text: TimeText = {
    words: splitTimeWords(paragraph.text, paragraph.tokens),
    scraped: paragraph.form === 'scraped',
  };
  const founds = findTimes(text);
  return {
    expressions: founds.map((found, index) => {
      const time = toReadTime(paragraph.text, text, found);
      return opensRange(text, found, founds[index + 1]) ? { ...time, opensRange: true } : time;
    }),
  };
}

function toReadTime(source: string, text: TimeText, found: Found): ReadTime {
  const start = text.words[found.first]?.start ?? 0;
  let end = text.words[found.next - 1]?.end ?? start;
  // The full stop of "a.m." and "B.C." belongs to it.
  const last = text.words[found.next - 1];
  if (last?.lower.length === 1 && source[end] === '.' && last.gap === '.') end++;
  return {
    start,
    end,
    meaning: found.meaning,
    tense: findTense(text, found.first, found.next),
    evidence: [{ reason: found.reason, words: source.slice(start, end) }],
  };
}

/**
 * The time expressions of the article with their values, in order of place; those inside the names of people are left
 * out. Works on the found expressions alone, so that it can be redone at every change.
 */
export function relateTimes(
  paragraphs: readonly TimedParagraph[],
  people: readonly Person[],
  countries: readonly Country[],
  publication: Publication | undefined,
): readonly TimeExpression[] {
  const related: TimeExpression[] = [];
  // The index that the mark after a range's first one must have to end it.
  let rangeEnd: number | undefined;
  const narrative = beginNarrative();
  const dayFirst = isDayFirst(countries);
  const history = isHistory(paragraphs, publication);
  let person = 0;
  for (const paragraph of paragraphs)
    for (const time of paragraph.reading.times.expressions) {
      const span = { start: paragraph.start + time.start, end: paragraph.start + time.end };
      while (person < people.length && (people[person] as Person).end <= span.start) person++;
      const name = people[person];
      if (name && overlaps(name, span)) {
        rangeEnd = undefined;
        continue;
      }
      const at = {
        published: publication?.date,
        narrative,
        tense: time.tense,
        start: span.start,
        dayFirst,
        history,
      };
      const resolved = resolve(time.meaning, at);
      const { mod } = time.meaning;
      related.push({
        kind: 'date',
        ...span,
        ...resolved,
        ...(mod && { mod }),
        ...quantOf(time.meaning),
        evidence: time.evidence,
      });
      const opening = rangeEnd === undefined ? undefined : related[rangeEnd - 1];
      if (opening && rangeEnd !== undefined) related[rangeEnd - 1] = { ...opening, rangeEnd };
      rangeEnd = time.opensRange ? related.length : undefined;
      if (time.meaning.kind === 'point')
        tell(narrative, resolved.value, span, time.meaning.year !== undefined);
    }
  return related;
}

function resolve(meaning: Meaning, at: Standpoint): Resolved {
  switch (meaning.kind) {
    case 'point':
      return resolvePoint(meaning, at);
    case 'measure':
      return { timex: 'DURATION', value: toDuration(meaning.parts), derivation: { kind: 'stated' } };
    case 'frequency':
      return { timex: 'SET', value: meaning.value, derivation: { kind: 'stated' } };
    case 'reference':
      return { timex: 'DATE', value: meaning.value, derivation: { kind: 'stated' } };
  }
}

function quantOf(meaning: Meaning): { readonly quant?: string; readonly freq?: string } {
  if (meaning.kind !== 'frequency') return {};
  return { ...(meaning.quant && { quant: meaning.quant }), ...(meaning.freq && { freq: meaning.freq }) };
}

/** An article that names so many years, nearly all of them before the publication's, tells a history. */
const YEARS_OF_HISTORY = 8;
const SHARE_OF_HISTORY = 0.9;

function isHistory(paragraphs: readonly TimedParagraph[], publication: Publication | undefined): boolean {
  if (!publication) return false;
  const recent = Number(publication.date.slice(0, 4)) - 1;
  let years = 0;
  let old = 0;
  for (const { reading } of paragraphs)
    for (const { meaning } of reading.times.expressions) {
      if (meaning.kind !== 'point' || meaning.year === undefined) continue;
      years++;
      if (meaning.year < recent) old++;
    }
  return YEARS_OF_HISTORY <= years && SHARE_OF_HISTORY * years <= old;
}

/** States that write the month first. */
const MONTH_FIRST = new Set(['US', 'PH', 'FM', 'PW', 'MH', 'BZ']);

/** Whether the country the article speaks of most writes the day first; without countries it does not. */
function isDayFirst(countries: readonly Country[]): boolean {
  const counts = new Map<string, number>();
  for (const { code } of countries) counts.set(code, (counts.get(code) ?? 0) + 1);
  let main: string | undefined;
  for (const [code, count] of counts)
    if (main === undefined || (counts.get(main) as number) < count) main = code;
  return main !== undefined && !MONTH_FIRST.has(main);
}
