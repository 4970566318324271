import { commands, type ExtensionContext, l10n, type QuickPickItem, window } from 'vscode';

interface Contributes {
  readonly commands: readonly { readonly command: string; readonly title: string }[];
  readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when: string }[];
}

/** A key with what it does. */
export interface KeyItem extends QuickPickItem {
  readonly command: string;
  readonly argument?: string;
}

/** Shows the keys of a mode, by the context in which they do something; choosing one does what the key does. */
export async function showKeys(
  context: ExtensionContext,
  mode: string,
  kinds: readonly KeyItem[] = [],
): Promise<void> {
  const contributes: Contributes = context.extension.packageJSON.contributes;
  const titles = new Map(contributes.commands.map(({ command, title }) => [command, title]));
  const keys = new Map<string, string[]>();
  for (const { command, key, when } of contributes.keybindings)
    if (titles.has(command) && when.includes(mode)) keys.set(command, [...(keys.get(command) ?? []), key]);
  keys.delete('newsmark.noSuchKey');
  const items = Array.from(
    keys,
    ([command, own]): KeyItem => ({
      label: own.map(inWords).join(', '),
      description: titles.get(command) ?? '',
      command,
    }),
  );
  const change: KeyItem = {
    label: l10n.t('Change the keys…'),
    command: 'workbench.action.openGlobalKeybindings',
  };
  const chosen = await window.showQuickPick([...items, ...kinds, change], {
    title: l10n.t('Keys of this mode (as they are unless you have changed them)'),
    matchOnDescription: true,
  });
  if (chosen === change) await commands.executeCommand(change.command, 'newsmark');
  else if (chosen) await commands.executeCommand(chosen.command, chosen.argument);
}

function inWords(key: string): string {
  return key
    .split('+')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('+');
}
