import {
  l10n,
  MarkdownString,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeItemLabel,
  Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { EntityKind, EntityRow } from '../../server/folder/entities.ts';
import type { ConcordanceHit } from '../../server/requests/folder.ts';

/** What stands in the tree of entities. */
export type EntityNode = GroupNode | RowNode | ArticleNode | MentionNode | MoreNode;

export interface GroupNode {
  readonly type: 'group';
  readonly kind: EntityKind;
  readonly total: number;
}

export interface RowNode {
  readonly type: 'row';
  readonly row: EntityRow;
  /** URI of the article; undefined for the folder. */
  readonly article: string | undefined;
}

export interface ArticleNode {
  readonly type: 'article';
  readonly parent: RowNode;
  readonly uri: string;
  readonly mentions: number;
}

export interface MentionNode {
  readonly type: 'mention';
  readonly parent: RowNode | ArticleNode;
  readonly hit: ConcordanceHit;
}

/** More than the tree shows; it loads them when it is chosen. */
export interface MoreNode {
  readonly type: 'more';
  readonly kind: EntityKind;
  readonly left: number;
}

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

const ICONS: Readonly<Record<EntityKind, string>> = {
  person: 'person',
  country: 'globe',
  date: 'calendar',
  speaker: 'comment-discussion',
};

/** Under this name a node keeps its selection and what is unfolded when the tree is filled again. */
export function idOf(node: EntityNode): string {
  switch (node.type) {
    case 'group':
      return node.kind;
    case 'row':
      return `${node.row.kind} ${node.row.name}`;
    case 'article':
      return `${idOf(node.parent)}\n${node.uri}`;
    case 'mention': {
      const { uri, range } = node.hit.location;
      return `${idOf(node.parent)}\n${uri} ${range.start.line} ${range.start.character}`;
    }
    case 'more':
      return `${node.kind} more`;
  }
}

/** A node as it is shown and read out. */
export function toTreeItem(node: EntityNode, client: BaseLanguageClient): TreeItem {
  const item = toItem(node, client);
  item.id = idOf(node);
  item.contextValue = contextOf(node);
  return item;
}

function toItem(node: EntityNode, client: BaseLanguageClient): TreeItem {
  switch (node.type) {
    case 'group':
      return toGroupItem(node);
    case 'row':
      return toRowItem(node);
    case 'article':
      return toArticleItem(node);
    case 'mention':
      return toMentionItem(node, client);
    case 'more':
      return toMoreItem(node);
  }
}

/** By this the menus know what they are offered on. */
function contextOf(node: EntityNode): string {
  switch (node.type) {
    case 'row':
      return `entity-${node.row.kind}`;
    case 'mention':
      return `mention-${rowOf(node).kind}`;
    default:
      return node.type;
  }
}

/** The entity that a mention belongs to. */
export function rowOf({ parent }: MentionNode): EntityRow {
  return parent.type === 'row' ? parent.row : parent.parent.row;
}

function toGroupItem({ kind, total }: GroupNode): TreeItem {
  const item = new TreeItem(groupInWords(kind), kind === 'person' ? Expanded : Collapsed);
  item.description = String(total);
  item.iconPath = new ThemeIcon(ICONS[kind]);
  item.accessibilityInformation = { label: `${groupInWords(kind)}, ${total}` };
  return item;
}

/** A kind of entity in words. */
export function groupInWords(kind: EntityKind): string {
  switch (kind) {
    case 'person':
      return l10n.t('People');
    case 'country':
      return l10n.t('Countries');
    case 'date':
      return l10n.t('Dates');
    case 'speaker':
      return l10n.t('Speakers');
  }
}

function toRowItem({ row: { kind, label, mentions, articles }, article }: RowNode): TreeItem {
  const item = new TreeItem(label, Collapsed);
  const counts = countsInWords(kind, mentions, article === undefined ? articles : undefined);
  item.description = article === undefined ? `${mentions} · ${articles}` : String(mentions);
  item.tooltip = new MarkdownString().appendText(`${label}: ${counts}`);
  item.accessibilityInformation = { label: `${label}, ${counts}` };
  return item;
}

function countsInWords(kind: EntityKind, mentions: number, articles: number | undefined): string {
  const count = kind === 'speaker' ? quotationsInWords(mentions) : mentionsInWords(mentions);
  if (articles === undefined) return count;
  return articles === 1 ? l10n.t('{0} in 1 article', count) : l10n.t('{0} in {1} articles', count, articles);
}

/** So many mentions in words. */
export function mentionsInWords(mentions: number): string {
  return mentions === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', mentions);
}

function quotationsInWords(quotations: number): string {
  return quotations === 1 ? l10n.t('1 quotation') : l10n.t('{0} quotations', quotations);
}

function toArticleItem({ uri, mentions, parent }: ArticleNode): TreeItem {
  const file = Uri.parse(uri);
  const item = new TreeItem(file, Collapsed);
  const path = workspace.asRelativePath(file);
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  item.iconPath = ThemeIcon.File;
  item.description = [String(mentions), folder].filter(Boolean).join(' · ');
  item.tooltip = path;
  item.accessibilityInformation = {
    label: `${path}, ${countsInWords(parent.row.kind, mentions, undefined)}`,
  };
  return item;
}

/** Letters of the words before a mention that are shown: the mention itself shall be in view. */
const BEFORE = 14;

function toMentionItem(
  { hit: { location, before, words, after } }: MentionNode,
  client: BaseLanguageClient,
): TreeItem {
  const { uri, range } = client.protocol2CodeConverter.asLocation(location);
  const lead =
    before.length <= BEFORE ? before : `…${before.slice(before.indexOf(' ', before.length - BEFORE))}`;
  const label: TreeItemLabel = {
    label: `${lead}${words}${after}`,
    highlights: [[lead.length, lead.length + words.length]],
  };
  const item = new TreeItem(label, None);
  item.tooltip = new MarkdownString().appendText(`${before}${words}${after}`);
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Go to the place'),
    arguments: [uri, { selection: range, preserveFocus: true }],
  };
  item.accessibilityInformation = {
    label: l10n.t('Line {0}: {1}', range.start.line + 1, `${before}${words}${after}`),
  };
  return item;
}

function toMoreItem({ kind, left }: MoreNode): TreeItem {
  const item = new TreeItem(l10n.t('Show more ({0})', left), None);
  item.iconPath = new ThemeIcon('ellipsis');
  item.tooltip = l10n.t('Filter to find one of them sooner.');
  item.command = {
    command: 'newsmark.showMoreEntities',
    title: l10n.t('Show more ({0})', left),
    arguments: [kind],
  };
  return item;
}
