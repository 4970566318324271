import { commands, Disposable, l10n, type TreeView, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { EntityKind, EntitySort } from '../../server/folder/entities.ts';
import type { EntityAct } from '../../server/requests/folder.ts';
import { activeArticle, isArticle } from '../articles.ts';
import { openConcordance } from '../concordance/uri.ts';
import type { ArticleFolder } from '../folder.ts';
import { createEntityDrag } from './entityDrag.ts';
import { chooseName, filterWhileTyping } from './entityInputs.ts';
import { type EntityNode, type MentionNode, type RowNode, rowOf } from './entityNodes.ts';
import { createEntityTree, type EntityView } from './entityTree.ts';
import type { FolderActs } from './folderActs.ts';
import { refreshWhenShown } from './refresh.ts';

/** The view of the people, countries, dates and speakers, with what can be done with them. */
export function showEntities(
  client: BaseLanguageClient,
  folder: ArticleFolder,
  acts: FolderActs,
): Disposable {
  const tree = createEntityTree(client, folder);
  const view: TreeView<EntityNode> = window.createTreeView('newsmark.entities', {
    treeDataProvider: tree,
    dragAndDropController: createEntityDrag({ merge, split }),
    canSelectMany: true,
    showCollapseAll: true,
  });
  let scope: 'article' | 'folder' = 'article';
  let article = activeArticle()?.document.uri.toString();
  let sort: EntitySort = 'count';
  let filter = '';

  function fill(): void {
    const shown: EntityView = { article: scope === 'article' ? article : undefined, sort, filter };
    tree.show(scope === 'article' && article === undefined ? undefined : shown);
    view.description = scope === 'folder' || article === undefined ? l10n.t('Folder') : nameOf(article);
    view.message = filter === '' ? '' : l10n.t('Only what has “{0}” in it', filter);
    setContext('scope', scope);
    setContext('filtered', filter !== '');
  }
  const refresh = refreshWhenShown(view, fill);

  function turnTo(next: Partial<{ scope: typeof scope; sort: EntitySort; filter: string }>): void {
    ({ scope = scope, sort = sort, filter = filter } = next);
    fill();
  }

  async function goToNext({ row, article: only }: RowNode): Promise<void> {
    const editor = activeArticle();
    const from = editor && {
      uri: client.code2ProtocolConverter.asUri(editor.document.uri),
      position: client.code2ProtocolConverter.asPosition(editor.selection.active),
    };
    const next = await folder.ask('newsmark/nextMention', {
      entity: row,
      ...(only !== undefined && { article: only }),
      ...(from && { from }),
    });
    if (!next) return;
    const { uri, range } = client.protocol2CodeConverter.asLocation(next);
    await window.showTextDocument(uri, { selection: range, preserveFocus: true });
  }

  async function showReferences({ row, article: only }: RowNode): Promise<void> {
    const locations = await folder.ask('newsmark/places', {
      entity: row,
      most: MOST_REFERENCES,
      ...(only !== undefined && { article: only }),
    });
    const places = locations.map((location) => client.protocol2CodeConverter.asLocation(location));
    const here = places.find(({ uri }) => uri.toString() === activeArticle()?.document.uri.toString());
    const first = here ?? places[0];
    if (!first) return;
    await window.showTextDocument(first.uri, { selection: first.range });
    await commands.executeCommand('editor.action.showReferences', first.uri, first.range.start, places);
  }

  function act(node: RowNode, what: EntityAct, title: string): Promise<void> {
    const { row, article: only } = node;
    return acts.run(
      () =>
        folder.askLong(
          'newsmark/actOnEntity',
          { entity: row, act: what, ...(only !== undefined && { article: only }) },
          title,
        ),
      only,
    );
  }

  function merge(node: RowNode, into: string): Promise<void> {
    return act(node, { kind: 'merge', into }, l10n.t('Merging {0} and {1}', node.row.label, into));
  }

  async function split(mentions: readonly MentionNode[], into: string | undefined): Promise<void> {
    const [first] = mentions;
    const name = into ?? (first && (await chooseName(folder, rowOf(first).label)));
    if (name === undefined) return;
    const places = mentions.map(({ hit }) => hit.location);
    const title = l10n.t('Naming {0}', name);
    const [only, ...others] = new Set(places.map(({ uri }) => uri));
    await acts.run(
      () => folder.askLong('newsmark/actAt', { act: { kind: 'other person', name }, places }, title),
      others.length === 0 ? only : undefined,
    );
  }

  async function chooseMerge(node: RowNode): Promise<void> {
    const into = await chooseName(folder, node.row.label);
    if (into !== undefined && into !== node.row.name) await merge(node, into);
  }

  async function followSelection(): Promise<void> {
    const editor = activeArticle();
    const isWanted = workspace.getConfiguration('newsmark', editor?.document).get('views.followSelection');
    if (!editor || !isWanted || !view.visible) return;
    const named = await folder.ask('newsmark/entityAt', {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
      position: client.code2ProtocolConverter.asPosition(editor.selection.active),
    });
    const node = named && tree.find(named.kind, named.name);
    if (node) await view.reveal(node, { select: true, focus: false });
  }

  const command = (name: string, run: (node: RowNode) => unknown) =>
    commands.registerCommand(name, (node: EntityNode | undefined = view.selection[0]) =>
      node?.type === 'row' ? run(node) : undefined,
    );
  return Disposable.from(
    tree,
    view,
    refresh,
    folder.onChange(refresh.soon),
    window.onDidChangeActiveTextEditor((editor) => {
      if (!editor || !isArticle(editor.document)) return;
      const next = editor.document.uri.toString();
      if (next === article) return;
      article = next;
      if (scope === 'article') refresh.soon();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (isArticle(document) && contentChanges.length > 0) refresh.soon();
    }),
    window.onDidChangeTextEditorSelection(() => void followSelection()),
    commands.registerCommand('newsmark.showFolderEntities', () => turnTo({ scope: 'folder' })),
    commands.registerCommand('newsmark.showArticleEntities', () => turnTo({ scope: 'article' })),
    commands.registerCommand('newsmark.sortEntitiesByCount', () => turnTo({ sort: 'count' })),
    commands.registerCommand('newsmark.sortEntitiesByName', () => turnTo({ sort: 'name' })),
    commands.registerCommand('newsmark.sortEntitiesByFirst', () => turnTo({ sort: 'first' })),
    commands.registerCommand('newsmark.filterEntities', async () => {
      await commands.executeCommand('newsmark.entities.focus');
      filterWhileTyping(filter, (typed) => turnTo({ filter: typed }));
    }),
    commands.registerCommand('newsmark.clearEntityFilter', () => turnTo({ filter: '' })),
    commands.registerCommand('newsmark.showMoreEntities', (kind: EntityKind) => tree.more(kind)),
    command('newsmark.goToNextOfEntity', goToNext),
    command('newsmark.showEntityReferences', showReferences),
    command('newsmark.showEntityConcordance', ({ row }) =>
      openConcordance({ kind: 'entity', entity: { kind: row.kind, name: row.name }, label: row.label }),
    ),
    command('newsmark.acceptEntity', (node) =>
      act(node, { kind: 'accept' }, l10n.t('Accepting {0}', node.row.label)),
    ),
    command('newsmark.rejectEntity', (node) =>
      act(node, { kind: 'reject' }, l10n.t('Rejecting {0}', node.row.label)),
    ),
    command('newsmark.mergeEntity', chooseMerge),
    commands.registerCommand('newsmark.splitMention', (node: EntityNode | undefined = view.selection[0]) =>
      node?.type === 'mention' ? split([node], undefined) : undefined,
    ),
  );
}

/** So many places are listed; nobody looks through more. */
const MOST_REFERENCES = 1000;

function setContext(name: string, value: unknown): void {
  void commands.executeCommand('setContext', `newsmark.entities.${name}`, value);
}

function nameOf(uri: string): string {
  return Uri.parse(uri).path.split('/').at(-1) ?? '';
}
