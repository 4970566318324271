import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { toClient } from './client.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from './features/tokens.ts';
import { answerAdjudication } from './handlers/adjudication.ts';
import { answerAgreement } from './handlers/agreement.ts';
import { answerColours } from './handlers/colours.ts';
import { answerConcordance } from './handlers/concordance.ts';
import { answerDiagnostics } from './handlers/diagnostics.ts';
import { answerExchange } from './handlers/exchange.ts';
import { createFiles } from './handlers/files.ts';
import { followFolder, type OpenFolder } from './handlers/folder.ts';
import { answerFolderActs } from './handlers/folderActs.ts';
import { answerMarks } from './handlers/marks.ts';
import { answerNavigation } from './handlers/navigation.ts';
import { answerOwn } from './handlers/own.ts';
import { answerPictures } from './handlers/pictures.ts';
import { answerReading } from './handlers/reading.ts';
import { answerRenaming } from './handlers/renaming.ts';
import { answerSchemes } from './handlers/schemes.ts';
import { answerViews } from './handlers/views.ts';
import { answerWriting } from './handlers/writing.ts';
import type { TextFiles } from './marking/files.ts';
import { FIX_ALL } from './protocol/writing.ts';
import type { InitializationOptions } from './requests/client.ts';
import { createSession } from './session.ts';

/** What differs between Node and the browser. */
export interface Runtime {
  /** The bytes of the model files. */
  readonly loadModels: (options: InitializationOptions) => Promise<readonly Uint8Array[]>;
  readonly openFolder: OpenFolder;
  /** The files with `file:` addresses; others, and all where it is missing, are read and written by the client. */
  readonly files?: TextFiles;
}

/** Answers an editor over a connection until it ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const session = createSession(connection);
  const folder = followFolder(session, runtime.openFolder);
  let folders: readonly string[] = [];

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, rootUri }) => {
    const options: InitializationOptions = initializationOptions ?? {};
    session.begin(toClient(capabilities, options), runtime.loadModels(options));
    folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    return { capabilities: CAPABILITIES, serverInfo: { name: 'newsmark' } };
  });
  connection.onInitialized(() => {
    if (session.client().registersConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'newsmark' });
    folder.begin(folders);
  });

  const files = createFiles(session, runtime.files);
  const schemes = answerSchemes(session, files);
  answerReading(session);
  answerColours(session);
  answerNavigation(session);
  answerWriting(session);
  answerDiagnostics(session, folder);
  answerOwn(session);
  answerPictures(session, folder);
  answerViews(session);
  answerConcordance(session, folder);
  answerAdjudication(session, files);
  answerAgreement(session, files, schemes, folder);
  const acts = answerMarks(session, folder, files, schemes);
  answerFolderActs(session, acts);
  answerExchange(session, files, acts);
  answerRenaming(session, files);

  session.documents.listen(connection);
  connection.listen();
}

const CAPABILITIES: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: {
      willRename: { filters: [{ pattern: { glob: '**/*.{article,news,txt}', matches: 'file' } }] },
    },
  },
  hoverProvider: true,
  documentSymbolProvider: { label: 'Newsmark' },
  documentHighlightProvider: true,
  selectionRangeProvider: true,
  foldingRangeProvider: true,
  documentLinkProvider: {},
  linkedEditingRangeProvider: true,
  inlayHintProvider: { resolveProvider: true },
  codeLensProvider: { resolveProvider: true },
  semanticTokensProvider: {
    legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
    full: { delta: true },
    range: true,
  },
  definitionProvider: true,
  typeDefinitionProvider: true,
  referencesProvider: true,
  workspaceSymbolProvider: { resolveProvider: true },
  callHierarchyProvider: true,
  renameProvider: { prepareProvider: true },
  completionProvider: { resolveProvider: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
  diagnosticProvider: { identifier: 'newsmark', interFileDependencies: false, workspaceDiagnostics: true },
};
