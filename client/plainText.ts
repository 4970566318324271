import { ConfigurationTarget, l10n, languages, type Uri, window, workspace } from 'vscode';
import { LANGUAGE } from './articles.ts';

/** Takes the open file for a news article until it is closed. */
export async function readFileAsArticle(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await languages.setTextDocumentLanguage(document, LANGUAGE);
}

/** Takes the .txt files of a folder for news articles, through `files.associations` of the workspace. */
export async function readFolderAsArticles(chosen?: Uri): Promise<void> {
  const folder = chosen ?? (await chooseFolder());
  if (!folder) return;
  const files = workspace.getConfiguration('files');
  const own = files.inspect<Record<string, string>>('associations')?.workspaceValue;
  const pattern = patternOf(folder);
  await files.update('associations', { ...own, [pattern]: LANGUAGE }, ConfigurationTarget.Workspace);
  window.setStatusBarMessage(l10n.t('Newsmark: {0} are read as news articles', pattern), 5000);
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick())?.uri;
}

/** A glob without the path to the workspace, so that the settings hold on another machine. */
function patternOf(folder: Uri): string {
  const root = workspace.getWorkspaceFolder(folder);
  if (!root || folder.toString() === root.uri.toString())
    return workspace.workspaceFolders?.length === 1 ? '*.txt' : `**/${lastSegment(folder)}/**/*.txt`;
  return `**/${workspace.asRelativePath(folder, true).replace(/^\/|\/$/gu, '')}/**/*.txt`;
}

function lastSegment(folder: Uri): string {
  return folder.path.replace(/\/$/u, '').split('/').at(-1) as string;
}
