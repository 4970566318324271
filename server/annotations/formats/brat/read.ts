import { type Span, slice } from '../../../text/span.ts';
import type { Annotation, Rest, TextFile } from '../annotation.ts';
import { fromGraph, type GraphEdge, nameParts } from '../graph.ts';
import { Malformed } from '../malformed.ts';
import { createPlaces, type Places } from '../places.ts';
import { type BratLine, idOf, idsIn, parseBratLine } from './lines.ts';
import { fromBratName, readEscapedLine, toBratName } from './names.ts';
import { bodyOf } from './write.ts';

/** The id of a mark that was read from brat begins with this. */
export const BRAT_ID = 'brat:';

/** What is gathered of one text-bound line. */
interface Bound {
  readonly node: Annotation;
  readonly attributes: Record<string, string>;
  note?: string;
}

/**
 * Reads brat standoff (https://brat.nlplab.org/standoff.html) on its text. What marks cannot say (events, equivalences
 * of marks that do not name one person, words of foreign normalisations, what is said of relations) is kept line by
 * line. Throws `Malformed` at a line that is malformed, points to no line, or does not have the words of the text.
 */
export function readBrat(
  text: string,
  file: TextFile,
): { readonly marks: readonly Annotation[]; readonly rest: Rest | undefined } {
  const lines = file.content.replace(/^\ufeff/u, '').split(/\r?\n/u);
  const fail = (i: number, reason: string): never => {
    throw new Malformed(file.name, i + 1, reason);
  };
  const places = createPlaces(text, 'points');
  const bounds = new Map<string, Bound>();
  const labels: Record<string, { readonly label: string }> = {};
  for (const [i, line] of lines.entries()) {
    if (!line.startsWith('T')) continue;
    const id = idOf(line);
    const node = readBound(text, places, line);
    if (typeof node === 'string') return fail(i, node);
    if (bounds.has(id)) return fail(i, `there is a ${id} before it`);
    bounds.set(id, { node, attributes: {} });
    const label = /\t(\S+)/u.exec(line)?.[1] ?? '';
    if (toBratName(node.kind) !== label) labels[`${BRAT_ID}${id}`] = { label };
  }
  const rest = findRest(lines);
  const edges: (GraphEdge & { readonly line: number })[] = [];
  const indices = new Map([...bounds.keys()].map((id, i) => [id, i]));
  for (const [i, line] of lines.entries()) {
    if (line === '' || line.startsWith('T')) continue;
    if (!/^[REAMN#*]/u.test(line)) fail(i, 'no line of brat begins like this');
    const missing = idsIn(line).find((id) => id.startsWith('T') && !bounds.has(id));
    if (missing !== undefined) fail(i, `there is no ${missing}`);
    const said = rest.has(i) ? undefined : parseBratLine(line);
    if (!said) continue;
    if (said.kind === 'relation') {
      const [from, to] = [indices.get(said.from), indices.get(said.to)];
      if (from === undefined || to === undefined)
        return fail(i, `there is no ${from === undefined ? said.from : said.to}`);
      edges.push({ from, to, role: said.role, line: i });
    } else if (said.kind !== 'same') {
      const bound = bounds.get(said.target) ?? fail(i, `there is no ${said.target}`);
      if (!say(bound, said) || !isWrittenSo(bound.node, said, line)) rest.add(i);
    }
  }
  const nodes = Array.from(bounds, ([id, { node, attributes, note }]) => ({
    ...{ ...node, id: `${BRAT_ID}${id}`, attributes },
    ...(note !== undefined && { note }),
  }));
  for (const [i, line] of lines.entries()) {
    const said = parseBratLine(line);
    if (rest.has(i) || said?.kind !== 'same') continue;
    const names = said.targets.map((id) => nodes[indices.get(id) ?? -1]?.attributes.entity);
    if (names[0] === undefined || names.some((name) => name !== names[0])) rest.add(i);
  }
  for (const { role, line } of edges) if (!lines[line]?.includes(`\t${toBratName(role)} `)) rest.add(line);
  const kept = lines.filter((_, i) => rest.has(i));
  const spoken = new Set(kept.flatMap(idsIn));
  const marks = fromGraph({ nodes, edges }, (i) => spoken.has(nodes[i]?.id.slice(BRAT_ID.length) ?? ''));
  const ids = new Set(marks.map(({ id }) => id));
  const own = Object.fromEntries(Object.entries(labels).filter(([id]) => ids.has(id)));
  const isWhole = kept.length + Object.keys(own).length === 0;
  return { marks, rest: isWhole ? undefined : { format: 'brat', lines: kept, marks: own } };
}

const BOUND = /^T\S*\t(?<label>\S+) (?<places>\d+ \d+(?:;\d+ \d+)*)\t(?<words>.*)$/su;

/** A text-bound line, or what is wrong with it. */
function readBound(text: string, places: Places, line: string): Annotation | string {
  const groups = BOUND.exec(line)?.groups;
  if (!groups) return 'not of the form T1⇥Kind START END⇥words';
  const fragments: Span[] = [];
  for (const place of (groups.places ?? '').split(';')) {
    const [start = 0, end = 0] = place.split(' ').map(Number);
    const span = places.read(start, end);
    if (typeof span === 'string') return span;
    fragments.push(span);
  }
  const words = fragments.map((span) => slice(text, span)).join(' ');
  if (words !== groups.words) return `the text has “${words}” there`;
  // What a line break alone has cut belongs together; what is farther apart is a part of its own.
  const joined: Span[] = [];
  for (const { start, end } of fragments) {
    const last = joined.at(-1);
    if (last && last.end <= start && /^[\r\n]+$/u.test(text.slice(last.end, start)))
      joined[joined.length - 1] = { start: last.start, end };
    else joined.push({ start, end });
  }
  const [own = { start: 0, end: 0 }, ...others] = joined;
  return {
    ...{ start: own.start, end: own.end, kind: fromBratName(groups.label ?? ''), attributes: {} },
    parts: nameParts(others.map((span) => ['fragment', span])),
  };
}

/** The lines that are not understood at all, and those that they speak of. */
function findRest(lines: readonly string[]): Set<number> {
  const rest = new Set<number>();
  const isAboutText = (said: BratLine): boolean => {
    if (said.kind === 'relation') return said.from.startsWith('T') && said.to.startsWith('T');
    return said.kind === 'same'
      ? said.targets.every((id) => id.startsWith('T'))
      : said.target.startsWith('T');
  };
  for (const [i, line] of lines.entries()) {
    if (line === '' || line.startsWith('T')) continue;
    const said = parseBratLine(line);
    if (!said || !isAboutText(said)) rest.add(i);
  }
  for (let before = -1; before < rest.size; ) {
    before = rest.size;
    const spoken = new Set([...rest].flatMap((i) => idsIn(lines[i] ?? '')));
    for (const [i, line] of lines.entries()) if (!line.startsWith('T') && spoken.has(idOf(line))) rest.add(i);
  }
  return rest;
}

/** Takes in what a line says; false where something of the kind has been said before. */
function say(bound: Bound, said: Exclude<BratLine, { kind: 'relation' | 'same' }>): boolean {
  if (said.kind === 'note') {
    if (bound.note !== undefined) return false;
    bound.note = readEscapedLine(said.note);
    return true;
  }
  if (Object.hasOwn(bound.attributes, said.key)) return false;
  Object.defineProperty(bound.attributes, said.key, { ...ASSIGNED, value: said.value });
  return true;
}

/** Like an assignment, for any key at all. */
const ASSIGNED = { enumerable: true, configurable: true, writable: true };

/** Whether the line would be written just so again. */
function isWrittenSo(
  node: Annotation,
  said: Exclude<BratLine, { kind: 'relation' | 'same' }>,
  line: string,
): boolean {
  const body = line.slice(line.indexOf('\t') + 1);
  const own = said.kind === 'note' ? { ...node, note: readEscapedLine(said.note) } : node;
  return body === bodyOf(own, said.target, said.kind === 'note' ? undefined : [said.key, said.value]);
}
