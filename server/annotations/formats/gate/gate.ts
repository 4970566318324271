import { groupBy } from '../../../text/group.ts';
import { isObject, type JsonObject, objectsIn } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation } from '../annotation.ts';
import { restOf, splitStrings, toRest, without } from '../fields.ts';
import { dropEnding } from '../fileNames.ts';
import { EVERYTHING, type Format } from '../format.ts';
import { fromGraph, type GraphEdge, toGraph } from '../graph.ts';
import { ownId } from '../ids.ts';
import { asObject, countIn, type JsonText, objectListIn, readJson, stringIn } from '../jsonText.ts';
import { createPlaces } from '../places.ts';
import { hasMeta, META, readMeta } from './meta.ts';

const ENDING = '.bdocjs';
const PARTS = 'newsmark:parts';

/**
 * GATE's bdoc JSON, of gatenlp and the Format_Bdoc plugin (https://gatenlp.github.io/python-gatenlp): kinds are types,
 * attributes are features; parts are annotations whose ids a feature names by their role.
 */
export const GATE: Format = {
  name: 'gate',
  title: 'GATE (bdocjs)',
  endings: [ENDING],
  units: 'code points',
  holds: EVERYTHING,
  hasLabels: false,
  write: (article) => ({
    files: [{ name: `${article.name}${ENDING}`, content: `${JSON.stringify(toDocument(article))}\n` }],
    losses: [],
  }),
  read: (files) =>
    files.map((file) =>
      readDocument(readJson(file.name, file.content), dropEnding(file.name, [ENDING, '.json'])),
    ),
  recognises: ({ content }) => /^\ufeff?\s*\{/u.test(content) && /"annotation_sets"\s*:/u.test(content),
};

function toDocument(article: AnnotatedText): JsonObject {
  const { text, marks, name } = article;
  const rest = restOf(article, 'gate');
  const places = createPlaces(text, 'points');
  const { nodes, edges } = toGraph(marks);
  const kept = objectsIn(rest?.fields?.others);
  const used = new Set(kept.flatMap(({ id }) => (typeof id === 'number' ? [id] : [])));
  const own = nodes.map(({ id }) => {
    const number = Number(ownId('gate', id) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || used.has(number)) return undefined;
    used.add(number);
    return number;
  });
  let last = [...used].reduce((a, b) => Math.max(a, b), -1);
  const ids = own.map((id) => id ?? ++last);
  const parts = groupBy(edges, ({ from }) => from);
  const annotations = nodes.map((node, i) => {
    const old = (node.id === undefined ? undefined : rest?.marks?.[node.id]) ?? {};
    const features = { ...(isObject(old.features) && old.features), ...node.attributes, ...toMeta(node) };
    const { start, end } = places.write(node);
    return {
      set: typeof old.set === 'string' ? old.set : '',
      annotation: {
        ...{ ...without(old, 'set'), type: node.kind, start, end, id: ids[i] },
        features: {
          ...features,
          ...(parts.has(i) && { [PARTS]: parts.get(i)?.map(({ role, to }) => [role, ids[to]]) }),
        },
      },
    };
  });
  const others = kept.map((annotation) => ({
    ...{ set: typeof annotation['newsmark:set'] === 'string' ? annotation['newsmark:set'] : '' },
    annotation: without(annotation, 'newsmark:set'),
  }));
  const sets = groupBy([...annotations, ...others], ({ set }) => set);
  return {
    features: {},
    name,
    ...without(rest?.fields ?? {}, 'others'),
    text,
    annotation_sets: Object.fromEntries(
      Array.from(sets, ([set, list]) => [
        set,
        { name: set, annotations: list.map(({ annotation }) => annotation), next_annid: last + 1 },
      ]),
    ),
    offset_type: 'p',
  };
}

function toMeta(mark: Annotation): JsonObject {
  return Object.fromEntries(
    META.flatMap((field) => (mark[field] === undefined ? [] : [[`newsmark:${field}`, mark[field]]])),
  );
}

function readDocument(json: JsonText, otherwise: string): AnnotatedText {
  const document = asObject(json, json.value, 'the document');
  const text = stringIn(json, document, 'text');
  const places = createPlaces(text, document.offset_type === 'j' ? 'units' : 'points');
  const rest = new Map<string, JsonObject>();
  const others: JsonObject[] = [];
  const nodes: Annotation[] = [];
  const found: { readonly set: string; readonly annotation: JsonObject; readonly node: number }[] = [];
  const sets = asObject(json, document.annotation_sets ?? {}, '"annotation_sets"', document);
  for (const [set, value] of Object.entries(sets))
    for (const annotation of objectListIn(
      json,
      asObject(json, value, `the set “${set}”`, sets),
      'annotations',
    )) {
      const [start, end] = [countIn(json, annotation, 'start'), countIn(json, annotation, 'end')];
      if (start === end) {
        others.push({ ...annotation, 'newsmark:set': set });
        continue;
      }
      const place = places.read(start, end);
      if (typeof place === 'string') return json.fail(annotation, `an annotation is wrong: ${place}`);
      // Ids count anew in each set.
      const id = `gate:${set === '' ? '' : `${encodeURIComponent(set)}:`}${annotation.id ?? `n${nodes.length}`}`;
      const features = isObject(annotation.features) ? annotation.features : {};
      const { strings, others: odd } = splitStrings(
        without(features, PARTS, ...META.map((field) => `newsmark:${field}`)),
      );
      const extra = {
        ...without(annotation, 'type', 'start', 'end', 'id', 'features'),
        ...(set !== '' && { set }),
        ...(Object.keys(odd).length > 0 && { features: odd }),
      };
      rest.set(id, extra);
      found.push({ set, annotation, node: nodes.length });
      const kind = stringIn(json, annotation, 'type');
      nodes.push({ ...place, id, kind, attributes: strings, parts: {}, ...readMeta(features) });
    }
  const edges = readParts(json, found);
  const fields = {
    ...without(document, 'text', 'annotation_sets', 'offset_type', 'name', 'features'),
    ...(isObject(document.features) &&
      Object.keys(document.features).length > 0 && { features: document.features }),
    ...(others.length > 0 && { others }),
  };
  const isNamed = typeof document.name === 'string' && document.name !== '';
  return {
    name: isNamed ? String(document.name) : otherwise,
    text,
    marks: fromGraph({ nodes, edges }, (i) => hasMeta(nodes[i])),
    rest: toRest('gate', fields, rest),
  };
}

function readParts(
  json: JsonText,
  found: readonly { readonly set: string; readonly annotation: JsonObject; readonly node: number }[],
): readonly GraphEdge[] {
  const indices = new Map(found.map(({ set, annotation, node }) => [`${set} ${annotation.id}`, node]));
  return found.flatMap(({ set, annotation, node }) => {
    const parts = isObject(annotation.features) ? annotation.features[PARTS] : undefined;
    if (!Array.isArray(parts)) return [];
    return parts.map((part): GraphEdge => {
      const [role, id] = Array.isArray(part) ? part : [];
      const to = indices.get(`${set} ${id}`);
      if (to === undefined || typeof role !== 'string')
        return json.fail(annotation, 'it has a part that is no annotation');
      return { from: node, to, role };
    });
  });
}
