import {
  Disposable,
  env,
  LanguageStatusSeverity,
  l10n,
  languages,
  StatusBarAlignment,
  type TextDocument,
  window,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { Summary } from '../server/requests/article.ts';
import { activeArticle, ask, followArticles, LANGUAGE } from './articles.ts';
import { dayInWords } from './calendar.ts';

const SET_DATE = 'newsmark.setPublicationDate';

/** Says in the status bar what was found in the article in front and against which publication date it is read. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const found = languages.createLanguageStatusItem('newsmark.found', { language: LANGUAGE });
  found.name = l10n.t('Newsmark: what was found');
  found.text = l10n.t('Newsmark is starting');
  const published = languages.createLanguageStatusItem('newsmark.published', { language: LANGUAGE });
  published.name = l10n.t('Newsmark: publication date');
  published.command = { command: SET_DATE, title: l10n.t('Set') };
  const item = window.createStatusBarItem('newsmark.published', StatusBarAlignment.Right, 101);
  item.name = l10n.t('Newsmark: publication date');
  item.command = SET_DATE;
  const summaries = new WeakMap<TextDocument, Summary>();

  function show(): void {
    const document = activeArticle()?.document;
    const summary = document && summaries.get(document);
    if (!summary) {
      item.hide();
      return;
    }
    const { publication } = summary;
    found.text = l10n.t(
      '{0} people, {1} countries, {2} dates, {3} quotations',
      summary.people,
      summary.countries,
      summary.dates,
      summary.quotations,
    );
    published.severity = publication ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
    published.text = publication
      ? l10n.t('Published {0}', dayInWords(publication.date, env.language))
      : l10n.t('Publication date not known');
    published.detail = publication ? sourceInWords(publication.source) : l10n.t('relative dates stay open');
    item.text = publication ? `$(calendar) ${publication.date}` : `$(calendar) ${l10n.t('no date')}`;
    item.tooltip = `${published.text} (${published.detail})`;
    item.accessibilityInformation = { label: `${published.text}, ${published.detail}`, role: 'button' };
    item.show();
  }

  return Disposable.from(
    found,
    published,
    item,
    window.onDidChangeActiveTextEditor(show),
    client.onDidChangeState(({ newState }) => {
      found.busy = newState === State.Starting;
      found.severity =
        newState === State.Stopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
      if (newState === State.Stopped) found.text = l10n.t('Newsmark has stopped');
      found.command =
        newState === State.Stopped
          ? { command: 'newsmark.restartServer', title: l10n.t('Start again') }
          : undefined;
    }),
    followArticles(client, async (document) => {
      found.busy = true;
      try {
        summaries.set(document, await ask(client, 'newsmark/summary', document, {}));
      } finally {
        found.busy = false;
      }
      show();
    }),
  );
}

function sourceInWords(source: NonNullable<Summary['publication']>['source']): string {
  switch (source) {
    case 'argument':
      return l10n.t('as given');
    case 'front matter':
      return l10n.t('from the front matter');
    case 'file name':
      return l10n.t('from the name of the file');
    case 'dateline':
      return l10n.t('from the dateline');
  }
}
