import {
  type CancellationToken,
  type Connection,
  type FileEvent,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createReader } from './analysis/article.ts';
import { readModel } from './analysis/tagger/model.ts';
import type { TextChange } from './annotations/follow.ts';
import { type Client, toClient } from './client.ts';
import { type Settings, toSettings } from './features/settings.ts';
import { createLibrary, type Judging, type Library, type OpenArticle } from './library.ts';
import type { ArticleParams } from './requests/article.ts';

/** One editor at the other end of a connection, from its first word to its last. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  /** What the client said of itself; before that, one that can do nothing. */
  client(): Client;
  /** The articles, once the models are loaded. */
  library(): Promise<Library>;
  /** The bytes of the model files. */
  models(): Promise<readonly Uint8Array[]>;
  /** The settings of a resource, asked for once until they change. */
  settingsOf(uri: string): Promise<Settings>;
  /** Calls back before each change of an open document. */
  onEdit(listener: (uri: string, before: string, change: TextChange) => void): void;
  /** Calls back when watched files have changed. */
  onFiles(listener: (changes: readonly FileEvent[]) => void): void;
  /** Calls back when settings have changed. */
  onSettings(listener: () => void): void;
  /** Calls back when the marks of an article have changed, by an act or otherwise. */
  onMarks(listener: (uri: string) => void): void;
  tellMarks(uri: string): void;
  /** Calls back when the rules of a lexicon have changed. */
  onRules(listener: () => void): void;
  tellRules(): void;
  /** The rules of the folder's lexicon that hold for an article, open or not. */
  rulesOf: Judging['rulesOf'];
  /** Lets open articles be shown as people have judged them. */
  judgeBy(judging: Judging): void;
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
  const editListeners: ((uri: string, before: string, change: TextChange) => void)[] = [];
  const fileListeners: ((changes: readonly FileEvent[]) => void)[] = [];
  const documents = new TextDocuments({
    create: TextDocument.create,
    update(document: TextDocument, changes, version) {
      for (const change of changes) {
        const before = document.getText();
        for (const listener of editListeners) listener(document.uri, before, toTextChange(document, change));
        TextDocument.update(document, [change], version);
      }
      return TextDocument.update(document, [], version);
    },
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const listener of fileListeners) listener(changes);
  });
  const settings = new Map<string, Promise<Settings>>();
  const listeners: (() => void)[] = [];
  const markListeners: ((uri: string) => void)[] = [];
  const ruleListeners: (() => void)[] = [];
  let judging: Judging = {
    ready: async () => {},
    judged: (_, found) => found,
    markedOf: () => undefined,
    rulesOf: async () => [],
  };
  let client = toClient({}, {});
  let library: Promise<Library> = new Promise(() => {});
  let models: Promise<readonly Uint8Array[]> = new Promise(() => {});

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
    models: () => models,
    settingsOf(uri) {
      const known = settings.get(uri);
      if (known) return known;
      const asked = client.hasConfiguration
        ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'newsmark' }).then(toSettings)
        : Promise.resolve(toSettings(client.settings));
      settings.set(uri, asked);
      return asked;
    },
    onEdit: (listener) => editListeners.push(listener),
    onFiles: (listener) => fileListeners.push(listener),
    onSettings: (listener) => listeners.push(listener),
    onMarks: (listener) => markListeners.push(listener),
    tellMarks(uri) {
      for (const listener of markListeners) listener(uri);
    },
    onRules: (listener) => ruleListeners.push(listener),
    tellRules() {
      for (const listener of ruleListeners) listener();
    },
    rulesOf: (uri) => judging.rulesOf(uri),
    judgeBy(other) {
      judging = other;
    },
    begin(other, loading) {
      client = other;
      models = loading;
      library = models.then((files) => {
        const model = readModel(...files);
        return createLibrary(documents, createReader(model), createReader(model), () => judging);
      });
      library.catch((error: unknown) => connection.window.showErrorMessage(`Newsmark cannot read: ${error}`));
    },
    about(answer, otherwise) {
      return async (params, token) => {
        const { open } = await library;
        if (documents.get(params.textDocument.uri)) await judging.ready(params.textDocument.uri);
        if (token?.isCancellationRequested) return otherwise;
        const opened = open(params.textDocument.uri);
        return opened ? answer(opened, params) : otherwise;
      };
    },
  };
}

function toTextChange(document: TextDocument, change: TextDocumentContentChangeEvent): TextChange {
  if (!('range' in change)) return { start: 0, end: document.getText().length, text: change.text };
  const { range, text } = change;
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end), text };
}
