import { window } from 'vscode';
import type { ArticleFolder } from '../folder.ts';

/** Asks for a format; the empty name for the first item, where there is one; undefined where none is chosen. */
export async function chooseFormat(
  folder: ArticleFolder,
  title: string,
  first?: string,
): Promise<string | undefined> {
  const formats = await folder.ask('newsmark/formats', {});
  const items = formats.map((format) => ({
    label: format.title,
    description: format.name,
    name: format.name,
  }));
  const own = first === undefined ? [] : [{ label: first, description: '', name: '' }];
  return (await window.showQuickPick([...own, ...items], { title, matchOnDescription: true }))?.name;
}
