import { l10n, Uri, window, workspace } from 'vscode';
import { activeArticle } from '../articles.ts';
import type { ArticleFolder } from '../folder.ts';
import { chooseFormat } from './choose.ts';
import { offerReport } from './report.ts';

/** What a caller may say beforehand, and is not asked then. */
export interface ImportArguments {
  /** Found by the content of the files where it is missing. */
  readonly format?: string;
  readonly files?: readonly Uri[];
  /** Where the articles are or come to be. */
  readonly into?: Uri;
}

/** Asks for files and their format, and puts their marks beside the articles; nothing where the person thinks better of it. */
export async function importMarks(folder: ArticleFolder, given: ImportArguments = {}): Promise<void> {
  const chosen =
    given.files ?? (await window.showOpenDialog({ canSelectMany: true, title: l10n.t('Import marks from') }));
  const [first] = chosen ?? [];
  if (!chosen || !first) return;
  const found = l10n.t('Found by the content of the files');
  const format = given.files
    ? (given.format ?? '')
    : await chooseFormat(folder, l10n.t('Read them as'), found);
  if (format === undefined) return;
  const source = Uri.joinPath(first, '..');
  const into = given.into ?? (await chooseInto(source));
  if (!into) return;
  const files = await Promise.all(
    chosen.map(async (file) => ({
      name: file.path.slice(file.path.lastIndexOf('/') + 1),
      content: new TextDecoder().decode(await workspace.fs.readFile(file)),
    })),
  );
  const imported = await folder.ask('newsmark/import', {
    ...{ files, folder: into.toString(), source: source.toString() },
    ...(format !== '' && { format }),
  });
  if (imported.kind === 'refused') {
    const { file, line, reason } = imported;
    const words = l10n.t('Nothing was imported. {0}, line {1}: {2}', file, line, reason);
    void window.showErrorMessage(words);
    return;
  }
  const { articles, added, known, changed, report } = imported;
  const words = l10n.t(
    'Imported as {0}. Articles: {1}. Marks added: {2}, known: {3}, changed: {4}.',
    ...[imported.format, articles.length, added, known, changed],
  );
  await offerReport(words, report, 'information');
}

/** The folder of the files if it is part of the workspace, else that of the article in front or the workspace. */
async function chooseInto(source: Uri): Promise<Uri | undefined> {
  if (workspace.getWorkspaceFolder(source)) return source;
  const article = activeArticle()?.document.uri;
  if (article) return Uri.joinPath(article, '..');
  const [root, ...others] = workspace.workspaceFolders ?? [];
  if (root && others.length === 0) return root.uri;
  return others.length > 0 ? (await window.showWorkspaceFolderPick())?.uri : source;
}
