import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateNewsmark } from './newsmark.ts';

/** Starts the extension in VS Code for the Web: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const server = Uri.joinPath(dist, 'browser', 'server.js').toString(true);
  activateNewsmark(
    context,
    (options) => new LanguageClient('newsmark', 'Newsmark', async () => new Worker(server), options),
  );
}
