import { l10n, type QuickPickItem, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Act } from '../../server/annotations/acts/act.ts';
import type { Choices } from '../../server/requests/marks.ts';
import { activeArticle, ask } from '../articles.ts';
import { type Annotating, doAct } from './act.ts';
import { chooseAttribute } from './attributes.ts';
import { isBuiltIn } from './schemes.ts';

/** Asks what the mark at the selection is — the person, the country, the date's value, the speaker — and says so. */
export async function chooseValue(annotating: Annotating): Promise<void> {
  const editor = activeArticle();
  const choices = editor && (await askChoices(annotating.client, editor));
  if (!choices) return;
  const act = await chooseAct(annotating, editor, choices);
  if (act) await doAct(annotating, act);
}

/** What the folder's scheme has added to a kind is asked by its name, beside what Newsmark asks of its own kinds. */
async function chooseAct(
  { client, schemes }: Annotating,
  editor: TextEditor,
  choices: Choices,
): Promise<Act | undefined> {
  const { added } = await schemes.of(editor.document);
  const own = added[choices.kind] ?? [];
  const usual = l10n.t('Who, where or when it is');
  if (!isBuiltIn(choices.kind)) return chooseAttribute(choices, own);
  if (own.length > 0) {
    const names = own.map(({ name, title }) => title ?? name);
    const asked = await window.showQuickPick([usual, ...names], { title: choices.words });
    if (asked === undefined) return undefined;
    if (asked !== usual)
      return chooseAttribute(choices, own.slice(names.indexOf(asked), names.indexOf(asked) + 1));
  }
  if (choices.kind === 'date') return inputDate(client, editor, choices);
  return pick(choices, (entity) => ({ kind: 'describe', attributes: { ...choices.attributes, entity } }));
}

/** Asks which person all mentions of the person at the selection are, and says so of all of them. */
export async function chooseSamePerson(annotating: Annotating): Promise<void> {
  await choosePerson(annotating, 'same person');
}

/** Asks which person the mention at the selection is, and says so of it alone. */
export async function chooseOtherPerson(annotating: Annotating): Promise<void> {
  await choosePerson(annotating, 'other person');
}

async function choosePerson(annotating: Annotating, kind: 'same person' | 'other person'): Promise<void> {
  const editor = activeArticle();
  const choices = editor && (await askChoices(annotating.client, editor));
  if (!choices) return;
  if (choices.kind !== 'person' && choices.kind !== 'quote') {
    window.setStatusBarMessage(l10n.t('Newsmark: this is no person'), 3000);
    return;
  }
  const act = await pick(choices, (name) => ({ kind, name }));
  const name = act?.kind === 'describe' ? act.attributes.entity : undefined;
  if (name !== undefined) await doAct(annotating, { kind, name });
  else if (act) await doAct(annotating, act);
}

/** Asks for a note on the mark at the selection. */
export async function writeNote(annotating: Annotating): Promise<void> {
  const note = await window.showInputBox({ title: l10n.t('Note on the mark') });
  if (note !== undefined) await doAct(annotating, { kind: 'note', note });
}

async function askChoices(client: BaseLanguageClient, editor: TextEditor): Promise<Choices | null> {
  const range = client.code2ProtocolConverter.asRange(editor.selection);
  const choices = await ask(client, 'newsmark/choices', editor.document, { range });
  if (!choices) window.setStatusBarMessage(l10n.t('Newsmark: no mark here'), 2000);
  return choices;
}

async function inputDate(
  client: BaseLanguageClient,
  { document }: TextEditor,
  { words, attributes }: Choices,
): Promise<Act | undefined> {
  const value = await window.showInputBox({
    title: l10n.t('Value of “{0}”', words),
    prompt: l10n.t('A TIMEX3 value, such as 2019-04-27, 2019-W13, P3D or PRESENT_REF.'),
    value: attributes.value ?? '',
    validateInput: async (text) =>
      (await ask(client, 'newsmark/checkDate', document, { value: text.trim() })) ?? undefined,
  });
  if (value === undefined) return undefined;
  return { kind: 'describe', attributes: { ...attributes, value: value.trim() } };
}

interface Item extends QuickPickItem {
  readonly act: Act;
}

/** The act of the choice taken; of people, what is typed can be chosen too. */
function pick({ kind, words, choices }: Choices, typed: (name: string) => Act): Promise<Act | undefined> {
  const input = window.createQuickPick<Item>();
  input.title = titleOf(kind, words);
  input.matchOnDescription = true;
  const show = (): void => {
    const name = input.value.trim();
    const isNew = name !== '' && kind !== 'country' && choices.every(({ label }) => label !== name);
    input.items = [
      ...choices.map(({ label, description, act }) => ({ label, description, act })),
      ...(isNew ? [{ label: name, description: l10n.t('a new name'), act: typed(name) }] : []),
    ];
  };
  show();
  return new Promise((resolve) => {
    input.onDidChangeValue(show);
    input.onDidAccept(() => {
      resolve(input.selectedItems[0]?.act);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

function titleOf(kind: string, words: string): string {
  switch (kind) {
    case 'country':
      return l10n.t('Which country is “{0}”?', words);
    case 'quote':
      return l10n.t('Who said “{0}”?', words);
    default:
      return l10n.t('Who is “{0}”?', words);
  }
}
