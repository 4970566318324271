import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  type QuickPickItem,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FoundScheme } from '../../server/marking/schemes.ts';
import type { AdjudicationPoint, DecideParams } from '../../server/requests/layers.ts';
import { kindInWords } from '../annotate/draw.ts';
import { showKeys } from '../annotate/keys.ts';
import type { ActsUndo } from '../annotate/undo.ts';
import { activeArticle } from '../articles.ts';
import { type AdjudicateMode, createAdjudicateMode } from './mode.ts';
import { articleOfSide } from './sides.ts';

/** Wires the adjudicate mode and its commands. `changed` is called when it has been switched. */
export function adjudicate(
  context: ExtensionContext,
  client: BaseLanguageClient,
  undo: ActsUndo,
  changed: () => void,
): AdjudicateMode {
  const mode = createAdjudicateMode(client, undo, changed);
  const command = (name: string, run: (argument: unknown) => unknown) => commands.registerCommand(name, run);
  const take = (reading: number) => mode.decide({ kind: 'take', reading });
  const disposable = Disposable.from(
    mode,
    command('newsmark.adjudicate', () => start(mode)),
    command('newsmark.leaveAdjudicating', () => mode.leave()),
    command('newsmark.nextDisagreement', () => mode.go(1)),
    command('newsmark.previousDisagreement', () => mode.go(-1)),
    command('newsmark.takeLeft', () => take(0)),
    command('newsmark.takeRight', () => take(1)),
    command('newsmark.takeReading', (number) =>
      typeof number === 'number' && number <= mode.annotators().length ? take(number - 1) : undefined,
    ),
    command('newsmark.takeBoth', () => mode.decide({ kind: 'both' })),
    command('newsmark.takeNeither', () => mode.decide({ kind: 'neither' })),
    command('newsmark.takeNew', () => takeNew(client, mode)),
    command('newsmark.resolveConflict', () => mode.resolve()),
    command('newsmark.showAdjudicationKeys', () => showKeys(context, 'newsmark.adjudicating')),
  );
  return { ...mode, dispose: () => disposable.dispose() };
}

/** From an article, or from a side file, which may be one with conflicts that git could not merge. */
async function start(mode: AdjudicateMode): Promise<void> {
  const side = window.activeTextEditor?.document.uri;
  const article = side && articleOfSide(side);
  const document = article ? await workspace.openTextDocument(article) : activeArticle()?.document;
  if (!document) return;
  await commands.executeCommand('newsmark.leaveAnnotating');
  await window.showTextDocument(document);
  await mode.start(document);
}

/** Asks for the kind and the value of a mark on the selection. */
async function takeNew(client: BaseLanguageClient, mode: AdjudicateMode): Promise<void> {
  const editor = activeArticle();
  const point = mode.current();
  if (!editor || !point) return;
  const words = editor.selection.isEmpty
    ? client.protocol2CodeConverter.asRange(point.range)
    : editor.selection;
  const { uri } = client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document);
  const { scheme } = await client.sendRequest<FoundScheme>('newsmark/scheme', { uri });
  const chosen = await window.showQuickPick(
    scheme.kinds.map((own): QuickPickItem & { readonly own: typeof own } => {
      return { label: own.title ?? kindInWords(own.name), own };
    }),
    { title: l10n.t('What is “{0}”?', editor.document.getText(words)) },
  );
  if (!chosen) return;
  const { name, attributes: known } = chosen.own;
  const attributes = { ...attributesOf(point, name) };
  const main = { person: 'entity', country: 'code', date: 'value', quote: 'entity' }[name] ?? known[0]?.name;
  if (main !== undefined) {
    const values = known.find((attribute) => attribute.name === main)?.values;
    const title = `${chosen.label}: ${main}`;
    const value = values
      ? await window.showQuickPick(values, { title })
      : await window.showInputBox({ title, value: attributes[main] ?? '' });
    if (value === undefined) return;
    if (value.trim() !== '') attributes[main] = value.trim();
  }
  const range = client.code2ProtocolConverter.asRange(words);
  const decision: DecideParams['decision'] = { kind: 'new', as: name, range, attributes };
  await mode.decide(decision);
}

/** What a layer says of a mark of the kind at the place. */
function attributesOf({ readings }: AdjudicationPoint, kind: string): Readonly<Record<string, string>> {
  return readings.find((reading) => reading.kind === kind)?.attributes ?? {};
}
