import { groupBy } from '../../text/group.ts';
import type { Span } from '../../text/span.ts';
import type { Annotation } from './annotation.ts';

/** Spans and relations between two of them, as most tools see what is here a mark with its parts. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A mark, or a part that is no mark itself: that has the role as its kind, and nothing else. */
export type GraphNode = Annotation;

/** `to` is a part of `from`, in the role; both indices of nodes. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly role: string;
}

/**
 * Marks and their parts side by side. A part that lies just where a mark lies is an edge to it; another becomes a node,
 * right after its mark. So does one whose role is that mark's kind, for it would be taken for a part alone.
 */
export function toGraph(marks: readonly Annotation[], order: PartsOrder = 'kept'): Graph {
  const nodes: GraphNode[] = [];
  const places = groupBy(marks, placeOf);
  const edges: { from: Annotation; to: GraphNode; role: string }[] = [];
  for (const mark of marks) {
    nodes.push(mark);
    for (const [role, span] of listParts(mark.parts, order)) {
      const known = places.get(placeOf(span))?.find((other) => other !== mark && other.kind !== role);
      const to: GraphNode = known ?? {
        start: span.start,
        end: span.end,
        kind: role,
        attributes: {},
        parts: {},
      };
      if (!known) nodes.push(to);
      edges.push({ from: mark, to, role });
    }
  }
  const indices = new Map(nodes.map((node, i) => [node, i]));
  return {
    nodes,
    edges: edges.map(({ from, to, role }) => ({
      ...{ from: indices.get(from) as number, to: indices.get(to) as number, role },
    })),
  };
}

/** The marks of a graph: a node that is nothing but the part of one other is no mark, unless `isMark` says so. */
export function fromGraph(
  { nodes, edges }: Graph,
  isMark: (index: number) => boolean = () => false,
): readonly Annotation[] {
  const incoming = groupBy(edges, ({ to }) => to);
  const outgoing = groupBy(edges, ({ from }) => from);
  const isPartAlone = (node: GraphNode, i: number): boolean => {
    const [edge, ...others] = incoming.get(i) ?? [];
    return (
      edge !== undefined &&
      others.length === 0 &&
      edge.from !== i &&
      edge.role === node.kind &&
      !outgoing.has(i) &&
      !isMark(i) &&
      node.note === undefined &&
      Object.keys(node.attributes).length + Object.keys(node.parts).length === 0
    );
  };
  return nodes.flatMap((node, i) => {
    if (isPartAlone(node, i)) return [];
    const own = (outgoing.get(i) ?? []).map(({ to, role }) => [role, nodes[to] as GraphNode] as const);
    return own.length === 0 ? [node] : [{ ...node, parts: nameParts([...listParts(node.parts), ...own]) }];
  });
}

/** Parts by their role; a second one of a role is called `role#2`, and so on. */
export function nameParts(parts: readonly (readonly [string, Span])[]): Readonly<Record<string, Span>> {
  const named = new Map<string, Span>();
  for (const [role, { start, end }] of parts) {
    let name = role;
    for (let number = 2; named.has(name); number++) name = `${role}#${number}`;
    named.set(name, { start, end });
  }
  return Object.fromEntries(named);
}

/** Whether the file keeps relations in the order they are written, or has them in order of place. */
export type PartsOrder = 'kept' | 'by place';

/** The parts in such an order that `nameParts` gives each its name again, if the file keeps it so. */
export function listParts(
  parts: Annotation['parts'],
  order: PartsOrder = 'kept',
): readonly (readonly [string, Span])[] {
  const listed: (readonly [string, Span])[] = [];
  const done = new Set<string>();
  for (const role of Object.keys(parts).sort()) {
    if (done.has(role)) continue;
    const names = [role];
    for (let name = `${role}#2`; Object.hasOwn(parts, name); name = `${role}#${names.length + 1}`)
      names.push(name);
    const spans = names.map((name) => parts[name] as Span);
    const keeps =
      order === 'kept' || spans.every(({ start }, i) => i === 0 || (spans[i - 1] as Span).start < start);
    for (const [i, name] of names.entries()) {
      listed.push([keeps ? role : name, spans[i] as Span]);
      done.add(name);
    }
  }
  return listed;
}

function placeOf({ start, end }: Span): string {
  return `${start} ${end}`;
}
