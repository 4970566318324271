import { isObject, type JsonObject } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation, TextFile } from '../annotation.ts';
import { toRest, without } from '../fields.ts';
import { dropEnding } from '../fileNames.ts';
import { fromGraph, type GraphEdge } from '../graph.ts';
import { nameArticle } from '../ids.ts';
import { asObject, countIn, type JsonText, listIn, objectListIn, readJson } from '../jsonText.ts';
import { fromLabel } from '../labels.ts';
import { checkSpan, type Placed } from '../places.ts';

/**
 * The articles of a file of tasks. Annotations are marks of their annotators, predictions are suggestions; regions of
 * other kinds than labels, and fields that are not understood, are kept. Throws `Malformed`.
 */
export function readLabelStudio(file: TextFile): readonly AnnotatedText[] {
  const json = readJson(file.name, file.content);
  const tasks = Array.isArray(json.value) ? json.value : [json.value];
  const name = dropEnding(file.name, ['.json']);
  return tasks.map((task, i) =>
    readTask(json, asObject(json, task, 'a task', json.value), nameArticle(name, i, tasks.length)),
  );
}

/** Who made an annotation, or which model a prediction. */
export function creatorOf({
  annotator,
  completed_by: by,
  model_version: model,
}: JsonObject): string | undefined {
  if (typeof annotator === 'string') return annotator;
  if (typeof model === 'string') return model;
  if (typeof by === 'number' || typeof by === 'string') return String(by);
  return isObject(by) && typeof by.email === 'string' ? by.email : undefined;
}

function readTask(json: JsonText, task: JsonObject, otherwise: string): AnnotatedText {
  const data = asObject(json, task.data, '"data"', task);
  const key =
    typeof data.text === 'string' ? 'text' : Object.keys(data).find((own) => typeof data[own] === 'string');
  const text = key === undefined ? undefined : data[key];
  if (key === undefined || typeof text !== 'string') return json.fail(data, '"data" has no text');
  const rest = new Map<string, JsonObject>();
  const kept: JsonObject[][] = [[], []];
  const marks = (['annotations', 'predictions'] as const).flatMap((list, i) =>
    objectListIn(json, task, list).flatMap((own) => {
      const { marks: read, others } = readResult(json, text, listIn(json, own, 'result'), rest);
      const creator = creatorOf(own);
      const fields = without(
        own,
        'result',
        'annotator',
        ...(list === 'predictions' ? ['model_version'] : []),
      );
      if (Object.keys(fields).length + others.length > 0) kept[i]?.push({ ...own, result: others });
      return read.map((mark) => ({
        ...mark,
        ...(creator !== undefined && { annotator: creator }),
        ...(list === 'predictions' && { suggested: true as const }),
      }));
    }),
  );
  const [annotations = [], predictions = []] = kept;
  const isOwn = typeof data.article === 'string' && key === 'text' && Object.keys(data).length === 2;
  const fields = {
    ...without(task, 'data', 'annotations', 'predictions'),
    ...(!isOwn && { data: without(data, 'text') }),
    ...(annotations.length > 0 && { annotations }),
    ...(predictions.length > 0 && { predictions }),
  };
  return {
    name: typeof data.article === 'string' ? data.article : otherwise,
    text,
    marks,
    rest: toRest('label-studio', fields, rest),
  };
}

function readResult(
  json: JsonText,
  text: string,
  result: readonly unknown[],
  rest: Map<string, JsonObject>,
): { readonly marks: readonly Annotation[]; readonly others: readonly JsonObject[] } {
  const items = result.map((item) => asObject(json, item, 'an item of "result"', result));
  const nodes: Annotation[] = [];
  const indices = new Map<string, number>();
  for (const item of items) {
    if (!isRegion(item)) continue;
    const { value } = item;
    const [label, ...others] = value.labels;
    const id = `label-studio:${item.id}`;
    if (indices.has(id)) return json.fail(item, `there is a region ${item.id} before it`);
    if (typeof label !== 'string') return json.fail(item, 'a region has no label');
    const place = readPlace(json, text, value);
    if (typeof place === 'string') return json.fail(item, `the region ${item.id} is wrong: ${place}`);
    const note = noteOf(item.meta);
    indices.set(id, nodes.length);
    rest.set(id, without(item, ...UNDERSTOOD, ...(note === undefined ? [] : ['meta'])));
    const common = { ...place, attributes: {}, parts: {}, ...(note !== undefined && { note }) };
    nodes.push({ ...common, id, kind: fromLabel(label) });
    for (const other of others)
      if (typeof other === 'string') nodes.push({ ...common, id: `${id}:${other}`, kind: fromLabel(other) });
  }
  const edges: GraphEdge[] = [];
  const left = items.filter((item) => {
    if (isRegion(item)) return false;
    if (item.type === 'relation') {
      const [from, to] = [
        indices.get(`label-studio:${item.from_id}`),
        indices.get(`label-studio:${item.to_id}`),
      ];
      const labels = listIn(json, item, 'labels').filter((own) => typeof own === 'string');
      const isUsual = item.direction === undefined || item.direction === 'right';
      if (from === undefined || to === undefined || !isUsual) return true;
      for (const label of labels.length === 0 ? ['related'] : labels)
        edges.push({ from, to, role: fromLabel(label) });
      return false;
    }
    const index = indices.get(`label-studio:${item.id}`);
    const attribute = attributeOf(item);
    const node = index === undefined ? undefined : nodes[index];
    if (index === undefined || !node || !attribute || Object.hasOwn(node.attributes, attribute[0]))
      return true;
    nodes[index] = {
      ...node,
      attributes: Object.fromEntries([...Object.entries(node.attributes), attribute]),
    };
    return false;
  });
  return { marks: fromGraph({ nodes, edges }), others: left };
}

const UNDERSTOOD = ['id', 'from_name', 'to_name', 'type', 'value'];

/** A stretch of plain text with labels; those of hypertext and of dialogues have other offsets. */
function isRegion(
  item: JsonObject,
): item is JsonObject & { readonly value: JsonObject & { readonly labels: readonly unknown[] } } {
  const { value, type } = item;
  return (
    type === 'labels' && isObject(value) && Array.isArray(value.labels) && typeof value.start !== 'string'
  );
}

/** Counted with every line end as one, where only so the words are those of the region: some versions do. */
function readPlace(json: JsonText, text: string, value: JsonObject): Placed {
  const [start, end] = [countIn(json, value, 'start'), countIn(json, value, 'end')];
  const place = checkSpan(text, { start, end });
  const { text: words } = value;
  if (typeof words !== 'string') return place;
  if (typeof place !== 'string' && text.slice(place.start, place.end) === words) return place;
  const plain = words.replaceAll('\r\n', '\n');
  const other = checkSpan(text, { start: skipReturns(text, start), end: skipReturns(text, end) });
  if (typeof other !== 'string' && text.slice(other.start, other.end).replaceAll('\r\n', '\n') === plain)
    return other;
  return typeof place === 'string' ? place : `the text has “${text.slice(place.start, place.end)}” there`;
}

function skipReturns(text: string, offset: number): number {
  let at = 0;
  for (let counted = 0; counted < offset && at < text.length; counted++)
    at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}

function noteOf(meta: unknown): string | undefined {
  if (!isObject(meta) || Object.keys(meta).length !== 1 || !Array.isArray(meta.text)) return undefined;
  const [note, ...others] = meta.text;
  return typeof note === 'string' && others.length === 0 ? note : undefined;
}

/** A text area or a choice with one value. */
function attributeOf({ type, value, from_name: name }: JsonObject): readonly [string, string] | undefined {
  const values = isObject(value)
    ? type === 'textarea'
      ? value.text
      : type === 'choices'
        ? value.choices
        : []
    : [];
  const [own, ...others] = Array.isArray(values) ? values : [values];
  if (typeof name !== 'string' || typeof own !== 'string' || others.length > 0) return undefined;
  return [name, own];
}
