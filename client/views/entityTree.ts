import { type Event, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Entities, EntityKind, EntitySort } from '../../server/folder/entities.ts';
import type { ArticleFolder } from '../folder.ts';
import { type EntityNode, type GroupNode, type RowNode, toTreeItem } from './entityNodes.ts';

/** What the tree shows. */
export interface EntityView {
  /** URI of the article; undefined for the folder. */
  readonly article: string | undefined;
  readonly sort: EntitySort;
  readonly filter: string;
}

/** The people, countries, dates and speakers of an article or of the folder; what is folded is not asked for. */
export interface EntityTree extends TreeDataProvider<EntityNode> {
  /** Fills the tree again, with another view if one is given; undefined: with nothing. */
  show(view: EntityView | undefined): void;
  /** Shows more of a kind. */
  more(kind: EntityKind): void;
  /** The row of an entity, where the tree shows it. */
  find(kind: EntityKind, name: string): RowNode | undefined;
  dispose(): void;
}

const KINDS: readonly EntityKind[] = ['person', 'country', 'date', 'speaker'];
/** So many of a kind are shown at first, and so many more each time. */
const PAGE = 500;
/** So many articles of an entity, and mentions of it in an article, are shown. */
const MOST_ARTICLES = 200;

/** The tree, empty until it is shown something. */
export function createEntityTree(client: BaseLanguageClient, folder: ArticleFolder): EntityTree {
  const changed = new EventEmitter<undefined>();
  const shown = new Map<EntityKind, Entities>();
  const pages = new Map<EntityKind, number>();
  let view: EntityView | undefined;

  async function listGroups({ article, ...query }: EntityView): Promise<readonly GroupNode[]> {
    if (!(await folder.hasArticles())) return [];
    const only = article === undefined ? {} : { article };
    const lists = await Promise.all(
      KINDS.map((kind) =>
        folder.ask('newsmark/entities', { kind, ...query, ...only, most: PAGE * (pages.get(kind) ?? 1) }),
      ),
    );
    for (const [index, kind] of KINDS.entries()) shown.set(kind, lists[index] as Entities);
    return KINDS.map(
      (kind): GroupNode => ({ type: 'group', kind, total: shown.get(kind)?.total ?? 0 }),
    ).filter(({ total }) => total > 0);
  }

  function listRows(kind: EntityKind): readonly EntityNode[] {
    const { entities = [], total = 0 } = shown.get(kind) ?? {};
    const rows = entities.map((row): RowNode => ({ type: 'row', row, article: view?.article }));
    const left = total - rows.length;
    return left > 0 ? [...rows, { type: 'more', kind, left }] : rows;
  }

  async function listArticles(parent: RowNode): Promise<readonly EntityNode[]> {
    const articles = await folder.ask('newsmark/entityArticles', { entity: parent.row, most: MOST_ARTICLES });
    return articles.map(({ uri, mentions }) => ({ type: 'article', parent, uri, mentions }));
  }

  async function listMentions(parent: Extract<EntityNode, { type: 'row' | 'article' }>, article: string) {
    const entity = parent.type === 'row' ? parent.row : parent.parent.row;
    const query = { kind: 'entity', entity, label: entity.label } as const;
    const { hits } = await folder.ask('newsmark/concordance', { query, article });
    return hits.map((hit): EntityNode => ({ type: 'mention', parent, hit }));
  }

  return {
    onDidChangeTreeData: changed.event as Event<undefined>,
    show(next) {
      if (next && view && (next.article !== view.article || next.filter !== view.filter)) pages.clear();
      view = next;
      changed.fire(undefined);
    },
    more(kind) {
      pages.set(kind, (pages.get(kind) ?? 1) + 1);
      changed.fire(undefined);
    },
    find(kind, name) {
      const row = shown.get(kind)?.entities.find((entity) => entity.name === name);
      return row && { type: 'row', row, article: view?.article };
    },
    getTreeItem: (node): TreeItem => toTreeItem(node, client),
    async getChildren(node): Promise<EntityNode[]> {
      switch (node?.type) {
        case undefined:
          return view ? [...(await listGroups(view))] : [];
        case 'group':
          return [...listRows(node.kind)];
        case 'row':
          return [
            ...(node.article === undefined
              ? await listArticles(node)
              : await listMentions(node, node.article)),
          ];
        case 'article':
          return [...(await listMentions(node, node.uri))];
        default:
          return [];
      }
    },
    getParent(node): EntityNode | undefined {
      switch (node.type) {
        case 'group':
          return undefined;
        case 'row':
          return { type: 'group', kind: node.row.kind, total: shown.get(node.row.kind)?.total ?? 0 };
        case 'more':
          return { type: 'group', kind: node.kind, total: shown.get(node.kind)?.total ?? 0 };
        case 'article':
        case 'mention':
          return node.parent;
      }
    },
    dispose: () => changed.dispose(),
  };
}
