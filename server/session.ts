import { type CancellationToken, type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createReader } from './analysis/article.ts';
import { readModel } from './analysis/tagger/model.ts';
import { type Client, toClient } from './client.ts';
import { type Settings, toSettings } from './features/settings.ts';
import { createLibrary, type Library, type OpenArticle } from './library.ts';
import type { ArticleParams } from './requests.ts';

/** One editor at the other end of a connection, from its first word to its last. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  /** What the client said of itself; before that, one that can do nothing. */
  client(): Client;
  /** The articles, once the models are loaded. */
  library(): Promise<Library>;
  /** The settings of a resource, asked for once until they change. */
  settingsOf(uri: string): Promise<Settings>;
  /** Calls back when settings have changed. */
  onSettings(listener: () => void): void;
  /** Takes in what the client says of itself, and begins to load the models. */
  begin(client: Client, models: Promise<readonly Uint8Array[]>): void;
  /** A handler of requests about an open article; `otherwise` answers where it is not open or nobody waits. */
  about<Params extends ArticleParams, Answer>(
    answer: (open: OpenArticle, params: Params) => Answer | Promise<Answer>,
    otherwise: Answer,
  ): (params: Params, token?: CancellationToken) => Promise<Answer>;
}

/** A session that waits for the client's first word. */
export function createSession(connection: Connection): Session {
  const documents = new TextDocuments(TextDocument);
  const settings = new Map<string, Promise<Settings>>();
  const listeners: (() => void)[] = [];
  let client = toClient({}, {});
  let library: Promise<Library> = new Promise(() => {});

  connection.onDidChangeConfiguration((change) => {
    if (!client.hasConfiguration) client = { ...client, settings: change.settings?.newsmark };
    settings.clear();
    for (const listener of listeners) listener();
  });
  documents.onDidClose(({ document }) => settings.delete(document.uri));

  return {
    connection,
    documents,
    client: () => client,
    library: () => library,
    settingsOf(uri) {
      const known = settings.get(uri);
      if (known) return known;
      const asked = client.hasConfiguration
        ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'newsmark' }).then(toSettings)
        : Promise.resolve(toSettings(client.settings));
      settings.set(uri, asked);
      return asked;
    },
    onSettings: (listener) => listeners.push(listener),
    begin(other, models) {
      client = other;
      library = models.then((files) => createLibrary(documents, createReader(readModel(...files))));
      library.catch((error: unknown) => connection.window.showErrorMessage(`Newsmark cannot read: ${error}`));
    },
    about(answer, otherwise) {
      return async (params, token) => {
        const { open } = await library;
        if (token?.isCancellationRequested) return otherwise;
        const opened = open(params.textDocument.uri);
        return opened ? answer(opened, params) : otherwise;
      };
    },
  };
}
