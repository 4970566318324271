import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './requests/client.ts';

/** What the client at the other end can do and wants. */
export interface Client {
  readonly markdown: boolean;
  /** It runs the commands of the extension. */
  readonly commands: boolean;
  readonly relatedInformation: boolean;
  /** It asks for diagnostics; to others they are sent. */
  readonly pullsDiagnostics: boolean;
  /** It asks for the rest of an answer when that is looked at; others are told all at once. */
  readonly resolves: Readonly<Record<'codeActions' | 'workspaceSymbols', boolean>>;
  /** It can be told that what it was told is past. */
  readonly refreshes: Readonly<
    Record<'diagnostics' | 'inlayHints' | 'codeLenses' | 'semanticTokens', boolean>
  >;
  /** It reads and writes files for the server. */
  readonly files: boolean;
  readonly showsProgress: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** It tells of changes of the workspace's folders. */
  readonly tellsFolders: boolean;
  /** Settings of a client without configuration requests. */
  readonly settings: unknown;
  /** Addresses of what explains the problems, by their codes. */
  readonly documentation: Readonly<Record<string, string>>;
  /** URI of a folder for what is kept from one start to the next. */
  readonly storage: string | undefined;
}

/** Reads what a client says of itself at the start; what it leaves out it cannot do. */
export function toClient(capabilities: ClientCapabilities, options: InitializationOptions): Client {
  const { textDocument, workspace, window } = capabilities;
  const { hover, diagnostic, publishDiagnostics, codeAction } = textDocument ?? {};
  const informed = diagnostic?.relatedInformation ?? publishDiagnostics?.relatedInformation;
  return {
    markdown: hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    commands: options.commandLinks === true,
    relatedInformation: informed === true,
    pullsDiagnostics: diagnostic !== undefined,
    resolves: {
      codeActions: codeAction?.resolveSupport?.properties.includes('edit') === true,
      workspaceSymbols: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
    },
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      codeLenses: workspace?.codeLens?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
    files: options.files === true,
    showsProgress: window?.workDoneProgress === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    settings: options.settings,
    documentation: options.documentation ?? {},
    storage: options.storage,
  };
}
