import { firstEndingAfter, type Span } from '../../text/span.ts';
import { toPersonKey } from '../subjects.ts';
import { type Places, type Summary, toSpans } from '../summary.ts';
import type { Articles } from './articles.ts';

export interface NetworkNode {
  readonly kind: 'person' | 'country';
  /** Name of a person, code of a country. */
  readonly name: string;
  readonly mentions: number;
}

export interface NetworkEdge {
  /** Indices into the nodes; `source < target`. */
  readonly source: number;
  readonly target: number;
  /** How often the two stand near each other. */
  readonly times: number;
}

/** Who is mentioned with whom. */
export interface Network {
  /** Most mentioned first. */
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** How many more there are. */
  readonly left: number;
}

/** Two mentions are together when they stand in one line, not further apart than this many code units. */
const NEAR = 300;

/** The people and countries mentioned most, at most `most` of them, and how often two of them stand together. */
export function toNetwork(articles: Articles, most: number): Network {
  const all = Array.from(articles, ([, summary]) => ({ summary, named: listNamed(summary) }));
  const counts = new Map<string, { kind: NetworkNode['kind']; name: string; mentions: number }>();
  for (const { named } of all)
    for (const { key, kind, name, places } of named) {
      const known = counts.get(key) ?? { kind, name, mentions: 0 };
      counts.set(key, known);
      known.mentions += places.length / 2;
    }
  const nodes = Array.from(counts, ([key, node]) => ({ key, node }))
    .sort((a, b) => b.node.mentions - a.node.mentions || (a.key < b.key ? -1 : 1))
    .slice(0, most);
  const indices = new Map(nodes.map(({ key }, index) => [key, index]));
  const edges = new Map<number, number>();
  for (const { summary, named } of all)
    countTogether(listMentions(summary, named, indices), nodes.length, edges);
  return {
    left: counts.size - nodes.length,
    nodes: nodes.map(({ node }) => node),
    edges: Array.from(edges, ([pair, times]) => ({
      source: Math.floor(pair / nodes.length),
      target: pair % nodes.length,
      times,
    })),
  };
}

interface Named {
  readonly key: string;
  readonly kind: NetworkNode['kind'];
  readonly name: string;
  readonly places: Places;
}

function listNamed({ people, countries }: Summary): readonly Named[] {
  return [
    ...people.map(({ name, places }): Named => {
      return { key: `person ${toPersonKey(name)}`, kind: 'person', name, places };
    }),
    ...countries.map(({ code, places }): Named => {
      return { key: `country ${code}`, kind: 'country', name: code, places };
    }),
  ];
}

interface Mentioned extends Span {
  /** Index into the nodes. */
  readonly node: number;
  readonly line: number;
}

/** The mentions of the nodes in an article, in order of place. */
function listMentions(
  { lineStarts }: Summary,
  named: readonly Named[],
  indices: ReadonlyMap<string, number>,
): readonly Mentioned[] {
  const lines = lineStarts.map((start, i) => ({ start, end: lineStarts[i + 1] ?? Number.POSITIVE_INFINITY }));
  const mentions: Mentioned[] = [];
  for (const { key, places } of named) {
    const node = indices.get(key);
    if (node === undefined) continue;
    for (const { start, end } of toSpans(places))
      mentions.push({ start, end, node, line: firstEndingAfter(lines, start) });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

function countTogether(mentions: readonly Mentioned[], nodes: number, edges: Map<number, number>): void {
  for (const [i, a] of mentions.entries()) {
    const met = [a.node];
    for (let j = i + 1; j < mentions.length; j++) {
      const b = mentions[j] as Mentioned;
      if (b.line !== a.line || NEAR < b.start - a.end) break;
      if (met.includes(b.node)) continue;
      met.push(b.node);
      const pair = Math.min(a.node, b.node) * nodes + Math.max(a.node, b.node);
      edges.set(pair, (edges.get(pair) ?? 0) + 1);
    }
  }
}
