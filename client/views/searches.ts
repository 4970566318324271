import {
  commands,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  l10n,
  ThemeIcon,
  TreeItem,
  window,
} from 'vscode';
import type { ConcordanceQuery } from '../../server/folder/concordance.ts';
import { activeConcordance, queryInWords } from '../concordance/concordance.ts';
import { openConcordance, titleOf, toQuery } from '../concordance/uri.ts';
import type { ArticleFolder } from '../folder.ts';
import { chooseQuery } from './searchBox.ts';

/** Under this key the workspace keeps its searches. */
const KEPT = 'newsmark.searches';

/** The view of the searches that a person has kept for the workspace; each opens as a concordance. */
export function showSearches({ workspaceState }: ExtensionContext, folder: ArticleFolder): Disposable {
  const changed = new EventEmitter<undefined>();
  const kept = (): readonly ConcordanceQuery[] => workspaceState.get(KEPT, []);
  async function keep(searches: readonly ConcordanceQuery[]): Promise<void> {
    await workspaceState.update(KEPT, searches);
    changed.fire(undefined);
  }

  async function save(): Promise<void> {
    const concordance = activeConcordance();
    const query = concordance ? toQuery(concordance.document.uri) : await chooseQuery(folder);
    if (!query) return;
    await keep([...kept().filter((other) => !isSame(other, query)), query]);
    window.setStatusBarMessage(l10n.t('Newsmark: the search is kept in the side bar'), 4000);
  }

  const view = window.createTreeView<ConcordanceQuery>('newsmark.searches', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: toTreeItem,
      getChildren: (query) => (query ? [] : [...kept()]),
    },
  });
  return Disposable.from(
    changed,
    view,
    commands.registerCommand('newsmark.searchFolder', async () => {
      const query = await chooseQuery(folder);
      if (query) await openConcordance(query);
    }),
    commands.registerCommand('newsmark.openSearch', openConcordance),
    commands.registerCommand('newsmark.saveSearch', save),
    commands.registerCommand('newsmark.forgetSearch', (query = view.selection[0]) =>
      query ? keep(kept().filter((other) => !isSame(other, query))) : undefined,
    ),
  );
}

function isSame(a: ConcordanceQuery, b: ConcordanceQuery): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const ICONS: Readonly<Record<string, string>> = {
  person: 'person',
  country: 'globe',
  date: 'calendar',
  speaker: 'comment-discussion',
  words: 'whole-word',
  pattern: 'regex',
};

function toTreeItem(query: ConcordanceQuery): TreeItem {
  const item = new TreeItem(titleOf(query));
  item.id = JSON.stringify(query);
  item.iconPath = new ThemeIcon(ICONS[query.kind === 'entity' ? query.entity.kind : query.kind] ?? 'search');
  item.tooltip = queryInWords(query);
  item.contextValue = 'search';
  item.command = { command: 'newsmark.openSearch', title: l10n.t('Open'), arguments: [query] };
  item.accessibilityInformation = { label: queryInWords(query) };
  return item;
}
