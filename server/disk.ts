import { appendFile, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ArticleFiles, StoreFile } from './folder/indexing.ts';

/** The articles below some folders (URIs), hidden folders and `node_modules` left out. */
export function articleFiles(folders: readonly string[], isArticle: (name: string) => boolean): ArticleFiles {
  return {
    list: async () => {
      const lists = await Promise.all(folders.map((folder) => listFiles(fileURLToPath(folder), isArticle)));
      return lists.flat().map(toEditorUri);
    },
    read: async (uri) => (uri.startsWith('file:') ? readArticleFile(fileURLToPath(uri)) : undefined),
  };
}

/** The URIs of the files that lie in a folder itself; none where it cannot be read. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => toEditorUri(path.join(folder, name)));
}

/** The address of a file as VS Code writes it, so that an article has one address, open or not. */
export function toEditorUri(file: string): string {
  const { pathname } = pathToFileURL(file);
  const parts = decodeURIComponent(pathname)
    .replace(/^\/[A-Z](?=:)/u, (drive) => drive.toLowerCase())
    .split('/');
  return `file://${parts.map((part) => encodeURIComponent(part).replace(/[!'()*]/gu, encode)).join('/')}`;
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The text of a file, with its byte order mark; undefined where it cannot be read. */
export function readArticleFile(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

/** A file that is made when it is first written; replacing it leaves the old content or the new, never a part. */
export function storeFile(file: string): StoreFile {
  return {
    read: () => readFile(file, 'utf8').catch(() => ''),
    append: async (lines) => appendFile(file, lines),
    replace: async (store) => writeAtomically(file, store),
  };
}

/**
 * Writes a file beside its place, waits until it is on the disk, and puts it in its place. Rejects, with the old file in
 * its place and nothing beside it, where it cannot be written.
 */
export async function writeAtomically(
  file: string,
  content: string,
  beside = `${file}.${process.pid}.${writes++}.tmp`,
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}

/** Two writes of one process never share the file beside. */
let writes = 0;

async function listFiles(folder: string, isArticle: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const at = path.join(folder, entry.name);
      if (entry.isDirectory()) return /^\.|^node_modules$/u.test(entry.name) ? [] : listFiles(at, isArticle);
      return entry.isFile() && isArticle(entry.name) ? [at] : [];
    }),
  );
  return lists.flat();
}
