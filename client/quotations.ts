import { DecorationRangeBehavior, Disposable, ThemeColor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { QuotationRange } from '../server/requests/article.ts';
import { ask, followArticles } from './articles.ts';

/** The line tells the kinds apart where colour does not. */
const LINES: Readonly<Record<QuotationRange['kind'], string>> = {
  direct: 'solid',
  mixed: 'dashed',
  indirect: 'dotted',
};

/**
 * Draws a fine line under the quotations of the visible articles. Semantic tokens cannot: they neither overlap nor
 * cross lines, and a quotation does both.
 */
export function decorateQuotations(client: BaseLanguageClient): Disposable {
  const kinds = Object.keys(LINES) as QuotationRange['kind'][];
  const decorations = kinds.map((kind) => ({ kind, type: createDecoration(kind) }));
  const following = followArticles(client, async (document) => {
    const { version } = document;
    const quotations = await ask(client, 'newsmark/quotations', document, {});
    // Lines drawn before move with the text; those of an older version would stand beside it.
    if (document.version !== version) return;
    const toRange = client.protocol2CodeConverter.asRange;
    for (const editor of window.visibleTextEditors.filter((visible) => visible.document === document))
      for (const { kind, type } of decorations)
        editor.setDecorations(
          type,
          quotations.filter((quotation) => quotation.kind === kind).map(({ range }) => toRange(range)),
        );
  });
  return Disposable.from(following, ...decorations.map(({ type }) => type));
}

function createDecoration(kind: QuotationRange['kind']) {
  return window.createTextEditorDecorationType({
    borderColor: new ThemeColor(`newsmark.quotation.${kind}`),
    borderStyle: LINES[kind],
    borderWidth: '0 0 1px 0',
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
}
