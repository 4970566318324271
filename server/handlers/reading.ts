import { codeLenses, resolveLens } from '../features/codeLenses.ts';
import { folds } from '../features/folding.ts';
import { highlights, linkedSpans } from '../features/highlights.ts';
import { hover } from '../features/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { documentLinks } from '../features/links.ts';
import { outline } from '../features/outline.ts';
import { selectionSpans } from '../features/selection.ts';
import { toHover } from '../protocol/hover.ts';
import { toLocation, toRange } from '../protocol/ranges.ts';
import {
  type HintKey,
  type LensKey,
  toCodeLens,
  toDocumentLink,
  toFoldingRange,
  toHighlight,
  toInlayHint,
  toSelectionRange,
} from '../protocol/reading.ts';
import { toDocumentSymbol } from '../protocol/symbols.ts';
import type { Session } from '../session.ts';

/** What an editor shows of an open article. */
export function answerReading({ connection, about, client, library, settingsOf }: Session): void {
  connection.onHover(
    about(
      ({ document, article }, { position }) =>
        toHover(document, hover(article, document.offsetAt(position)), client()),
      null,
    ),
  );
  connection.onDocumentSymbol(
    about(({ document, article }) => outline(article).map((node) => toDocumentSymbol(document, node)), []),
  );
  connection.onDocumentHighlight(
    about(
      ({ document, article }, { position }) =>
        highlights(article, document.offsetAt(position)).map((place) => toHighlight(document, place)),
      [],
    ),
  );
  connection.onSelectionRanges(
    about(
      ({ document, article }, { positions }) =>
        positions.map((position) =>
          toSelectionRange(document, selectionSpans(article, document.offsetAt(position)), position),
        ),
      [],
    ),
  );
  connection.onFoldingRanges(
    about(
      ({ document, article }) => folds(article).flatMap((fold) => toFoldingRange(document, fold) ?? []),
      [],
    ),
  );
  connection.onDocumentLinks(
    about(
      ({ document, article }) => documentLinks(article).map((link) => toDocumentLink(document, link)),
      [],
    ),
  );
  connection.languages.onLinkedEditingRange(
    about(({ document, article }, { position }) => {
      const spans = linkedSpans(article, document.offsetAt(position));
      return spans.length === 0 ? null : { ranges: spans.map((span) => toRange(document, span)) };
    }, null),
  );

  connection.languages.inlayHint.on(
    about(async ({ document, article }, { range }) => {
      const { inlayHints: wanted } = await settingsOf(document.uri);
      const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return inlayHints(article, within, wanted).map((hint) => toInlayHint(document, hint, false));
    }, []),
  );
  connection.languages.inlayHint.resolve(async (shown) => {
    const key = shown.data as HintKey;
    const opened = (await library()).open(key.uri);
    if (opened?.document.version !== key.version) return shown;
    const within = { start: key.offset - 1, end: key.offset };
    const wanted = { name: false, date: false, speaker: false, [key.kind]: true };
    const hint = inlayHints(opened.article, within, wanted).find(({ offset }) => offset === key.offset);
    return hint ? toInlayHint(opened.document, hint, true) : shown;
  });

  connection.onCodeLens(
    about(async ({ document, article }) => {
      const { codeLenses: wanted } = await settingsOf(document.uri);
      return wanted ? codeLenses(article).map((lens) => toCodeLens(document, lens)) : [];
    }, []),
  );
  connection.onCodeLensResolve(async (lens) => {
    const key = lens.data as LensKey;
    const opened = (await library()).open(key.uri);
    if (!opened) return { ...lens, command: { title: '', command: '' } };
    const { document, article } = opened;
    const { title, places } = resolveLens(article, key);
    const leads = client().commands && 0 < places.length;
    const locations = places.map((place) => toLocation(document, place));
    return {
      ...lens,
      command: leads
        ? {
            title,
            command: 'newsmark.showReferences',
            arguments: [document.uri, lens.range.start, locations],
          }
        : { title, command: '' },
    };
  });
}
