import type { ArticleRecord, EntityRecord, QuoteRecord } from './records.ts';

/** An article to be read: one line of JSON. */
export interface ArticleLine {
  readonly id: string | number;
  readonly text: string;
  readonly published?: string;
}

/** An article with the annotations it should get. */
export interface GoldRecord extends ArticleLine, ArticleRecord {}

/** Reads `{"id", "text", "published"?}`; throws an Error that says what is wrong with the line. */
export function parseArticleLine(line: string): ArticleLine {
  const record = parseObject(line);
  const { id, text, published } = record;
  if (typeof id !== 'string' && typeof id !== 'number')
    throw new Error('"id" is neither a string nor a number');
  if (typeof text !== 'string') throw new Error('"text" is no string');
  if (published === undefined || published === null) return { id, text };
  return { id, text, published: parseDate(published, '"published"') };
}

/** Reads a line of gold: an article line with "entities" and "quotes"; throws an Error that says what is wrong. */
export function parseGoldLine(line: string): GoldRecord {
  const article = parseArticleLine(line);
  const { entities = [], quotes = [] } = parseObject(line);
  if (!isSpans(entities) || !entities.every((entity) => 'type' in entity && typeof entity.type === 'string'))
    throw new Error('"entities" is no list of spans with types');
  if (!isSpans(quotes)) throw new Error('"quotes" is no list of spans');
  return {
    ...article,
    entities: entities as readonly EntityRecord[],
    quotes: quotes as readonly QuoteRecord[],
  };
}

/** The day `YYYY-MM-DD` that a value begins with; throws an Error that names it where there is none in the calendar. */
export function parseDate(value: unknown, name: string): string {
  const match = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(value) : null;
  const day = match?.[1];
  const time = Date.parse(`${day}T00:00:00Z`);
  if (day === undefined || Number.isNaN(time) || !new Date(time).toISOString().startsWith(day))
    throw new Error(`${name} is no date of the form YYYY-MM-DD`);
  return day;
}

function parseObject(line: string): Record<string, unknown> {
  const value: unknown = parseJson(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('not a JSON object');
  return value as Record<string, unknown>;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isSpans(value: unknown): value is readonly { readonly start: number; readonly end: number }[] {
  return (
    Array.isArray(value) &&
    value.every(
      (span) => Number.isInteger(span?.start) && Number.isInteger(span?.end) && span.start <= span.end,
    )
  );
}
