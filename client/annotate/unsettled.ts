import {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Act } from '../../server/annotations/acts/act.ts';
import type { Marks, UnsettledMark } from '../../server/requests/marks.ts';
import { LANGUAGE } from '../articles.ts';

/** The marks that are not sure of their places, as problems with quick fixes. */
export interface UnsettledMarks {
  tell(document: TextDocument, marks: Marks): void;
  dispose(): void;
}

/** Shows them; a quick fix runs the command `newsmark.act` with its act. */
export function showUnsettled(client: BaseLanguageClient): UnsettledMarks {
  const collection = languages.createDiagnosticCollection('newsmark.marks');
  const shown = new WeakMap<Diagnostic, UnsettledMark>();
  const fixes = languages.registerCodeActionsProvider(
    LANGUAGE,
    {
      provideCodeActions: (document, range) =>
        (collection.get(document.uri) ?? [])
          .filter((diagnostic) => diagnostic.range.intersection(range))
          .flatMap((diagnostic) => {
            const mark = shown.get(diagnostic);
            return mark ? fixesOf(document, diagnostic, mark) : [];
          }),
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );

  function fixesOf(document: TextDocument, diagnostic: Diagnostic, mark: UnsettledMark): CodeAction[] {
    const { id, role, places } = mark;
    const of = { id, ...(role !== undefined && { role }) };
    const taking = places.map((place, index) => {
      const range = client.protocol2CodeConverter.asRange(place);
      const title = l10n.t('Take “{0}” in line {1}', document.getText(range), range.start.line + 1);
      return toFix(title, diagnostic, { kind: 'settle', ...of, place: index });
    });
    // Of one that has been changed, keeping it is taking its place.
    const keeping =
      mark.state === 'changed'
        ? []
        : [toFix(l10n.t('Keep the mark without a place'), diagnostic, { kind: 'keep', id })];
    return [...taking, ...keeping, toFix(l10n.t('Drop the mark'), diagnostic, { kind: 'drop', ...of })];
  }

  const disposable = Disposable.from(collection, fixes);
  return {
    tell(document, { unsettled }) {
      collection.set(
        document.uri,
        unsettled.map((mark) => {
          const range = client.protocol2CodeConverter.asRange(mark.range);
          const diagnostic = new Diagnostic(range, inWords(mark), DiagnosticSeverity.Warning);
          diagnostic.source = 'newsmark';
          diagnostic.code = `mark-${mark.state}`;
          shown.set(diagnostic, mark);
          return diagnostic;
        }),
      );
    },
    dispose: () => disposable.dispose(),
  };
}

function toFix(title: string, diagnostic: Diagnostic, act: Act): CodeAction {
  const fix = new CodeAction(title, CodeActionKind.QuickFix);
  fix.command = { title, command: 'newsmark.act', arguments: [act] };
  fix.diagnostics = [diagnostic];
  return fix;
}

function inWords({ state, words }: UnsettledMark): string {
  switch (state) {
    case 'changed':
      return l10n.t('The marked words were “{0}”; they have been changed.', words);
    case 'ambiguous':
      return l10n.t('The marked words “{0}” stand in several places now.', words);
    case 'lost':
      return l10n.t('The marked words “{0}” are gone.', words);
  }
}
