import { l10n, Uri, window, workspace } from 'vscode';
import { activeArticle } from '../articles.ts';
import type { ArticleFolder } from '../folder.ts';
import { chooseFormat } from './choose.ts';
import { offerReport } from './report.ts';

/** What a caller may say beforehand, and is not asked then. */
export interface ExportArguments {
  readonly format?: string;
  /** Only this article. */
  readonly article?: Uri;
  /** The folder for the files. */
  readonly into?: Uri;
}

/** Asks for a format, for the articles and for the place, and writes their marks there; nothing where the person thinks better of it. */
export async function exportMarks(folder: ArticleFolder, given: ExportArguments = {}): Promise<void> {
  const format = given.format ?? (await chooseFormat(folder, l10n.t('Export marks as')));
  if (format === undefined) return;
  const scope = given.into ? { article: given.article } : await chooseScope(given.article);
  if (!scope) return;
  const { files, report, refused, marks, articles } = await folder.ask('newsmark/export', {
    format,
    ...(scope.article && { article: scope.article.toString() }),
  });
  const [only, ...others] = files;
  if (!only) {
    const words = l10n.t('Newsmark: nothing was exported');
    return offerReport(words, report, 'warning');
  }
  const places =
    given.into || others.length > 0 ? await placeAll(files, given.into) : await placeOne(only.name);
  if (!places) return;
  for (const [i, { content }] of files.entries())
    await workspace.fs.writeFile(places[i] as Uri, new TextEncoder().encode(content));
  const words = l10n.t('Exported marks: {0}. Articles: {1}. Left out: {2}.', marks, articles, report.length);
  await offerReport(words, report, refused > 0 ? 'warning' : 'information');
}

/** The article in front or all of the folder; all where no article is in front. */
async function chooseScope(
  article: Uri | undefined,
): Promise<{ readonly article: Uri | undefined } | undefined> {
  const own = article ?? activeArticle()?.document.uri;
  if (!own) return { article: undefined };
  const items = [
    { label: l10n.t('This article'), article: own },
    { label: l10n.t('All articles of the folder'), article: undefined },
  ];
  return window.showQuickPick(items, { title: l10n.t('Export marks of') });
}

async function placeOne(name: string): Promise<readonly Uri[] | undefined> {
  const root = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog(root ? { defaultUri: Uri.joinPath(root, name) } : {});
  return uri && [uri];
}

async function placeAll(
  files: readonly { readonly name: string }[],
  into: Uri | undefined,
): Promise<readonly Uri[] | undefined> {
  const [chosen] = into
    ? [into]
    : ((await window.showOpenDialog({
        ...{ canSelectFolders: true, canSelectFiles: false, title: l10n.t('Export marks into') },
        openLabel: l10n.t('Export'),
      })) ?? []);
  return chosen && files.map(({ name }) => Uri.joinPath(chosen, ...name.split('/')));
}
