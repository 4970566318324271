import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import { LANGUAGE } from './articles.ts';

/** Opens a sample article as a new document, which can be saved anywhere. */
export async function openSample({ extensionUri }: ExtensionContext): Promise<void> {
  const file = Uri.joinPath(extensionUri, 'client', 'media', 'sample.article');
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE, content }));
}
