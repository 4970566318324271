import type { Article, Quotation, Speaker } from '../analysis/types.ts';
import { byPlace, type Span } from '../text/span.ts';

/** An annotated article as one line of JSON; offsets in UTF-16 code units, end exclusive. */
export interface ArticleRecord {
  readonly id: string | number;
  readonly entities: readonly EntityRecord[];
  readonly quotes: readonly QuoteRecord[];
}

export interface EntityRecord extends Span {
  readonly type: string;
  /** Canonical name of a person, different for different people of one article. */
  readonly entity?: string;
  readonly code?: string;
  readonly form?: string;
  readonly timex?: string;
  readonly value?: string;
  readonly mod?: string;
}

export interface QuoteRecord extends Span {
  readonly kind?: string;
  readonly speaker?: Span & { readonly entity?: string };
  readonly cue?: Span;
  /** Gold only: the whole reported clause around a quoted part, which replaces the part in the scraped form. */
  readonly clause?: Span;
}

/** The record of an article that was read. */
export function toRecord(id: string | number, article: Article): ArticleRecord {
  const entities = nameEntities(article);
  const people = article.people.map(
    ({ start, end, entity }): EntityRecord => ({ start, end, type: 'PERSON', ...named(entities, entity) }),
  );
  const countries = article.countries.map(
    ({ start, end, code, form }): EntityRecord => ({ start, end, type: 'COUNTRY', code, form }),
  );
  const dates = article.dates.map(
    ({ start, end, timex, value, mod }): EntityRecord => ({
      start,
      end,
      type: 'DATE',
      timex,
      value,
      ...(mod && { mod }),
    }),
  );
  const quotes = article.quotations.map((quotation) => toQuote(quotation, entities));
  return { id, entities: [...people, ...countries, ...dates].sort(byPlace), quotes };
}

function toQuote({ start, end, kind, speaker, cue }: Quotation, entities: readonly string[]): QuoteRecord {
  return {
    start,
    end,
    kind,
    ...(speaker && { speaker: toSpeaker(speaker, entities) }),
    ...(cue && { cue: { start: cue.start, end: cue.end } }),
  };
}

function toSpeaker(
  { start, end, entity }: Speaker,
  entities: readonly string[],
): QuoteRecord['speaker'] & object {
  return { start, end, ...named(entities, entity) };
}

function named(entities: readonly string[], entity: number | undefined): { readonly entity?: string } {
  const name = entity === undefined ? undefined : entities[entity];
  return name === undefined ? {} : { entity: name };
}

/** Canonical names by index of entity; a second person of one name is told apart by a number. */
function nameEntities({ entities }: Article): readonly string[] {
  const seen = new Map<string, number>();
  return entities.map(({ name }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
