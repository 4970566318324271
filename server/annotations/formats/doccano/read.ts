import { isObject, type JsonObject } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation, TextFile } from '../annotation.ts';
import { toRest, without } from '../fields.ts';
import { dropEnding } from '../fileNames.ts';
import { fromGraph, type GraphEdge } from '../graph.ts';
import { nameArticle } from '../ids.ts';
import {
  asObject,
  countIn,
  type JsonText,
  listIn,
  objectListIn,
  readJsonLines,
  stringIn,
} from '../jsonText.ts';
import { fromLabel } from '../labels.ts';
import { createPlaces, type Places } from '../places.ts';

/** The articles of a file of either form; fields that are not understood are kept. Throws `Malformed`. */
export function readDoccano(file: TextFile, format: string): readonly AnnotatedText[] {
  const lines = readJsonLines(file);
  return lines.map((json, i) =>
    readRecord(json, format, nameArticle(dropEnding(file.name, ['.jsonl']), i, lines.length)),
  );
}

function readRecord(json: JsonText, format: string, otherwise: string): AnnotatedText {
  const record = asObject(json, json.value, 'the record');
  const text = stringIn(json, record, 'text' in record ? 'text' : 'data');
  const places = createPlaces(text, 'points');
  const rest = new Map<string, JsonObject>();
  const lists = ['label', 'labels', 'entities'].filter((key) => Array.isArray(record[key]));
  const items = lists.flatMap((key) => listIn(json, record, key));
  const marks = items.every(isObject)
    ? readEntities(json, record, text, places, rest)
    : items.map((item) => readLabel(json, places, item, record));
  const { article } = record;
  return {
    name: typeof article === 'string' ? article : otherwise,
    text,
    marks,
    rest: toRest(format, without(record, 'text', 'article', 'relations', ...lists), rest),
  };
}

/** `[start, end, label]`. */
function readLabel(json: JsonText, places: Places, item: unknown, record: JsonObject): Annotation {
  const [start, end, label] = Array.isArray(item) ? item : [];
  if (typeof start !== 'number' || typeof end !== 'number' || typeof label !== 'string')
    return json.fail(Array.isArray(item) ? item : record, 'a label is not of the form [start, end, "label"]');
  const place = places.read(start, end);
  if (typeof place === 'string') return json.fail(item, `the label “${label}” is wrong: ${place}`);
  return { ...place, kind: fromLabel(label), attributes: {}, parts: {} };
}

function readEntities(
  json: JsonText,
  record: JsonObject,
  text: string,
  places: Places,
  rest: Map<string, JsonObject>,
): readonly Annotation[] {
  const entities = objectListIn(json, record, 'entities');
  const indices = new Map<unknown, number>();
  const nodes = entities.map((entity, i): Annotation => {
    const id = String(entity.id ?? `n${i}`);
    if (indices.has(id)) return json.fail(entity, `there is an entity ${id} before it`);
    indices.set(id, i);
    const place = places.read(countIn(json, entity, 'start_offset'), countIn(json, entity, 'end_offset'));
    if (typeof place === 'string') return json.fail(entity, `the entity ${id} is wrong: ${place}`);
    const words = text.slice(place.start, place.end);
    if (typeof entity.text === 'string' && entity.text !== words)
      return json.fail(entity, `the text has “${words}” where the entity ${id} has “${entity.text}”`);
    rest.set(`doccano:${id}`, without(entity, 'id', 'start_offset', 'end_offset', 'label', 'text'));
    const kind = fromLabel(stringIn(json, entity, 'label'));
    return { ...place, id: `doccano:${id}`, kind, attributes: {}, parts: {} };
  });
  const find = (relation: JsonObject, key: 'from_id' | 'to_id'): number =>
    indices.get(String(relation[key])) ?? json.fail(relation, `there is no entity ${relation[key]}`);
  const edges = objectListIn(json, record, 'relations').map(
    (relation): GraphEdge => ({
      from: find(relation, 'from_id'),
      to: find(relation, 'to_id'),
      role: fromLabel(stringIn(json, relation, 'type')),
    }),
  );
  return fromGraph({ nodes, edges });
}
