import { commands, Disposable, l10n, window } from 'vscode';
import type { FolderActed } from '../../server/requests/folder.ts';
import type { Annotator } from '../annotate/annotate.ts';
import type { ArticleFolder } from '../folder.ts';

/** What is done from the views to many articles, each time as one act that can be taken back. */
export interface FolderActs {
  /**
   * Does an act, says what it has changed, and offers to take it back. An act on one article alone (its URI) is taken
   * back by that article's editor, if it is open.
   */
  run(act: () => Promise<FolderActed>, article?: string): Promise<void>;
  dispose(): void;
}

/** The acts of this window, none at first. */
export function createFolderActs(folder: ArticleFolder, undoInEditor: Annotator['undoInEditor']): FolderActs {
  const done: number[] = [];
  const undone: number[] = [];

  /** Commands that would do nothing are not offered. */
  function tell(): void {
    void commands.executeCommand('setContext', 'newsmark.canUndo', done.length > 0);
    void commands.executeCommand('setContext', 'newsmark.canRedo', undone.length > 0);
  }

  async function undo(): Promise<void> {
    const number = done.pop();
    if (number === undefined) return say(l10n.t('Newsmark: there is nothing to take back'));
    await folder.ask('newsmark/undoFolderAct', { number });
    undone.push(number);
    tell();
    say(l10n.t('Newsmark: taken back'));
  }

  async function redo(): Promise<void> {
    const number = undone.pop();
    if (number === undefined) return say(l10n.t('Newsmark: there is nothing to do again'));
    await folder.ask('newsmark/redoFolderAct', { number });
    done.push(number);
    tell();
    say(l10n.t('Newsmark: done again'));
  }

  const disposable = Disposable.from(
    commands.registerCommand('newsmark.undoFolderAct', undo),
    commands.registerCommand('newsmark.redoFolderAct', redo),
  );
  return {
    async run(act, article) {
      const { number, marks, articles } = await act();
      if (number === undefined) return say(l10n.t('Newsmark: nothing to do here'));
      const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === article);
      if (editor) {
        await undoInEditor(editor, number);
        return say(l10n.t('Newsmark: changed marks: {0}', marks));
      }
      done.push(number);
      undone.length = 0;
      tell();
      const undoing = l10n.t('Undo');
      const words = l10n.t('Changed marks: {0}. Articles: {1}.', marks, articles);
      void window.showInformationMessage(words, undoing).then(async (chosen) => {
        if (chosen === undoing && done.at(-1) === number) await undo();
      });
    },
    dispose: () => disposable.dispose(),
  };
}

function say(words: string): void {
  window.setStatusBarMessage(words, 4000);
}
