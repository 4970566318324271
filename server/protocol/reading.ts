import {
  type CodeLens,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  type Position,
  type SelectionRange,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeLens as LensData } from '../features/codeLenses.ts';
import type { Fold } from '../features/folding.ts';
import type { Highlight } from '../features/highlights.ts';
import type { InlayHint as HintData } from '../features/inlayHints.ts';
import type { DocumentLink as LinkData } from '../features/links.ts';
import type { Span } from '../text/span.ts';
import { toLocation, toRange } from './ranges.ts';

/** A place that belongs to what stands at the cursor. */
export function toHighlight(document: TextDocument, highlight: Highlight): DocumentHighlight {
  const kind = highlight.introduces ? DocumentHighlightKind.Write : DocumentHighlightKind.Text;
  return { range: toRange(document, highlight), kind };
}

/** Spans, each inside the next, as a chain from the smallest. */
export function toSelectionRange(
  document: TextDocument,
  spans: readonly Span[],
  position: Position,
): SelectionRange {
  let parent: SelectionRange | undefined;
  for (const span of [...spans].reverse())
    parent = { range: toRange(document, span), ...(parent && { parent }) };
  return parent ?? { range: { start: position, end: position } };
}

/** A fold by its first and last line; undefined where that is one line. */
export function toFoldingRange(document: TextDocument, fold: Fold): FoldingRange | undefined {
  const [startLine, endLine] = [document.positionAt(fold.start).line, document.positionAt(fold.end).line];
  if (endLine <= startLine) return undefined;
  const kind = fold.kind === 'front matter' ? FoldingRangeKind.Comment : FoldingRangeKind.Region;
  return { startLine, endLine, ...(fold.kind !== 'quotation' && { kind }) };
}

/** A hint behind a stretch of text; with `resolved` what it says when asked. */
export function toInlayHint(document: TextDocument, hint: HintData, resolved: boolean): InlayHint {
  const { uri, version } = document;
  const { kind, offset, label, source, tooltip } = hint;
  return {
    position: document.positionAt(offset),
    label:
      resolved && source
        ? [{ value: label, tooltip, location: toLocation(document, source) }]
        : [{ value: label }],
    paddingLeft: true,
    ...(resolved && { tooltip }),
    data: { uri, version, kind, offset } satisfies HintKey,
  };
}

/** What names a hint between its being shown and its being asked. */
export interface HintKey extends Pick<HintData, 'kind' | 'offset'> {
  readonly uri: string;
  readonly version: number;
}

/** A line above the text whose words are told when it comes into view. */
export function toCodeLens(document: TextDocument, { span, name }: LensData): CodeLens {
  const data: LensKey = { uri: document.uri, ...(name !== undefined && { name }) };
  return { range: toRange(document, span), data };
}

/** What names a lens between its being shown and its being told: no version, for after each act there is a new one. */
export interface LensKey extends Pick<LensData, 'name'> {
  readonly uri: string;
}

/** An address in the text. */
export function toDocumentLink(document: TextDocument, { span, target }: LinkData): DocumentLink {
  return { range: toRange(document, span), target };
}
