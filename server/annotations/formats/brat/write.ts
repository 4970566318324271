import { countryFacts } from '../../../analysis/countries/facts.ts';
import { groupBy } from '../../../text/group.ts';
import { type Span, slice } from '../../../text/span.ts';
import type { AnnotatedText, Annotation, Loss, Rest } from '../annotation.ts';
import { listParts, nameParts, toGraph } from '../graph.ts';
import { createPlaces, type Places } from '../places.ts';
import { idOf, idsIn, parseBratLine } from './lines.ts';
import { escapeLine, escapeValue, toBratName } from './names.ts';

/** What was written of a text as standoff, and what was left out of it. */
export interface Standoff {
  readonly standoff: string;
  readonly losses: readonly Loss[];
}

/**
 * Annotations as brat standoff (https://brat.nlplab.org/standoff.html): text-bound lines with offsets in code points,
 * cut at line breaks; parts as text-bound lines joined by a relation of their role; short attributes as attributes, the
 * others and codes as normalisations; notes; people of one name as equivalent. What was kept of a file of brat follows.
 */
export function writeBrat({ text, marks, rest }: Pick<AnnotatedText, 'text' | 'marks' | 'rest'>): Standoff {
  const places = createPlaces(text, 'points');
  const losses: Loss[] = [];
  const fragments = new Map<Annotation, readonly Span[]>();
  const fitted = marks
    .flatMap((mark) => fitMark(text, mark, losses))
    .map((mark) => {
      const own = findFragments(text, mark);
      if (own.length === 0) return mark;
      const whole = { ...mark, parts: dropFragments(mark.parts) };
      fragments.set(whole, own);
      return whole;
    });
  const { nodes, edges } = toGraph(fitted);
  const kept = rest.find(({ format }) => format === 'brat');
  const ids = chooseIds(nodes, kept);
  const lines: string[] = [];
  const present = new Set(ids);
  const keptLines = (kept?.lines ?? []).filter((line) => {
    const missing = idsIn(line).find((id) => id.startsWith('T') && !present.has(id));
    if (missing !== undefined)
      losses.push({ field: 'rest', reason: `“${line}” is about ${missing}, which is no more` });
    return missing === undefined;
  });
  const claims = new Set(keptLines.flatMap(claimsOf));
  const taken = new Set([...keptLines.map(idOf), ...keptLines.flatMap(idsIn)]);
  const counts = { R: 0, A: 0, N: 0, '#': 0 };
  const add = (letter: keyof typeof counts, body: string): void => {
    let id = `${letter}${++counts[letter]}`;
    while (taken.has(id)) id = `${letter}${++counts[letter]}`;
    lines.push(`${id}\t${body}`);
  };
  for (const [i, node] of nodes.entries()) {
    const id = ids[i] as string;
    lines.push(
      `${id}\t${toBound(text, places, [node, ...(fragments.get(node) ?? [])], labelOf(node, kept))}`,
    );
    for (const [key, value] of Object.entries(node.attributes))
      if (!claims.has(`${id} ${key} ${value}`))
        add(isShort(key, value) ? 'A' : 'N', bodyOf(node, id, [key, value]));
    if (node.note !== undefined && !claims.has(`# ${id} ${escapeLine(node.note)}`))
      add('#', bodyOf(node, id));
  }
  for (const { from, to, role } of edges)
    if (!claims.has(`R ${ids[from]} ${role} ${ids[to]}`))
      add('R', `${toBratName(role)} Arg1:${ids[from]} Arg2:${ids[to]}`);
  lines.push(...listSame(nodes, ids), ...keptLines);
  return { standoff: lines.map((line) => `${line}\n`).join(''), losses };
}

/** What stands behind the id in the line of an attribute, or of the note where no attribute is given. */
export function bodyOf(node: Annotation, id: string, attribute?: readonly [string, string]): string {
  if (!attribute) return `AnnotatorNotes ${id}\t${escapeLine(node.note ?? '')}`;
  const [key, value] = attribute;
  if (isShort(key, value)) return `${toBratName(key)} ${id}${value === 'true' ? '' : ` ${value}`}`;
  if (key === 'code')
    return `Reference ${id} ISO3166:${escapeValue(value)}\t${countryFacts(value)?.name ?? escapeLine(value)}`;
  return `Reference ${id} ${toBratName(key)}:${escapeValue(value)}\t${escapeLine(value)}`;
}

function isShort(key: string, value: string): boolean {
  return /^[\w.:+-]+$/u.test(value) && key !== 'code';
}

/** The mark as far as brat has lines for it: no span begins or ends with a line break. */
function fitMark(text: string, mark: Annotation, losses: Loss[]): readonly Annotation[] {
  const isAtBreak = ({ start, end }: Span): boolean => /^[\r\n]|[\r\n]$/u.test(text.slice(start, end));
  if (isAtBreak(mark)) {
    losses.push({ mark, field: 'mark', reason: AT_BREAK });
    return [];
  }
  const parts = Object.entries(mark.parts).filter(([role, span]) => {
    if (isAtBreak(span)) losses.push({ mark, field: `parts.${role}`, reason: AT_BREAK });
    return !isAtBreak(span);
  });
  return [
    parts.length === Object.keys(mark.parts).length ? mark : { ...mark, parts: Object.fromEntries(parts) },
  ];
}

const AT_BREAK = 'it begins or ends with a line break, where brat cuts';

/** The ids that marks had in a file of brat; others get numbers that are free. */
function chooseIds(nodes: readonly Annotation[], kept: Rest | undefined): readonly string[] {
  const own = nodes.map(({ id }) => /^brat:(?<own>T\d+)$/u.exec(id ?? '')?.groups?.own);
  const taken = new Set([...own, ...(kept?.lines ?? []).flatMap(idsIn)]);
  const given = new Set<string>();
  let count = 0;
  return own.map((id) => {
    if (id !== undefined && !given.has(id)) {
      given.add(id);
      return id;
    }
    do count++;
    while (taken.has(`T${count}`));
    return `T${count}`;
  });
}

/** The label that the mark had in a file of brat, if it is still of that kind. */
function labelOf(node: Annotation, kept: Rest | undefined): string {
  const label = node.id === undefined ? undefined : kept?.marks?.[node.id]?.label;
  return typeof label === 'string' && label.toLowerCase() === node.kind.toLowerCase()
    ? label
    : toBratName(node.kind);
}

/** `Person 0 5;6 10⇥words words`: the fragments between line breaks. */
function toBound(text: string, places: Places, spans: readonly Span[], label: string): string {
  const fragments = spans.flatMap((span) =>
    Array.from(text.slice(span.start, span.end).matchAll(/[^\r\n]+/gu), ({ 0: own, index }) => ({
      ...{ start: span.start + index, end: span.start + index + own.length },
    })),
  );
  const offsets = fragments.map(places.write).map(({ start, end }) => `${start} ${end}`);
  return `${label} ${offsets.join(';')}\t${fragments.map((span) => slice(text, span)).join(' ')}`;
}

/** What a kept line says of a mark: it is not said a second time. */
function claimsOf(line: string): readonly string[] {
  const said = parseBratLine(line);
  switch (said?.kind) {
    case 'relation':
      return [`R ${said.from} ${said.role} ${said.to}`];
    case 'note':
      return [`# ${said.target} ${said.note}`];
    case 'attribute':
    case 'reference':
      return [`${said.target} ${said.key} ${said.value}`];
    case 'same':
    case undefined:
      return [];
  }
}

/** A line for each person that several marks name. */
function listSame(nodes: readonly Annotation[], ids: readonly string[]): readonly string[] {
  const people = nodes.flatMap(({ kind, attributes: { entity } }, i) =>
    kind === 'person' && entity !== undefined ? [{ entity, id: ids[i] }] : [],
  );
  return [...groupBy(people, ({ entity }) => entity).values()]
    .filter((own) => own.length > 1)
    .map((own) => `*\tEquiv ${own.map(({ id }) => id).join(' ')}`);
}

/** The parts that are fragments of the mark itself, if they stand behind it in order and apart from each other. */
function findFragments(text: string, mark: Annotation): readonly Span[] {
  const own = listParts(mark.parts).flatMap(([role, span]) => (role === 'fragment' ? [span] : []));
  const isApart = own.every(({ start }, i) => {
    const before = (own[i - 1] ?? mark).end;
    return before <= start && !/^[\r\n]+$/u.test(text.slice(before, start));
  });
  return isApart ? own : [];
}

function dropFragments(parts: Annotation['parts']): Annotation['parts'] {
  const others = listParts(parts).filter(([role]) => role !== 'fragment');
  return nameParts(others);
}
