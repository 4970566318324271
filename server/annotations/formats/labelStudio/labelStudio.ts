import { groupBy } from '../../../text/group.ts';
import { isObject, type JsonObject, objectsIn } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation } from '../annotation.ts';
import { restOf } from '../fields.ts';
import type { Format } from '../format.ts';
import { toGraph } from '../graph.ts';
import { ownId } from '../ids.ts';
import { toLabel } from '../labels.ts';
import { configureLabelStudio } from './config.ts';
import { creatorOf, readLabelStudio } from './read.ts';

/**
 * Label Studio tasks (https://labelstud.io/guide/task_format): marks as annotations, one for each annotator, what a
 * program proposes as predictions; attributes as text areas of a region, notes as its meta text.
 */
export const LABEL_STUDIO: Format = {
  name: 'label-studio',
  title: 'Label Studio (JSON)',
  endings: ['.json'],
  units: 'UTF-16 code units',
  holds: ['attributes', 'parts', 'note', 'annotator', 'suggested'],
  hasLabels: true,
  write: (article) => ({
    files: [
      { name: `${article.name}.json`, content: `${JSON.stringify([toTask(article)], undefined, 1)}\n` },
    ],
    losses: [],
  }),
  join: (contents) =>
    `${JSON.stringify(
      contents.flatMap((content) => JSON.parse(content)),
      undefined,
      1,
    )}\n`,
  configure: configureLabelStudio,
  read: (files) => files.filter(({ name }) => !name.endsWith('.xml')).flatMap(readLabelStudio),
  recognises: ({ content }) =>
    /^\ufeff?\s*[[{]/u.test(content) &&
    /"data"\s*:/u.test(content) &&
    /"(?:annotations|predictions|completions)"\s*:/u.test(content),
};

function toTask(article: AnnotatedText): JsonObject {
  const { text, marks, name } = article;
  const rest = restOf(article, 'label-studio');
  const byAnnotator = (own: readonly Annotation[]) => groupBy(own, ({ annotator }) => annotator);
  const people = byAnnotator(marks.filter(({ suggested }) => !suggested));
  const programs = byAnnotator(marks.filter(({ suggested }) => suggested));
  const kept = rest?.fields ?? {};
  const write = (groups: typeof people, key: 'annotations' | 'predictions'): readonly JsonObject[] => {
    const olds = objectsIn(kept[key]);
    const left = new Set(olds);
    const written = Array.from(groups, ([annotator, own]) => {
      const old = olds.find((one) => left.has(one) && creatorOf(one) === annotator);
      if (old) left.delete(old);
      const result = [...toResult(text, own, rest?.marks), ...objectsIn(old?.result)];
      const creator = key === 'predictions' ? { model_version: annotator } : { annotator };
      return { ...(old ?? (annotator === undefined ? {} : creator)), result };
    });
    return [...written, ...left];
  };
  const data = isObject(kept.data) ? kept.data : {};
  return {
    ...kept,
    data: { ...data, text, ...(Object.keys(data).length === 0 && { article: name }) },
    annotations: write(people, 'annotations'),
    predictions: write(programs, 'predictions'),
  };
}

function toResult(
  text: string,
  marks: readonly Annotation[],
  kept: Readonly<Record<string, JsonObject>> = {},
): readonly JsonObject[] {
  const { nodes, edges } = toGraph(marks);
  const given = new Set<string>();
  const ids = nodes.map(({ id }) => {
    const own = ownId('label-studio', id);
    if (own === undefined || given.has(own)) return undefined;
    given.add(own);
    return own;
  });
  let count = 0;
  const names = ids.map((id) => {
    if (id !== undefined) return id;
    do count++;
    while (given.has(`m${count}`));
    return `m${count}`;
  });
  const regions = nodes.flatMap((node, i): readonly JsonObject[] => {
    const { start, end, kind, attributes, note } = node;
    const common = { id: names[i], to_name: 'text' };
    const region = {
      ...(node.id !== undefined && kept[node.id]),
      ...{ ...common, from_name: 'label', type: 'labels' },
      value: { start, end, text: text.slice(start, end), labels: [toLabel(kind)] },
      ...(note !== undefined && { meta: { text: [note] } }),
    };
    const areas = Object.entries(attributes).map(([key, value]) => ({
      ...{ ...common, from_name: key, type: 'textarea', value: { start, end, text: [value] } },
    }));
    return [region, ...areas];
  });
  const relations = edges.map(({ from, to, role }) => ({
    ...{ from_id: names[from], to_id: names[to], type: 'relation', direction: 'right' },
    labels: [toLabel(role)],
  }));
  return [...regions, ...relations];
}
