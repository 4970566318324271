import {
  type CodeAction,
  CodeActionKind,
  ErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { completions, describeCompletion } from '../features/completions.ts';
import type { Fix, FullNames } from '../features/fixes/fix.ts';
import { fixesOf, safeFixes } from '../features/fixes/fixes.ts';
import type { Problem } from '../features/problems/problem.ts';
import { findProblems } from '../features/problems/problems.ts';
import { prepareRename, rename } from '../features/rename.ts';
import type { Folder } from '../folder/folder.ts';
import type { OpenArticle } from '../library.ts';
import { toDiagnostic } from '../protocol/diagnostics.ts';
import { toRange } from '../protocol/ranges.ts';
import {
  type CompletionKey,
  FIX_ALL,
  type FixKey,
  toCodeAction,
  toCompletionItem,
  toWorkspaceEdit,
} from '../protocol/writing.ts';
import type { Session } from '../session.ts';
import { overlaps } from '../text/span.ts';

/** What changes a text, or helps to write it. */
export function answerWriting({ connection, about, client, library, settingsOf }: Session): void {
  connection.onPrepareRename(
    about<TextPosition, PrepareRenameResult | null>(({ document, article }, { position }) => {
      const found = prepareRename(article, document.offsetAt(position));
      return found ? { range: toRange(document, found.span), placeholder: found.name } : null;
    }, null),
  );
  connection.onRenameRequest(
    about<TextPosition & { newName: string }, WorkspaceEdit | null>(
      ({ document, article }, { position, newName }) => {
        const replacements = rename(article, document.offsetAt(position), newName);
        if (replacements.length === 0)
          throw new ResponseError(ErrorCodes.InvalidRequest, 'Only a person can be given another name.');
        return toWorkspaceEdit(document, replacements);
      },
      null,
    ),
  );

  connection.onCompletion(
    about(async ({ document, article }, { position }) => {
      const folder = (await library()).folder();
      const elsewhere = { people: folder.subjects('person'), countries: folder.subjects('country') };
      return completions(article, document.offsetAt(position), elsewhere).map((completion, i) =>
        toCompletionItem(document, completion, i),
      );
    }, []),
  );
  connection.onCompletionResolve(async (item) => {
    const key = item.data as CompletionKey;
    const opened = (await library()).open(key.uri);
    if (!opened) return item;
    return { ...item, documentation: describeCompletion(opened.article, { ...key, label: item.label }) };
  });

  connection.onCodeAction(
    about(async (open, { range, context }) => {
      const { document, article } = open;
      const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const { problems: levels } = await settingsOf(document.uri);
      const wants = (kind: string): boolean =>
        !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const fullNames = await fullNamesOf();
      const actions: CodeAction[] = [];
      const problems = findProblems(article);
      if (wants(CodeActionKind.QuickFix))
        for (const problem of problems) {
          if (!overlaps(problem, { start: within.start, end: Math.max(within.end, within.start + 1) }))
            continue;
          const diagnostic = toDiagnostic(document, problem, levels[problem.code], client());
          if (!diagnostic) continue;
          for (const [index, fix] of fixesOf(article, problem, fullNames).entries()) {
            const action = toCodeAction(fix, diagnostic, keyOf(open, problem, index));
            actions.push(client().resolves.codeActions ? action : { ...action, edit: editOf(open, fix) });
          }
          if (problem.code === 'no-publication-date' && client().commands) {
            const title = 'Set the publication date';
            const command = { title, command: 'newsmark.setPublicationDate' };
            actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command });
          }
        }
      if (context.only && wants(FIX_ALL)) {
        const fixes = safeFixes(article, problems, fullNames);
        if (0 < fixes.length) {
          const edit = toWorkspaceEdit(document, fixes);
          actions.push({ title: 'Repair what needs no look', kind: FIX_ALL, edit });
        }
      }
      return actions;
    }, []),
  );
  connection.onCodeActionResolve(async (action) => {
    const key = action.data as FixKey | undefined;
    const opened = key && (await library()).open(key.uri);
    if (!key || opened?.document.version !== key.version) return action;
    const problem = findProblems(opened.article).find(
      ({ code, start }) => code === key.code && start === key.start,
    );
    const fix = problem && fixesOf(opened.article, problem, await fullNamesOf())[key.index];
    return fix ? { ...action, edit: editOf(opened, fix) } : action;
  });

  /** The full names of the folder by their last and first words. */
  async function fullNamesOf(): Promise<FullNames> {
    const folder: Folder = (await library()).folder();
    return (surname) => {
      const wanted = surname.toLowerCase();
      const names = folder.subjects('person').map(({ name }) => name);
      const full = names.filter((name) => {
        const parts = name.toLowerCase().split(/\s+/u);
        return 1 < parts.length && (parts.at(-1) === wanted || parts[0] === wanted);
      });
      return full.slice(0, 5);
    };
  }
}

interface TextPosition {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

function keyOf({ document }: OpenArticle, { code, start }: Problem, index: number): FixKey {
  return { uri: document.uri, version: document.version, code, start, index };
}

function editOf({ document }: OpenArticle, { replacements }: Fix): WorkspaceEdit {
  return toWorkspaceEdit(document, replacements);
}
