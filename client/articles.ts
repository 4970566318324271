import { Disposable, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { Requests } from '../server/requests.ts';

/** The language of news articles. */
export const LANGUAGE = 'news-article';

export function isArticle(document: TextDocument): boolean {
  return document.languageId === LANGUAGE;
}

/** The editor in front, if it shows an article. */
export function activeArticle(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor && isArticle(editor.document) ? editor : undefined;
}

/** Asks the server about an article, after it has been told of all edits; rejects where the server is not running. */
export function ask<Method extends keyof Requests>(
  client: BaseLanguageClient,
  method: Method,
  document: TextDocument,
  more: Omit<Requests[Method]['params'], 'textDocument'>,
): Promise<Requests[Method]['result']> {
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  return client.sendRequest<Requests[Method]['result']>(method, { textDocument, ...more });
}

/** Looking at the visible articles until it is disposed. */
export interface Following {
  /** Looks at an article for a reason of the caller's own. */
  look(document: TextDocument): void;
  dispose(): void;
}

/**
 * Looks at each visible article when it comes into view, after its edits and when the server has started. A look never
 * overlaps another at the same article: what happens meanwhile leads to one more look, however much it was.
 */
export function followArticles(
  client: BaseLanguageClient,
  look: (document: TextDocument) => Promise<void>,
): Following {
  const looking = new Set<TextDocument>();
  const again = new Set<TextDocument>();

  async function follow(document: TextDocument): Promise<void> {
    if (!isArticle(document) || client.state !== State.Running) return;
    if (looking.has(document)) {
      again.add(document);
      return;
    }
    looking.add(document);
    try {
      do {
        again.delete(document);
        await look(document).catch((error: unknown) => client.debug(String(error)));
      } while (again.has(document) && !document.isClosed);
    } finally {
      looking.delete(document);
    }
  }

  function followVisible(): void {
    for (const document of new Set(window.visibleTextEditors.map((editor) => editor.document)))
      void follow(document);
  }

  const disposable = Disposable.from(
    client.onDidChangeState(followVisible),
    window.onDidChangeVisibleTextEditors(followVisible),
    workspace.onDidOpenTextDocument(followVisible),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (window.visibleTextEditors.some((editor) => editor.document === document)) void follow(document);
    }),
  );
  return { look: (document) => void follow(document), dispose: () => disposable.dispose() };
}
