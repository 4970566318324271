import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { JsonObject } from '../../sideFile/json.ts';
import type { AnnotatedText, Annotation, TextFile } from '../annotation.ts';
import { toRest } from '../fields.ts';
import { dropEnding } from '../fileNames.ts';
import { fromGraph, type GraphEdge } from '../graph.ts';
import { createIds } from '../ids.ts';
import { Malformed } from '../malformed.ts';
import { kindOf } from './elements.ts';
import { createTeiText } from './text.ts';

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly isPreserved: boolean;
  /** Where it begins in the file. */
  readonly at: number;
  /** Where it begins in the text; undefined outside of it. */
  readonly start: number | undefined;
  words: string;
}

/** Elements that stand for themselves, not for words. */
const BLOCKS = new Set(
  'TEI text body front back group div div1 div2 div3 div4 p ab head l lg list item table row cell sp u opener closer byline dateline trailer argument epigraph'.split(
    ' ',
  ),
);
const EMPTY = new Set(['anchor', 'pb', 'cb', 'gb', 'milestone', 'ptr', 'graphic']);

/**
 * The article of a TEI file: every element around words of it is a mark, whatever is said of one in `standOff` belongs to
 * it. White space is as in print, but where `xml:space` preserves it. Nothing outside of the file is looked up: an entity
 * that XML does not know is an error. Throws `Malformed`.
 */
export function readTei(format: string, file: TextFile): AnnotatedText {
  const fail = (line: number, reason: string): never => {
    throw new Malformed(file.name, line, reason);
  };
  const parser = new SaxesParser({ xmlns: true, position: true });
  const content = file.content.replace(/^\ufeff/u, '');
  const out = createTeiText();
  const stack: Open[] = [];
  const found: { open: Open; end: number }[] = [];
  const anchors = new Map<string, number>();
  const spans: Open[] = [];
  const features = new Map<string, [string, string][]>();
  const notes: { target: string; note: string; line: number }[] = [];
  const links: { role: string; targets: readonly string[]; line: number }[] = [];
  let header: string | undefined;
  let inText = false;
  let skipped = 0;
  let blocks = 0;
  let depth = 0;

  parser.on('error', (error) => fail(parser.line, error.message.replace(/^\d+:\d+: /u, '')));
  parser.on('opentag', (tag) => {
    if (DEEPEST < ++depth) fail(parser.line, 'it is nested too deeply');
    const { local: name } = tag;
    const attributes = attributesOf(tag);
    const last = stack.at(-1);
    const isPreserved =
      attributes['xml:space'] === 'preserve' ||
      (attributes['xml:space'] === undefined && last?.isPreserved === true);
    if (name === 'text' && stack.length === 1) inText = true;
    const isWords = inText && skipped === 0 && !BLOCKS.has(name) && !EMPTY.has(name);
    if (inText && name === 'note') skipped++;
    if (inText && skipped === 0 && BLOCKS.has(name)) out.breakLine();
    if (inText && name === 'lb') out.add('\n', true);
    if (inText && ['p', 'div', 'head', 'l', 'item'].includes(name)) blocks++;
    const id = attributes['xml:id'];
    if (name === 'anchor' && id !== undefined) anchors.set(id, out.place());
    const start = isWords && name !== 'note' && name !== 'lb' ? out.place() : undefined;
    // Where tags begin the parser does not tell: it is behind them here.
    const at = content.lastIndexOf('<', parser.position - 1);
    stack.push({ name, attributes, line: parser.line, isPreserved, at, start, words: '' });
  });
  const addText = (own: string): void => {
    const last = stack.at(-1);
    if (!last) return;
    if (inText && skipped === 0) out.add(own, last.isPreserved);
    else last.words += own;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth--;
    const open = stack.pop();
    if (!open) return;
    const { name, attributes, line, words } = open;
    if (inText && skipped === 0 && BLOCKS.has(name)) out.breakLine();
    if (inText && name === 'note') skipped--;
    if (name === 'text' && stack.length === 1) inText = false;
    if (open.start !== undefined) found.push({ open, end: out.end() });
    else if (inText) return;
    else if (name === 'teiHeader') header = content.slice(open.at, parser.position);
    else if (name === 'span') spans.push(open);
    else if (name === 'string') last(stack, 'f').words = words;
    else if (name === 'f')
      addFeature(features, last(stack, 'fs').attributes['xml:id'] ?? '', attributes.name ?? '', words);
    else if (name === 'note' && attributes.target)
      notes.push({ target: attributes.target, note: words, line });
    else if (name === 'link')
      links.push({
        role: attributes.type ?? 'related',
        targets: (attributes.target ?? '').split(/\s+/u),
        line,
      });
  });
  try {
    parser.write(content).close();
  } catch (error) {
    if (error instanceof Malformed) throw error;
    fail(parser.line, error instanceof Error ? error.message : String(error));
  }
  const text = out.text();
  const places = [
    ...found.map(({ open, end }) => ({ open, start: out.begin(open.start ?? 0), end })),
    ...spans.map((open) => {
      const [start, end] = [anchors.get(idIn(open.attributes.from)), anchors.get(idIn(open.attributes.to))];
      if (start === undefined || end === undefined)
        return fail(open.line, 'there is no such anchor in the text');
      return { open, start, end };
    }),
  ];
  const idOf = createIds(format);
  const rest = new Map<string, JsonObject>();
  const indices = new Map<string, number>();
  const nodes: Annotation[] = [];
  for (const { open, start, end } of places) {
    const { attributes, name, line } = open;
    if (end <= start) {
      if (name === 'span') fail(line, 'it is empty');
      continue;
    }
    const { kind, type, own } =
      name === 'span'
        ? { kind: attributes.type ?? 'span', type: undefined, own: {} }
        : kindOf(name, attributes);
    const xmlId = attributes['xml:id'];
    const id = xmlId === undefined ? idOf({ kind, start, end }) : `${format}:${xmlId}`;
    if (xmlId !== undefined) indices.set(xmlId, nodes.length);
    if (name !== 'span' && (!OURS.has(name) || Object.keys(own).some((key) => !NATURAL.has(key))))
      rest.set(id, { name, kind, own, ...(type !== undefined && { type }) });
    const said = Object.entries(own).map(([attribute, key]): [string, string] => [
      key,
      attributes[attribute] ?? '',
    ]);
    const ana = features.get(idIn(attributes.ana)) ?? [];
    nodes.push({ start, end, id, kind, attributes: Object.fromEntries([...said, ...ana]), parts: {} });
  }
  for (const { target, note, line } of notes) {
    const index = indices.get(idIn(target)) ?? fail(line, `there is no ${target}`);
    nodes[index] = { ...(nodes[index] as Annotation), note };
  }
  const edges = links.flatMap(({ role, targets, line }): readonly GraphEdge[] => {
    const [from, to, ...others] = targets.map((target) => indices.get(idIn(target)));
    if (from === undefined || to === undefined || others.length > 0)
      return fail(line, `it does not link two marks: ${targets.join(' ')}`);
    return [{ from, to, role }];
  });
  const title = /<title>([^<]*)<\/title><\/titleStmt><publicationStmt><p>Exported by Newsmark/u.exec(
    header ?? '',
  )?.[1];
  const isOurs = title !== undefined;
  const fields = isOurs
    ? {}
    : { ...(header !== undefined && { header }), ...(blocks > 0 && { blocks: true }) };
  const name = isOurs ? unescapeXml(title) : dropEnding(file.name, ['.tei.xml', '.xml']);
  return { name, text, marks: fromGraph({ nodes, edges }), rest: toRest(format, fields, rest) };
}

const DEEPEST = 500;
const OURS = new Set(['persName', 'country', 'date', 'said', 'seg']);
const NATURAL = new Set(['key', 'when', 'when-iso', 'dur-iso', 'when-custom']);

function attributesOf({ attributes }: SaxesTagNS): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]));
}

function idIn(pointer: string | undefined): string {
  return pointer?.replace(/^#/u, '') ?? '';
}

/** The innermost open element of that name; one that is nowhere otherwise. */
function last(stack: readonly Open[], name: string): Open {
  const open = stack.findLast((own) => own.name === name);
  return open ?? { name, attributes: {}, line: 1, isPreserved: false, at: 0, start: undefined, words: '' };
}

function addFeature(features: Map<string, [string, string][]>, id: string, key: string, value: string): void {
  features.set(id, [...(features.get(id) ?? []), [key, value]]);
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
