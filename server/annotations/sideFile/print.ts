import { type CodePoints, createCodePoints } from '../codePoints.ts';
import type { Kept } from '../kept.ts';
import { byMark } from '../order.ts';
import { type MarkedArticle, toAnnotation } from './annotation.ts';
import { isEqual, type JsonObject } from './json.ts';
import { type MarkLine, rememberMarks, type SideFile, VERSION } from './parse.ts';
import { FIELDS } from './stored.ts';

/**
 * Writes the marks of an article, one to a line, in order of place. What the file said before of a mark beyond what
 * is known here goes on being said, a line that says nothing new stays as it is, and a line that could not be read
 * is kept at the end.
 */
export function printSideFile(kept: readonly Kept[], article: MarkedArticle, before?: SideFile): string {
  const points = createCodePoints(article.text);
  const lines = before?.lines ?? [];
  const known = new Map(
    lines.flatMap((line) => (line.kind === 'mark' ? [[line.stored.judgement.id, line]] : [])),
  );
  const marks = inOrder(kept).map((one) => printMark(one, article, points, known.get(one.mark.id)));
  const unread = lines.flatMap((line) => (line.kind === 'unread' ? [line.line] : []));
  const lineEnd = before?.lineEnd ?? '\n';
  const header = toHeader(article, before?.header);
  const content = [JSON.stringify(header), ...marks, ...unread, ''].join(lineEnd);
  // It is what is read next.
  if (unread.length === 0 && !before?.newer) rememberMarks(content, { header, lineEnd }, marks);
  return content;
}

function inOrder(kept: readonly Kept[]): readonly Kept[] {
  const isOrdered = kept.every((one, i) => i === 0 || byMark((kept[i - 1] as Kept).mark, one.mark) <= 0);
  return isOrdered ? kept : [...kept].sort((a, b) => byMark(a.mark, b.mark));
}

/** The lines that were printed last: of five thousand marks one has been judged, and the text has stayed as it is. */
const printed = new WeakMap<
  Kept,
  { readonly article: MarkedArticle; readonly old: MarkLine | undefined; readonly line: string }
>();

function printMark(
  kept: Kept,
  article: MarkedArticle,
  points: CodePoints,
  old: MarkLine | undefined,
): string {
  const last = printed.get(kept);
  if (last && last.article.text === article.text && last.article.name === article.name)
    if (last.old === old || last.line === old?.line) return last.line;
  const raw = toAnnotation(kept, article, points, old?.raw);
  const line = old && isEqual(old.raw, raw) ? old.line : JSON.stringify(raw);
  printed.set(kept, { article, old, line });
  return line;
}

/**
 * The first line. With it as the page and the other lines as its `items` the file is an AnnotationPage of the W3C Web
 * Annotation data model.
 */
function toHeader({ name }: MarkedArticle, before: JsonObject = {}): JsonObject {
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { newsmark: 'urn:newsmark:' }],
    type: 'AnnotationPage',
    [FIELDS.version]: VERSION,
    ...before,
    'newsmark:article': name,
  };
}
