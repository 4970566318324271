import {
  type DecorationOptions,
  Disposable,
  l10n,
  MarkdownString,
  type Range,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Adjudication, AdjudicationPoint } from '../../server/requests/layers.ts';
import { kindInWords } from '../annotate/draw.ts';

/** Draws the layers of an article beside each other: each has a line of its own place and shape, above or below the words. */
export interface DrawnLayers {
  draw(editor: TextEditor, adjudication: Adjudication, current: AdjudicationPoint | undefined): void;
  clear(editor: TextEditor): void;
  dispose(): void;
}

/** Characters of a line that fills much of an editor. */
const LONG = 1000;

/** The drawing, nothing at first. */
export function drawLayers(client: BaseLanguageClient): DrawnLayers {
  const line = (color: string, borderStyle: string, borderWidth: string) =>
    window.createTextEditorDecorationType({ borderColor: new ThemeColor(color), borderStyle, borderWidth });
  const layers = [
    line('newsmark.layer.first', 'solid', '2px 0 0 0'),
    line('newsmark.layer.second', 'dashed', '0 0 2px 0'),
    line('newsmark.layer.other', 'dotted', '0 0 2px 0'),
  ] as const;
  const taken = window.createTextEditorDecorationType({
    borderColor: new ThemeColor('newsmark.mark.accepted'),
    borderStyle: 'solid',
    borderWidth: '1px',
    borderRadius: '3px',
    after: { contentText: '✓', color: new ThemeColor('newsmark.mark.accepted') },
  });
  const refused = window.createTextEditorDecorationType({
    textDecoration: 'line-through',
    opacity: '0.7',
    after: { contentText: '✗', color: new ThemeColor('newsmark.mark.rejected') },
  });
  const here = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
  });
  const all = [...layers, taken, refused, here];
  const asRange = (range: NonNullable<AdjudicationPoint['readings'][number]['range']>): Range =>
    client.protocol2CodeConverter.asRange(range);

  function readingsOf({ points }: Adjudication, shows: (reading: number) => boolean): DecorationOptions[] {
    return points
      .filter(({ state }) => state === 'open')
      .flatMap((point) =>
        point.readings.flatMap(({ range }, i) =>
          range && shows(i) ? { range: asRange(range), hoverMessage: toHover(point) } : [],
        ),
      );
  }

  function decidedOf({ points }: Adjudication, isRejected: boolean): DecorationOptions[] {
    return points
      .filter(({ state }) => state === 'decided')
      .flatMap((point) =>
        point.taken
          .filter((mark) => mark.isRejected === isRejected)
          .map(({ range }) => ({ range: asRange(range), hoverMessage: toHover(point) })),
      );
  }

  /** The lenses above a line are out of sight where the line is long: there the place has a label. */
  function toPlace(document: TextDocument, point: AdjudicationPoint): DecorationOptions {
    const range = asRange(point.range);
    if (document.lineAt(range.start.line).text.length < LONG) return { range };
    const color = new ThemeColor('editorCodeLens.foreground');
    const after = { color, margin: '0 0.5em', fontStyle: 'italic', contentText: labelOf(point) };
    return { range, renderOptions: { after } };
  }

  return {
    draw(editor, adjudication, current) {
      editor.setDecorations(
        layers[0],
        readingsOf(adjudication, (reading) => reading === 0),
      );
      editor.setDecorations(
        layers[1],
        readingsOf(adjudication, (reading) => reading === 1),
      );
      editor.setDecorations(
        layers[2],
        readingsOf(adjudication, (reading) => 1 < reading),
      );
      editor.setDecorations(taken, decidedOf(adjudication, false));
      editor.setDecorations(refused, decidedOf(adjudication, true));
      editor.setDecorations(here, current ? [toPlace(editor.document, current)] : []);
    },
    clear(editor) {
      for (const type of all) editor.setDecorations(type, []);
    },
    dispose: () => Disposable.from(...all).dispose(),
  };
}

/** What each layer has at a point, in a line: `1 anna: person · 2 ben: –`. */
export function inWords({ readings }: AdjudicationPoint): string {
  return readings.map((reading, i) => `${i + 1} ${readingInWords(reading)}`).join('  ·  ');
}

/** What a layer has at a point. */
export function readingInWords({ annotator, kind, says }: AdjudicationPoint['readings'][number]): string {
  const said = kind === undefined ? '–' : `${kindInWords(kind)} ${shorten(says ?? '', 90)}`;
  return `${annotatorInWords(annotator)}: ${said}`;
}

/** The same as short as it can be said beside the words: what the layers differ in. */
function labelOf({ readings, differences }: AdjudicationPoint): string {
  return readings
    .map(({ annotator, kind, attributes = {}, words = '' }, i) => {
      const values = Object.values(attributes).join(', ');
      const said = [
        kind === undefined ? '–' : kindInWords(kind),
        ...(differences.includes('span') && words !== '' ? [`“${shorten(words, 30)}”`] : []),
        ...(values === '' || differences.includes('missing') ? [] : [`(${shorten(values, 30)})`]),
      ];
      return `${i + 1} ${annotatorInWords(annotator)}: ${said.join(' ')}`;
    })
    .join(' · ');
}

function annotatorInWords(annotator: string): string {
  return annotator === '' ? l10n.t('(no name)') : annotator;
}

function toHover(point: AdjudicationPoint): MarkdownString {
  const hover = new MarkdownString();
  for (const { annotator, kind, says } of point.readings) {
    const said = kind === undefined ? '–' : `${kindInWords(kind)} ${says}`;
    hover.appendText(`${annotatorInWords(annotator)}: ${said}`).appendMarkdown('\n\n');
  }
  for (const { kind, says, isRejected, decidedBy } of point.taken) {
    const mark = `${kindInWords(kind)} ${says}`;
    hover.appendText(
      isRejected
        ? l10n.t('{0} has taken nothing.', decidedBy)
        : l10n.t('{0} has taken: {1}', decidedBy, mark),
    );
  }
  return hover;
}

function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= most ? line : `${line.slice(0, most / 2)} … ${line.slice(-most / 3)}`;
}
