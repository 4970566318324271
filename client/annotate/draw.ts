import {
  type DecorationOptions,
  type DecorationRenderOptions,
  Disposable,
  l10n,
  MarkdownString,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Marks, ShownMark } from '../../server/requests/marks.ts';
import { ask, followArticles, isArticle } from '../articles.ts';
import { LOOKS, type Look } from './looks.ts';

/** The marks as they are drawn: those of the visible lines alone, however many the article has. */
export interface DrawnMarks {
  /** Asks for the marks of a document again. */
  refresh(document: TextDocument): void;
  dispose(): void;
}

/** Draws the marks of the visible articles but hidden ones, suggestions only while `showsSuggestions`; `tell` hears of each answer. */
export function drawMarks(
  client: BaseLanguageClient,
  showsSuggestions: () => boolean,
  isHidden: (document: TextDocument) => boolean,
  titleOf: (document: TextDocument, kind: string) => string,
  tell: (document: TextDocument, marks: Marks) => void,
): DrawnMarks {
  const drawings = (Object.keys(LOOKS) as (keyof typeof LOOKS)[]).flatMap((look) => [
    { look, isQuote: false, type: window.createTextEditorDecorationType(boxed(LOOKS[look])) },
    { look, isQuote: true, type: window.createTextEditorDecorationType(underlined(LOOKS[look])) },
  ]);

  const following = followArticles(client, async (document) => {
    const editors = window.visibleTextEditors.filter((editor) => editor.document === document);
    const ranges = editors
      .flatMap(({ visibleRanges }) => visibleRanges)
      .map((range) => client.code2ProtocolConverter.asRange(range));
    const { version } = document;
    const answer = await ask(client, 'newsmark/marks', document, { ranges });
    tell(document, answer);
    if (document.version !== version) return;
    const marks = isHidden(document) ? [] : answer.marks;
    for (const editor of editors) draw(editor, marks);
  });

  function draw(editor: TextEditor, marks: readonly ShownMark[]): void {
    const isJudged = ({ state }: ShownMark): boolean => state !== 'suggestion' && state !== 'withheld';
    const shown = showsSuggestions() ? marks : marks.filter(isJudged);
    for (const { look, isQuote, type } of drawings)
      editor.setDecorations(
        type,
        shown
          .filter((mark) => lookOf(mark) === look && (mark.kind === 'quote') === isQuote)
          .map((mark) => toDecoration(client, mark, titleOf(editor.document, mark.kind))),
      );
  }

  const disposable = Disposable.from(
    following,
    window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
      if (isArticle(document)) following.look(document);
    }),
    ...drawings.map(({ type }) => type),
  );
  return { refresh: following.look, dispose: () => disposable.dispose() };
}

function lookOf({ state, unsure }: ShownMark): keyof typeof LOOKS {
  return unsure ? 'unsure' : state;
}

function toDecoration(client: BaseLanguageClient, mark: ShownMark, kind: string): DecorationOptions {
  const range = client.protocol2CodeConverter.asRange(mark.range);
  // What was found says why by itself, and so does what a rule has added to it or withheld.
  if (mark.state === 'suggestion' || mark.state === 'withheld') return { range };
  const hover = new MarkdownString();
  hover.appendText(`${stateInWords(mark)}: ${kind}${mark.value ? `, ${mark.value}` : ''}`);
  if (mark.annotator) hover.appendText(` (${mark.annotator})`);
  if (mark.note) hover.appendMarkdown('\n\n').appendText(mark.note);
  return { range, hoverMessage: hover };
}

/** What an annotator said of a mark, in words. */
function stateInWords({ state, unsure }: ShownMark): string {
  const words = {
    suggestion: l10n.t('suggested'),
    withheld: l10n.t('not suggested'),
    accepted: l10n.t('accepted'),
    corrected: l10n.t('corrected'),
    added: l10n.t('added'),
    rejected: l10n.t('rejected'),
  }[state];
  return unsure ? l10n.t('{0}, unsure', words) : words;
}

/** A kind of mark in words; kinds of a folder's own scheme stand for themselves. */
export function kindInWords(kind: string): string {
  switch (kind) {
    case 'person':
      return l10n.t('person');
    case 'country':
      return l10n.t('country');
    case 'date':
      return l10n.t('date');
    case 'quote':
      return l10n.t('quotation');
    default:
      return kind;
  }
}

function boxed(look: Look): DecorationRenderOptions {
  const color = new ThemeColor(`newsmark.mark.${look.color}`);
  return {
    ...(look.line && {
      borderColor: color,
      borderStyle: look.line,
      borderWidth: look.line === 'double' ? '3px' : '1px',
      borderRadius: '3px',
    }),
    ...signed(look, color),
  };
}

/** A quotation runs over lines, so it has no box. */
function underlined(look: Look): DecorationRenderOptions {
  const color = new ThemeColor(`newsmark.mark.${look.color}`);
  return {
    ...(look.line && {
      borderColor: color,
      borderStyle: look.line,
      borderWidth: look.line === 'double' ? '0 0 3px 0' : '0 0 2px 0',
    }),
    ...signed(look, color),
  };
}

function signed({ sign, struck }: Look, color: ThemeColor): DecorationRenderOptions {
  return {
    ...(struck && { textDecoration: 'line-through', opacity: '0.7' }),
    ...(sign && { after: { contentText: sign, color, margin: '0 0 0 1px' } }),
  };
}
