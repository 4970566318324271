import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  LinkedEditingRangeRequest,
  type MarkupContent,
  PrepareRenameRequest,
  RenameRequest,
  SelectionRangeRequest,
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  TypeDefinitionRequest,
} from 'vscode-languageserver/node';
import { startWire, VSCODE, type Wire } from '../support/wire.ts';

const TEXT = `---
title: A treaty
---
Kenya and Peru sign a treaty

NAIROBI, March 4, 2019 — President Amina Odhiambo of Kenya signed a treaty with Peru. See www.example.org.

“We waited for ten years,” Ms. Odhiambo said. “It was a long time for all of us.

“It was worth it.”

On 30 February Peru will answer, Odhiambo said.
`;
const URI = 'file:///wire/treaty.article';
const textDocument = { uri: URI };

describe('every feature over the wire', () => {
  let wire: Wire;
  before(async () => {
    wire = await startWire({
      initializationOptions: { commandLinks: true },
      capabilities: {
        ...VSCODE,
        textDocument: {
          ...VSCODE.textDocument,
          codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true },
        },
      },
    });
    await wire.open(URI, TEXT);
  });
  after(async () => assert.equal(await wire.close(), 0));

  const at = (words: string, more = 1): { line: number; character: number } => {
    const lines = TEXT.slice(0, TEXT.indexOf(words)).split('\n');
    return { line: lines.length - 1, character: (lines.at(-1) ?? '').length + more };
  };
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  test('hover, with links that run a command', async () => {
    const hover = await wire.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: at('Odhiambo said'),
    });
    const value = (hover?.contents as MarkupContent | undefined)?.value ?? '';
    assert.match(value, /\*\*Amina Odhiambo\*\*/);
    assert.match(value, /Marked because/);
    assert.match(value, /\(command:newsmark\.goTo\?/);
  });

  test('outline', async () => {
    const symbols = await wire.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    const names = ((symbols ?? []) as DocumentSymbol[]).map(({ name }) => name);
    assert.deepEqual(names, ['People', 'Countries', 'Dates', 'Quotes']);
  });

  test('definition, type definition, highlights, linked editing', async () => {
    const position = at('Odhiambo said.');
    for (const type of [DefinitionRequest.type, TypeDefinitionRequest.type]) {
      const found = await wire.connection.sendRequest(type.method, { textDocument, position });
      assert.deepEqual((found as { range: unknown }[])[0]?.range, {
        start: at('Amina', 0),
        end: at('Amina Odhiambo', 'Amina Odhiambo'.length),
      });
    }
    const highlights = await wire.connection.sendRequest(DocumentHighlightRequest.type, {
      textDocument,
      position,
    });
    assert.equal(highlights?.length, 3);
    const linked = await wire.connection.sendRequest(LinkedEditingRangeRequest.type, {
      textDocument,
      position,
    });
    assert.equal(linked?.ranges.length, 2);
  });

  test('selection, folding, links', async () => {
    const [chain] =
      (await wire.connection.sendRequest(SelectionRangeRequest.type, {
        textDocument,
        positions: [at('Odhiambo of')],
      })) ?? [];
    let depth = 0;
    for (let range = chain; range; range = range.parent) depth++;
    assert.ok(4 < depth);
    const folds = (await wire.connection.sendRequest(FoldingRangeRequest.type, { textDocument })) ?? [];
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 2],
        [7, 9],
      ],
    );
    const links = await wire.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
    assert.equal(links?.[0]?.target, 'https://www.example.org');
  });

  test('colours: all, a part, and what has changed', async () => {
    const { connection } = wire;
    const all = (await connection.sendRequest(SemanticTokensRequest.type, {
      textDocument,
    })) as SemanticTokens;
    const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 200 } };
    const part = await connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    assert.ok(0 < (part?.data.length ?? 0) && (part?.data.length ?? 0) < all.data.length);
    const delta = await connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: all.resultId ?? '',
    });
    assert.deepEqual(delta && 'edits' in delta && delta.edits, []);
  });

  test('inlay hints and code lenses tell the rest when asked', async () => {
    const hints =
      (await wire.connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole })) ?? [];
    const hint = hints.find(({ label }) => Array.isArray(label) && label[0]?.value === 'Amina');
    assert.ok(hint);
    const resolved = await wire.connection.sendRequest(InlayHintResolveRequest.type, hint);
    assert.equal(resolved.tooltip, 'Amina Odhiambo');
    const lenses = (await wire.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    const [first] = lenses;
    assert.ok(first && first.command === undefined);
    const lens = await wire.connection.sendRequest(CodeLensResolveRequest.type, first);
    assert.match(lens.command?.title ?? '', /^1 person · 2 countries/);
  });

  test('completion and what it says of an item', async () => {
    const list = await wire.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: at('treaty with'),
    });
    const item = ((list ?? []) as CompletionItem[]).find(({ label }) => label === 'Amina Odhiambo');
    assert.ok(item);
    const resolved = await wire.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.match(String(resolved.documentation), /President Amina Odhiambo/);
  });

  test('rename', async () => {
    const position = at('Odhiambo of');
    const prepared = await wire.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position });
    assert.equal(prepared && 'placeholder' in prepared && prepared.placeholder, 'Amina Odhiambo');
    const edit = await wire.connection.sendRequest(RenameRequest.type, {
      textDocument,
      position,
      newName: 'Ada Obi',
    });
    assert.deepEqual(
      edit?.changes?.[URI]?.map(({ newText }) => newText),
      ['Ada Obi', 'Obi', 'Obi'],
    );
    const nobody = wire.connection.sendRequest(RenameRequest.type, {
      textDocument,
      position: at('treaty with'),
      newName: 'Ada',
    });
    await assert.rejects(nobody, /Only a person/);
  });

  test('a code action whose edit is made when it is chosen', async () => {
    const actions = (await wire.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start: at('30 February'), end: at('30 February') },
      context: { diagnostics: [] },
    })) as CodeAction[];
    const action = actions.find(({ title }) => title === 'Change to 28 February');
    assert.ok(action && action.edit === undefined);
    const resolved = await wire.connection.sendRequest(CodeActionResolveRequest.type, action);
    assert.deepEqual(
      resolved.edit?.changes?.[URI]?.map(({ newText }) => newText),
      ['28'],
    );
  });

  test('the same problems again are told as unchanged', async () => {
    const first = await wire.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    const { resultId } = first;
    const second = await wire.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      ...(resultId !== undefined && { previousResultId: resultId }),
    });
    assert.equal(second.kind, 'unchanged');
  });
});
