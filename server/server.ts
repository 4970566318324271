import {
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createReader } from './analysis/article.ts';
import { readModel } from './analysis/tagger/model.ts';
import { type Client, toClient } from './client.ts';
import { definition } from './features/definition.ts';
import { hover } from './features/hover.ts';
import { outline } from './features/outline.ts';
import { findProblems } from './features/problems/problems.ts';
import { setPublicationDate } from './features/publicationEdit.ts';
import { type Settings, toSettings } from './features/settings.ts';
import { colouredSpans, TOKEN_MODIFIERS, TOKEN_TYPES } from './features/tokens.ts';
import { createLibrary, type Library, type OpenArticle } from './library.ts';
import {
  toDiagnostic,
  toDocumentSymbol,
  toHover,
  toLocation,
  toQuotationRange,
  toSemanticTokens,
  toSummary,
  toTextEdit,
} from './protocol.ts';
import type { ArticleParams, InitializationOptions, PublicationDateParams, Requests } from './requests.ts';

/** What differs between Node and the browser. */
export interface Runtime {
  /** The bytes of the model files. */
  readonly loadModels: (options: InitializationOptions) => Promise<readonly Uint8Array[]>;
}

/** Answers an editor over a connection until it ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const settings = new Map<string, Promise<Settings>>();
  let client: Client = toClient({}, {});
  let library: Promise<Library> = new Promise(() => {});

  connection.onInitialize(({ capabilities, initializationOptions }) => {
    const options: InitializationOptions = initializationOptions ?? {};
    client = toClient(capabilities, options);
    library = runtime
      .loadModels(options)
      .then((files) => createLibrary(documents, createReader(readModel(...files))));
    library.catch((error: unknown) => connection.window.showErrorMessage(`Newsmark cannot read: ${error}`));
    return { capabilities: CAPABILITIES, serverInfo: { name: 'newsmark' } };
  });

  connection.onInitialized(() => {
    if (client.registersConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'newsmark' });
  });

  /** Answers a request about an open article; `otherwise` where it is not open. */
  function about<Params extends ArticleParams, Answer>(
    answer: (open: OpenArticle, params: Params) => Answer | Promise<Answer>,
    otherwise: Answer,
  ): (params: Params) => Promise<Answer> {
    return async (params) => {
      const open = (await library).open(params.textDocument.uri);
      return open ? answer(open, params) : otherwise;
    };
  }

  connection.onHover(
    about(
      ({ document, article }, { position }) =>
        toHover(document, hover(article, document.offsetAt(position)), client),
      null,
    ),
  );
  connection.onDefinition(
    about(
      ({ document, article }, { position }) =>
        definition(article, document.offsetAt(position)).map((span) => toLocation(document, span)),
      [],
    ),
  );
  connection.onDocumentSymbol(
    about(({ document, article }) => outline(article).map((node) => toDocumentSymbol(document, node)), []),
  );
  connection.languages.semanticTokens.on(
    about(({ document, article }) => toSemanticTokens(document, colouredSpans(article)), { data: [] }),
  );
  connection.languages.diagnostics.on(
    about(async (open) => ({ kind: DocumentDiagnosticReportKind.Full, items: await diagnose(open) }), {
      kind: DocumentDiagnosticReportKind.Full,
      items: [],
    }),
  );

  on('newsmark/quotations', ({ document, article }) =>
    article.quotations.map((quotation) => toQuotationRange(document, quotation)),
  );
  on('newsmark/summary', ({ article }) => toSummary(article));
  on('newsmark/publicationDateEdit', ({ document, article }, { date }: PublicationDateParams) =>
    toTextEdit(document, setPublicationDate(article, date)),
  );

  function on<Method extends keyof Requests>(
    method: Method,
    answer: (open: OpenArticle, params: Requests[Method]['params']) => Requests[Method]['result'],
  ): void {
    connection.onRequest(method, async (params: Requests[Method]['params']): Promise<unknown> => {
      const open = (await library).open(params.textDocument.uri);
      if (!open) throw new ResponseError(ErrorCodes.InvalidParams, `${params.textDocument.uri} is not open.`);
      return answer(open, params);
    });
  }

  async function diagnose({ document, article }: OpenArticle): Promise<Diagnostic[]> {
    const { problems } = await settingsOf(document.uri);
    return findProblems(article).flatMap(
      (problem) => toDiagnostic(document, problem, problems[problem.code], client) ?? [],
    );
  }

  /** Settings are asked for once for each resource, until they change. */
  function settingsOf(uri: string): Promise<Settings> {
    const known = settings.get(uri);
    if (known) return known;
    const asked = client.hasConfiguration
      ? connection.workspace.getConfiguration({ scopeUri: uri, section: 'newsmark' }).then(toSettings)
      : Promise.resolve(toSettings(client.settings));
    settings.set(uri, asked);
    return asked;
  }

  connection.onDidChangeConfiguration((change) => {
    if (!client.hasConfiguration) client = { ...client, settings: change.settings?.newsmark };
    settings.clear();
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    if (!client.pullsDiagnostics) for (const { uri } of documents.all()) push(uri);
  });

  // To a client that cannot ask, diagnostics are sent once the changes that have arrived are all taken in.
  const waiting = new Set<string>();
  function push(uri: string): void {
    if (waiting.size === 0) setTimeout(() => void pushWaiting());
    waiting.add(uri);
  }
  async function pushWaiting(): Promise<void> {
    const uris = [...waiting];
    waiting.clear();
    const { open } = await library;
    for (const uri of uris) {
      const opened = open(uri);
      const version = opened?.document.version;
      const diagnostics = opened ? await diagnose(opened) : [];
      if (documents.get(uri)?.version === version)
        await connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
    }
  }
  documents.onDidChangeContent(({ document }) => {
    if (!client.pullsDiagnostics) push(document.uri);
  });
  documents.onDidClose(({ document }) => {
    settings.delete(document.uri);
    if (!client.pullsDiagnostics) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  documents.listen(connection);
  connection.listen();
}

const CAPABILITIES: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  definitionProvider: true,
  documentSymbolProvider: { label: 'Newsmark' },
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
    full: true,
  },
  diagnosticProvider: { identifier: 'newsmark', interFileDependencies: false, workspaceDiagnostics: false },
};
