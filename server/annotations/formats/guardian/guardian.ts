import type { Span } from '../../../text/span.ts';
import { isObject, type JsonObject } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation, Loss } from '../annotation.ts';
import { restOf, toRest, without } from '../fields.ts';
import { dropEnding } from '../fileNames.ts';
import type { Format } from '../format.ts';
import { nameArticle } from '../ids.ts';
import { asObject, countIn, type JsonText, listIn, objectListIn, readJson, stringIn } from '../jsonText.ts';
import { createPlaces } from '../places.ts';

/**
 * Quotes as the Guardian and AFP write them (https://github.com/JournalismAI-2021-Quotes/quote-extraction): spans Source,
 * Cue and Content, counted from the beginning of their first paragraph, the end inclusive. Which belong together is
 * told by a further key, `quote`.
 */
export const GUARDIAN: Format = {
  name: 'guardian',
  title: 'Guardian / AFP quotes (JSON)',
  endings: ['.json'],
  units: 'paragraphs',
  holds: ['attributes', 'parts'],
  hasLabels: false,
  write(article) {
    const losses: Loss[] = [];
    const document = toDocument(article, losses);
    return {
      files: [{ name: `${article.name}.json`, content: `${JSON.stringify([document], undefined, 1)}\n` }],
      losses,
    };
  },
  join: (contents) =>
    `${JSON.stringify(
      contents.flatMap((content) => JSON.parse(content)),
      undefined,
      1,
    )}\n`,
  read: (files) =>
    files.flatMap((file) => {
      const json = readJson(file.name, file.content);
      const documents = Array.isArray(json.value) ? json.value : [json.value];
      const name = dropEnding(file.name, ['.json']);
      return documents.map((document, i) =>
        readDocument(
          json,
          asObject(json, document, 'an article', json.value),
          nameArticle(name, i, documents.length),
        ),
      );
    }),
  recognises: ({ content }) =>
    /^\ufeff?\s*[[{]/u.test(content) && /"paragraphs"\s*:/u.test(content) && /"entities"\s*:/u.test(content),
};

/** The label of each kind that is written, and the role of its span in a quote. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['speaker', 'Source'],
  ['cue', 'Cue'],
  ['quote', 'Content'],
]);
const KINDS: ReadonlyMap<string, string> = new Map(Array.from(LABELS, ([kind, label]) => [label, kind]));

/** Where the paragraphs of a text begin: each ends with its line feed. */
function splitText(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

function toDocument(article: AnnotatedText, losses: Loss[]): JsonObject {
  const { text, marks, name } = article;
  const rest = restOf(article, 'guardian');
  const paragraphs = splitText(text);
  const places = createPlaces(text, 'points');
  const starts: number[] = [];
  let offset = 0;
  for (const paragraph of paragraphs) {
    starts.push(offset);
    offset += paragraph.length;
  }
  const entities: JsonObject[] = [];
  const paragraphAt = (at: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= at),
    );
  const add = (span: Span, kind: string, more: JsonObject): void => {
    const first = paragraphAt(span.start);
    const from = places.write({ start: starts[first] ?? 0, end: text.length }).start;
    const { start, end } = places.write(span);
    entities.push({
      ...{
        index: entities.length,
        span_text: text.slice(span.start, span.end),
        span_label: LABELS.get(kind),
        span_coref: '',
      },
      ...{ span_start: start - from, span_end: end - 1 - from },
      ...{ paragraph_start: first, paragraph_end: paragraphAt(span.end - 1), ...more },
    });
  };
  for (const [quote, mark] of marks.entries()) {
    if (!LABELS.has(mark.kind)) {
      losses.push({ mark, field: 'mark', reason: 'only quotes, speakers and cues are written' });
      continue;
    }
    const isQuote = mark.kind === 'quote';
    const { speaker, cue, ...others } = isQuote
      ? mark.parts
      : { ...mark.parts, speaker: undefined, cue: undefined };
    const { entity } = mark.attributes;
    const isSaid = entity !== undefined && (speaker !== undefined || mark.kind === 'speaker');
    for (const role of isQuote ? Object.keys(others) : Object.keys(mark.parts))
      losses.push({ mark, field: `parts.${role}`, reason: 'a quote has a speaker and a cue there' });
    for (const key of Object.keys(mark.attributes))
      if (key !== 'entity' || !isSaid || entity === '')
        losses.push({ mark, field: `attributes.${key}`, reason: 'only the name of a speaker has a place' });
    const coref = { span_coref: isSaid ? entity : '' };
    if (speaker) add(speaker, 'speaker', { ...coref, quote });
    if (cue) add(cue, 'cue', { quote });
    add(mark, mark.kind, isQuote ? { quote } : coref);
  }
  const metadata = rest?.fields?.metadata;
  return {
    ...rest?.fields,
    metadata: { ...(isObject(metadata) && metadata), path: name },
    paragraphs,
    entities,
  };
}

function readDocument(json: JsonText, document: JsonObject, otherwise: string): AnnotatedText {
  const paragraphs = listIn(json, document, 'paragraphs').map((paragraph) =>
    typeof paragraph === 'string' ? paragraph : json.fail(document, 'a paragraph is no string'),
  );
  const text = paragraphs.join('');
  const starts: number[] = [];
  let offset = 0;
  for (const paragraph of paragraphs) {
    starts.push(offset);
    offset += paragraph.length;
  }
  const places = createPlaces(text, 'points');
  const quotes = new Map<unknown, { parts: Record<string, Span>; attributes: Record<string, string> }>();
  const read = objectListIn(json, document, 'entities').map((entity) => {
    const label = stringIn(json, entity, 'span_label');
    const kind = KINDS.get(label) ?? label;
    const from = starts[countIn(json, entity, 'paragraph_start')];
    if (from === undefined) return json.fail(entity, 'there is no such paragraph');
    const words = stringIn(json, entity, 'span_text');
    const begin = places.write({ start: from, end: text.length }).start + countIn(json, entity, 'span_start');
    // The end is told in several ways, inclusive and not: the words decide.
    const place = places.read(begin, begin + Array.from(words).length);
    if (typeof place === 'string') return json.fail(entity, place);
    const there = text.slice(place.start, place.end);
    if (there !== words) return json.fail(entity, `the text has “${there}” where a span has “${words}”`);
    return { entity, kind, place, coref: typeof entity.span_coref === 'string' ? entity.span_coref : '' };
  });
  const said = new Set(read.flatMap(({ entity, kind }) => (kind === 'quote' ? [entity.quote] : [])));
  said.delete(undefined);
  for (const { entity, kind, place, coref } of read) {
    if (!said.has(entity.quote) || kind === 'quote') continue;
    const own = quotes.get(entity.quote) ?? { parts: {}, attributes: {} };
    quotes.set(entity.quote, own);
    own.parts[kind] = place;
    if (kind === 'speaker' && coref !== '') own.attributes.entity = coref;
  }
  const marks = read.flatMap(({ entity, kind, place, coref }): readonly Annotation[] => {
    if (kind === 'quote') return [{ ...place, kind, parts: {}, attributes: {}, ...quotes.get(entity.quote) }];
    if (said.has(entity.quote)) return [];
    return [{ ...place, kind, parts: {}, attributes: coref === '' ? {} : { entity: coref } }];
  });
  const { metadata } = document;
  const path = isObject(metadata) && typeof metadata.path === 'string' ? metadata.path : undefined;
  const isOwn = isObject(metadata) && Object.keys(metadata).length === 1;
  return {
    name: path ?? otherwise,
    text,
    marks,
    rest: toRest(
      'guardian',
      without(document, 'paragraphs', 'entities', ...(isOwn ? ['metadata'] : [])),
      new Map(),
    ),
  };
}
