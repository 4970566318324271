import {
  commands,
  Disposable,
  l10n,
  Selection,
  StatusBarAlignment,
  type TextDocument,
  TextEditorRevealType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Adjudication, AdjudicationPoint, DecideParams } from '../../server/requests/layers.ts';
import type { ActsUndo } from '../annotate/undo.ts';
import { ask } from '../articles.ts';
import { drawLayers, inWords } from './draw.ts';
import { showLenses } from './lenses.ts';
import { listSidesOf } from './sides.ts';

/** The mode in which single keys decide where annotators disagree, on one article at a time. The status bar shows it. */
export interface AdjudicateMode {
  isOn(document: TextDocument): boolean;
  /** The place that is decided next. */
  current(): AdjudicationPoint | undefined;
  annotators(): readonly string[];
  start(document: TextDocument): Promise<void>;
  leave(): Promise<void>;
  /** Goes to the next (1) or previous (-1) place that is open, round the ends. */
  go(direction: 1 | -1): void;
  /** Decides at the current place, and goes on to the next one. */
  decide(decision: DecideParams['decision']): Promise<void>;
  /** Writes what was decided into a side file with conflicts. */
  resolve(): Promise<void>;
  dispose(): void;
}

interface State {
  readonly document: TextDocument;
  readonly sides: readonly string[];
  readonly adjudication: Adjudication;
  readonly current: string | undefined;
}

/** The mode, off at first; `changed` is called when it has been switched. */
export function createAdjudicateMode(
  client: BaseLanguageClient,
  undo: ActsUndo,
  changed: () => void,
): AdjudicateMode {
  const drawn = drawLayers(client);
  const lenses = showLenses(client, (document) => (document === state?.document ? current() : undefined));
  const item = window.createStatusBarItem('newsmark.adjudicating', StatusBarAlignment.Left, 99);
  item.name = l10n.t('Newsmark: adjudicating');
  item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
  let state: State | undefined;
  // One after the other: a decision on marks that another one is changing would be on the wrong ones.
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work);
    last = result.catch((error: unknown) => client.error(String(error)));
    return result;
  }

  async function look(document: TextDocument): Promise<State> {
    const sides = await listSidesOf(client, document.uri);
    const adjudication = await ask(client, 'newsmark/adjudication', document, { sides });
    return { document, sides, adjudication, current: undefined };
  }

  async function refresh(): Promise<void> {
    if (!state) return;
    const { document } = state;
    const next = await look(document);
    if (state?.document !== document) return;
    // Somebody may have gone on meanwhile.
    state = { ...next, current: state.current };
    show();
  }

  function show(): void {
    lenses.renew();
    for (const editor of window.visibleTextEditors)
      if (state?.document === editor.document) drawn.draw(editor, state.adjudication, current());
      else drawn.clear(editor);
    if (!state) {
      item.hide();
      return;
    }
    const { points } = state.adjudication;
    const open = points.filter((point) => point.state === 'open').length;
    const isDone = open === 0 && state.adjudication.conflict !== undefined;
    const text = isDone
      ? l10n.t('Adjudicating: write the merged marks')
      : l10n.t('Adjudicating: {0} of {1} places open', open, points.length);
    item.text = `$(git-compare) ${text}`;
    item.command = isDone ? 'newsmark.resolveConflict' : 'newsmark.leaveAdjudicating';
    const point = current();
    item.tooltip = l10n.t('Single keys decide. ? shows them, Escape leaves.');
    item.accessibilityInformation = {
      label: point
        ? `${item.text.replace(/^\S+ /u, '')}. ${inWords(point)}`
        : item.text.replace(/^\S+ /u, ''),
      role: 'button',
    };
    item.show();
  }

  function current(): AdjudicationPoint | undefined {
    return state?.adjudication.points.find(({ id }) => id === state?.current);
  }

  function goTo(point: AdjudicationPoint | undefined): void {
    if (!state) return;
    state = { ...state, current: point?.id };
    const editor = window.visibleTextEditors.find(({ document }) => document === state?.document);
    if (editor && point) {
      const range = client.protocol2CodeConverter.asRange(point.range);
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    }
    show();
  }

  function go(direction: 1 | -1): void {
    if (!state) return;
    const { points } = state.adjudication;
    const at = points.findIndex(({ id }) => id === state?.current);
    const order = direction === 1 ? points : points.toReversed();
    const from = direction === 1 ? at + 1 : points.length - at;
    const isOpen = ({ state: own }: AdjudicationPoint): boolean => own === 'open';
    const next = order.slice(at === -1 ? 0 : from).find(isOpen) ?? order.find(isOpen);
    goTo(next);
    if (!next) tellDone();
  }

  function tellDone(): void {
    if (!state?.adjudication.conflict) {
      window.setStatusBarMessage(l10n.t('Newsmark: everything is decided in this article'), 5000);
      return;
    }
    const write = l10n.t('Write the Merged Marks');
    void window
      .showInformationMessage(l10n.t('Everything is decided. The side file still has the conflicts.'), write)
      .then((chosen) => (chosen === write ? commands.executeCommand('newsmark.resolveConflict') : undefined));
  }

  async function decideNow({ document, sides }: State, decision: DecideParams['decision'], point?: string) {
    const number = await ask(client, 'newsmark/decide', document, {
      ...{ sides, decision },
      ...(point !== undefined && { point }),
    });
    const editor = window.visibleTextEditors.find((each) => each.document === document);
    if (number === null || !editor) return;
    const revert = (method: 'newsmark/undoDecision' | 'newsmark/redoDecision') => () =>
      ask(client, method, document, { number }).then(() => inTurn(refresh));
    await undo.push(editor, {
      undo: revert('newsmark/undoDecision'),
      redo: revert('newsmark/redoDecision'),
    });
  }

  async function leave(): Promise<void> {
    state = undefined;
    show();
    await commands.executeCommand('setContext', 'newsmark.adjudicating', false);
    changed();
  }

  const watcher = workspace.createFileSystemWatcher('**/*.marks.jsonl');
  const again = (): void => void inTurn(refresh);
  const disposable = Disposable.from(
    drawn,
    lenses,
    item,
    watcher,
    watcher.onDidChange(again),
    watcher.onDidCreate(again),
    watcher.onDidDelete(again),
    window.onDidChangeVisibleTextEditors(show),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document === state?.document && 0 < contentChanges.length) again();
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (document === state?.document) void leave();
    }),
  );

  return {
    isOn: (document) => document === state?.document,
    current,
    annotators: () => state?.adjudication.annotators ?? [],
    go,
    leave,
    async start(document) {
      const next = await look(document);
      const { annotators, unplaced } = next.adjudication;
      if (annotators.length < 2) {
        void window.showInformationMessage(
          l10n.t('Beside this article are not the marks of two annotators.'),
        );
        return;
      }
      state = next;
      if (0 < unplaced)
        void window.showWarningMessage(
          l10n.t('{0} marks have no sure place in the article; they take no part.', unplaced),
        );
      await commands.executeCommand('setContext', 'newsmark.adjudicating', true);
      changed();
      await inTurn(async () => {
        if (state) await decideNow(state, { kind: 'agreed' });
        await refresh();
      });
      go(1);
    },
    async decide(decision) {
      await inTurn(async () => {
        const point = current();
        if (!state || !point) return;
        await decideNow(state, decision, point.id);
        await refresh();
      });
      go(1);
    },
    async resolve() {
      if (!state) return;
      const { document, sides } = state;
      const result = await inTurn(() => ask(client, 'newsmark/resolveConflict', document, { sides }));
      if (result === null) {
        void window.showWarningMessage(
          l10n.t('There is still something to decide, or there are no conflicts.'),
        );
        return;
      }
      await workspace.fs.delete(client.protocol2CodeConverter.asUri(result));
      window.setStatusBarMessage(l10n.t('Newsmark: the side file is merged; tell git by adding it'), 8000);
      await leave();
    },
    dispose: () => disposable.dispose(),
  };
}
