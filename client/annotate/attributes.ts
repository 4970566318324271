import { l10n, type QuickPickItem, window } from 'vscode';
import type { Act } from '../../server/annotations/acts/act.ts';
import type { SchemeAttribute } from '../../server/annotations/scheme/scheme.ts';
import type { Choices } from '../../server/requests/marks.ts';

interface Item extends QuickPickItem {
  readonly attribute: SchemeAttribute;
}

/** Asks for the value of an attribute of a folder's own scheme, first for which one where there are several. */
export async function chooseAttribute(
  { words, attributes }: Choices,
  own: readonly SchemeAttribute[],
): Promise<Act | undefined> {
  const items = own.map((attribute): Item => {
    return {
      label: attribute.title ?? attribute.name,
      description: attributes[attribute.name] ?? '',
      attribute,
    };
  });
  const chosen =
    items.length < 2
      ? items[0]
      : await window.showQuickPick(items, { title: `“${words}”: ${l10n.t('What of it?')}` });
  if (!chosen) return undefined;
  const { attribute, label } = chosen;
  const title = `“${words}”: ${label}`;
  const value = attribute.values
    ? await window.showQuickPick(attribute.values, { title })
    : await window.showInputBox({ title, value: attributes[attribute.name] ?? '' });
  if (value === undefined) return undefined;
  const { [attribute.name]: _, ...others } = attributes;
  const said = value.trim() === '' ? others : { ...others, [attribute.name]: value.trim() };
  return { kind: 'describe', attributes: said };
}
