import type { Article, Form } from '../analysis/types.ts';
import type { Problem } from '../features/problems/problem.ts';
import { findProblems } from '../features/problems/problems.ts';
import type { Span } from '../text/span.ts';

/** What a folder keeps of an article: who and what is mentioned where. Plain data that JSON carries unchanged. */
export interface Summary {
  readonly published?: string;
  readonly form: Form;
  readonly words: number;
  /** Offsets at which the lines of the text begin, for positions without the text. */
  readonly lineStarts: readonly number[];
  readonly people: readonly PersonSummary[];
  /** Mentions of people that fit several, or none for sure. */
  readonly ambiguous: Places;
  readonly countries: readonly CountrySummary[];
  readonly dates: readonly DateSummary[];
  readonly quotations: readonly QuotationSummary[];
  readonly problems: readonly ProblemSummary[];
}

/** Spans as start, end, start, end … in order of place. */
export type Places = readonly number[];

export interface PersonSummary {
  readonly name: string;
  readonly title?: string;
  readonly family?: true;
  /** Which of the places is the first by the full name. */
  readonly introduction: number;
  readonly places: Places;
}

export interface CountrySummary {
  readonly code: string;
  readonly places: Places;
}

export interface DateSummary {
  readonly value: string;
  readonly places: Places;
}

export interface QuotationSummary extends Span {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly words: number;
  /** The speaker's canonical name, else the words that name the speaker. */
  readonly speaker?: string;
  /** Index into `people`. */
  readonly person?: number;
  readonly cue?: string;
  readonly stance?: string;
}

/** A problem without the other places that belong to it. */
export type ProblemSummary = Pick<Problem, 'code' | 'message' | 'start' | 'end'>;

/** The summary of an article. */
export function summarise(article: Article): Summary {
  const { text, publication } = article;
  return {
    ...(publication && { published: publication.date }),
    form: article.form,
    words: countWords(text),
    lineStarts: findLineStarts(text),
    people: article.entities.map((entity) => ({
      name: entity.name,
      ...(entity.title !== undefined && { title: entity.title }),
      ...(entity.family && { family: true as const }),
      introduction: Math.max(0, entity.mentions.indexOf(entity.introduction)),
      places: toPlaces(entity.mentions.flatMap((index) => article.people[index] ?? [])),
    })),
    ambiguous: toPlaces(article.people.filter(({ entity }) => entity === undefined)),
    countries: group(article.countries, (country) => country.code, 'code'),
    dates: group(article.dates, (date) => date.value, 'value'),
    quotations: article.quotations.map(({ start, end, kind, speaker, cue }) => ({
      start,
      end,
      kind,
      words: countWords(text.slice(start, end)),
      ...(speaker && { speaker: nameOf(article, speaker) }),
      ...(speaker?.entity !== undefined && { person: speaker.entity }),
      ...(cue && { cue: cue.lemma, stance: cue.stance }),
    })),
    problems: findProblems(article).map(({ code, message, start, end }) => ({ code, message, start, end })),
  };
}

/** The spans of a list of places. */
export function toSpans(places: Places): readonly Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 1 < places.length; i += 2)
    spans.push({ start: places[i] as number, end: places[i + 1] as number });
  return spans;
}

/** Line and character (both from 0, UTF-16) of an offset, by the summary's lines. */
export function toLineAndCharacter(summary: Summary, offset: number): { line: number; character: number } {
  const { lineStarts } = summary;
  let low = 0;
  let high = lineStarts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return { line: low, character: offset - (lineStarts[low] ?? 0) };
}

/** The offset of a line and character by the summary's lines; of a line that there is none, the start. */
export function toOffset(
  { lineStarts }: Summary,
  { line, character }: { readonly line: number; readonly character: number },
): number {
  const start = lineStarts[line];
  return start === undefined ? 0 : start + character;
}

function nameOf(article: Article, speaker: Span & { readonly entity?: number }): string {
  const entity = speaker.entity === undefined ? undefined : article.entities[speaker.entity];
  return entity?.name ?? article.text.slice(speaker.start, speaker.end);
}

function group<Item extends Span, Key extends string>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  key: Key,
): readonly (Record<Key, string> & { readonly places: Places })[] {
  const places = new Map<string, number[]>();
  for (const item of items) {
    const known = places.get(keyOf(item));
    if (known) known.push(item.start, item.end);
    else places.set(keyOf(item), [item.start, item.end]);
  }
  return Array.from(
    places,
    ([value, at]) => ({ [key]: value, places: at }) as Record<Key, string> & { places: Places },
  );
}

function toPlaces(spans: readonly Span[]): Places {
  return spans.flatMap(({ start, end }) => [start, end]);
}

/** The number of words of a text. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Lines as the protocol counts them: after CR LF, LF and CR. */
function findLineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) starts.push(match.index + match[0].length);
  return starts;
}
