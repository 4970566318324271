import type { JsonObject } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation, TextFile, TextOf } from '../annotation.ts';
import { toRest } from '../fields.ts';
import { dropEnding } from '../fileNames.ts';
import { fromGraph, type GraphEdge } from '../graph.ts';
import { Malformed } from '../malformed.ts';
import { readItem, splitCell } from './escape.ts';
import { attributesOf, isKept, kindOf, MARKS, PARTS } from './layers.ts';
import { type Layer, type Parsed, parseWebanno, type Unit } from './parse.ts';

interface Found {
  readonly layer: Layer;
  readonly values: ReadonlyMap<string, string>;
  readonly number: number;
  readonly start: number;
  end: number;
}

/**
 * The article of a file: spans of every layer are marks, relations are parts. Layers of every token, chains and slots are
 * kept column by column. Throws `Malformed`.
 */
export function readWebanno(file: TextFile, textOf: TextOf): AnnotatedText {
  const parsed = parseWebanno(file);
  const name = dropEnding(file.name, ['.tsv']);
  const text = chooseText(parsed, textOf(name));
  const { found, at } = findSpans(file, parsed);
  const rest = new Map<string, JsonObject>();
  const counts = new Map<string, number>();
  const nodes = found.map(({ layer, values, number, start, end }): Annotation => {
    const count = (counts.get(layer.name) ?? 0) + 1;
    counts.set(layer.name, count);
    const id = `webanno-tsv:${layer.name}:${number === 0 ? `${start}-${end}-${count}` : number}`;
    if (layer.name !== MARKS) rest.set(id, { layer: layer.header, number });
    const note = layer.name === MARKS ? values.get('note') : undefined;
    const attributes = attributesOf(layer, values);
    return {
      start,
      end,
      id,
      kind: kindOf(layer, values),
      attributes,
      parts: {},
      ...(note !== undefined && { note }),
    };
  });
  const roles = new Map<string, string>();
  const edges = findRelations(file, parsed, at, roles);
  return {
    name,
    text,
    marks: fromGraph({ nodes, edges }),
    rest: toRest('webanno-tsv', keep(parsed, roles), rest),
  };
}

/** The known text where it has the same words: it tells the white space that the file does not. */
function chooseText({ text }: Parsed, known: string | undefined): string {
  if (known === undefined || known.length < text.length) return text;
  for (let i = 0; i < known.length; i++) {
    const own = text[i] ?? '\n';
    if (own !== known[i] && !(own === '\n' && /\s/u.test(known[i] ?? ''))) return text;
  }
  return known;
}

type At = ReadonlyMap<
  string,
  readonly { readonly layer: string; readonly number: number; readonly index: number }[]
>;

function findSpans(
  file: TextFile,
  { layers, sentences }: Parsed,
): { readonly found: readonly Found[]; readonly at: At } {
  const found: Found[] = [];
  const at = new Map<string, { layer: string; number: number; index: number }[]>();
  const open = new Map<string, number>();
  for (const unit of sentences.flatMap(({ units }) => units))
    for (const layer of layers.filter((own) => own.type === 'SP' && !isKept(own)))
      for (const { values, number } of readStack(file, layer, unit)) {
        const key = `${layer.name} ${number}`;
        const known = number === 0 ? undefined : open.get(key);
        const index = known ?? found.length;
        const own = found[index];
        if (own) own.end = Math.max(own.end, unit.end);
        else if (unit.start < unit.end)
          found.push({ layer, values, number, start: unit.start, end: unit.end });
        else throw new Malformed(file.name, unit.line, 'an annotation is empty, and has no words');
        open.set(key, index);
        at.set(unit.address, [...(at.get(unit.address) ?? []), { layer: layer.name, number, index }]);
      }
  return { found, at };
}

/** The annotations of a layer that lie over each other in a unit: each feature has a column with as many items. */
function readStack(
  file: TextFile,
  layer: Layer,
  { cells, line }: Unit,
): readonly { readonly values: ReadonlyMap<string, string>; readonly number: number }[] {
  const own = cells.slice(layer.from, layer.to - (layer.type === 'RL' ? 1 : 0));
  if (own.every((cell) => cell === '_' || cell === '')) return [];
  const columns = own.map((cell) => splitCell(cell, '|').map(readItem));
  const [first = []] = columns;
  if (columns.some((items) => items.length !== first.length))
    throw new Malformed(file.name, line, `the columns of ${layer.name} have not as many items each`);
  return first.map(({ number }, i) => {
    const values = layer.features.flatMap((feature, column) => {
      const value = columns[column]?.[i]?.value;
      return value === undefined ? [] : [[feature, value] as const];
    });
    return { values: new Map(values), number };
  });
}

const ADDRESS = /^(?<address>\d+-\d+(?:\.\d+)?)(?:\[(?<from>\d+)(?:_(?<to>\d+))?\])?$/u;

function findRelations(
  file: TextFile,
  { layers, sentences }: Parsed,
  at: At,
  roles: Map<string, string>,
): readonly GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (const unit of sentences.flatMap(({ units }) => units))
    for (const layer of layers.filter((own) => own.type === 'RL' && !isKept(own))) {
      const stack = readStack(file, layer, unit);
      const addresses = splitCell(unit.cells[layer.to - 1] ?? '', '|');
      for (const [i, { values }] of stack.entries()) {
        const groups = ADDRESS.exec(addresses[i] ?? '')?.groups;
        const find = (address: string, number: number): number | undefined =>
          at.get(address)?.find((own) => own.layer === layer.base && (number === 0 || own.number === number))
            ?.index;
        const from = find(groups?.address ?? '', Number(groups?.from ?? 0));
        const to = find(unit.address, Number(groups?.to ?? 0));
        if (from === undefined || to === undefined)
          throw new Malformed(
            file.name,
            unit.line,
            `a relation of ${layer.name} joins what is not there: ${addresses[i]}`,
          );
        const role = kindOf(layer, values);
        if (layer.name !== PARTS) roles.set(role, layer.header);
        edges.push({ from, to, role });
      }
    }
  return edges;
}

/** The tokens of a file of another tool, its sentences, and the columns that are not understood. */
function keep({ layers, sentences }: Parsed, roles: ReadonlyMap<string, string>): JsonObject {
  const foreign = layers.filter(({ name }) => name !== MARKS && name !== PARTS);
  if (foreign.length === 0) return {};
  const kept = foreign.filter(isKept);
  const rows = kept.map((layer) => [
    layer.header,
    Object.fromEntries(
      sentences.flatMap(({ units }) =>
        units.flatMap(({ start, end, cells }) => {
          const own = cells.slice(layer.from, layer.to);
          return own.every((cell) => cell === '_') ? [] : [[`${start}-${end}`, own]];
        }),
      ),
    ),
  ]);
  return {
    layers: foreign.map(({ header }) => header),
    kept: Object.fromEntries(rows),
    roles: Object.fromEntries(roles),
    sentences: sentences.map(({ text, units }) => ({
      text,
      tokens: units.flatMap(({ address, start, end }) => (address.includes('.') ? [] : [[start, end]])),
    })),
  };
}
