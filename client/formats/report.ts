import { l10n, window, workspace } from 'vscode';

/** Says what was done, and offers the lines of a report, if it has any. Does not wait for an answer. */
export async function offerReport(
  words: string,
  report: readonly string[],
  kind: 'information' | 'warning',
): Promise<void> {
  const show = l10n.t('Show Report');
  const tell = kind === 'warning' ? window.showWarningMessage : window.showInformationMessage;
  const answer = report.length === 0 ? tell(words) : tell(words, show);
  void answer.then(async (chosen) => {
    if (chosen !== show) return;
    const document = await workspace.openTextDocument({
      content: `${report.join('\n')}\n`,
      language: 'plaintext',
    });
    await window.showTextDocument(document);
  });
}
