import { DEFAULT_SCHEME, ownKinds, type Scheme } from '../../scheme/scheme.ts';
import type { AnnotatedText, TextFile } from '../annotation.ts';
import { toGraph } from '../graph.ts';
import { toBratName } from './names.ts';

const COLOURS: Readonly<Record<string, string>> = {
  person: '#9fd3ff',
  country: '#ffd97a',
  date: '#a8e6b0',
  quote: '#e3c8ff',
  speaker: '#ffc4b3',
  cue: '#dddddd',
};

/**
 * The settings of brat for a folder of articles: `annotation.conf` with every type, relation and attribute that is used
 * there or that the folder's scheme brings, and `visual.conf` with a colour for each kind (https://brat.nlplab.org/configuration.html).
 */
export function configureBrat(
  articles: readonly AnnotatedText[],
  scheme: Scheme = DEFAULT_SCHEME,
): readonly TextFile[] {
  const types = new Set([
    ...scheme.kinds.map(({ name }) => name),
    ...scheme.kinds.flatMap(({ parts }) => parts),
  ]);
  const relations = new Map<string, { readonly from: Set<string>; readonly to: Set<string> }>();
  const attributes = new Map<string, { readonly of: Set<string>; readonly values: Set<string> }>();
  for (const { name, attributes: own, parts } of ownKinds(scheme)) {
    for (const { name: key, values = [] } of own)
      attributes.set(key, { of: new Set([name]), values: new Set(values) });
    for (const role of parts) relations.set(role, { from: new Set([name]), to: new Set([role]) });
  }
  for (const { marks } of articles) {
    const { nodes, edges } = toGraph(marks);
    for (const { kind, attributes: own } of nodes) {
      types.add(kind);
      for (const [key, value] of Object.entries(own)) {
        const known = attributes.get(key) ?? { of: new Set(), values: new Set() };
        known.of.add(kind);
        known.values.add(value);
        attributes.set(key, known);
      }
    }
    for (const { from, to, role } of edges) {
      const known = relations.get(role) ?? { from: new Set(), to: new Set() };
      known.from.add(nodes[from]?.kind ?? '');
      known.to.add(nodes[to]?.kind ?? '');
      relations.set(role, known);
    }
  }
  const names = (kinds: Iterable<string>): string => Array.from(kinds, toBratName).join('|');
  const short = [...attributes].filter(
    ([key, { values }]) => key !== 'code' && [...values].every((value) => /^[\w.:+-]+$/u.test(value)),
  );
  const annotation = [
    ...['[entities]', '', ...Array.from(types, toBratName), '', '[relations]', ''],
    ...Array.from(
      relations,
      ([role, { from, to }]) => `${toBratName(role)}\tArg1:${names(from)}, Arg2:${names(to)}`,
    ),
    'Equiv\tArg1:Person, Arg2:Person, <REL-TYPE>:symmetric-transitive',
    ...['', '[events]', '', '[attributes]', ''],
    ...short.map(([key, { of, values }]) => {
      const own = [...values].filter((value) => value !== 'true');
      return `${toBratName(key)}\tArg:${names(of)}${own.length === 0 ? '' : `, Value:${own.join('|')}`}`;
    }),
  ];
  const visual = [
    ...['[labels]', '', '[drawing]', ''],
    'SPAN_DEFAULT\tfgColor:black, bgColor:#eeeeee, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5',
    ...Array.from(types).flatMap((kind) => {
      const colour = COLOURS[kind];
      return colour === undefined ? [] : [`${toBratName(kind)}\tbgColor:${colour}`];
    }),
  ];
  return [
    { name: 'annotation.conf', content: `${annotation.join('\n')}\n` },
    { name: 'visual.conf', content: `${visual.join('\n')}\n` },
  ];
}
