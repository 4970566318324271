import { isObject, type JsonObject } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation, TextFile } from '../annotation.ts';
import { splitStrings, toRest, without } from '../fields.ts';
import { dropEnding } from '../fileNames.ts';
import { fromGraph, type GraphEdge } from '../graph.ts';
import { createIds, nameArticle } from '../ids.ts';
import { asObject, countIn, type JsonText, objectListIn, readJsonLines, stringIn } from '../jsonText.ts';
import { fromLabel } from '../labels.ts';
import { createPlaces, type Places } from '../places.ts';

/** The articles of a file of tasks; fields that are not understood are kept. Throws `Malformed`. */
export function readProdigy(file: TextFile): readonly AnnotatedText[] {
  const lines = readJsonLines(file);
  return lines.map((json, i) =>
    readTask(json, nameArticle(dropEnding(file.name, ['.jsonl']), i, lines.length)),
  );
}

function readTask(json: JsonText, otherwise: string): AnnotatedText {
  const task = asObject(json, json.value, 'the task');
  const text = stringIn(json, task, 'text');
  const places = createPlaces(text, 'points');
  const idOf = createIds('prodigy');
  const rest = new Map<string, JsonObject>();
  const spans = objectListIn(json, task, 'spans');
  const nodes = spans.map((span): Annotation => {
    const mark = readSpan(json, text, places, span);
    const id = idOf(mark);
    rest.set(
      id,
      without(span, ...UNDERSTOOD, 'attributes', 'note', ...(typeof span.id === 'number' ? ['id'] : [])),
    );
    const others = isObject(span.attributes) ? splitStrings(span.attributes).others : {};
    if (Object.keys(others).length > 0) rest.set(id, { ...rest.get(id), attributes: others });
    return { ...mark, id };
  });
  const relations = objectListIn(json, task, 'relations');
  const edges = readRelations(json, relations, spans);
  // Relations of tokens that are no spans stay as they are.
  const others = relations.filter((_, i) => edges[i] === undefined);
  const { answer, _annotator_id: annotator, meta } = task;
  const fields = {
    ...without(task, 'text', 'spans', 'relations', ...(answer === 'accept' ? ['answer'] : [])),
    ...(others.length > 0 && { relations: others }),
  };
  const name = isObject(meta) && typeof meta.article === 'string' ? meta.article : otherwise;
  const isOwn = isObject(meta) && typeof meta.article === 'string';
  return {
    name,
    text,
    marks: fromGraph({ nodes, edges: edges.filter((edge) => edge !== undefined) }).map((mark) => ({
      ...mark,
      ...(answer === 'reject' && { verdict: 'rejected' as const }),
      ...(answer === 'ignore' && { unsure: true as const }),
      ...(typeof annotator === 'string' && { annotator }),
    })),
    // Of a file of ours the tokens are those that it would be written with again.
    rest: toRest(
      'prodigy',
      isOwn && Object.keys(meta).length === 1 ? without(fields, 'tokens', 'meta') : fields,
      rest,
    ),
  };
}

const UNDERSTOOD = ['start', 'end', 'token_start', 'token_end', 'label', 'text'];

function readSpan(json: JsonText, text: string, places: Places, span: JsonObject): Annotation {
  const place = places.read(countIn(json, span, 'start'), countIn(json, span, 'end'));
  if (typeof place === 'string') return json.fail(span, `a span is wrong: ${place}`);
  const words = text.slice(place.start, place.end);
  if (typeof span.text === 'string' && span.text !== words)
    return json.fail(span, `the text has “${words}” where a span has “${span.text}”`);
  const { attributes, note, label } = span;
  return {
    ...{
      ...place,
      kind: fromLabel(typeof label === 'string' ? label : stringIn(json, span, 'label')),
      parts: {},
    },
    attributes: isObject(attributes) ? splitStrings(attributes).strings : {},
    ...(typeof note === 'string' && { note }),
  };
}

/** Relations name their spans by number, where we have written them, or by place and label; undefined where none is named. */
function readRelations(
  json: JsonText,
  relations: readonly JsonObject[],
  spans: readonly JsonObject[],
): readonly (GraphEdge | undefined)[] {
  const byNumber = new Map(spans.map(({ id }, i) => [id, i]));
  const keyOf = ({ start, end, label }: JsonObject): string => `${start} ${end} ${label}`;
  const byKey = new Map(spans.map((span, i) => [keyOf(span), i]));
  const find = (relation: JsonObject, side: 'head' | 'child'): number | undefined => {
    const span = asObject(json, relation[`${side}_span`], `the ${side}_span of a relation`, relation);
    const numbered = typeof span.id === 'number' ? byNumber.get(span.id) : undefined;
    return numbered ?? byKey.get(keyOf(span));
  };
  return relations.map((relation) => {
    const [from, to] = [find(relation, 'head'), find(relation, 'child')];
    const role = fromLabel(stringIn(json, relation, 'label'));
    return from === undefined || to === undefined ? undefined : { from, to, role };
  });
}
