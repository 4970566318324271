import { type LayeredArticle, toLayer } from '../annotations/agreement/layer.ts';
import { readSideFileName } from '../annotations/sideFile/name.ts';
import { openSideFile } from '../annotations/sideFile/open.ts';
import { parseSideFile } from '../annotations/sideFile/parse.ts';
import { fileNameOf } from '../folder/indexing.ts';

/** The side files of an article, by their URIs. */
export interface ArticleSides {
  readonly article: string;
  readonly sides: readonly { readonly annotator: string; readonly uri: string }[];
}

/** The articles, by their URIs, that some side files belong to, in order; files that are none are passed over. */
export function groupSides(uris: readonly string[]): readonly ArticleSides[] {
  const groups = new Map<string, { readonly annotator: string; readonly uri: string }[]>();
  for (const uri of [...uris].sort()) {
    const named = readSideFileName(fileNameOf(uri), isMarkable);
    if (!named) continue;
    const article = uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(named.article);
    groups.set(article, [...(groups.get(article) ?? []), { annotator: named.annotator, uri }]);
  }
  return Array.from(groups, ([article, sides]) => ({ article, sides }));
}

/** The layers of an article in its present text; undefined where the article is gone. */
export async function readLayers(
  { article, sides }: ArticleSides,
  textOf: (uri: string) => Promise<string | undefined>,
  read: (uri: string) => Promise<string | undefined>,
): Promise<LayeredArticle | undefined> {
  const text = await textOf(article);
  if (text === undefined) return undefined;
  const layers = await Promise.all(
    sides.map(async ({ annotator, uri }) =>
      toLayer(annotator, openSideFile(parseSideFile((await read(uri)) ?? ''), text)),
    ),
  );
  return { name: article, text, layers };
}

/** Plain text is an article where its folder says so. */
function isMarkable(name: string): boolean {
  return /\.(?:article|news|txt)$/iu.test(name);
}
