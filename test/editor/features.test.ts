import { assert } from 'chai';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CodeAction,
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type FoldingRange,
  type InlayHint,
  type Location,
  Range,
  type SelectionRange,
  type SymbolInformation,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode';
import { open, problems, rangeOf, until } from './editor.ts';

// Each feature of the language server as VS Code's own commands give it.

suite('the features of the language', () => {
  let document: TextDocument;
  suiteSetup(async () => {
    document = await open('summit.article');
    await until(
      () => problems(document),
      (all) => all.length > 0,
    );
  });

  const ask = <Answer>(command: string, ...more: readonly unknown[]): Thenable<Answer> =>
    commands.executeCommand<Answer>(command, document.uri, ...more);
  const at = (words: string) => rangeOf(document, words).start.translate(0, 1);
  const whole = () => new Range(0, 0, document.lineCount, 0);
  const wordsOf = (places: readonly { readonly range: Range }[]): readonly string[] =>
    places.map(({ range }) => document.getText(range));

  test('references and highlights: every mention of a person', async () => {
    const references = await ask<Location[]>('vscode.executeReferenceProvider', at('Santos said'));
    assert.includeMembers([...wordsOf(references)], ['Maria Santos', 'Santos']);
    const highlights = await ask<DocumentHighlight[]>('vscode.executeDocumentHighlights', at('Santos said'));
    assert.deepEqual([...wordsOf(highlights)].sort(), ['Maria Santos', 'Santos']);
  });

  test('definition and type definition', async () => {
    for (const command of ['vscode.executeDefinitionProvider', 'vscode.executeTypeDefinitionProvider'])
      assert.deepEqual(wordsOf(await ask<Location[]>(command, at('Santos said'))), ['Maria Santos'], command);
  });

  test('symbols of the folder', async () => {
    const search = () =>
      commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'santos');
    const found = await until(search, (symbols) => symbols.length > 0);
    assert.include(
      found.map(({ name }) => name),
      'Maria Santos',
    );
  });

  test('rename of a person', async () => {
    const edit = await ask<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      at('Santos said'),
      'Ana Lima',
    );
    const words = edit.get(document.uri).map(({ newText }) => newText);
    assert.deepEqual([...words].sort(), ['Ana Lima', 'Lima']);
  });

  test('selections that grow, folds, links', async () => {
    const [chain] = await ask<SelectionRange[]>('vscode.executeSelectionRangeProvider', [at('Santos of')]);
    assert.equal(chain && document.getText(chain.range), 'Santos');
    assert.equal(chain?.parent && document.getText(chain.parent.range), 'Maria Santos');
    const folds = await ask<FoldingRange[]>('vscode.executeFoldingRangeProvider');
    assert.deepInclude(
      folds.map(({ start, end }) => [start, end]),
      [0, 3],
    );
    assert.isArray(await ask<DocumentLink[]>('vscode.executeLinkProvider'));
  });

  test('inlay hints and code lenses', async () => {
    const hints = await ask<InlayHint[]>('vscode.executeInlayHintProvider', whole());
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    assert.include(labels, '2019-03-26');
    const lenses = await ask<CodeLens[]>('vscode.executeCodeLensProvider', 10);
    assert.match(lenses[0]?.command?.title ?? '', /2 people · 2 countries/);
  });

  test('completion of names', async () => {
    const list = await ask<CompletionList>('vscode.executeCompletionItemProvider', at('signed'));
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.includeMembers(labels, ['Maria Santos', 'Portugal']);
  });

  test('a quick fix for a problem', async () => {
    const actions = await ask<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      rangeOf(document, '30 February'),
      undefined,
      10,
    );
    const fix = actions.find(({ title }) => title === 'Change to 28 February');
    assert.deepEqual(
      fix?.edit?.get(document.uri).map(({ newText }) => newText),
      ['28'],
    );
  });

  test('who is quoted about whom', async () => {
    const [item] = await ask<CallHierarchyItem[]>('vscode.prepareCallHierarchy', at('Maria Santos'));
    assert.equal(item?.name, 'Maria Santos');
    const calls = await commands.executeCommand<CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.isArray(calls);
  });
});
