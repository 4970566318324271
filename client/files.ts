import { Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClientRequests } from '../server/requests/client.ts';

/** The files that are articles wherever they lie. */
export const ARTICLES = '**/*.{article,news}';
const SIDE_FILES = '**/*.{article,news}{,.@*}.marks.jsonl';

/** Reads and writes files for a server that has no disk, or not the one where they lie. */
export function answerFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest('newsmark/listArticles', (): Promise<ListArticles['result']> => list(ARTICLES)),
    client.onRequest('newsmark/listSideFiles', (): Promise<ListArticles['result']> => list(SIDE_FILES)),
    client.onRequest('newsmark/listFolder', ({ uri }: ListFolder['params']) => listFolder(Uri.parse(uri))),
    client.onRequest('newsmark/readFile', ({ uri }: ReadFile['params']) => readText(Uri.parse(uri))),
    client.onRequest('newsmark/writeFile', async ({ uri, text }: WriteFile['params']) => {
      await replace(Uri.parse(uri), text);
      return null;
    }),
  );
}

async function listFolder(folder: Uri): Promise<ListFolder['result']> {
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries
    .filter(([, type]) => type & FileType.File)
    .map(([name]) => Uri.joinPath(folder, name).toString());
}

async function list(glob: string): Promise<readonly string[]> {
  const files = await workspace.findFiles(glob, '**/node_modules/**');
  return files.map((file) => file.toString());
}

type ListArticles = ClientRequests['newsmark/listArticles'];
type ListFolder = ClientRequests['newsmark/listFolder'];
type ReadFile = ClientRequests['newsmark/readFile'];
type WriteFile = ClientRequests['newsmark/writeFile'];

async function readText(file: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** Writes beside the place and moves it there, so that the file is the old one or the new one. */
async function replace(file: Uri, text: string): Promise<void> {
  const beside = file.with({ path: `${file.path}.tmp` });
  await workspace.fs.writeFile(beside, new TextEncoder().encode(text));
  await workspace.fs.rename(beside, file, { overwrite: true });
}
