import type { JsonObject } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation } from '../annotation.ts';
import { restOf } from '../fields.ts';
import type { Format } from '../format.ts';
import { toGraph } from '../graph.ts';
import { ownId } from '../ids.ts';
import { toLabel } from '../labels.ts';
import { createPlaces } from '../places.ts';
import { readDoccano } from './read.ts';

/** doccano with relations: entities by number, and relations between them (https://doccano.github.io/doccano). */
export const DOCCANO: Format = {
  name: 'doccano',
  title: 'doccano with relations (JSON lines)',
  endings: ['.jsonl'],
  units: 'code points',
  holds: ['parts'],
  hasLabels: true,
  write: (article) => toFile(article, 'doccano', toEntities),
  join: (contents) => contents.join(''),
  read: (files) => files.flatMap((file) => readDoccano(file, 'doccano')),
  recognises: ({ content }) =>
    /^\ufeff?\s*\{/u.test(content) &&
    /"entities"\s*:\s*(?:\[\s*\]|\[\s*\{[^{}]*"start_offset")/u.test(content),
};

/** doccano without relations: a list of places and labels. */
export const DOCCANO_LABELS: Format = {
  name: 'doccano-labels',
  title: 'doccano, labels alone (JSON lines)',
  endings: ['.jsonl'],
  units: 'code points',
  holds: [],
  hasLabels: true,
  write: (article) => toFile(article, 'doccano-labels', toLabels),
  join: (contents) => contents.join(''),
  read: (files) => files.flatMap((file) => readDoccano(file, 'doccano-labels')),
  recognises: ({ content }) =>
    /^\ufeff?\s*\{/u.test(content) &&
    /"(?:labels?|entities)"\s*:\s*\[\s*(?:\]|\[\s*\d+\s*,\s*\d+\s*,)/u.test(content),
};

function toFile(
  article: AnnotatedText,
  format: string,
  toFields: (article: AnnotatedText) => JsonObject,
): ReturnType<Format['write']> {
  const { text, name } = article;
  const record = { ...restOf(article, format)?.fields, text, article: name, ...toFields(article) };
  return { files: [{ name: `${name}.jsonl`, content: `${JSON.stringify(record)}\n` }], losses: [] };
}

function toLabels({ text, marks }: AnnotatedText): JsonObject {
  const places = createPlaces(text, 'points');
  const toItem = (mark: Annotation): readonly [number, number, string] => {
    const { start, end } = places.write(mark);
    return [start, end, toLabel(mark.kind)];
  };
  return { label: marks.map(toItem) };
}

function toEntities(article: AnnotatedText): JsonObject {
  const { text, marks } = article;
  const kept = restOf(article, 'doccano')?.marks;
  const places = createPlaces(text, 'points');
  const { nodes, edges } = toGraph(marks);
  const ids = chooseNumbers(nodes);
  return {
    entities: nodes.map((node, i) => {
      const { start, end } = places.write(node);
      const own = { id: ids[i], label: toLabel(node.kind), start_offset: start, end_offset: end };
      return node.id === undefined ? own : { ...kept?.[node.id], ...own };
    }),
    relations: edges.map(({ from, to, role }, i) => ({
      ...{ id: i, from_id: ids[from], to_id: ids[to], type: toLabel(role) },
    })),
  };
}

/** The numbers that marks had in doccano; others get numbers behind them. */
function chooseNumbers(nodes: readonly Annotation[]): readonly number[] {
  const given = new Set<number>();
  const own = nodes.map(({ id }) => {
    const number = ownId('doccano', id);
    if (number === undefined || !/^\d{1,15}$/u.test(number) || given.has(Number(number))) return undefined;
    given.add(Number(number));
    return Number(number);
  });
  let last = given.size === 0 ? 0 : [...given].reduce((a, b) => Math.max(a, b));
  return own.map((number) => number ?? ++last);
}
