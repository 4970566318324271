import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type LayeredArticle, toLayer } from '../../annotations/agreement/layer.ts';
import { hasPlace } from '../../annotations/kept.ts';
import { readSideFileName } from '../../annotations/sideFile/name.ts';
import { openSideFile } from '../../annotations/sideFile/open.ts';
import { parseSideFile } from '../../annotations/sideFile/parse.ts';
import { decodeText, reasonOf } from '../files.ts';

/** The articles below a folder that have side files, with the layers of these; `tell` hears of what is left out. */
export async function readLayers(
  folder: string,
  tell: (message: string) => void,
): Promise<readonly LayeredArticle[]> {
  const sides = new Map<string, { readonly annotator: string; readonly file: string }[]>();
  for (const file of (await listSideFiles(folder)).sort()) {
    const named = readSideFileName(path.basename(file), isArticle);
    if (!named) continue;
    const article = path.join(path.dirname(file), named.article);
    sides.set(article, [...(sides.get(article) ?? []), { annotator: named.annotator, file }]);
  }
  const articles: LayeredArticle[] = [];
  for (const [article, own] of sides)
    try {
      const text = decodeText(await readFile(article));
      const layers = await Promise.all(
        own.map(async ({ annotator, file }) => {
          const side = parseSideFile(await readFile(file, 'utf8'));
          for (const { line, reason } of side.problems) tell(`${file}, line ${line}: ${reason}`);
          const kept = openSideFile(side, text);
          const lost = kept.filter((one) => !hasPlace(one)).length;
          if (0 < lost) tell(`${file}: ${lost} marks have no sure place in the text and are left out`);
          return toLayer(annotator, kept);
        }),
      );
      articles.push({ name: article, text, layers });
    } catch (error) {
      tell(`${article}: ${reasonOf(error)}`);
    }
  return articles;
}

function isArticle(name: string): boolean {
  return /\.(?:article|news|txt)$/iu.test(name);
}

/** The side files of a folder; of an article those beside it. */
async function listSideFiles(name: string): Promise<string[]> {
  const found = await stat(name).catch((error: unknown) => {
    throw new Error(`${name}: ${reasonOf(error)}`);
  });
  if (found.isDirectory()) {
    const entries = await readdir(name, { recursive: true });
    return entries.filter((entry) => entry.endsWith('.marks.jsonl')).map((entry) => path.join(name, entry));
  }
  const folder = path.dirname(name);
  return (await readdir(folder))
    .filter((entry) => readSideFileName(entry, isArticle)?.article === path.basename(name))
    .map((entry) => path.join(folder, entry));
}
