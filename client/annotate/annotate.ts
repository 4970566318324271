import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Act } from '../../server/annotations/acts/act.ts';
import type { ShownMark } from '../../server/requests/marks.ts';
import { adjudicate } from '../adjudicate/adjudicate.ts';
import { activeArticle, ask } from '../articles.ts';
import type { ArticleFolder } from '../folder.ts';
import { type ActOptions, type Annotating, doAct, goToSuggestion, toUndoable } from './act.ts';
import { chooseOtherPerson, chooseSamePerson, chooseValue, writeNote } from './choose.ts';
import { drawMarks } from './draw.ts';
import { showKeys } from './keys.ts';
import { kindKeys, markByKey, markKind } from './kinds.ts';
import { createAnnotateMode } from './mode.ts';
import { offerActs } from './offers.ts';
import { followSchemes } from './schemes.ts';
import { createActsUndo } from './undo.ts';
import { showUnsettled } from './unsettled.ts';

/** The annotating of articles, until it is disposed. */
export interface Annotator {
  /** Lets the editor of an article take back an act that was done to it from elsewhere. */
  undoInEditor(editor: TextEditor, number: number): Promise<void>;
  dispose(): void;
}

/** Wires the annotate mode, its commands and the drawing of marks. */
export function annotate(
  context: ExtensionContext,
  client: BaseLanguageClient,
  folder: ArticleFolder,
): Annotator {
  const undo = createActsUndo();
  const mode = createAnnotateMode(refresh);
  const schemes = followSchemes(client);
  const unsettled = showUnsettled(client);
  const shown = new WeakMap<TextDocument, readonly ShownMark[]>();
  const drawn = drawMarks(
    client,
    () => mode.isOn(),
    // The layers are drawn there, and one of them may be one's own.
    (document) => adjudicating.isOn(document),
    schemes.titleOf,
    (document, marks) => {
      shown.set(document, marks.marks);
      mode.tell(document, marks.progress);
      unsettled.tell(document, marks);
    },
  );
  const annotating: Annotating = { client, undo, schemes, refresh: (document) => drawn.refresh(document) };
  const adjudicating = adjudicate(context, client, undo, refresh);

  function refresh(): void {
    for (const { document } of window.visibleTextEditors) drawn.refresh(document);
  }

  const command = (name: string, run: (argument: unknown) => unknown) => commands.registerCommand(name, run);
  const actCommand = (name: string, act: Act, options: ActOptions = {}) =>
    command(name, async () => {
      await doAct(annotating, act, options);
      refresh();
    });
  const next = { advance: true };

  const disposable = Disposable.from(
    undo,
    mode,
    drawn,
    unsettled,
    adjudicating,
    schemes,
    offerActs(client, (document) => shown.get(document) ?? [], schemes),
    client.onNotification('newsmark/marksChanged', refresh),
    folder.onChange(refresh),
    commands.registerCommand('newsmark.act', (act: Act) => doAct(annotating, act).then(refresh)),
    command('newsmark.annotate', async () => {
      await adjudicating.leave();
      await mode.set(true);
    }),
    command('newsmark.leaveAnnotating', () => mode.set(false)),
    command('newsmark.nextSuggestion', () => goToSuggestion(client, 1)),
    command('newsmark.previousSuggestion', () => goToSuggestion(client, -1)),
    actCommand('newsmark.accept', { kind: 'accept' }, next),
    actCommand('newsmark.reject', { kind: 'reject' }, next),
    actCommand('newsmark.acceptAlike', { kind: 'accept alike' }, next),
    actCommand('newsmark.rejectAlike', { kind: 'reject alike' }, next),
    actCommand('newsmark.acceptAlikeInFolder', { kind: 'accept alike' }, { ...next, inFolder: true }),
    actCommand('newsmark.rejectAlikeInFolder', { kind: 'reject alike' }, { ...next, inFolder: true }),
    actCommand('newsmark.neverInFolder', { kind: 'reject' }, { ...next, teach: true }),
    actCommand('newsmark.alwaysInFolder', { kind: 'accept' }, { ...next, teach: true }),
    actCommand('newsmark.forget', { kind: 'forget' }),
    actCommand('newsmark.doubt', { kind: 'doubt' }),
    actCommand('newsmark.markPerson', { kind: 'mark', as: 'person' }),
    actCommand('newsmark.markCountry', { kind: 'mark', as: 'country' }),
    actCommand('newsmark.markDate', { kind: 'mark', as: 'date' }),
    actCommand('newsmark.markQuote', { kind: 'mark', as: 'quote' }),
    actCommand('newsmark.extendEnd', { kind: 'resize', edge: 'end', words: 1 }),
    actCommand('newsmark.shrinkEnd', { kind: 'resize', edge: 'end', words: -1 }),
    actCommand('newsmark.extendStart', { kind: 'resize', edge: 'start', words: 1 }),
    actCommand('newsmark.shrinkStart', { kind: 'resize', edge: 'start', words: -1 }),
    command('newsmark.chooseValue', () => chooseValue(annotating).then(refresh)),
    command('newsmark.samePerson', () => chooseSamePerson(annotating).then(refresh)),
    command('newsmark.otherPerson', () => chooseOtherPerson(annotating).then(refresh)),
    command('newsmark.writeNote', () => writeNote(annotating).then(refresh)),
    command('newsmark.nextArticle', () => openNextArticle(client)),
    command('newsmark.markKind', (kind) => markKind(annotating, kind).then(refresh)),
    command('newsmark.showKeys', async () =>
      showKeys(context, 'newsmark.annotating', await kindKeys(annotating)),
    ),
    command('newsmark.noSuchKey', async (key) => {
      if (mode.isOn() && (await markByKey(annotating, key))) return refresh();
      window.setStatusBarMessage(
        l10n.t('Newsmark: this key does nothing here; ? shows the keys, Escape leaves'),
        3000,
      );
    }),
  );
  return {
    undoInEditor: (editor, number) => undo.push(editor, toUndoable(annotating, editor.document, number)),
    dispose: () => disposable.dispose(),
  };
}

/** Opens the next article of the folder that is not done. */
async function openNextArticle(client: BaseLanguageClient): Promise<void> {
  const document = activeArticle()?.document;
  if (!document) return;
  const uri = await ask(client, 'newsmark/nextArticle', document, {});
  if (uri === null) window.setStatusBarMessage(l10n.t('Newsmark: every article of the folder is done'), 5000);
  else {
    await window.showTextDocument(Uri.parse(uri));
    await goToSuggestion(client, 1);
  }
}
