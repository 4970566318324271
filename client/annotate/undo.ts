import {
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentChangeReason,
  type TextEditor,
  workspace,
} from 'vscode';

/** The acts of annotators on the editor's own stack of undo, between the edits of the text. */
export interface ActsUndo {
  /** Puts an act that has been done on the stack of the editor's article. */
  push(editor: TextEditor, act: Undoable): Promise<void>;
  dispose(): void;
}

/** What takes an act back, and what does it again. */
export interface Undoable {
  undo(): Promise<unknown>;
  redo(): Promise<unknown>;
}

/** An act, with the character that stands for it on the editor's stack. */
interface Step {
  readonly act: Undoable;
  readonly offset: number;
  readonly character: string;
}

interface Steps {
  readonly done: Step[];
  readonly undone: Step[];
  /** What stands at the places of the last step done and of the last one undone. */
  atDone: string;
  atUndone: string;
}

/**
 * An extension can put nothing but edits on an editor's stack of undo. So an act puts an edit there that replaces a
 * character by itself: it changes no word, and when the editor undoes it or does it again, so is the act.
 * The order of acts and edits is the editor's, whichever key, menu or command is used.
 */
export function createActsUndo(): ActsUndo {
  const stepsOf = new Map<string, Steps>();
  // One after the other: an undo that overtook another would find other marks.
  let last: Promise<unknown> = Promise.resolve();

  const following = workspace.onDidChangeTextDocument((event) => {
    const steps = stepsOf.get(event.document.uri.toString());
    if (!steps || event.contentChanges.length === 0) return;
    const { done, undone } = steps;
    if (event.reason === TextDocumentChangeReason.Undo) {
      const step = moveStep(done, undone, steps.atDone, event);
      if (step) last = last.then(() => step.act.undo());
    } else if (event.reason === TextDocumentChangeReason.Redo) {
      const step = moveStep(undone, done, steps.atUndone, event);
      if (step) last = last.then(() => step.act.redo());
      // A new edit takes away what could be done again.
    } else undone.length = 0;
    lookAt(event.document, steps);
  });

  return {
    async push(editor, act) {
      const { document } = editor;
      const uri = document.uri.toString();
      const steps = stepsOf.get(uri) ?? { done: [], undone: [], atDone: '', atUndone: '' };
      stepsOf.set(uri, steps);
      const range = findQuietPlace(editor);
      const character = document.getText(range);
      const step = { act, offset: document.offsetAt(range.start), character };
      const pushed = await replaceByItself(editor, range, character);
      if (pushed) steps.done.push(step);
      lookAt(document, steps);
    },
    dispose: () => following.dispose(),
  };
}

/** So often an edit is tried that the editor refuses because the text has just changed. */
const TRIALS = 5;

async function replaceByItself(editor: TextEditor, range: Range, character: string): Promise<boolean> {
  for (let trial = 0; trial < TRIALS; trial++) {
    const done = await editor.edit((edit) => edit.replace(range, character), {
      undoStopBefore: true,
      undoStopAfter: true,
    });
    if (done) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** A space that no selection touches: replacing it by itself moves neither cursors nor what is drawn on words. */
function findQuietPlace({ document, selections }: TextEditor): Range {
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    for (let space = text.indexOf(' '); space !== -1; space = text.indexOf(' ', space + 1)) {
      const range = new Range(line, space, line, space + 1);
      if (!selections.some((selection) => selection.intersection(range))) return range;
    }
  }
  const [first = ''] = document.getText(new Range(0, 0, 0, 2));
  return new Range(0, 0, 0, first.length);
}

/** Moves the last step over if the event is its own: its character has been replaced by itself. */
function moveStep(
  from: Step[],
  to: Step[],
  present: string,
  { contentChanges }: TextDocumentChangeEvent,
): Step | undefined {
  const step = from.at(-1);
  const [change] = contentChanges;
  const isOwn =
    contentChanges.length === 1 &&
    change?.rangeOffset === step?.offset &&
    change?.rangeLength === step?.character.length &&
    change?.text === step?.character &&
    present === step?.character;
  if (!step || !isOwn) return undefined;
  from.pop();
  to.push(step);
  return step;
}

function lookAt(document: TextDocument, steps: Steps): void {
  steps.atDone = charactersAt(document, steps.done.at(-1));
  steps.atUndone = charactersAt(document, steps.undone.at(-1));
}

function charactersAt(document: TextDocument, step: Step | undefined): string {
  if (!step) return '';
  const start = document.positionAt(step.offset);
  return document.getText(new Range(start, document.positionAt(step.offset + step.character.length)));
}
