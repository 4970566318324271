import { l10n, type QuickPickItem, window } from 'vscode';
import type { ArticleFolder } from '../folder.ts';
import { mentionsInWords } from './entityNodes.ts';
import { pickTyped } from './pickTyped.ts';

/** Asks for words and calls `filter` with them at every letter; Escape gives the filter back that was there before. */
export function filterWhileTyping(before: string, filter: (typed: string) => void): void {
  const input = window.createInputBox();
  input.title = l10n.t('Filter the entities');
  input.placeholder = l10n.t('The beginning of words of a name, a country or a date');
  input.value = before;
  let kept = before;
  input.onDidChangeValue((typed) => filter(typed.trim()));
  input.onDidAccept(() => {
    kept = input.value.trim();
    input.hide();
  });
  input.onDidHide(() => {
    if (kept !== input.value.trim()) filter(kept);
    input.dispose();
  });
  input.show();
}

/** So many names are offered; more are found by typing. */
const MOST_NAMES = 50;

/** Asks which person `name` really is: one of the folder, or a new name that is typed; undefined where none is chosen. */
export async function chooseName(folder: ArticleFolder, name: string): Promise<string | undefined> {
  const input = window.createQuickPick<QuickPickItem & { readonly name: string }>();
  input.title = l10n.t('Who is “{0}”?', name);
  input.placeholder = l10n.t('A person of the folder, or a new name');
  let asked = 0;
  async function offer(): Promise<void> {
    const mine = ++asked;
    const typed = input.value.trim();
    const { entities } = await folder.ask('newsmark/entities', {
      kind: 'person',
      sort: 'count',
      filter: typed,
      most: MOST_NAMES,
    });
    if (mine !== asked) return;
    const known = entities.filter(({ label }) => label !== name);
    const isNew = typed !== '' && known.every(({ label }) => label !== typed);
    input.items = [
      ...known.map((row) => ({
        label: row.label,
        name: row.name,
        description: mentionsInWords(row.mentions),
        alwaysShow: true,
      })),
      ...(isNew ? [{ label: typed, name: typed, description: l10n.t('a new name'), alwaysShow: true }] : []),
    ];
  }
  return (await pickTyped(input, offer))?.name;
}
