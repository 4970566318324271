import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './requests.ts';

/** What the client at the other end can do and wants. */
export interface Client {
  readonly markdown: boolean;
  readonly commandLinks: boolean;
  readonly relatedInformation: boolean;
  /** It asks for diagnostics; to others they are sent. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  /** Settings of a client without configuration requests. */
  readonly settings: unknown;
  /** Address of the README. */
  readonly documentation: string;
}

const README = 'https://github.com/newsmark/newsmark/blob/main/README.md';

/** Reads what a client says of itself at the start; what it leaves out it cannot do. */
export function toClient(capabilities: ClientCapabilities, options: InitializationOptions): Client {
  const { textDocument, workspace } = capabilities;
  return {
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    commandLinks: options.commandLinks === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ??
        textDocument?.publishDiagnostics?.relatedInformation) === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    settings: options.settings,
    documentation: options.documentation ?? README,
  };
}
