import { spawn } from 'node:child_process';
import path from 'node:path';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/requests/client.ts';

/** A real server process at the other end of a pipe. */
export interface Wire {
  readonly connection: ProtocolConnection;
  /** Number of the server's process. */
  readonly process: number | undefined;
  readonly initialized: InitializeResult;
  /** Diagnostics that the server sent unasked, the last of each URI. */
  readonly pushed: ReadonlyMap<string, readonly Diagnostic[]>;
  open(uri: string, text: string): Promise<void>;
  change(uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  /** Ends the server in good order; gives its exit code. */
  close(): Promise<number | null>;
}

export interface WireOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** What the client answers for a resource and section of the configuration. */
  readonly configuration?: (uri: string | undefined) => unknown;
  readonly folders?: readonly { readonly uri: string; readonly name: string }[];
  /** Called before the server is initialised, to listen to what it asks. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

const ROOT = path.join(import.meta.dirname, '../..');

/** The server as it ships: `npm run build` makes it. */
const SERVER = path.join(ROOT, 'dist/server.cjs');

/** Milliseconds that a server lives at most. */
const LIMIT = 300_000;

/** What VS Code says it can do, as far as the server asks. */
export const VSCODE: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    workspaceFolders: true,
  },
  window: { workDoneProgress: true },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    diagnostic: { relatedDocumentSupport: true },
    publishDiagnostics: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** Starts a server, initialises it and says so. */
export async function startWire(options: WireOptions = {}): Promise<Wire> {
  const server = spawn(process.execPath, [SERVER, '--stdio'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  // What waits for an answer that never comes shall fail, not wait.
  const late = setTimeout(() => {
    server.kill('SIGKILL');
    connection.dispose();
  }, LIMIT);
  const pushed = new Map<string, readonly Diagnostic[]>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    pushed.set(uri, diagnostics);
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => options.configuration?.(scopeUri) ?? null),
  );
  connection.onNotification(LogMessageNotification.type, ({ message }) => console.error(message));
  connection.onRequest('client/registerCapability', () => null);
  for (const shown of ['semanticTokens', 'diagnostic', 'inlayHint', 'codeLens'])
    connection.onRequest(`workspace/${shown}/refresh`, () => null);
  options.prepare?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: options.folders?.[0]?.uri ?? null,
    workspaceFolders: options.folders ? [...options.folders] : null,
    capabilities: options.capabilities ?? VSCODE,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    process: server.pid,
    initialized,
    pushed,
    open: (uri, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'news-article', version: 1, text },
      }),
    change: (uri, version, ...contentChanges) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      }),
    async close() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      const code = await exited;
      clearTimeout(late);
      connection.dispose();
      return code;
    },
  };
}

/** Waits until a condition holds; throws after ten seconds. */
export async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 10) {
    if (10_000 < waited) throw new Error('The condition did not come to hold within ten seconds.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
