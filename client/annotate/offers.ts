import { CodeAction, CodeActionKind, type Disposable, l10n, languages, type TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ShownMark } from '../../server/requests/marks.ts';
import { LANGUAGE } from '../articles.ts';
import type { Schemes } from './schemes.ts';

/** Offers the acts on the mark or the words at a selection as code actions, for those who do not use the annotate mode. */
export function offerActs(
  client: BaseLanguageClient,
  marksOf: (document: TextDocument) => readonly ShownMark[],
  schemes: Schemes,
): Disposable {
  return languages.registerCodeActionsProvider(
    LANGUAGE,
    {
      provideCodeActions(document, range) {
        const here = marksOf(document).find((mark) =>
          client.protocol2CodeConverter.asRange(mark.range).contains(range),
        );
        const kinds = [
          ['person', 'newsmark.markPerson'],
          ['country', 'newsmark.markCountry'],
          ['date', 'newsmark.markDate'],
          ['quote', 'newsmark.markQuote'],
        ] as const;
        const marking = kinds
          .filter(([kind]) => kind !== here?.kind)
          .map(([kind, command]) => toOffer(l10n.t('Mark as {0}', schemes.titleOf(document, kind)), command));
        const own = schemes
          .ownKinds(document)
          .filter((kind) => kind !== here?.kind)
          .map((kind) =>
            toOffer(l10n.t('Mark as {0}', schemes.titleOf(document, kind)), 'newsmark.markKind', kind),
          );
        if (!here) return range.isEmpty ? [] : [...marking, ...own];
        const judging = [
          toOffer(l10n.t('Accept this mark'), 'newsmark.accept'),
          toOffer(l10n.t('Reject this mark'), 'newsmark.reject'),
          toOffer(l10n.t('Say who, where or when it is…'), 'newsmark.chooseValue'),
          toOffer(l10n.t('Accept all like this in the article'), 'newsmark.acceptAlike'),
          toOffer(l10n.t('Accept all like this in the folder'), 'newsmark.acceptAlikeInFolder'),
          ...(here.kind === 'person' || here.kind === 'quote'
            ? [
                toOffer(l10n.t('This is the same person as…'), 'newsmark.samePerson'),
                toOffer(l10n.t('This is another person…'), 'newsmark.otherPerson'),
              ]
            : []),
          ...(here.kind === 'date' || here.kind === 'quote'
            ? []
            : [
                toOffer(l10n.t('Never suggest these words in this folder'), 'newsmark.neverInFolder'),
                toOffer(l10n.t('Always suggest these words in this folder'), 'newsmark.alwaysInFolder'),
              ]),
        ];
        return [...judging, ...marking, ...own];
      },
    },
    { providedCodeActionKinds: [CodeActionKind.RefactorRewrite] },
  );
}

function toOffer(title: string, command: string, ...more: readonly string[]): CodeAction {
  const offer = new CodeAction(title, CodeActionKind.RefactorRewrite);
  offer.command = { title, command, arguments: [...more] };
  return offer;
}
