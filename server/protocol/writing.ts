import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion } from '../features/completions.ts';
import type { Fix } from '../features/fixes/fix.ts';
import type { ProblemCode } from '../features/problems/problem.ts';
import type { Replacement } from '../features/publicationEdit.ts';
import { toRange, toTextEdit } from './ranges.ts';

/** The kind of the action that puts everything right that needs no look. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.newsmark`;

/** Replacements in one document. */
export function toWorkspaceEdit(document: TextDocument, replacements: readonly Replacement[]): WorkspaceEdit {
  return { changes: { [document.uri]: replacements.map((each) => toTextEdit(document, each)) } };
}

/** What can be written at the cursor; more is told of it when it is looked at. */
export function toCompletionItem(
  document: TextDocument,
  { kind, label, detail, replaces, source }: Completion,
  place: number,
): CompletionItem {
  return {
    label,
    detail,
    kind: COMPLETION_KINDS[kind],
    sortText: String(place).padStart(5, '0'),
    textEdit: { range: toRange(document, replaces), newText: label },
    data: { uri: document.uri, kind, source } satisfies CompletionKey,
  };
}

/** What names a completion between its being listed and its being looked at. */
export interface CompletionKey extends Pick<Completion, 'kind' | 'source'> {
  readonly uri: string;
}

const COMPLETION_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  person: CompletionItemKind.Class,
  country: CompletionItemKind.Module,
  date: CompletionItemKind.Event,
  key: CompletionItemKind.Property,
};

/** A way to put a problem right, whose edit is made when it is chosen. */
export function toCodeAction(fix: Fix, diagnostic: Diagnostic, key: FixKey): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.safe && { isPreferred: true }),
    data: key,
  };
}

/** What names a fix between its being offered and its being chosen. */
export interface FixKey {
  readonly uri: string;
  readonly version: number;
  readonly code: ProblemCode;
  readonly start: number;
  /** Which of the problem's fixes. */
  readonly index: number;
}
