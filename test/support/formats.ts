import assert from 'node:assert/strict';
import type { AnnotatedText, Annotation, TextFile } from '../../server/annotations/formats/annotation.ts';
import { exportText } from '../../server/annotations/formats/exportText.ts';
import type { Format } from '../../server/annotations/formats/format.ts';
import { importFiles } from '../../server/annotations/formats/importFiles.ts';

/** An annotation of the first place of some words. */
export function markOf(
  text: string,
  words: string,
  kind: string,
  rest: Partial<Annotation> = {},
): Annotation {
  const start = text.indexOf(words);
  assert.notEqual(start, -1, words);
  return { start, end: start + words.length, kind, attributes: {}, parts: {}, ...rest };
}

/** The span of the first place of some words. */
export function spanOf(text: string, words: string): { readonly start: number; readonly end: number } {
  const { start, end } = markOf(text, words, '');
  return { start, end };
}

/** An article of that text with its marks. */
export function articleWith(text: string, marks: readonly Annotation[]): AnnotatedText {
  return { name: 'harbour.article', text, marks, rest: [] };
}

/** The articles that are in files; fails where they cannot be read. */
export function readWith(
  format: Format,
  files: readonly TextFile[],
  text?: string,
): readonly AnnotatedText[] {
  const read = importFiles(format, files, () => text);
  if (read.kind === 'refused') assert.fail(`${read.file}, line ${read.line}: ${read.reason}`);
  return read.articles;
}

/** The content of the files an article is written into; fails where it is not. */
export function writeWith(format: Format, article: AnnotatedText): readonly string[] {
  const exported = exportText(format, article);
  if (exported.kind === 'refused') assert.fail(exported.reason);
  return exported.files.map(({ content }) => content);
}

/** What a format does not hold of an article: `field of words`. */
export function lossesWith(format: Format, article: AnnotatedText): readonly string[] {
  const exported = exportText(format, article);
  if (exported.kind === 'refused') assert.fail(exported.reason);
  return exported.losses.map(({ mark, field }) =>
    mark ? `${field} of ${article.text.slice(mark.start, mark.end)}` : field,
  );
}

/** The marks as `kind: words`, with attributes and parts. */
export function describe({ text, marks }: AnnotatedText): readonly string[] {
  return marks.map(({ start, end, kind, attributes, parts, note }) => {
    const own = Object.entries(attributes).map(([key, value]) => `${key}=${value}`);
    const others = Object.entries(parts).map(
      ([role, span]) => `${role}: ${text.slice(span.start, span.end)}`,
    );
    const all = [...own, ...others, ...(note === undefined ? [] : [`# ${note}`])];
    return `${kind}: ${text.slice(start, end)}${all.length === 0 ? '' : ` (${all.join('; ')})`}`;
  });
}

/** A file of the format is refused at a line, for a reason. */
export function assertRefused(
  format: Format,
  file: TextFile,
  line: number,
  reason: RegExp,
  text?: string,
): void {
  const read = importFiles(format, [file], () => text);
  if (read.kind === 'read') assert.fail(`read: ${JSON.stringify(read.articles)}`);
  assert.equal(read.file, file.name);
  assert.match(read.reason, reason);
  assert.equal(read.line, line, read.reason);
}
