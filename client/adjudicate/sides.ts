import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

const ENDING = '.marks.jsonl';

/** The URIs of the side files that lie beside an article, as the server wants them. */
export async function listSidesOf(client: BaseLanguageClient, article: Uri): Promise<readonly string[]> {
  const folder = Uri.joinPath(article, '..');
  const name = nameOf(article);
  const entries = await workspace.fs.readDirectory(folder);
  return entries
    .filter(
      ([entry, type]) =>
        type !== FileType.Directory && entry.startsWith(`${name}.`) && entry.endsWith(ENDING),
    )
    .map(([entry]) => client.code2ProtocolConverter.asUri(Uri.joinPath(folder, entry)));
}

/** The article that a side file lies beside; undefined for other files. */
export function articleOfSide(side: Uri): Uri | undefined {
  const name = nameOf(side);
  if (!name.endsWith(ENDING)) return undefined;
  const article = name.slice(0, -ENDING.length).replace(/\.@[^.]+$/u, '');
  return Uri.joinPath(side, '..', article);
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
