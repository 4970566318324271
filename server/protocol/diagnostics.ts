import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client.ts';
import type { Problem, Severity } from '../features/problems/problem.ts';
import type { ProblemSummary, Summary } from '../folder/summary.ts';
import { toFolderRange, toLocation, toRange } from './ranges.ts';

/** A problem as a diagnostic; undefined where its severity is `off`. */
export function toDiagnostic(
  document: TextDocument,
  problem: Problem,
  severity: Severity,
  client: Client,
): Diagnostic | undefined {
  const diagnostic = describe(problem, toRange(document, problem), severity, client);
  const related = client.relatedInformation ? (problem.related ?? []) : [];
  if (!diagnostic || related.length === 0) return diagnostic;
  const relatedInformation = related.map((place) => ({
    location: toLocation(document, place),
    message: place.message,
  }));
  return { ...diagnostic, relatedInformation };
}

/** The same of an article that is not open. */
export function toFolderDiagnostic(
  problem: ProblemSummary,
  summary: Summary,
  severity: Severity,
  client: Client,
): Diagnostic | undefined {
  return describe(problem, toFolderRange(problem, summary), severity, client);
}

function describe(
  { code, message }: ProblemSummary,
  range: Range,
  severity: Severity,
  { documentation }: Client,
): Diagnostic | undefined {
  if (severity === 'off') return undefined;
  const href = documentation[code];
  return {
    range,
    severity: SEVERITIES[severity],
    code,
    ...(href !== undefined && { codeDescription: { href } }),
    source: 'newsmark',
    message,
  };
}

const SEVERITIES: Readonly<Record<Exclude<Severity, 'off'>, DiagnosticSeverity>> = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};
