import { Disposable, l10n, type TextDocument, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { SchemeProblem } from '../../server/annotations/scheme/readScheme.ts';
import type { FoundScheme } from '../../server/marking/schemes.ts';
import { followArticles } from '../articles.ts';
import { kindInWords } from './draw.ts';

/** The schemes of the articles: what can be marked in them. */
export interface Schemes {
  /** The scheme of an article. */
  of(document: TextDocument): Promise<FoundScheme>;
  /** A kind in words, as the scheme of an article has it if that is known. */
  titleOf(document: TextDocument, kind: string): string;
  /** The kinds that a folder has added to those of Newsmark; none where that is not known yet. */
  ownKinds(document: TextDocument): readonly string[];
  dispose(): void;
}

/** Follows the schemes of the visible articles, and says where one is broken, once. */
export function followSchemes(client: BaseLanguageClient): Schemes {
  const known = new Map<string, FoundScheme>();
  const told = new Set<string>();

  async function of(document: TextDocument): Promise<FoundScheme> {
    const { uri } = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
    const found = known.get(uri) ?? (await client.sendRequest<FoundScheme>('newsmark/scheme', { uri }));
    known.set(uri, found);
    return found;
  }

  async function look(document: TextDocument): Promise<void> {
    const { file, problem } = await of(document);
    if (file === undefined || problem === undefined) return;
    const message = l10n.t(
      '{0} is not followed, the usual kinds stay: {1}',
      Uri.parse(file).path.split('/').at(-1) ?? '',
      problemInWords(problem),
    );
    if (told.has(message)) return;
    told.add(message);
    const open = l10n.t('Open');
    const chosen = await window.showWarningMessage(message, open);
    if (chosen === open) await window.showTextDocument(client.protocol2CodeConverter.asUri(file));
  }

  const following = followArticles(client, async (document) => void look(document));
  const disposable = Disposable.from(
    following,
    client.onNotification('newsmark/schemeChanged', () => {
      known.clear();
      for (const { document } of window.visibleTextEditors) following.look(document);
    }),
  );
  const kindsOf = (document: TextDocument): FoundScheme['scheme']['kinds'] =>
    known.get(client.code2ProtocolConverter.asTextDocumentIdentifier(document).uri)?.scheme.kinds ?? [];
  return {
    of,
    titleOf: (document, kind) =>
      kindsOf(document).find(({ name }) => name === kind)?.title ?? kindInWords(kind),
    ownKinds: (document) =>
      kindsOf(document)
        .map(({ name }) => name)
        .filter((name) => !isBuiltIn(name)),
    dispose: () => disposable.dispose(),
  };
}

/** Whether it is one of Newsmark's own kinds, which have commands and choices of their own. */
export function isBuiltIn(kind: string): boolean {
  return ['person', 'country', 'date', 'quote'].includes(kind);
}

function problemInWords({ place, reason, found }: SchemeProblem): string {
  const said = found === '' ? '' : ` (${found.slice(0, 40)})`;
  return `${place}: ${reasonInWords(reason)}${said}`;
}

function reasonInWords(reason: SchemeProblem['reason']): string {
  switch (reason) {
    case 'not JSON':
      return l10n.t('this is no JSON');
    case 'not an object':
      return l10n.t('an object is wanted');
    case 'not a list':
      return l10n.t('a list is wanted');
    case 'not a text':
      return l10n.t('a text is wanted');
    case 'not true or false':
      return l10n.t('true or false is wanted');
    case 'unknown field':
      return l10n.t('there is no such field');
    case 'not a name':
      return l10n.t('a name is of letters, figures, - and _');
    case 'named twice':
      return l10n.t('the name is there twice');
    case 'no key for kinds':
      return l10n.t('this key is not free for kinds');
    case 'key used twice':
      return l10n.t('the key is there twice');
  }
}
