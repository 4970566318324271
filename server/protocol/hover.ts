import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client.ts';
import type { Fact, Hover as HoverData, Link } from '../features/hover.ts';
import type { Span } from '../text/span.ts';
import { toRange } from './ranges.ts';

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
    `*${whyOf(hover)}:* ${escapeMarkdown(hover.evidence)}`,
    links.join(' · '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function toPlainText(document: TextDocument, hover: HoverData): string {
  const facts = hover.facts.map(({ label, text }) => `${label}: ${text}`);
  const links = hover.links.map(({ label, span }: Link) => `${label}: ${lineOf(document, span)}`);
  return [hover.heading, ...facts, `${whyOf(hover)}: ${hover.evidence}`, ...links].join('\n');
}

function whyOf({ unmarked }: HoverData): string {
  return unmarked ? 'Not marked because' : 'Marked because';
}

function lineOf(document: TextDocument, { start }: Span): string {
  return `line ${document.positionAt(start).line + 1}`;
}

/** A command link where the client runs it, else a file link with line and column, as editors read it. */
function toAddress(document: TextDocument, { start }: Span, { commands }: Client): string {
  const { line, character } = document.positionAt(start);
  if (!commands) return `${document.uri}#L${line + 1},${character + 1}`;
  return `command:newsmark.goTo?${encodeURIComponent(JSON.stringify([document.uri, line, character]))}`;
}

function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_{}[\]()#+!<>|~&$-]/gu, '\\$&').replace(/\s+/gu, ' ');
}
