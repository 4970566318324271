import {
  commands,
  Disposable,
  DocumentLink,
  EventEmitter,
  l10n,
  languages,
  Range,
  type TextDocumentContentProvider,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Act } from '../../server/annotations/acts/act.ts';
import type { ConcordanceQuery } from '../../server/folder/concordance.ts';
import type { Concordance } from '../../server/requests/folder.ts';
import type { ArticleFolder } from '../folder.ts';
import { groupInWords } from '../views/entityNodes.ts';
import type { FolderActs } from '../views/folderActs.ts';
import { chooseAct } from './chooseAct.ts';
import { type ConcordanceRow, type ConcordanceText, toConcordanceText } from './text.ts';
import { SCHEME, titleOf, toQuery } from './uri.ts';

/** Shows keywords in context as documents that lead to their places, and from which all hits are marked at once. */
export function showConcordances(
  client: BaseLanguageClient,
  folder: ArticleFolder,
  acts: FolderActs,
): Disposable {
  const changed = new EventEmitter<Uri>();
  const shown = new Map<string, ConcordanceText>();
  const bold = window.createTextEditorDecorationType({ fontWeight: 'bold' });

  const content: TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const query = toQuery(uri);
      if (!query) return '';
      const title = l10n.t('Looking for {0}', titleOf(query));
      const found = await folder.askLong('newsmark/concordance', { query }, title).catch(() => CANCELLED);
      const text = toConcordanceText(headingOf(query, found), found.hits, nameOf);
      shown.set(uri.toString(), text);
      return text.text;
    },
  };

  const rowsOf = (editor: TextEditor): readonly ConcordanceRow[] =>
    shown.get(editor.document.uri.toString())?.rows ?? [];

  function drawHits(): void {
    for (const editor of window.visibleTextEditors)
      if (editor.document.uri.scheme === SCHEME)
        editor.setDecorations(bold, rowsOf(editor).map(rangeOfWords));
  }

  async function openHit(): Promise<void> {
    const editor = activeConcordance();
    const row = editor && rowsOf(editor).find(({ line }) => line === editor.selection.active.line);
    if (!row) return;
    const { uri, range } = client.protocol2CodeConverter.asLocation(row.hit.location);
    await window.showTextDocument(uri, { selection: range });
  }

  /** A key can be bound to an act; a button gives something else as its argument. */
  async function markHits(given?: { readonly kind?: unknown }): Promise<void> {
    const editor = activeConcordance();
    const rows = editor && selectRows(editor, rowsOf(editor));
    if (!rows || rows.length === 0) return;
    const act = typeof given?.kind === 'string' ? (given as Act) : await chooseAct(rows.length);
    if (!act) return;
    const places = rows.map(({ hit }) => hit.location);
    const title = l10n.t('Marking the hits: {0}', rows.length);
    await acts.run(() => folder.askLong('newsmark/actAt', { act, places }, title));
  }

  const links = languages.registerDocumentLinkProvider(
    { scheme: SCHEME },
    {
      provideDocumentLinks: (document) =>
        (shown.get(document.uri.toString())?.rows ?? []).flatMap((row) => toLinks(client, row)),
    },
  );

  return Disposable.from(
    changed,
    bold,
    links,
    workspace.registerTextDocumentContentProvider(SCHEME, content),
    workspace.onDidOpenTextDocument((document) => {
      if (document.uri.scheme === SCHEME) drawHits();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri.toString())),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === SCHEME) drawHits();
    }),
    window.onDidChangeVisibleTextEditors(drawHits),
    commands.registerCommand('newsmark.openHit', openHit),
    commands.registerCommand('newsmark.markHits', markHits),
    commands.registerCommand('newsmark.refreshConcordance', () => {
      const editor = activeConcordance();
      if (editor) changed.fire(editor.document.uri);
    }),
  );
}

/** The concordance in front. */
export function activeConcordance(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.uri.scheme === SCHEME ? editor : undefined;
}

/** What is shown of a search that was cancelled. */
const CANCELLED: Concordance = { hits: [], articles: 0, isCut: true };

function headingOf(
  query: ConcordanceQuery,
  { hits, articles, isCut, problem }: Concordance,
): readonly string[] {
  const counts =
    problem === undefined
      ? l10n.t('Hits: {0}. Articles: {1}.', hits.length, articles)
      : l10n.t('This is no pattern: {0}', problem);
  const cut = l10n.t('There may be more: the search was stopped.');
  return [queryInWords(query), isCut ? `${counts} ${cut}` : counts];
}

/** What is looked for, with its kind. */
export function queryInWords(query: ConcordanceQuery): string {
  switch (query.kind) {
    case 'entity':
      return `${query.label} (${groupInWords(query.entity.kind)})`;
    case 'words':
      return l10n.t('Words: {0}', query.words);
    case 'pattern':
      return l10n.t('Pattern: {0}', query.pattern);
  }
}

/** The path of an article without its ending. */
function nameOf(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri)).replace(/\.(?:article|news)$/u, '');
}

/** The rows that are selected; all where nothing is. */
function selectRows({ selections }: TextEditor, rows: readonly ConcordanceRow[]): readonly ConcordanceRow[] {
  if (selections.every(({ isEmpty }) => isEmpty)) return rows;
  return rows.filter(({ line }) =>
    selections.some(({ start, end, isEmpty }) => !isEmpty && start.line <= line && line <= end.line),
  );
}

function rangeOfWords({ line, words: [start, end] }: ConcordanceRow): Range {
  return new Range(line, start, line, end);
}

function toLinks(client: BaseLanguageClient, row: ConcordanceRow): readonly DocumentLink[] {
  const { uri, range } = client.protocol2CodeConverter.asLocation(row.hit.location);
  const { start, end } = range;
  const places = [start, end].map(({ line, character }) => `L${line + 1},${character + 1}`);
  const target = uri.with({ fragment: places.join('-') });
  const [from, to] = row.place;
  return [new Range(row.line, from, row.line, to), rangeOfWords(row)].map((own) => {
    const link = new DocumentLink(own, target);
    link.tooltip = l10n.t('Go to the place');
    return link;
  });
}
