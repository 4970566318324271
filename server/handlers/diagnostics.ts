import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { findProblems } from '../features/problems/problems.ts';
import type { OpenArticle } from '../library.ts';
import { toDiagnostic, toFolderDiagnostic } from '../protocol/diagnostics.ts';
import type { Session } from '../session.ts';
import type { FolderEvents } from './folder.ts';

const { Full, Unchanged } = DocumentDiagnosticReportKind;

/** Problems: of a document and of the whole folder where the client asks, else sent to it. */
export function answerDiagnostics(session: Session, events: FolderEvents): void {
  const { connection, about, client, library, settingsOf, documents } = session;
  // Grows when settings change: what was told under the old ones is past.
  let round = 0;
  session.onSettings(() => round++);
  // Grows when an open article is judged otherwise, for what is rejected is no problem.
  let judged = 0;
  session.onMarks((uri) => {
    judged++;
    if (!client().pullsDiagnostics && documents.get(uri)) push(uri);
  });

  const diagnose = async ({ document, article }: OpenArticle): Promise<Diagnostic[]> => {
    const { problems } = await settingsOf(document.uri);
    return findProblems(article).flatMap(
      (problem) => toDiagnostic(document, problem, problems[problem.code], client()) ?? [],
    );
  };

  connection.languages.diagnostics.on(
    about<{ textDocument: { uri: string }; previousResultId?: string }, DocumentDiagnosticReport>(
      async (open, { previousResultId }) => {
        const resultId = `${round}.${judged}.${open.document.version}`;
        if (resultId === previousResultId) return { kind: Unchanged, resultId };
        return { kind: Full, resultId, items: await diagnose(open) };
      },
      { kind: Full, items: [] },
    ),
  );

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const told = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    for (;;) {
      const items = await reportFolder(told);
      // The request stays open until there is something to tell: the client would ask again at once.
      if (0 < items.length || token.isCancellationRequested) return { items };
      await Promise.race([events.changed(), cancelled(token)]);
      if (token.isCancellationRequested) return { items: [] };
      partial?.report({ items: [] });
    }
  });

  /** The articles that are not open and were not told as they are; those that are open are asked for one by one. */
  async function reportFolder(
    told: ReadonlyMap<string, string>,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { problems: levels, wholeFolder } = await settingsOf('');
    const folder = (await library()).folder();
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const known = new Set<string>();
    if (wholeFolder)
      for (const uri of folder.uris()) {
        const summary = folder.summaryOf(uri);
        if (!summary || documents.get(uri)) continue;
        known.add(uri);
        const resultId = `${round}.${events.revisionOf(uri)}`;
        if (told.get(uri) === resultId) continue;
        const diagnostics = summary.problems.flatMap(
          (problem) => toFolderDiagnostic(problem, summary, levels[problem.code], client()) ?? [],
        );
        items.push({ kind: Full, uri, version: null, resultId, items: diagnostics });
      }
    for (const uri of told.keys())
      if (!known.has(uri) && !documents.get(uri) && told.get(uri) !== GONE)
        items.push({ kind: Full, uri, version: null, resultId: GONE, items: [] });
    return items;
  }

  session.onSettings(() => {
    if (client().refreshes.diagnostics) connection.languages.diagnostics.refresh();
    if (!client().pullsDiagnostics) for (const { uri } of documents.all()) push(uri);
  });

  // To a client that cannot ask, problems are sent once the changes that have arrived are all taken in.
  const waiting = new Set<string>();
  function push(uri: string): void {
    if (waiting.size === 0) setTimeout(() => void pushWaiting());
    waiting.add(uri);
  }
  async function pushWaiting(): Promise<void> {
    const { open } = await library();
    const uris = [...waiting];
    waiting.clear();
    for (const uri of uris) {
      const opened = open(uri);
      const version = opened?.document.version;
      const diagnostics = opened ? await diagnose(opened) : [];
      if (documents.get(uri)?.version === version)
        await connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
    }
  }
  documents.onDidChangeContent(({ document }) => {
    if (!client().pullsDiagnostics) push(document.uri);
  });
  documents.onDidClose(({ document }) => {
    if (!client().pullsDiagnostics) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
}

const GONE = 'gone';

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve());
  });
}
