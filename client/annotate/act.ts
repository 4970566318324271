import { l10n, type Range, Selection, type TextDocument, TextEditorRevealType, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Act } from '../../server/annotations/acts/act.ts';
import { activeArticle, ask } from '../articles.ts';
import type { Schemes } from './schemes.ts';
import type { ActsUndo, Undoable } from './undo.ts';

/** What the commands of annotators need. */
export interface Annotating {
  readonly client: BaseLanguageClient;
  readonly undo: ActsUndo;
  readonly schemes: Schemes;
  /** Draws the marks of an article again. */
  readonly refresh: (document: TextDocument) => void;
}

export interface ActOptions {
  /** Goes on to the next suggestion afterwards. */
  readonly advance?: boolean;
  /** Also what is like it in the other articles of the folder. */
  readonly inFolder?: boolean;
  /** It becomes a rule of the folder's lexicon. */
  readonly teach?: boolean;
}

/** Does an act at every selection of the article in front, as one step of undo. */
export async function doAct(
  annotating: Annotating,
  act: Act,
  { advance = false, inFolder = false, teach = false }: ActOptions = {},
): Promise<void> {
  const { client, undo } = annotating;
  const editor = activeArticle();
  if (!editor) return;
  const { document, selections } = editor;
  const { number, places, marks, articles, rules } = await ask(client, 'newsmark/act', document, {
    act,
    selections: selections.map((selection) => client.code2ProtocolConverter.asRange(selection)),
    inFolder,
    teach,
  });
  if (number === undefined) {
    window.setStatusBarMessage(l10n.t('Newsmark: nothing to do here'), 2000);
    return;
  }
  if (rules.length > 0)
    window.setStatusBarMessage(
      l10n.t('Newsmark: the folder’s lexicon now says “{0}”', rules.join('”, “')),
      8000,
    );
  else if (articles > 1)
    window.setStatusBarMessage(l10n.t('Newsmark: {0} marks in {1} articles', marks, articles), 5000);
  const [place] = places.map((range) => client.protocol2CodeConverter.asRange(range));
  await undo.push(editor, toUndoable(annotating, document, number));
  if (advance && selections.length === 1) await goToSuggestion(client, 1);
  else if (place && act.kind === 'resize') show(place);
}

/** What takes an act back by its number, and does it again, seen from the article where it was done. */
export function toUndoable(
  { client, refresh }: Pick<Annotating, 'client' | 'refresh'>,
  document: TextDocument,
  number: number,
): Undoable {
  const askTo = (method: 'newsmark/undoAct' | 'newsmark/redoAct') => () =>
    ask(client, method, document, { number }).then(() => refresh(document));
  return { undo: askTo('newsmark/undoAct'), redo: askTo('newsmark/redoAct') };
}

/** Selects the next (1) or previous (-1) suggestion of the article in front. */
export async function goToSuggestion(client: BaseLanguageClient, direction: 1 | -1): Promise<void> {
  const editor = activeArticle();
  if (!editor) return;
  const range = client.code2ProtocolConverter.asRange(editor.selection);
  const next = await ask(client, 'newsmark/nextSuggestion', editor.document, { range, direction });
  if (next) show(client.protocol2CodeConverter.asRange(next));
  else window.setStatusBarMessage(l10n.t('Newsmark: no suggestion is left in this article'), 4000);
}

function show(range: Range): void {
  const editor = activeArticle();
  if (!editor) return;
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
