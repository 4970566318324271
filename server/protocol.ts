import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Hover,
  type Location,
  MarkupKind,
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article, Quotation } from './analysis/types.ts';
import type { Client } from './client.ts';
import { groupBy } from './features/group.ts';
import type { Fact, Hover as HoverData, Link } from './features/hover.ts';
import type { OutlineNode } from './features/outline.ts';
import type { Problem, Severity } from './features/problems/problem.ts';
import type { Replacement } from './features/publicationEdit.ts';
import { type ColouredSpan, TOKEN_MODIFIERS, TOKEN_TYPES } from './features/tokens.ts';
import type { QuotationRange, Summary } from './requests.ts';
import type { Span } from './text/span.ts';

/** A span as a range of lines and UTF-16 characters. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** A span of a document as a place. */
export function toLocation(document: TextDocument, span: Span): Location {
  return { uri: document.uri, range: toRange(document, span) };
}

/** A replacement as an edit. */
export function toTextEdit(document: TextDocument, { span, words }: Replacement): TextEdit {
  return { range: toRange(document, span), newText: words };
}

/** Hovers as one, the first one's span in front; null where there are none. */
export function toHover(document: TextDocument, hovers: readonly HoverData[], client: Client): Hover | null {
  const [first] = hovers;
  if (!first) return null;
  const write = client.markdown ? toMarkdown : toPlainText;
  const value = hovers
    .map((hover) => write(document, hover, client))
    .join(client.markdown ? '\n\n---\n\n' : '\n\n');
  const kind = client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value }, range: toRange(document, first.span) };
}

function toMarkdown(document: TextDocument, hover: HoverData, client: Client): string {
  const facts = hover.facts.map(({ label, text }: Fact) => `${label}: ${escapeMarkdown(text)}`);
  const links = hover.links.map(
    ({ label, span }) => `[${label}](${toAddress(document, span, client)} "${lineOf(document, span)}")`,
  );
  return [
    `**${escapeMarkdown(hover.heading)}**`,
    facts.join('  \n'),
    `*Marked because:* ${escapeMarkdown(hover.evidence)}`,
    links.join(' · '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function toPlainText(document: TextDocument, hover: HoverData): string {
  const facts = hover.facts.map(({ label, text }) => `${label}: ${text}`);
  const links = hover.links.map(({ label, span }: Link) => `${label}: ${lineOf(document, span)}`);
  return [hover.heading, ...facts, `Marked because: ${hover.evidence}`, ...links].join('\n');
}

function lineOf(document: TextDocument, { start }: Span): string {
  return `line ${document.positionAt(start).line + 1}`;
}

/** A command link where the client runs it, else a file link with line and column, as editors read it. */
function toAddress(document: TextDocument, { start }: Span, { commandLinks }: Client): string {
  const { line, character } = document.positionAt(start);
  if (!commandLinks) return `${document.uri}#L${line + 1},${character + 1}`;
  return `command:newsmark.goTo?${encodeURIComponent(JSON.stringify([document.uri, line, character]))}`;
}

function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_{}[\]()#+!<>|~&$-]/gu, '\\$&').replace(/\s+/gu, ' ');
}

/** A problem as a diagnostic; undefined where its severity is `off`. */
export function toDiagnostic(
  document: TextDocument,
  problem: Problem,
  severity: Severity,
  client: Client,
): Diagnostic | undefined {
  if (severity === 'off') return undefined;
  const related = client.relatedInformation ? (problem.related ?? []) : [];
  return {
    range: toRange(document, problem),
    severity: SEVERITIES[severity],
    code: problem.code,
    codeDescription: { href: `${client.documentation}#problem-${problem.code}` },
    source: 'newsmark',
    message: problem.message,
    ...(related.length > 0 && {
      relatedInformation: related.map((place) => ({
        location: toLocation(document, place),
        message: place.message,
      })),
    }),
  };
}

const SEVERITIES: Readonly<Record<Exclude<Severity, 'off'>, DiagnosticSeverity>> = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};

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

/** The coloured stretches, in order of place, as the protocol's numbers. */
export function toSemanticTokens(document: TextDocument, spans: readonly ColouredSpan[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { start, end, type, modifiers } of spans) {
    const { line, character } = document.positionAt(start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    builder.push(line, character, end - start, TOKEN_TYPES.indexOf(type), bits);
  }
  return builder.build();
}

/** A quotation as the client draws it. */
export function toQuotationRange(document: TextDocument, quotation: Quotation): QuotationRange {
  return { range: toRange(document, quotation), kind: quotation.kind };
}

/** An article at a glance. */
export function toSummary({ publication, entities, countries, dates, quotations }: Article): Summary {
  return {
    publication: publication && { date: publication.date, source: publication.source },
    people: entities.length,
    countries: groupBy(countries, ({ code }) => code).size,
    dates: groupBy(dates, ({ value }) => value).size,
    quotations: quotations.length,
  };
}
