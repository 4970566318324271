import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { FolderLexicon } from '../annotations/lexicon/rules.ts';

/** The lines of a lexicon that are no rules, as diagnostics. */
export function toLexiconDiagnostics({ problems }: FolderLexicon, text: string): Diagnostic[] {
  const lines = text.split(/\r?\n/u);
  return problems.map(({ line, reason }) => ({
    range: {
      start: { line: line - 1, character: 0 },
      end: { line: line - 1, character: lines[line - 1]?.length ?? 0 },
    },
    severity: DiagnosticSeverity.Warning,
    code: 'no-rule',
    source: 'newsmark',
    message: reason,
  }));
}
