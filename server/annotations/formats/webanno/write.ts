import { groupBy } from '../../../text/group.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { firstEndingAfter, type Span } from '../../../text/span.ts';
import { splitTokens } from '../../../text/tokens.ts';
import { isObject, type JsonObject, objectsIn } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation, Loss } from '../annotation.ts';
import { restOf } from '../fields.ts';
import { type GraphEdge, toGraph } from '../graph.ts';
import { toLabel } from '../labels.ts';
import { escapeText, escapeValue, toFeature } from './escape.ts';
import { kindFeature, kindOf, MARKS, PARTS } from './layers.ts';
import { type Layer, parseHeader } from './parse.ts';

interface Sentence extends Span {
  readonly tokens: readonly Span[];
}

/** What a row of the file holds: the nodes and relations of each layer there. */
interface Row {
  readonly address: string;
  readonly span: Span;
  readonly nodes: number[];
  readonly edges: GraphEdge[];
}

/** A text as WebAnno TSV 3.3: a row a token, and below it one for each piece of it that a mark begins or ends with. */
export function writeWebanno(article: AnnotatedText): {
  readonly content: string;
  readonly losses: readonly Loss[];
} {
  const { text } = article;
  const losses: Loss[] = [];
  const rest = restOf(article, 'webanno-tsv');
  const kept = rest?.fields && keptSentences(text, rest.fields);
  if (rest?.fields && !kept)
    losses.push({ field: 'rest', reason: 'its tokens are no longer those of the text' });
  const sentences = kept ?? cutSentences(text);
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const { nodes, edges } = toGraph(
    article.marks.flatMap((mark) => fitMark(mark, tokens, losses)),
    'by place',
  );
  const layerOf = (node: Annotation): string => {
    const header = node.id === undefined ? undefined : rest?.marks?.[node.id]?.layer;
    return kept && typeof header === 'string' ? header : '';
  };
  const roles = kept && isObject(rest?.fields?.roles) ? rest.fields.roles : {};
  const fields = kept ? (rest?.fields ?? {}) : {};
  const layers = listLayers(nodes, edges, fields, layerOf, roles);
  const rows = toRows(sentences, nodes, edges, fields);
  const numbers = chooseNumbers(nodes, rest?.marks ?? {});
  const first = new Map<number, string>();
  for (const row of rows.flat())
    for (const node of row.nodes) if (!first.has(node)) first.set(node, row.address);
  const cellsOf = (row: Row, layer: Layer): readonly string[] => {
    const keptRows = isObject(fields.kept) ? fields.kept[layer.header] : undefined;
    if (isObject(keptRows)) {
      const own = keptRows[`${row.span.start}-${row.span.end}`];
      return Array.isArray(own) ? own.map(String) : Array(layer.to - layer.from).fill('_');
    }
    if (layer.type === 'RL') return relationCells(row, layer);
    const own = row.nodes.filter((node) => belongs(nodes[node] as Annotation, layer));
    if (own.length === 0) return Array(layer.to - layer.from).fill('_');
    const features = layer.features.length === 0 ? [''] : layer.features;
    return features.map((feature) =>
      own.map((node) => `${cellOf(nodes[node] as Annotation, layer, feature)}[${numbers[node]}]`).join('|'),
    );
  };
  const belongs = (node: Annotation, layer: Layer): boolean =>
    (layerOf(node) || headerOf(layers, MARKS)) === layer.header;
  const relationCells = (row: Row, layer: Layer): readonly string[] => {
    const own = row.edges.filter(({ role }) => (roles[role] ?? headerOf(layers, PARTS)) === layer.header);
    if (own.length === 0) return Array(layer.to - layer.from).fill('_');
    const label = kindFeature(layer);
    const features = layer.features.length === 0 ? [''] : layer.features;
    return [
      ...features.map((feature) =>
        own.map(({ role }) => (feature === label ? escapeValue(toLabel(role)) : '*')).join('|'),
      ),
      own.map(({ from, to }) => `${first.get(from)}[${numbers[from]}_${numbers[to]}]`).join('|'),
    ];
  };
  const lines = ['#FORMAT=WebAnno TSV 3.3', ...layers.map(({ header }) => header), ''];
  for (const [i, { start, end }] of sentences.entries()) {
    const own = text
      .slice(start, end)
      .split('\n')
      .map((line) => `#Text=${escapeText(line)}`);
    lines.push('', ...own);
    for (const row of rows[i] ?? []) {
      const { span, address } = row;
      const cells = layers.flatMap((layer) => cellsOf(row, layer));
      lines.push(
        [
          address,
          `${span.start}-${span.end}`,
          escapeText(text.slice(span.start, span.end)),
          ...cells,
          '',
        ].join('\t'),
      );
    }
  }
  return { content: `${lines.join('\n')}\n`, losses };
}

function headerOf(layers: readonly Layer[], name: string): string | undefined {
  return layers.find((layer) => layer.name === name)?.header;
}

/** What a mark has in the column of a feature. */
function cellOf(node: Annotation, layer: Layer, feature: string): string {
  if (feature === kindFeature(layer)) {
    // Where the kind came from the name of the layer, the feature was empty.
    const value = kindOf(layer, new Map()) === node.kind && layer.name !== MARKS ? undefined : node.kind;
    return value === undefined ? '*' : escapeValue(toLabel(value));
  }
  if (layer.name === MARKS && feature === 'note')
    return node.note === undefined ? '*' : escapeValue(node.note);
  const value = Object.entries(node.attributes).find(
    ([key]) => key === feature || toFeature(key) === feature,
  )?.[1];
  return value === undefined ? '*' : escapeValue(value);
}

/** The mark as far as tokens can show it. */
function fitMark(mark: Annotation, tokens: readonly Span[], losses: Loss[]): readonly Annotation[] {
  const fits = ({ start, end }: Span): boolean => {
    const [a, b] = [tokens[firstEndingAfter(tokens, start)], tokens[firstEndingAfter(tokens, end - 1)]];
    return a !== undefined && b !== undefined && a.start <= start && b.start < end;
  };
  const lose = (field: string, reason: string): void => void losses.push({ mark, field, reason });
  if (!fits(mark)) {
    lose('mark', AT_SPACE);
    return [];
  }
  const parts = Object.entries(mark.parts).filter(([, span]) => fits(span));
  for (const [role, span] of Object.entries(mark.parts)) if (!fits(span)) lose(`parts.${role}`, AT_SPACE);
  const attributes = Object.entries(mark.attributes).filter(([, value]) => value !== '');
  for (const [key, value] of Object.entries(mark.attributes))
    if (value === '') lose(`attributes.${key}`, EMPTY);
  const { note, ...others } = mark;
  if (note === '') lose('note', EMPTY);
  return [
    {
      ...others,
      ...(note !== undefined && note !== '' && { note }),
      ...{ parts: Object.fromEntries(parts), attributes: Object.fromEntries(attributes) },
    },
  ];
}

const AT_SPACE = 'it begins or ends with white space, which has no row';
const EMPTY = 'an empty value is told as none';

function cutSentences(text: string): readonly Sentence[] {
  const tokens = splitTokens(text);
  const cuts = splitSentences(tokens);
  return cuts.map(({ first, last }, i) => {
    const next = cuts[i + 1];
    const end = next ? tokens[next.first]?.start : text.length;
    return { start: tokens[first]?.start ?? 0, end: end ?? text.length, tokens: tokens.slice(first, last) };
  });
}

/** The sentences and tokens of the file that was read, if they are still those of the text. */
function keptSentences(text: string, fields: JsonObject): readonly Sentence[] | undefined {
  const sentences = objectsIn(fields.sentences).map(({ text: own, tokens }) => {
    const spans = (Array.isArray(tokens) ? tokens : []).map(([start, end]): Span => ({ start, end }));
    const start = spans[0]?.start ?? 0;
    return { start, end: start + String(own).length, own, tokens: spans };
  });
  const isSame = sentences.every(({ start, end, own }) => text.slice(start, end) === own);
  const last = sentences.at(-1)?.end ?? 0;
  return isSame && !/\S/u.test(text.slice(last))
    ? sentences.map(({ own: _, ...sentence }) => sentence)
    : undefined;
}

/** The layers of the file that was read, with columns for what is new, and our own where they are needed. */
function listLayers(
  nodes: readonly Annotation[],
  edges: readonly GraphEdge[],
  fields: JsonObject,
  layerOf: (node: Annotation) => string,
  roles: JsonObject,
): readonly Layer[] {
  const foreign = (Array.isArray(fields.layers) ? fields.layers : []).map(String);
  const own = nodes.filter((node) => layerOf(node) === '');
  const keys = [...new Set(own.flatMap(({ attributes }) => Object.keys(attributes).map(toFeature)))].sort();
  const marks = `#T_SP=${[MARKS, 'kind', ...keys, 'note'].join('|')}`;
  const parts = `#T_RL=${PARTS}|role|BT_${MARKS}`;
  const isOwnPart = edges.some(({ role }) => roles[role] === undefined);
  const headers = [
    ...foreign.filter((header) => header.startsWith('#T_SP')),
    ...(own.length > 0 || foreign.length === 0 ? [marks] : []),
    ...foreign.filter((header) => header.startsWith('#T_CH')),
    ...foreign.filter((header) => header.startsWith('#T_RL')),
    ...(isOwnPart || foreign.length === 0 ? [parts] : []),
  ];
  const layers: Layer[] = [];
  for (const header of headers) {
    const layer = parseHeader(header, layers.at(-1)?.to ?? 0);
    if (layer) layers.push(layer);
  }
  return layers;
}

/** The rows of each sentence in order: a token, then those pieces of it where something begins or ends. */
function toRows(
  sentences: readonly Sentence[],
  nodes: readonly Annotation[],
  edges: readonly GraphEdge[],
  fields: JsonObject,
): readonly (readonly Row[])[] {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const pieces = tokens.map(
    (token) =>
      new Map<string, { span: Span; nodes: number[]; edges: GraphEdge[] }>([
        [keyOf(token), { span: token, nodes: [], edges: [] }],
      ]),
  );
  const at = (token: number, span: Span): { nodes: number[]; edges: GraphEdge[] } | undefined => {
    const own = pieces[token];
    if (own && !own.has(keyOf(span))) own.set(keyOf(span), { span, nodes: [], edges: [] });
    return own?.get(keyOf(span));
  };
  const keptRows = isObject(fields.kept)
    ? Object.values(fields.kept).filter(isObject).flatMap(Object.keys)
    : [];
  for (const key of keptRows) {
    const [start = 0, end = 0] = key.split('-').map(Number);
    const token = Math.min(tokens.length - 1, firstEndingAfter(tokens, Math.max(start, end - 1)));
    at(token, { start, end });
  }
  const byTarget = groupBy(edges, ({ to }) => to);
  for (const [index, node] of nodes.entries()) {
    let isFirst = true;
    for (let i = firstEndingAfter(tokens, node.start); i < tokens.length; i++) {
      const token = tokens[i] as Span;
      if (node.end <= token.start) break;
      const span = { start: Math.max(node.start, token.start), end: Math.min(node.end, token.end) };
      const piece = at(i, span);
      piece?.nodes.push(index);
      if (isFirst) piece?.edges.push(...(byTarget.get(index) ?? []));
      isFirst = false;
    }
  }
  let next = 0;
  return sentences.map((sentence, s) =>
    sentence.tokens.flatMap((_, t) => {
      const [token, ...parts] = (pieces[next++] ?? new Map()).values();
      const sorted = parts.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      return [token, ...sorted].flatMap((piece, i) =>
        piece ? [{ ...piece, address: `${s + 1}-${t + 1}${i === 0 ? '' : `.${i}`}` }] : [],
      );
    }),
  );
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** The numbers that annotations had in the file that was read; others get numbers behind them. */
function chooseNumbers(
  nodes: readonly Annotation[],
  kept: Readonly<Record<string, JsonObject>>,
): readonly number[] {
  const given = new Set<number>();
  const own = nodes.map(({ id }) => {
    const number = id === undefined ? undefined : kept[id]?.number;
    if (typeof number !== 'number' || number === 0 || given.has(number)) return undefined;
    given.add(number);
    return number;
  });
  let last = [...given].reduce((a, b) => Math.max(a, b), 0);
  return own.map((number) => number ?? ++last);
}
