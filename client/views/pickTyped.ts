import type { QuickPick, QuickPickItem } from 'vscode';

/** Shows a box of which the items are offered anew at each letter; gives the one that was taken, if any. */
export function pickTyped<Item extends QuickPickItem>(
  input: QuickPick<Item>,
  offer: () => Promise<void>,
): Promise<Item | undefined> {
  return new Promise((resolve) => {
    input.onDidChangeValue(offer);
    input.onDidAccept(() => {
      resolve(input.selectedItems[0]);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
    void offer();
  });
}
