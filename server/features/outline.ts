import type { Article, Person } from '../analysis/types.ts';
import { groupBy } from '../text/group.ts';
import type { Span } from '../text/span.ts';
import { dateInWords } from './dateWords.ts';
import { speakerName } from './mentions.ts';
import { clip } from './sentences.ts';
import { stateOf } from './states.ts';

/** A line of the outline. `selection` is where choosing it goes and lies inside the node's span. */
export interface OutlineNode extends Span {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'group' | 'person' | 'country' | 'date' | 'speaker' | 'mention' | 'quotation';
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/**
 * People with their mentions, countries, dates in order of time, quotes under their speakers.
 *
 * An editor sorts siblings by span, then by name, and counts a problem at what spans it. So the groups stand at the head
 * of the text, each a character longer than the one before it; what has several places spans from its first to its last
 * only where no sibling's place lies between; and dates, whose names begin with their value, share one span.
 */
export function outline(article: Article): readonly OutlineNode[] {
  const groups = [
    toGroup('People', people(article)),
    toGroup('Countries', countries(article)),
    toGroup('Dates', dates(article)),
    toGroup('Quotes', quotations(article)),
  ];
  return groups
    .map((group, place) => ({ ...group, end: Math.min(place, article.text.length) }))
    .filter(({ children }) => children.length > 0);
}

function toGroup(name: string, children: readonly OutlineNode[]): OutlineNode {
  const head = { start: 0, end: 0 };
  return { kind: 'group', name, detail: String(children.length), ...head, selection: head, children };
}

function people(article: Article): readonly OutlineNode[] {
  const mentionsOf = (person: Person): number | string =>
    person.entity ?? `${article.text.slice(person.start, person.end)} (ambiguous)`;
  const nodes = [...groupBy(article.people, mentionsOf)].map(([key, mentions]) => {
    const entity = typeof key === 'number' ? article.entities[key] : undefined;
    const first = (entity && article.people[entity.introduction]) ?? (mentions[0] as Person);
    const node = toNode(article, 'person', entity?.name ?? String(key), first, mentions);
    return entity?.title ? { ...node, detail: `${clip(entity.title, 60)} · ${node.detail}` } : node;
  });
  return narrow(nodes);
}

function countries(article: Article): readonly OutlineNode[] {
  const nodes = [...groupBy(article.countries, ({ code }) => code)].map(([code, mentions]) => {
    const { name, flag } = stateOf(code);
    return toNode(article, 'country', `${name} ${flag}`.trim(), mentions[0] as Span, mentions);
  });
  return narrow(nodes);
}

function dates(article: Article): readonly OutlineNode[] {
  const byValue = groupBy(article.dates, ({ value, timex, mod }) => `${value} ${timex} ${mod ?? ''}`);
  const nodes = [...byValue.values()].map((mentions) => {
    const first = mentions[0] as (typeof mentions)[0];
    const words = dateInWords(first);
    const name = words === first.value ? first.value : `${first.value} · ${words}`;
    return { ...toNode(article, 'date', name, first, mentions), ...hull(article.dates) };
  });
  return nodes.sort((a, b) => (a.name < b.name ? -1 : b.name < a.name ? 1 : 0));
}

function quotations(article: Article): readonly OutlineNode[] {
  const bySpeaker = groupBy(article.quotations, ({ speaker }) =>
    speaker ? speakerName(article, speaker) : '(no speaker)',
  );
  const nodes = [...bySpeaker].map(([name, said]) => {
    const children = said.map((quotation) => leaf(article, 'quotation', quotation, quotation.kind));
    const first = said[0] as Span;
    return {
      kind: 'speaker' as const,
      name: clip(name, 80),
      detail: count(said.length, 'quote'),
      ...hull(said),
      selection: first,
      children,
    };
  });
  return narrow(nodes);
}

function toNode(
  article: Article,
  kind: OutlineNode['kind'],
  name: string,
  first: Span,
  mentions: readonly Span[],
): OutlineNode {
  return {
    kind,
    name,
    detail: count(mentions.length, 'mention'),
    ...hull(mentions),
    selection: { start: first.start, end: first.end },
    children: mentions.map((mention) => leaf(article, 'mention', mention, '')),
  };
}

function leaf(article: Article, kind: OutlineNode['kind'], span: Span, detail: string): OutlineNode {
  const { start, end } = span;
  return {
    kind,
    name: clip(article.text.slice(start, end), 80),
    detail,
    start,
    end,
    selection: { start, end },
    children: [],
  };
}

/** Keeps the wide span of a node only where no other node has a place inside of it. Near linear. */
function narrow(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  const places = nodes
    .flatMap((node) => node.children.map(({ start }) => ({ start, node })))
    .sort((a, b) => a.start - b.start);
  const indices = new Map<OutlineNode, { first: number; last: number }>();
  for (const [index, { node }] of places.entries())
    indices.set(node, { first: indices.get(node)?.first ?? index, last: index });
  return nodes.map((node) => {
    const { first, last } = indices.get(node) as { first: number; last: number };
    return last - first === node.children.length - 1 ? node : { ...node, ...node.selection };
  });
}

function hull(spans: readonly Span[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`;
}
