import { l10n, type QuickPickItem, window } from 'vscode';
import { activeArticle } from '../articles.ts';
import { type Annotating, doAct } from './act.ts';
import type { KeyItem } from './keys.ts';
import { isBuiltIn } from './schemes.ts';

/** Marks the selection as a kind of the folder's scheme, which is asked for where it is not given. */
export async function markKind(annotating: Annotating, kind: unknown): Promise<void> {
  const as = typeof kind === 'string' ? kind : await chooseKind(annotating);
  if (as !== undefined) await doAct(annotating, { kind: 'mark', as });
}

/** Marks the selection as the folder's own kind that has this key; false where none has. */
export async function markByKey(annotating: Annotating, key: unknown): Promise<boolean> {
  const document = activeArticle()?.document;
  if (!document || typeof key !== 'string') return false;
  const { scheme } = await annotating.schemes.of(document);
  const kind = scheme.kinds.find((each) => each.key === key);
  if (kind) await doAct(annotating, { kind: 'mark', as: kind.name });
  return kind !== undefined;
}

/** The keys of the folder's own kinds. */
export async function kindKeys({ schemes }: Annotating): Promise<readonly KeyItem[]> {
  const document = activeArticle()?.document;
  if (!document) return [];
  const { scheme } = await schemes.of(document);
  return scheme.kinds.flatMap(({ name, key }) =>
    key === undefined || isBuiltIn(name)
      ? []
      : {
          label: key.toUpperCase(),
          description: l10n.t('Mark as {0}', schemes.titleOf(document, name)),
          command: 'newsmark.markKind',
          argument: name,
        },
  );
}

async function chooseKind({ schemes }: Annotating): Promise<string | undefined> {
  const document = activeArticle()?.document;
  if (!document) return undefined;
  const { scheme } = await schemes.of(document);
  const items = scheme.kinds.map(({ name }): QuickPickItem & { readonly name: string } => {
    return { label: schemes.titleOf(document, name), name };
  });
  return (await window.showQuickPick(items, { title: l10n.t('What is marked?') }))?.name;
}
