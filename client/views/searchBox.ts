import { l10n, type QuickPickItem, window } from 'vscode';
import type { ConcordanceQuery } from '../../server/folder/concordance.ts';
import type { EntityKind } from '../../server/folder/entities.ts';
import type { ArticleFolder } from '../folder.ts';
import { groupInWords } from './entityNodes.ts';
import { pickTyped } from './pickTyped.ts';

interface Item extends QuickPickItem {
  readonly query: ConcordanceQuery;
}

const KINDS: readonly EntityKind[] = ['person', 'country', 'date', 'speaker'];
/** So many entities of a kind are offered. */
const MOST = 5;

/** Asks what to look for: words or a pattern as they are typed, or an entity of the folder; undefined where nothing is chosen. */
export async function chooseQuery(folder: ArticleFolder): Promise<ConcordanceQuery | undefined> {
  const input = window.createQuickPick<Item>();
  input.title = l10n.t('Search the folder');
  input.placeholder = l10n.t(
    'Words (* stands for letters), a pattern, a person, a country, a date or a speaker',
  );
  input.value = selectedWords();
  let asked = 0;
  async function offer(): Promise<void> {
    const mine = ++asked;
    const typed = input.value.trim();
    input.items = offerTyped(typed);
    input.busy = true;
    const lists = await Promise.all(
      KINDS.map((kind) =>
        folder.ask('newsmark/entities', { kind, sort: 'count', filter: typed, most: MOST }),
      ),
    );
    if (mine !== asked) return;
    input.busy = false;
    input.items = [
      ...offerTyped(typed),
      ...lists.flatMap(({ entities }) =>
        entities.map(({ kind, name, label, mentions }) => ({
          label,
          description: `${groupInWords(kind)}, ${mentions}`,
          alwaysShow: true,
          query: { kind: 'entity' as const, entity: { kind, name }, label },
        })),
      ),
    ];
  }
  return (await pickTyped(input, offer))?.query;
}

function offerTyped(typed: string): readonly Item[] {
  if (typed === '') return [];
  return [
    {
      label: typed,
      description: l10n.t('these words'),
      alwaysShow: true,
      query: { kind: 'words', words: typed },
    },
    {
      label: typed,
      description: l10n.t('this pattern (a regular expression)'),
      alwaysShow: true,
      query: { kind: 'pattern', pattern: typed },
    },
  ];
}

/** What is selected in the editor in front, if it is a few words. */
function selectedWords(): string {
  const editor = window.activeTextEditor;
  const words = editor?.document.getText(editor.selection).trim() ?? '';
  return words.length <= 60 && !words.includes('\n') ? words : '';
}
