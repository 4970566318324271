import {
  commands,
  Disposable,
  l10n,
  languages,
  StatusBarAlignment,
  type TextDocument,
  ThemeColor,
  window,
} from 'vscode';
import type { Progress } from '../../server/annotations/progress.ts';
import { activeArticle, LANGUAGE } from '../articles.ts';

/** The mode in which single keys judge marks. The status bar shows it. */
export interface AnnotateMode {
  isOn(): boolean;
  set(on: boolean): Promise<void>;
  /** Tells how far an article is. */
  tell(document: TextDocument, progress: Progress): void;
  dispose(): void;
}

/** The mode, off at first; `changed` is called when it has been switched. */
export function createAnnotateMode(changed: () => void): AnnotateMode {
  const progresses = new WeakMap<TextDocument, Progress>();
  const item = window.createStatusBarItem('newsmark.annotating', StatusBarAlignment.Left, 100);
  item.name = l10n.t('Newsmark: annotating');
  const status = languages.createLanguageStatusItem('newsmark.left', { language: LANGUAGE });
  status.name = l10n.t('Newsmark: suggestions left');
  status.text = l10n.t('Newsmark is starting');
  let on = false;

  function show(): void {
    const document = activeArticle()?.document;
    const progress = document && progresses.get(document);
    if (!progress) {
      item.hide();
      return;
    }
    const left = l10n.t('{0} suggestions left', progress.left);
    item.text = on ? `$(pencil) ${l10n.t('Annotating')}: ${left}` : `$(tasklist) ${left}`;
    item.tooltip = on
      ? l10n.t('Single keys judge marks. ? shows them, Escape leaves.')
      : l10n.t('{0} Click to annotate by single keys.', verdictsInWords(progress));
    item.command = on ? 'newsmark.leaveAnnotating' : 'newsmark.annotate';
    item.backgroundColor = on ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.accessibilityInformation = { label: `${item.name}, ${left}`, role: 'button' };
    item.show();
    status.text = left;
    status.detail = verdictsInWords(progress);
    status.command = {
      command: item.command,
      title: on ? l10n.t('Leave') : l10n.t('Annotate'),
    };
  }

  const disposable = Disposable.from(item, status, window.onDidChangeActiveTextEditor(show));
  return {
    isOn: () => on,
    async set(next) {
      if (on === next) return;
      on = next;
      await commands.executeCommand('setContext', 'newsmark.annotating', on);
      changed();
      show();
    },
    tell(document, progress) {
      progresses.set(document, progress);
      show();
    },
    dispose: () => disposable.dispose(),
  };
}

function verdictsInWords({ verdicts, unsure, unsettled }: Progress): string {
  return l10n.t(
    '{0} accepted, {1} corrected, {2} added, {3} rejected, {4} unsure, {5} out of place.',
    verdicts.accepted,
    verdicts.corrected,
    verdicts.added,
    verdicts.rejected,
    unsure,
    unsettled,
  );
}
