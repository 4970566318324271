import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { Client } from '../client.ts';
import type { Session } from '../session.ts';

/** So long, in milliseconds, judgements wait to be told of together. */
const TOGETHER = 150;

const REQUESTS = {
  semanticTokens: SemanticTokensRefreshRequest,
  diagnostics: DiagnosticRefreshRequest,
  inlayHints: InlayHintRefreshRequest,
  codeLenses: CodeLensRefreshRequest,
} as const satisfies Readonly<Record<keyof Client['refreshes'], unknown>>;

/** Tells the client, once for several judgements in a row, that what it shows of the articles is past. */
export function refreshAfterMarks({ connection, client, onMarks }: Session): void {
  let waiting = false;
  onMarks(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      for (const shown of Object.keys(REQUESTS) as (keyof typeof REQUESTS)[])
        if (client().refreshes[shown])
          connection
            .sendRequest(REQUESTS[shown].type)
            .catch((error: unknown) => connection.console.log(`${shown}: ${error}`));
    }, TOGETHER);
  });
}
