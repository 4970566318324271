import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateNewsmark } from './newsmark.ts';

/** The model files, which the server cannot list from a worker. */
const MODELS = ['names.bin', 'speech.bin'];

/** Starts the extension in VS Code for the Web: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const addressOf = (...file: string[]) => Uri.joinPath(context.extensionUri, 'dist', ...file).toString(true);
  activateNewsmark(
    context,
    (options) =>
      new LanguageClient(
        'newsmark',
        'Newsmark',
        async () => new Worker(addressOf('browser', 'server.js')),
        options,
      ),
    { models: MODELS.map((name) => addressOf(name)) },
  );
}
