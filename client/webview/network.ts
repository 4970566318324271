import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { EntityName } from '../../server/folder/entities.ts';
import type { Picture } from '../../server/requests/pictures.ts';
import type { Options } from './chart.ts';
import { viewOf, words } from './host.ts';
import { type Column, tableOf } from './table.ts';

type NetworkPicture = Extract<Picture, { kind: 'network' }>;
type NetworkNode = NetworkPicture['nodes'][number];
type NetworkRow = NetworkNode & { readonly entity: EntityName; readonly together: string };

/** The matrix shows so many of the most mentioned; more would not be read. */
const MATRIX_SIZE = 40;

/** Who is mentioned with whom, as a graph: circles by mentions, lines by times together. Those who stand alone are left out. */
export function graphOptions({ nodes, edges }: NetworkPicture): Options {
  const most = Math.max(1, ...nodes.map(({ mentions }) => mentions));
  const strongest = Math.max(1, ...edges.map(({ times }) => times));
  const { roam } = viewOf();
  const places = layOut(nodes.length, edges);
  const named = findRoom(places, nodes);
  // The more there are, the less room each has.
  const size = Math.min(1, Math.sqrt(50 / places.length));
  return ({ text, quiet, line, background, person, country }) => ({
    tooltip: {
      renderMode: 'richText',
      backgroundColor: background,
      textStyle: { color: text },
      borderColor: line,
    },
    legend: { top: 0, data: [words.person, words.country], textStyle: { color: text } },
    series: [
      {
        type: 'graph',
        layout: 'none',
        preserveAspect: true,
        roam: true,
        ...roam,
        top: 50,
        bottom: 20,
        left: 30,
        right: 130,
        categories: [
          { name: words.person, itemStyle: { color: person } },
          { name: words.country, itemStyle: { color: country }, symbol: 'rect' },
        ],
        data: places.map(({ index, x, y }) => {
          const { label, mentions, kind } = nodes[index] as NetworkNode;
          return {
            id: String(index),
            name: label,
            x,
            y,
            value: mentions,
            symbolSize: size * (6 + 22 * Math.sqrt(mentions / most)),
            category: kind === 'person' ? 0 : 1,
            label: { show: named.has(index) },
            emphasis: { label: { show: true } },
          };
        }),
        edges: edges.map(({ source, target, times }) => ({
          source: String(source),
          target: String(target),
          value: times,
          lineStyle: { width: 0.5 + 4 * (times / strongest), color: quiet, opacity: 0.5 },
        })),
        label: { show: true, position: 'right', color: text },
        emphasis: { focus: 'adjacency' },
      },
    ],
  });
}

/** Pixels that a letter and a line of a name take. */
const [LETTER, LINE] = [7, 15];
/** Pixels of the page beside and above the graph, and of the graph's own share of the page's height. */
const [BESIDE, ABOVE, SHARE] = [200, 70, 0.6];

/** The nodes that have room for their names, the most mentioned first; the others say theirs under the mouse. */
function findRoom(
  places: readonly { index: number; x: number; y: number }[],
  nodes: readonly NetworkNode[],
): ReadonlySet<number> {
  const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values) || 1;
  const scale = Math.min(
    (window.innerWidth - BESIDE) / extent(places.map(({ x }) => x)),
    (window.innerHeight * SHARE - ABOVE) / extent(places.map(({ y }) => y)),
  );
  const taken: { left: number; right: number; y: number }[] = [];
  const named = new Set<number>();
  for (const { index, x, y } of places.toSorted((a, b) => a.index - b.index)) {
    const left = x * scale;
    const box = { left, right: left + LETTER * (nodes[index]?.label.length ?? 0) + LINE, y: y * scale };
    const isFree = taken.every(
      (other) => other.right < box.left || box.right < other.left || LINE < Math.abs(other.y - box.y),
    );
    if (!isFree) continue;
    taken.push(box);
    named.add(index);
  }
  return named;
}

/** Where the nodes that stand with others lie: those together attract each other, all others push each other away. */
function layOut(
  count: number,
  edges: NetworkPicture['edges'],
): readonly { index: number; x: number; y: number }[] {
  const together = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const indices = Array.from({ length: count }, (_, index) => index).filter((index) => together.has(index));
  const bodies = indices.map((index): SimulationNodeDatum & { id: number } => ({ id: index }));
  const links = edges.map(({ source, target }) => ({ source, target }));
  forceSimulation(bodies)
    .force('push', forceManyBody().strength(-90))
    .force(
      'pull',
      forceLink<SimulationNodeDatum & { id: number }, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(40),
    )
    .force('apart', forceCollide(14))
    .force('x', forceX().strength(0.1))
    .force('y', forceY().strength(0.1))
    .stop()
    .tick(250);
  return bodies.map(({ id, x = 0, y = 0 }) => ({ index: id, x, y }));
}

/** The same as a matrix of the most mentioned. */
export function matrixOptions({ nodes, edges }: NetworkPicture): Options {
  const names = nodes.slice(0, MATRIX_SIZE).map(({ label }) => label);
  const shown = edges.filter(({ source, target }) => Math.max(source, target) < MATRIX_SIZE);
  const strongest = Math.max(1, ...shown.map(({ times }) => times));
  return ({ text, line, background, person }) => {
    const axis = {
      type: 'category',
      data: names,
      axisLabel: { color: text, interval: 0 },
      splitArea: { show: true },
    };
    return {
      tooltip: {
        renderMode: 'richText',
        backgroundColor: background,
        textStyle: { color: text },
        borderColor: line,
      },
      grid: { left: 150, right: 24, top: 24, bottom: 150 },
      xAxis: { ...axis, axisLabel: { ...axis.axisLabel, rotate: 60 } },
      yAxis: { ...axis, inverse: true },
      visualMap: { show: false, min: 0, max: strongest, inRange: { color: [background, person] } },
      series: [
        {
          type: 'heatmap',
          name: words.together,
          data: shown.flatMap(({ source, target, times }) => [
            [source, target, times],
            [target, source, times],
          ]),
        },
      ],
    };
  };
}

/** The node that was clicked in the graph. */
export function nodeAt({ nodes }: NetworkPicture, data: unknown): EntityName | undefined {
  const id = (data as { id?: string } | undefined)?.id;
  const node = id === undefined ? undefined : nodes[Number(id)];
  return node && entityOf(node);
}

function entityOf({ kind, name }: NetworkNode): EntityName {
  return { kind, name };
}

/** Everybody with those they stand together with most. */
export function networkTable({ nodes, edges, left }: NetworkPicture): HTMLElement {
  const partners = nodes.map((): { name: string; times: number }[] => []);
  for (const { source, target, times } of edges) {
    partners[source]?.push({ name: nodes[target]?.label ?? '', times });
    partners[target]?.push({ name: nodes[source]?.label ?? '', times });
  }
  const together = new Map(
    nodes.map((node, index) => [
      node,
      (partners[index] ?? [])
        .sort((a, b) => b.times - a.times)
        .slice(0, 5)
        .map(({ name, times }) => `${name} ${times}`)
        .join(', '),
    ]),
  );
  const columns: Column<NetworkRow>[] = [
    { heading: words.name, of: ({ label }) => label },
    { heading: words.mentions, of: ({ mentions }) => mentions },
    { heading: words.together, of: (node) => node.together },
  ];
  const rows = nodes.map(
    (node): NetworkRow => ({ ...node, entity: entityOf(node), together: together.get(node) ?? '' }),
  );
  return tableOf(words.together, rows, columns, left);
}
