import { Uri, window, workspace } from 'vscode';

/** Asks where a file goes and writes it there; nothing where the person thinks better of it. */
export async function saveFile(name: string, content: string, encoding: 'utf8' | 'base64'): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog(folder ? { defaultUri: Uri.joinPath(folder, name) } : {});
  if (!uri) return;
  const bytes =
    encoding === 'utf8'
      ? new TextEncoder().encode(content)
      : Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  await workspace.fs.writeFile(uri, bytes);
}
