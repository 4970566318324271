import type { Span } from '../../text/span.ts';
import { type CodePoints, createCodePoints } from '../codePoints.ts';
import type { Annotation, Imported } from './annotation.ts';
import { fromBratName, readEscapedLine, readValue } from './bratNames.ts';

/** What is gathered of one text-bound line. */
interface Bound {
  readonly span: Span;
  readonly label: string;
  readonly attributes: Record<string, string>;
  readonly parts: Record<string, Span>;
  note?: string;
  isPart: boolean;
}

/**
 * Reads brat standoff on its text. Events, equivalences, relations other than of parts, and what belongs to them are
 * kept as lines. A line that is malformed, points to no line, or does not have the words of the text refuses the file.
 */
export function readBrat(text: string, standoff: string): Imported {
  const points = createCodePoints(text);
  const lines = standoff.split(/\r?\n/u);
  const bounds = new Map<string, Bound>();
  const kept = new Set<number>();
  for (const [i, line] of lines.entries()) {
    if (!line.startsWith('T')) continue;
    const bound = readBound(text, points, line);
    if (typeof bound === 'string') return { kind: 'refused', line: i + 1, reason: bound };
    bounds.set(line.slice(0, line.indexOf('\t')), bound);
  }
  for (const [i, line] of lines.entries()) {
    if (line === '' || line.startsWith('T')) continue;
    const answer = readRest(bounds, line);
    if (answer === 'kept') kept.add(i);
    else if (answer !== undefined) return { kind: 'refused', line: i + 1, reason: answer };
  }
  const annotations = Array.from(bounds.values())
    .filter(({ isPart }) => !isPart)
    .map(
      ({ span, label, attributes, parts, note }): Annotation => ({
        ...span,
        kind: fromBratName(label),
        attributes,
        parts,
        ...(note !== undefined && { note }),
      }),
    );
  return { kind: 'read', annotations, kept: lines.filter((_, i) => kept.has(i)) };
}

const BOUND = /^T\S*\t(?<label>\S+) (?<places>\d+ \d+(?:;\d+ \d+)*)\t(?<words>.*)$/su;

/** A text-bound line, or what is wrong with it. */
function readBound(text: string, points: CodePoints, line: string): Bound | string {
  const groups = BOUND.exec(line)?.groups;
  if (!groups) return 'not of the form T1⇥Kind START END⇥words';
  const { label = '', places = '', words = '' } = groups;
  const spans = places.split(';').map((place): Span => {
    const [start = 0, end = 0] = place.split(' ').map(Number);
    return { start: points.toUnits(start), end: points.toUnits(end) };
  });
  if (spans.some(({ start, end }) => end <= start || text.length < end))
    return 'its offsets are outside of the text';
  const own = spans.map(({ start, end }) => text.slice(start, end));
  if (own.join(' ') !== words) return `the text has “${own.join(' ')}” there`;
  for (const [i, { end }] of spans.entries()) {
    const next = spans[i + 1];
    if (next && !/^[\r\n]+$/u.test(text.slice(end, next.start)))
      return 'its parts are apart by more than a line break';
  }
  const span = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
  return { span, label, attributes: {}, parts: {}, isPart: false };
}

const ATTRIBUTE = /^A\S*\t(?<key>\S+) (?<target>\S+)(?: (?<value>\S+))?$/u;
const REFERENCE = /^N\S*\tReference (?<target>\S+) (?<resource>[^\s:]+):(?<value>[^\t]*)(?:\t.*)?$/su;
const RELATION = /^R\S*\t(?<role>\S+) Arg1:(?<whole>\S+) Arg2:(?<part>\S+)\s*$/u;
const NOTE = /^#\S*\tAnnotatorNotes (?<target>\S+)\t(?<note>.*)$/su;

/** Takes a line that is about a text-bound one: nothing where that is done, `kept`, or what is wrong with it. */
function readRest(bounds: ReadonlyMap<string, Bound>, line: string): 'kept' | string | undefined {
  const attribute = ATTRIBUTE.exec(line)?.groups;
  const reference = REFERENCE.exec(line)?.groups;
  const note = NOTE.exec(line)?.groups;
  const relation = RELATION.exec(line)?.groups;
  const about = (attribute ?? reference ?? note)?.target;
  if (about !== undefined) {
    // What is said of events and relations stays with them.
    if (!about.startsWith('T')) return 'kept';
    const bound = bounds.get(about);
    if (!bound) return `there is no ${about}`;
    if (attribute) bound.attributes[fromBratName(attribute.key ?? '')] = attribute.value ?? 'true';
    else if (reference)
      bound.attributes[keyOfResource(reference.resource ?? '')] = readValue(reference.value ?? '');
    else bound.note = readEscapedLine(note?.note ?? '');
    return undefined;
  }
  if (!relation) return /^[REAMN#*]/u.test(line) ? 'kept' : 'no line of brat begins like this';
  const { role = '', whole: wholeId = '', part: partId = '' } = relation;
  const [whole, part] = [bounds.get(wholeId), bounds.get(partId)];
  if (wholeId.startsWith('T') && !whole) return `there is no ${wholeId}`;
  if (partId.startsWith('T') && !part) return `there is no ${partId}`;
  if (!whole || !part || part.label !== role) return 'kept';
  whole.parts[fromBratName(role)] = part.span;
  part.isPart = true;
  return undefined;
}

function keyOfResource(resource: string): string {
  return resource === 'ISO3166' ? 'code' : fromBratName(resource);
}
