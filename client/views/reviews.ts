import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Review, Reviews } from '../../server/folder/reviews.ts';
import { activeArticle } from '../articles.ts';
import type { ArticleFolder } from '../folder.ts';
import { refreshWhenShown } from './refresh.ts';

type ReviewNode =
  | { readonly type: 'article'; readonly review: Review }
  | { readonly type: 'done'; readonly total: number }
  | { readonly type: 'more'; readonly left: number };

/** So many articles are shown at first, and so many more each time. */
const PAGE = 200;
/** So long, in milliseconds, changes wait until the badge of a view that is not shown is counted again. */
const BADGE_TOGETHER = 1000;

/** The view of how far the articles are judged, those that are not done first, with their number as a badge. */
export function showReviews(folder: ArticleFolder): Disposable {
  const changed = new EventEmitter<undefined>();
  let pages = 1;
  let reviews: Reviews | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const view = window.createTreeView<ReviewNode>('newsmark.reviews', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: toTreeItem,
      async getChildren(node) {
        if (!node) {
          await load();
          return reviews ? listUnfinished(reviews) : [];
        }
        return node.type === 'done' ? (reviews?.done ?? []).map(toNode) : [];
      },
    },
  });

  async function load(): Promise<void> {
    if (!(await folder.hasArticles())) return;
    reviews = await folder.ask('newsmark/reviews', { most: PAGE * pages });
    tellBadge(reviews);
  }

  function tellBadge({ total: { unfinished, begun } }: Reviews): void {
    // Who only reads shall not be told of thousands of articles to judge.
    view.badge =
      begun > 0 && unfinished > 0
        ? { value: unfinished, tooltip: l10n.t('Articles to review: {0}', unfinished) }
        : undefined;
    void commands.executeCommand('setContext', 'newsmark.reviews.unfinished', unfinished > 0);
  }

  async function countHidden(): Promise<void> {
    waiting = undefined;
    tellBadge(await folder.ask('newsmark/reviews', { most: 0 }));
  }

  async function reviewNext(): Promise<void> {
    const { unfinished } = await folder.ask('newsmark/reviews', { most: 2 });
    const current = activeArticle()?.document.uri.toString();
    const next = unfinished.find(({ uri }) => Uri.parse(uri).toString() !== current) ?? unfinished[0];
    if (next) await review(next);
    else window.setStatusBarMessage(l10n.t('Newsmark: every article of the folder is done'), 5000);
  }

  const refresh = refreshWhenShown(view, () => changed.fire(undefined));
  return Disposable.from(
    changed,
    view,
    refresh,
    folder.onChange(() => {
      refresh.soon();
      // The badge is seen while the view is not.
      if (!view.visible) waiting ??= setTimeout(countHidden, BADGE_TOGETHER);
    }),
    { dispose: () => clearTimeout(waiting) },
    commands.registerCommand('newsmark.reviewNext', reviewNext),
    commands.registerCommand('newsmark.reviewArticle', (node?: ReviewNode) =>
      node?.type === 'article' ? review(node.review) : undefined,
    ),
    commands.registerCommand('newsmark.showMoreReviews', () => {
      pages++;
      changed.fire(undefined);
    }),
  );
}

/** Opens an article to be annotated, at its first suggestion. */
async function review({ uri }: Review): Promise<void> {
  await window.showTextDocument(Uri.parse(uri));
  await commands.executeCommand('newsmark.annotate');
  await commands.executeCommand('newsmark.nextSuggestion');
}

function listUnfinished({ unfinished, total }: Reviews): ReviewNode[] {
  const nodes = unfinished.map(toNode);
  const left = total.unfinished - unfinished.length;
  if (left > 0) nodes.push({ type: 'more', left });
  if (total.done > 0) nodes.push({ type: 'done', total: total.done });
  return nodes;
}

function toNode(review: Review): ReviewNode {
  return { type: 'article', review };
}

function toTreeItem(node: ReviewNode): TreeItem {
  switch (node.type) {
    case 'article':
      return toArticleItem(node.review);
    case 'done': {
      const item = new TreeItem(l10n.t('Done'), TreeItemCollapsibleState.Collapsed);
      item.id = 'done';
      item.description = String(node.total);
      item.iconPath = new ThemeIcon('pass-filled');
      item.accessibilityInformation = { label: l10n.t('Articles that are done: {0}', node.total) };
      return item;
    }
    case 'more': {
      const item = new TreeItem(l10n.t('Show more ({0})', node.left));
      item.id = 'more';
      item.iconPath = new ThemeIcon('ellipsis');
      item.command = { command: 'newsmark.showMoreReviews', title: l10n.t('Show more ({0})', node.left) };
      return item;
    }
  }
}

const ICONS: Readonly<Record<Review['state'], string>> = {
  'in progress': 'edit',
  new: 'circle-large-outline',
  done: 'pass-filled',
};

function toArticleItem(review: Review): TreeItem {
  const { uri, state, left, verdicts, unsettled } = review;
  const file = Uri.parse(uri);
  const path = workspace.asRelativePath(file);
  const item = new TreeItem(path.slice(path.lastIndexOf('/') + 1));
  const judged = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  const parts = [
    left > 0 && l10n.t('{0} left', left),
    judged > 0 && l10n.t('{0} judged', judged),
    unsettled > 0 && l10n.t('{0} out of place', unsettled),
  ];
  const words = parts.filter(Boolean).join(', ') || l10n.t('nothing to judge');
  item.id = uri;
  item.description = words;
  item.iconPath = new ThemeIcon(ICONS[state]);
  item.tooltip = `${path}: ${stateInWords(state)}, ${words}`;
  item.contextValue = state === 'done' ? 'article-done' : 'article-unfinished';
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [file] };
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function stateInWords(state: Review['state']): string {
  switch (state) {
    case 'new':
      return l10n.t('new');
    case 'in progress':
      return l10n.t('in progress');
    case 'done':
      return l10n.t('done');
  }
}
