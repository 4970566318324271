import type { AnnotatedText, TextFile } from '../annotations/formats/annotation.ts';
import { baseOf, stemOf } from '../annotations/formats/fileNames.ts';
import type { Format } from '../annotations/formats/format.ts';
import { FORMATS } from '../annotations/formats/formats.ts';
import { importFiles } from '../annotations/formats/importFiles.ts';
import { importIntoSideFile, type Merging } from '../annotations/formats/intoSideFile.ts';
import { isArticleName } from '../folder/indexing.ts';
import type { TextFiles } from '../marking/files.ts';
import { sideUriOf } from '../marking/marking.ts';
import { groupBy } from '../text/group.ts';
import { addressOf, safeName } from './names.ts';

export interface ImportOptions {
  /** Found by the content of the files where it is undefined. */
  readonly format: Format | undefined;
  /** The folder, by its address, where the articles are or come to be. */
  readonly folder: string;
  /** The folder where the files lie, if the texts that they are about may lie beside them. */
  readonly source: string | undefined;
  /** Whose layer, where the files do not tell. */
  readonly annotator: string;
  /** Time in ISO 8601, UTC. */
  readonly time: string;
  /** Other kinds for labels. */
  readonly labels: ReadonlyMap<string, string>;
}

/** What was imported, or why nothing was. */
export type Import =
  | { readonly kind: 'imported'; readonly format: Format; readonly articles: readonly ImportedArticle[] }
  | { readonly kind: 'refused'; readonly file: string; readonly line: number; readonly reason: string };

export interface ImportedArticle extends Omit<Merging, 'content'> {
  readonly name: string;
  readonly uri: string;
  readonly isNew: boolean;
}

/** Reads files of a format; the texts that they are about are looked for among them, and in a folder. */
export async function readFiles(
  files: TextFiles,
  given: readonly TextFile[],
  { format: asked, folder, source }: Pick<ImportOptions, 'format' | 'folder' | 'source'>,
): Promise<
  | { readonly kind: 'read'; readonly format: Format; readonly articles: readonly AnnotatedText[] }
  | (Import & { readonly kind: 'refused' })
> {
  const format = asked ?? FORMATS.find((own) => given.some((file) => own.recognises(file)));
  if (!format) return refuse(given[0]?.name ?? '', 'its format is not known; say which it is');
  const texts = new Map<string, string>();
  for (const { name, content } of given)
    if (isText(name))
      for (const own of [name, stemOf(name), baseOf(name), stemOf(baseOf(name))])
        texts.set(own, clean(content));
  for (const name of given.flatMap((file) => format.needs?.(file) ?? [])) {
    if (texts.has(name)) continue;
    const beside = source === undefined ? undefined : await findArticle(files, source, safeName(name));
    const found = beside ?? (await findArticle(files, folder, safeName(name)));
    if (found) texts.set(name, found.text);
  }
  const own = given.filter(({ name }) => !isText(name) || format.name === 'brat' || given.length === 1);
  const read = importFiles(format, own, (name) => texts.get(name));
  return read.kind === 'refused' ? read : { kind: 'read', format, articles: read.articles };
}

/** Imports files of a format: all of them, or, where anything in them is wrong, nothing. Rejects where a file cannot be written. */
export async function importArticles(
  files: TextFiles,
  given: readonly TextFile[],
  options: ImportOptions,
): Promise<Import> {
  const read = await readFiles(files, given, options);
  if (read.kind === 'refused') return read;
  const { format, articles } = read;
  const targets: { article: AnnotatedText; name: string; uri: string; isNew: boolean }[] = [];
  const taken = new Map<string, string>();
  for (const article of articles) {
    const name = safeName(article.name);
    const found = await findArticle(files, options.folder, name, article.text);
    const own = found?.name ?? (isArticleName(name) ? name : `${stemOf(name)}.article`);
    if (found && found.text !== article.text)
      return refuse(given[0]?.name ?? name, `${own} is there already, and has other words`);
    if ((taken.get(own) ?? article.text) !== article.text)
      return refuse(given[0]?.name ?? name, `it has two articles called ${own}`);
    taken.set(own, article.text);
    targets.push({ article, name: own, uri: addressOf(options.folder, own), isNew: !found });
  }
  const done: ImportedArticle[] = [];
  for (const { article, name, uri, isNew } of targets) {
    if (isNew) await files.change(uri, () => article.text);
    done.push({
      name,
      uri,
      isNew,
      ...(await writeLayers(files, uri, { ...article, name }, format, options)),
    });
  }
  return { kind: 'imported', format, articles: done };
}

async function writeLayers(
  files: TextFiles,
  uri: string,
  { name, text, marks, rest }: AnnotatedText,
  format: Format,
  { annotator, time, labels }: ImportOptions,
): Promise<Omit<Merging, 'content'>> {
  const labelled = marks.map((mark) => ({ ...mark, kind: labels.get(mark.kind) ?? mark.kind }));
  const own = groupBy(labelled, (mark) => (mark.suggested ? annotator : (mark.annotator ?? annotator)));
  const layers = own.size === 0 && rest.length > 0 ? new Map([[annotator, []]]) : own;
  const sum = { added: 0, known: 0, changed: 0, stayed: [] as Merging['stayed'][number][] };
  let isFirst = true;
  for (const [layer, marksOf] of layers) {
    const kept = isFirst ? rest : [];
    isFirst = false;
    await files.change(sideUriOf(uri, layer), (present) => {
      const by = { format: format.name, annotator: layer, time };
      const merging = importIntoSideFile(present, { name: baseOf(name), text }, marksOf, kept, by);
      if (merging.content === undefined)
        throw new Error(`the marks of ${name} were written by a later version`);
      sum.added += merging.added;
      sum.known += merging.known;
      sum.changed += merging.changed;
      sum.stayed.push(...merging.stayed);
      return merging.content === present ? undefined : merging.content;
    });
  }
  return sum;
}

/** The article of that name in the folder; where several endings fit, the one with that text. */
async function findArticle(
  files: TextFiles,
  folder: string,
  name: string,
  text?: string,
): Promise<{ readonly name: string; readonly text: string } | undefined> {
  const names = [
    ...new Set([name, ...['.article', '.news', '.txt'].map((ending) => `${stemOf(name)}${ending}`)]),
  ];
  let first: { name: string; text: string } | undefined;
  for (const own of names.filter(isText)) {
    const content = await files.read(addressOf(folder, own));
    if (content === undefined) continue;
    const found = { name: own, text: clean(content) };
    if (text === undefined || found.text === text) return found;
    first ??= found;
  }
  return first;
}

function isText(name: string): boolean {
  return /\.(?:article|news|txt)$/u.test(name);
}

function clean(content: string): string {
  return content.replace(/^\ufeff/u, '');
}

function refuse(file: string, reason: string): Import & { readonly kind: 'refused' } {
  return { kind: 'refused', file, line: 1, reason };
}
