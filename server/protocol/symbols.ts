import {
  type CallHierarchyItem,
  type DocumentSymbol,
  type Range,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OutlineNode } from '../features/outline.ts';
import { stateOf } from '../features/states.ts';
import type { Voice } from '../folder/calls.ts';
import type { FolderPlace } from '../folder/folder.ts';
import { fileNameOf } from '../folder/indexing.ts';
import type { FolderSymbol } from '../folder/search.ts';
import { toRange } from './ranges.ts';

/** A line of the outline with those below it. */
export function toDocumentSymbol(document: TextDocument, node: OutlineNode): DocumentSymbol {
  return {
    name: node.name || '…',
    detail: node.detail,
    kind: SYMBOL_KINDS[node.kind],
    range: toRange(document, node),
    selectionRange: toRange(document, node.selection),
    children: node.children.map((child) => toDocumentSymbol(document, child)),
  };
}

const SYMBOL_KINDS: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  group: SymbolKind.Namespace,
  person: SymbolKind.Class,
  country: SymbolKind.Module,
  date: SymbolKind.Event,
  speaker: SymbolKind.Class,
  mention: SymbolKind.Field,
  quotation: SymbolKind.String,
};

/** Something that a search over the folder found; its range is told when it is chosen. */
export function toWorkspaceSymbol(symbol: FolderSymbol): WorkspaceSymbol {
  const { kind, uri, name, mentions, start, end } = symbol;
  const file = fileNameOf(uri);
  const shown = kind === 'country' ? stateOf(name).name : name;
  return {
    name: shown,
    kind: SYMBOL_KINDS[kind],
    containerName: `${file} · ${mentions === 1 ? '1 mention' : `${mentions} mentions`}`,
    location: { uri },
    data: { uri, start, end } satisfies FolderPlace,
  };
}

/** Somebody who speaks or is spoken about, as an item of a call hierarchy. */
export function toCallItem({ uri, name, start, end }: Voice, range: Range): CallHierarchyItem {
  return {
    name,
    kind: SymbolKind.Class,
    detail: fileNameOf(uri),
    uri,
    range,
    selectionRange: range,
    data: { uri, name, start, end } satisfies Voice,
  };
}
