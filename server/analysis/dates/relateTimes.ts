import type { Country, Person, Publication, TimeExpression } from '../types.ts';
import { findUnchanged, type Stand } from '../unchanged.ts';
import type { Memories, Memory } from './memories.ts';
import { beginNarrative, countableOf, type Narrative, tell } from './narrative.ts';
import { type Resolved, resolve } from './resolve.ts';
import { NEAR } from './resolveYear.ts';
import type { ReadTime, TimedParagraph } from './times.ts';
import { isHistory, writesDayFirst } from './wholeArticle.ts';

/** Tells the passes over an article apart, so that the same words at two places have two memories. */
let pass = 0;

/** Gives the time expressions of an article their values. */
export type RelateTimes = (
  paragraphs: readonly TimedParagraph[],
  people: readonly Person[],
  countries: readonly Country[],
  publication: Publication | undefined,
) => readonly TimeExpression[];

/** Relates the times of an article again and again; up to the first paragraph that has changed it goes on from the last time. */
export function createTimesRelater(): RelateTimes {
  let last: Related | undefined;
  return (paragraphs, people, countries, publication) => {
    last = relate({ paragraphs, people, countries, publication }, last);
    return last.related;
  };
}

/**
 * The time expressions of the article with their values, in order of place; those inside the names of people are left
 * out. Works on the found expressions alone and remembers what each was read against, so that it can be redone at
 * every change.
 */
export const relateTimes: RelateTimes = (paragraphs, people, countries, publication) =>
  relate({ paragraphs, people, countries, publication }, undefined).related;

interface Task extends Stand {
  readonly paragraphs: readonly TimedParagraph[];
  readonly countries: readonly Country[];
  readonly publication: Publication | undefined;
}

/** The times of an article as they were last related. */
interface Related extends Task {
  readonly history: boolean;
  /** Undefined where nothing asks for it. */
  readonly dayFirst: boolean | undefined;
  readonly related: readonly TimeExpression[];
  readonly rests: readonly Rest[];
}

/** A place between two paragraphs, and what was told before it. */
interface Rest {
  /** Paragraphs before it, and the end of the last of them. */
  readonly index: number;
  readonly end: number;
  readonly related: number;
  readonly person: number;
  readonly narrative: Readonly<Narrative>;
}

/** So many paragraphs lie between two rests. */
const STRETCH = 4;

function relate(task: Task, last: Related | undefined): Related {
  pass++;
  const { paragraphs, people, countries, publication } = task;
  const published = publication?.date;
  const history = isHistory(paragraphs, publication);
  const rest = last?.history === history ? findRest(last, task) : undefined;
  const related = rest && last ? last.related.slice(0, rest.related) : [];
  const rests = rest && last ? last.rests.slice(0, last.rests.indexOf(rest) + 1) : [];
  const narrative = rest ? { ...rest.narrative } : beginNarrative();
  let dayFirst = rest && last?.dayFirst;
  let person = rest?.person ?? 0;
  for (let at = rest?.index ?? 0; at < paragraphs.length; at++) {
    const { start, end, reading } = paragraphs[at] as TimedParagraph;
    const { expressions } = reading.times;
    const memories = expressions.length === 0 ? NO_MEMORIES : reading.times.occurrences.next(pass);
    for (let index = 0; index < expressions.length; index++) {
      const time = expressions[index] as ReadTime;
      while (person < people.length && (people[person] as Person).end <= start + time.start) person++;
      if (isName(people, person, start, time)) continue;
      const ambiguous = time.meaning.kind === 'point' && time.meaning.orders !== undefined;
      if (ambiguous && dayFirst === undefined) dayFirst = writesDayFirst(countries);
      const memory = recall(
        memories,
        index,
        time,
        start,
        published,
        history,
        ambiguous && dayFirst === true,
        narrative,
      );
      const next = time.opensRange ? expressions[index + 1] : undefined;
      const ends = next !== undefined && !isName(people, person, start, next);
      const expression = toExpression(memory, time, start, narrative, ends ? related.length + 1 : undefined);
      if (expression !== memory.expression) {
        memory.expression = expression;
        memory.told =
          memory.countable === undefined ? undefined : { value: memory.countable, span: expression };
      }
      related.push(expression);
      if (memory.told) tell(narrative, memory.told, statesYear(time));
    }
    if ((at + 1) % STRETCH === 0)
      rests.push({ index: at + 1, end, related: related.length, person, narrative: { ...narrative } });
  }
  return { ...task, history, dayFirst, related, rests };
}

const NO_MEMORIES: Memories = [];

/** The last rest before which everything is as it was: paragraphs, people, and what their dates are read against. */
function findRest(last: Related, now: Task): Rest | undefined {
  if (last.publication?.date !== now.publication?.date) return undefined;
  if (last.dayFirst !== undefined && last.dayFirst !== writesDayFirst(now.countries)) return undefined;
  const { paragraphs, until } = findUnchanged(last, now);
  return last.rests.findLast(({ index, end }) => index <= paragraphs && end <= until);
}

function statesYear({ meaning }: ReadTime): boolean {
  return meaning.kind === 'point' && meaning.year !== undefined;
}

/** Whether the expression lies in the name of one of the people from an index on: a name is no month. */
function isName(people: readonly Person[], from: number, start: number, time: ReadTime): boolean {
  for (let i = from; i < people.length; i++) {
    const person = people[i] as Person;
    if (start + time.end <= person.start) return false;
    if (start + time.start < person.end) return true;
  }
  return false;
}

/** What the expression says here: remembered where everything it may be read against is as it was. */
function recall(
  memories: Memories,
  index: number,
  time: ReadTime,
  start: number,
  published: string | undefined,
  history: boolean,
  dayFirst: boolean,
  narrative: Narrative,
): Memory {
  const day = narrative.day?.value;
  const date = narrative.date?.value;
  const year = narrative.year?.value;
  const yearIsNear = narrative.year !== undefined && start + time.start - narrative.year.span.end <= NEAR;
  const known = memories[index];
  // What is no point in time says the same everywhere.
  if (known !== undefined && time.meaning.kind !== 'point') return known;
  if (
    known !== undefined &&
    known.published === published &&
    known.history === history &&
    known.dayFirst === dayFirst &&
    known.day === day &&
    known.date === date &&
    known.year === year &&
    known.yearIsNear === yearIsNear
  )
    return known;
  const resolved = resolve(time.meaning, {
    published,
    narrative,
    tense: time.tense,
    yearIsNear,
    dayFirst,
    history,
  });
  const memory: Memory = {
    published,
    history,
    dayFirst,
    day,
    date,
    year,
    yearIsNear,
    resolved,
    from: fromOf(resolved, narrative),
    countable: time.meaning.kind === 'point' ? countableOf(resolved.value) : undefined,
    expression: undefined,
    told: undefined,
  };
  memories[index] = memory;
  return memory;
}

function fromOf({ derivation }: Resolved, { day, date, year }: Narrative): Memory['from'] {
  if (derivation.kind !== 'narrative') return undefined;
  if (derivation.referenceSpan === day?.span) return 'day';
  return derivation.referenceSpan === date?.span
    ? 'date'
    : derivation.referenceSpan === year?.span
      ? 'year'
      : undefined;
}

/** The expression in its place; the very object of the last time where nothing has moved. */
function toExpression(
  { resolved, from, expression: last }: Memory,
  time: ReadTime,
  offset: number,
  narrative: Narrative,
  rangeEnd: number | undefined,
): TimeExpression {
  const start = offset + time.start;
  const told = from === undefined ? undefined : narrative[from];
  if (last !== undefined && last.start === start && last.rangeEnd === rangeEnd && isFrom(last, told?.span))
    return last;
  const { timex, value } = resolved;
  const derivation =
    told && resolved.derivation.kind === 'narrative'
      ? { ...resolved.derivation, referenceSpan: { start: told.span.start, end: told.span.end } }
      : resolved.derivation;
  const end = offset + time.end;
  const plain = { kind: 'date', start, end, timex, value, derivation, evidence: time.evidence } as const;
  if (time.details === undefined && rangeEnd === undefined) return plain;
  return { ...plain, ...time.details, ...(rangeEnd !== undefined && { rangeEnd }) };
}

function isFrom(
  { derivation }: TimeExpression,
  span: { readonly start: number; readonly end: number } | undefined,
): boolean {
  if (derivation.kind !== 'narrative' || span === undefined) return true;
  return derivation.referenceSpan.start === span.start && derivation.referenceSpan.end === span.end;
}
