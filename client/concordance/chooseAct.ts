import { l10n, type QuickPickItem, window } from 'vscode';
import type { Act } from '../../server/annotations/acts/act.ts';
import { kindInWords } from '../annotate/draw.ts';

interface Item extends QuickPickItem {
  readonly act: Act;
}

/** Asks what is done with so many hits; undefined where nothing is. */
export async function chooseAct(hits: number): Promise<Act | undefined> {
  const marking = (['person', 'country', 'date', 'quote'] as const).map(
    (as): Item => ({ label: l10n.t('Mark as {0}', kindInWords(as)), act: { kind: 'mark', as } }),
  );
  const items: readonly Item[] = [
    { label: l10n.t('Accept what is marked or suggested there'), act: { kind: 'accept' } },
    { label: l10n.t('Reject what is marked or suggested there'), act: { kind: 'reject' } },
    ...marking,
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('What becomes of the hits? ({0})', hits),
  });
  return chosen?.act;
}
