import { firstEndingAfter } from '../../text/span.ts';
import type { FolderPlace } from '../folder.ts';
import { toPersonKey } from '../subjects.ts';
import { type Summary, toSpans } from '../summary.ts';
import { type Articles, addPlaces } from './articles.ts';

export interface NetworkNode {
  readonly kind: 'person' | 'country';
  /** Name of a person, code of a country. */
  readonly name: string;
  readonly mentions: number;
  /** The first mentions. */
  readonly places: readonly FolderPlace[];
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
}

/** Two mentions are together when they stand in one line, not further apart than this many code units. */
const NEAR = 300;

/** The people and countries mentioned most, at most `most` of them, and how often two of them stand together. */
export function toNetwork(articles: Articles, most: number): Network {
  const summaries = Array.from(articles, ([uri, summary]) => listMentions(uri, summary));
  const counts = new Map<
    string,
    { kind: NetworkNode['kind']; name: string; mentions: number; places: FolderPlace[] }
  >();
  for (const { key, kind, name, ...place } of summaries.flat()) {
    const known = counts.get(key) ?? { kind, name, mentions: 0, places: [] };
    counts.set(key, known);
    known.mentions++;
    addPlaces(known.places, place.uri, [place]);
  }
  const nodes = Array.from(counts, ([key, node]) => ({ key, node }))
    .sort((a, b) => b.node.mentions - a.node.mentions || (a.key < b.key ? -1 : 1))
    .slice(0, most);
  const places = new Map(nodes.map(({ key }, index) => [key, index]));
  const edges = new Map<number, number>();
  for (const mentions of summaries) countTogether(mentions, places, edges);
  return {
    nodes: nodes.map(({ node }) => node),
    edges: Array.from(edges, ([pair, times]) => ({
      source: Math.floor(pair / nodes.length),
      target: pair % nodes.length,
      times,
    })),
  };
}

interface Mentioned extends FolderPlace {
  readonly key: string;
  readonly kind: NetworkNode['kind'];
  readonly name: string;
  readonly line: number;
}

function listMentions(uri: string, summary: Summary): readonly Mentioned[] {
  const subjects = [
    ...summary.people.map(({ name, places }) => ({ kind: 'person' as const, name, places })),
    ...summary.countries.map(({ code, places }) => ({ kind: 'country' as const, name: code, places })),
  ];
  const lines = summary.lineStarts.map((start, i, starts) => ({
    start,
    end: starts[i + 1] ?? Number.POSITIVE_INFINITY,
  }));
  return subjects
    .flatMap(({ kind, name, places }) =>
      toSpans(places).map((span) => ({
        uri,
        ...span,
        key: `${kind} ${kind === 'person' ? toPersonKey(name) : name}`,
        kind,
        name,
        line: firstEndingAfter(lines, span.start),
      })),
    )
    .sort((a, b) => a.start - b.start);
}

function countTogether(
  mentions: readonly Mentioned[],
  places: ReadonlyMap<string, number>,
  edges: Map<number, number>,
): void {
  for (const [i, a] of mentions.entries()) {
    const met = new Set<string>([a.key]);
    for (let j = i + 1; j < mentions.length; j++) {
      const b = mentions[j] as Mentioned;
      if (b.line !== a.line || NEAR < b.start - a.end) break;
      if (met.has(b.key)) continue;
      met.add(b.key);
      const first = places.get(a.key);
      const second = places.get(b.key);
      if (first === undefined || second === undefined) continue;
      const pair = Math.min(first, second) * places.size + Math.max(first, second);
      edges.set(pair, (edges.get(pair) ?? 0) + 1);
    }
  }
}
