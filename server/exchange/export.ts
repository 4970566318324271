import { isResult } from '../annotations/agreement/layer.ts';
import type { AnnotatedText, Annotation, Loss, TextFile } from '../annotations/formats/annotation.ts';
import { exportText } from '../annotations/formats/exportText.ts';
import type { Format } from '../annotations/formats/format.ts';
import { gatherMarks, type SideLayer } from '../annotations/formats/fromSideFile.ts';
import { DEFAULT_SCHEME, type Scheme } from '../annotations/scheme/scheme.ts';
import { readSideFileName } from '../annotations/sideFile/name.ts';
import { fileNameOf, isArticleName } from '../folder/indexing.ts';
import type { TextFiles } from '../marking/files.ts';
import { createSchemes } from '../marking/schemes.ts';
import { namesOf } from './names.ts';

/** What is exported, and how. */
export interface ExportOptions {
  readonly format: Format;
  /** Whose layer; every layer where it is undefined. */
  readonly annotator: string | undefined;
  /** Only marks of these kinds; undefined for all. */
  readonly kinds: readonly string[] | undefined;
  /** Other labels for kinds. */
  readonly labels: ReadonlyMap<string, string>;
  /** What nobody has judged and is exported too. */
  readonly suggest?: (
    uri: string,
    text: string,
    marks: readonly Annotation[],
  ) => Promise<readonly Annotation[]>;
}

/** Files to be written, and what is not in them. */
export interface Export {
  readonly files: readonly TextFile[];
  readonly losses: readonly (Loss & { readonly article: AnnotatedText })[];
  /** Articles that were not written. */
  readonly refused: readonly { readonly article: string; readonly reason: string }[];
  /** Articles and marks that were written. */
  readonly articles: number;
  readonly marks: number;
}

/** The articles at these addresses with their marks, in a format. What cannot be read or written is told. */
export async function exportArticles(
  files: TextFiles,
  uris: readonly string[],
  options: ExportOptions,
): Promise<Export> {
  const names = namesOf(uris);
  const gathered: { readonly article: AnnotatedText; readonly losses: readonly Loss[] }[] = [];
  const refused: { article: string; reason: string }[] = [];
  for (const [i, uri] of uris.entries()) {
    const name = names[i] ?? uri;
    const text = (await files.read(uri))?.replace(/^\ufeff/u, '');
    if (text === undefined) refused.push({ article: name, reason: 'it cannot be read' });
    else gathered.push(await gather(files, uri, { name, text }, options));
  }
  const { scheme } = await createSchemes((uri) => files.read(uri)).of(uris[0] ?? '');
  const written = writeArticles(gathered, options.format, scheme);
  return { ...written, refused: [...refused, ...written.refused] };
}

/** Articles in a format: files of their own, or one for all where the format has such, and the settings of the tool. */
export function writeArticles(
  gathered: readonly { readonly article: AnnotatedText; readonly losses: readonly Loss[] }[],
  format: Format,
  scheme: Scheme = DEFAULT_SCHEME,
): Export {
  const refused: { article: string; reason: string }[] = [];
  const losses: Export['losses'][number][] = [];
  const files = new Map<string, TextFile>();
  const done: AnnotatedText[] = [];
  for (const { article, losses: before } of gathered) {
    const exported = exportText(format, article);
    const twice = exported.kind === 'written' && exported.files.find(({ name }) => files.has(name));
    if (exported.kind === 'refused') refused.push({ article: article.name, reason: exported.reason });
    else if (twice) refused.push({ article: article.name, reason: `another article has ${twice.name}` });
    else {
      for (const file of exported.files) files.set(file.name, file);
      losses.push(...[...before, ...exported.losses].map((loss) => ({ ...loss, article })));
      done.push(article);
    }
  }
  const all = [...files.values()];
  const joined =
    format.join && all.length > 1
      ? [{ name: `articles${format.endings[0]}`, content: format.join(all.map(({ content }) => content)) }]
      : all;
  const left = new Set(losses.flatMap(({ mark, field }) => (field === 'mark' && mark ? [mark] : [])));
  return {
    files: [...joined, ...(done.length > 0 ? (format.configure?.(done, scheme) ?? []) : [])],
    ...{ losses, refused, articles: done.length },
    marks: done.flatMap(({ marks }) => marks).filter((mark) => !left.has(mark)).length,
  };
}

async function gather(
  files: TextFiles,
  uri: string,
  { name, text }: { readonly name: string; readonly text: string },
  { annotator, kinds, labels, suggest }: ExportOptions,
): Promise<{ readonly article: AnnotatedText; readonly losses: readonly Loss[] }> {
  const { article, losses } = gatherMarks({ name, text }, await readLayers(files, uri, annotator));
  const suggestions = suggest ? await suggest(uri, text, article.marks) : [];
  const all = [...article.marks, ...suggestions.map((mark) => ({ ...mark, suggested: true as const }))];
  const marks = all
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map((mark) => ({ ...mark, kind: labels.get(mark.kind) ?? mark.kind }));
  return { article: { ...article, marks }, losses };
}

/** The side files of an article. Layers that are made of others are taken where they are asked for. */
async function readLayers(
  files: TextFiles,
  uri: string,
  annotator: string | undefined,
): Promise<readonly SideLayer[]> {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  const own = fileNameOf(uri);
  const layers: SideLayer[] = [];
  for (const side of [...(await files.list(folder))].sort()) {
    const named = readSideFileName(fileNameOf(side), (name) => name === own || isArticleName(name));
    if (named?.article !== own) continue;
    if (annotator === undefined ? isResult(named.annotator) : named.annotator !== annotator) continue;
    layers.push({ annotator: named.annotator, content: (await files.read(side)) ?? '' });
  }
  return layers;
}
