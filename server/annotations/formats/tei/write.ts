import { groupBy } from '../../../text/group.ts';
import { byPlace, overlaps, type Span } from '../../../text/span.ts';
import { createOverlapping } from '../../overlapping.ts';
import type { AnnotatedText, Annotation, Loss, Rest } from '../annotation.ts';
import { restOf } from '../fields.ts';
import { type GraphEdge, listParts, nameParts, toGraph } from '../graph.ts';
import { ownId } from '../ids.ts';
import { escapeXml, escapeXmlText } from '../xml.ts';
import { elementOf } from './elements.ts';

/** Characters that XML 1.0 has no way to write. */
const IMPOSSIBLE = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u;

/** An article as TEI P5: marks as elements around their words, or, `standOff`, beside the text, on anchors in it. */
export function writeTei(
  article: AnnotatedText,
  form: 'inline' | 'standOff',
): { readonly content: string; readonly losses: readonly Loss[] } {
  const { text, name } = article;
  const losses: Loss[] = [];
  const rest = restOf(article, form === 'inline' ? 'tei' : 'tei-standoff');
  const given = new Map<Annotation, Annotation>();
  const possible = article.marks.flatMap((mark) =>
    fitMark(mark, losses).map((own) => {
      given.set(own, mark);
      return own;
    }),
  );
  const marks = form === 'inline' ? nestMarks(possible, given, losses) : possible;
  const { nodes, edges } = toGraph(marks);
  const ids = chooseIds(nodes);
  const title = `<title>${escapeXmlText(name)}</title>`;
  const header =
    typeof rest?.fields?.header === 'string'
      ? rest.fields.header
      : `<teiHeader><fileDesc><titleStmt>${title}</titleStmt><publicationStmt><p>Exported by Newsmark</p></publicationStmt><sourceDesc><p>${escapeXmlText(name)}</p></sourceDesc></fileDesc></teiHeader>`;
  if (rest?.fields?.blocks === true)
    losses.push({
      field: 'rest',
      reason: 'the paragraphs and divisions of its file are written as one block',
    });
  const beside: string[] = [];
  const byMark = groupBy(edges, ({ from }) => from);
  const elements = nodes.map((node, i) => toElement(node, i, { ids, edges: byMark, form, rest, beside }));
  const body =
    form === 'inline' ? writeInline(text, nodes, elements) : writeAnchors(text, nodes, elements, beside);
  const standOff = beside.length === 0 ? [] : ['<standOff>', ...beside, '</standOff>'];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    ...[header, ...standOff],
    `<text><body><ab xml:space="preserve">${body}</ab></body></text>`,
    '</TEI>',
  ];
  return { content: `${lines.join('\n')}\n`, losses };
}

/** The mark without what XML has no characters for. */
function fitMark(mark: Annotation, losses: Loss[]): readonly Annotation[] {
  const lose = (field: string): boolean => {
    losses.push({ mark, field, reason: 'it has a character that XML cannot hold' });
    return false;
  };
  if (IMPOSSIBLE.test(mark.kind)) {
    lose('mark');
    return [];
  }
  const attributes = Object.entries(mark.attributes).filter(
    ([key, value]) => !IMPOSSIBLE.test(key + value) || lose(`attributes.${key}`),
  );
  const parts = Object.entries(mark.parts).filter(
    ([role]) => !IMPOSSIBLE.test(role) || lose(`parts.${role}`),
  );
  const { note, ...others } = mark;
  const holdsNote = note !== undefined && (!IMPOSSIBLE.test(note) || lose('note'));
  return [
    {
      ...{ ...others, attributes: Object.fromEntries(attributes), parts: Object.fromEntries(parts) },
      ...(holdsNote && { note }),
    },
  ];
}

/** Elements cannot cross: of two marks that do, the one that begins later is left out, and likewise parts. */
function nestMarks(
  marks: readonly Annotation[],
  given: ReadonlyMap<Annotation, Annotation>,
  losses: Loss[],
): readonly Annotation[] {
  const lose = (mark: Annotation, field: string, reason: string): void => {
    losses.push({ mark: given.get(mark) ?? mark, field, reason });
  };
  const nested = dropCrossing(marks, (mark, other) =>
    lose(mark, 'mark', `it crosses ${other.kind} ${other.start}–${other.end}`),
  );
  const overlapping = createOverlapping(nested);
  const parts = nested.flatMap((mark) =>
    listParts(mark.parts).map(([role, { start, end }], i) => ({ mark, role, start, end, i })),
  );
  const apart = parts.filter((part) => !overlapping(part).some((other) => crosses(part, other)));
  const kept = new Set(dropCrossing(apart, () => undefined));
  const byMark = groupBy(parts, ({ mark }) => mark);
  return nested.map((mark) => {
    const own = byMark.get(mark) ?? [];
    if (own.every((part) => kept.has(part))) return mark;
    const names = Object.keys(nameParts(own.map((part) => [part.role, part])));
    for (const [i, part] of own.entries())
      if (!kept.has(part)) lose(mark, `parts.${names[i]}`, 'it crosses another element');
    const left = own.flatMap((part, i) =>
      kept.has(part) ? [[names[i] ?? '', { start: part.start, end: part.end }] as const] : [],
    );
    return { ...mark, parts: Object.fromEntries(left) };
  });
}

function dropCrossing<Item extends Span>(
  items: readonly Item[],
  drop: (item: Item, other: Item) => void,
): readonly Item[] {
  const open: Item[] = [];
  const kept = new Set<Item>();
  for (const item of [...items].sort(byPlace)) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= item.start) open.pop();
    const last = open.at(-1);
    if (last && last.end < item.end) drop(item, last);
    else {
      open.push(item);
      kept.add(item);
    }
  }
  return items.filter((item) => kept.has(item));
}

function crosses(a: Span, b: Span): boolean {
  return overlaps(a, b) && ((a.start < b.start && a.end < b.end) || (b.start < a.start && b.end < a.end));
}

function chooseIds(nodes: readonly Annotation[]): readonly string[] {
  const given = new Set<string>();
  const own = nodes.map(({ id }) => {
    const name = ownId('tei', id) ?? ownId('tei-standoff', id);
    if (name === undefined || given.has(name) || !/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name)) return undefined;
    given.add(name);
    return name;
  });
  let count = 0;
  return own.map((name) => {
    if (name !== undefined) return name;
    do count++;
    while (given.has(`m${count}`));
    return `m${count}`;
  });
}

interface Writing {
  readonly ids: readonly string[];
  /** By the index of the mark that they are parts of. */
  readonly edges: ReadonlyMap<number, readonly GraphEdge[]>;
  readonly form: 'inline' | 'standOff';
  readonly rest: Rest | undefined;
  /** What stands beside the text. */
  readonly beside: string[];
}

/** The name of an element and its attributes; features, notes and parts that have no attribute go beside the text. */
function toElement(
  node: Annotation,
  index: number,
  { ids, edges, form, rest, beside }: Writing,
): { readonly name: string; readonly attributes: string } {
  const id = ids[index] as string;
  const kept = node.id === undefined ? undefined : rest?.marks?.[node.id];
  const element =
    form === 'inline'
      ? elementOf(node, kept)
      : { name: 'span', own: [['type', node.kind]] as const, left: node.attributes };
  const own = element.own.map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const left = Object.entries(element.left);
  if (left.length > 0) {
    own.push(` ana="#f.${id}"`);
    const features = left.map(
      ([key, value]) =>
        `<f name="${escapeXml(key)}"><string xml:space="preserve">${escapeXmlText(value)}</string></f>`,
    );
    beside.push(`<fs xml:id="f.${id}">${features.join('')}</fs>`);
  }
  if (node.note !== undefined)
    beside.push(`<note target="#${id}" xml:space="preserve">${escapeXmlText(node.note)}</note>`);
  for (const { to, role } of edges.get(index) ?? [])
    beside.push(`<link type="${escapeXml(role)}" target="#${id} #${ids[to]}"/>`);
  return { name: element.name, attributes: ` xml:id="${id}"${own.join('')}` };
}

type Element = ReturnType<typeof toElement>;

function writeInline(text: string, nodes: readonly Annotation[], elements: readonly Element[]): string {
  const order = nodes
    .map((node, i) => ({ start: node.start, end: node.end, i }))
    .sort((a, b) => byPlace(a, b) || a.i - b.i);
  const open: { readonly end: number; readonly name: string }[] = [];
  let written = '';
  let at = 0;
  const goTo = (offset: number): void => {
    for (let last = open.at(-1); last && last.end <= offset; last = open.at(-1)) {
      written += `${escapeXmlText(text.slice(at, last.end))}</${last.name}>`;
      at = last.end;
      open.pop();
    }
    written += escapeXmlText(text.slice(at, offset));
    at = offset;
  };
  for (const { start, end, i } of order) {
    goTo(start);
    const { name, attributes } = elements[i] as Element;
    written += `<${name}${attributes}>`;
    open.push({ end, name });
  }
  goTo(text.length);
  return written;
}

function writeAnchors(
  text: string,
  nodes: readonly Annotation[],
  elements: readonly Element[],
  beside: string[],
): string {
  const edges = [...new Set(nodes.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const spans = nodes.map(({ start, end }, i) => {
    const { name, attributes } = elements[i] as Element;
    return `<${name}${attributes} from="#a${start}" to="#a${end}"/>`;
  });
  if (spans.length > 0) beside.push('<spanGrp>', ...spans, '</spanGrp>');
  let written = '';
  let at = 0;
  for (const edge of edges) {
    written += `${escapeXmlText(text.slice(at, edge))}<anchor xml:id="a${edge}"/>`;
    at = edge;
  }
  return written + escapeXmlText(text.slice(at));
}
