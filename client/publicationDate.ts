import { l10n, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeArticle, ask } from './articles.ts';
import { isDay } from './calendar.ts';

/** Asks for the publication date of the article in front and writes it into its front matter, as one undoable edit. */
export async function setPublicationDate(client: BaseLanguageClient): Promise<void> {
  const document = activeArticle()?.document;
  if (!document) return;
  const { publication } = await ask(client, 'newsmark/summary', document, {});
  const date = await window.showInputBox({
    title: l10n.t('Publication date of the article'),
    prompt: l10n.t('Relative dates such as “last week” are read against it.'),
    placeHolder: 'YYYY-MM-DD',
    value: publication?.date ?? '',
    validateInput: (text) =>
      isDay(text.trim())
        ? undefined
        : l10n.t('Write a day of the calendar as YYYY-MM-DD, such as 2019-03-26.'),
  });
  if (date === undefined) return;
  const change = await ask(client, 'newsmark/publicationDateEdit', document, { date: date.trim() });
  const edit = new WorkspaceEdit();
  edit.set(document.uri, [client.protocol2CodeConverter.asTextEdit(change)]);
  await workspace.applyEdit(edit);
}
