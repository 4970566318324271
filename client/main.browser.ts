import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateNewsmark } from './newsmark.ts';

/** The model files, which the server cannot list from a worker. */
const MODELS = ['names.bin', 'speech.bin'];

/** Starts the extension in VS Code for the Web: the server is a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const addressOf = (...file: string[]) => Uri.joinPath(context.extensionUri, 'dist', ...file).toString(true);
  await activateNewsmark(
    context,
    (options) =>
      new LanguageClient(
        'newsmark',
        'Newsmark',
        // Not the worker itself: VS Code's own class of workers is not the one that the client asks for.
        async () => {
          const worker = new Worker(addressOf('browser', 'server.js'));
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      ),
    { models: MODELS.map((name) => addressOf(name)) },
  );
}
