import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateNewsmark } from './newsmark.ts';

/** Starts the extension where there is Node: the server is a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.cjs');
  const transport = TransportKind.ipc;
  await activateNewsmark(
    context,
    (options) =>
      new LanguageClient(
        'newsmark',
        'Newsmark',
        {
          run: { module, transport },
          debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        options,
      ),
  );
}
