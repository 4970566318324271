import { DataTransferItem, type TreeDragAndDropController } from 'vscode';
import { type EntityNode, type MentionNode, type RowNode, rowOf } from './entityNodes.ts';

/** What a drop means. */
export interface EntityDrops {
  /** A person is the person of another name. */
  merge(from: RowNode, into: string): Promise<void>;
  /** Single mentions are of the person of a name; of somebody new where none is given. */
  split(mentions: readonly MentionNode[], into: string | undefined): Promise<void>;
}

/** Trees hand what is dragged to themselves alone under this name. */
const OWN = 'application/vnd.code.tree.newsmark.entities';

/** Merges people that are dropped on another, and splits off mentions that are dropped on another or on the group. */
export function createEntityDrag(drops: EntityDrops): TreeDragAndDropController<EntityNode> {
  return {
    dragMimeTypes: [OWN],
    dropMimeTypes: [OWN],
    handleDrag(nodes, data) {
      const people = nodes.filter(isOfPerson);
      if (people.length > 0) data.set(OWN, new DataTransferItem(people));
    },
    async handleDrop(target, data) {
      const dragged: unknown = data.get(OWN)?.value;
      if (!Array.isArray(dragged) || !target) return;
      const nodes = dragged as readonly (RowNode | MentionNode)[];
      const into = nameAt(target);
      const mentions = nodes.filter((node) => node.type === 'mention');
      if (mentions.length > 0 && (into !== undefined || isGroupOfPeople(target)))
        await drops.split(mentions, into);
      for (const node of nodes)
        if (node.type === 'row' && into !== undefined && node.row.name !== into)
          await drops.merge(node, into);
    },
  };
}

function isOfPerson(node: EntityNode): node is RowNode | MentionNode {
  if (node.type === 'row') return node.row.kind === 'person';
  return node.type === 'mention' && rowOf(node).kind === 'person';
}

/** The person that a node belongs to. */
function nameAt(node: EntityNode): string | undefined {
  switch (node.type) {
    case 'row':
      return node.row.kind === 'person' ? node.row.name : undefined;
    case 'article':
      return nameAt(node.parent);
    case 'mention':
      return nameAt(node.parent);
    case 'group':
    case 'more':
      return undefined;
  }
}

function isGroupOfPeople(node: EntityNode): boolean {
  return node.type === 'group' && node.kind === 'person';
}
