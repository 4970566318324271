import assert from 'node:assert/strict';
import { readdir, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FileChangeType,
  type FullDocumentDiagnosticReport,
  HoverRequest,
  type InlayHint,
  InlayHintRequest,
  type Location,
  type MarkupContent,
  ReferencesRequest,
  type SemanticTokens,
  SemanticTokensRequest,
  WillRenameFilesRequest,
} from 'vscode-languageserver/node';
import { type Annotator, rangeIn, settles, startAnnotator } from '../support/annotator.ts';

const TEXT = `---
published: 2021-03-09
---
Mayor Elena Duarte said on Tuesday that Brazil had paid for the bridge.

“It was a long wait,” Ms Duarte told Rui Lopes in Peru. Lopes thanked her.
`;

describe('marks', () => {
  let annotator: Annotator;
  let articles = 0;
  before(async () => {
    annotator = await startAnnotator({
      configuration: () => ({ lexicon: 'off' }),
      initializationOptions: { commandLinks: true },
    });
  });
  after(() => annotator.close());

  /** An article of its own for a test. */
  async function open(text = TEXT): Promise<string> {
    const uri = annotator.uriOf(`own${articles++}.article`);
    await annotator.wire.open(uri, text);
    return uri;
  }
  const about = (uri: string) => ({ textDocument: { uri } });
  const send = <Answer>(type: { readonly method: string }, params: object): Promise<Answer> =>
    annotator.wire.connection.sendRequest(type.method, params);

  async function tokens(uri: string, text: string): Promise<readonly string[]> {
    const { data } = await send<SemanticTokens>(SemanticTokensRequest.type, about(uri));
    const { tokenTypes, tokenModifiers } = annotator.wire.initialized.capabilities.semanticTokensProvider
      ?.legend ?? { tokenTypes: [], tokenModifiers: [] };
    const lines = text.split('\n');
    let [line, character] = [0, 0];
    return Array.from({ length: data.length / 5 }, (_, i) => {
      const [down = 0, along = 0, length = 0, type = 0, bits = 0] = data.slice(5 * i);
      character = down === 0 ? character + along : along;
      line += down;
      const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
      const words = lines[line]?.slice(character, character + length);
      return [tokenTypes[type], ...modifiers, words].join(' ');
    });
  }
  async function outline(uri: string): Promise<readonly string[]> {
    const list = (symbols: readonly { name: string; children?: [] }[]): readonly string[] =>
      symbols.flatMap(({ name, children = [] }) => [name, ...list(children)]);
    return list(await send(DocumentSymbolRequest.type, about(uri)));
  }
  async function hover(uri: string, text: string, words: string): Promise<string> {
    const position = rangeIn(text, words).start;
    const answer = await send<{ contents: MarkupContent } | null>(HoverRequest.type, {
      ...about(uri),
      position,
    });
    return answer?.contents.value.replaceAll('\\', '') ?? '';
  }
  const choose = async (uri: string, words: string, label: RegExp) => {
    const found = await annotator.ask('newsmark/choices', uri, { range: rangeIn(TEXT, words) });
    const choice = found?.choices.find((one) => label.test(one.label));
    assert.ok(choice, JSON.stringify(found?.choices.map((one) => one.label)));
    return { choice, labels: found?.choices.map((one) => one.label) ?? [] };
  };

  test('are told of in everything that shows an article', async () => {
    const uri = await open();
    await annotator.act(uri, TEXT, 'Elena Duarte', { kind: 'accept' });
    await annotator.act(uri, TEXT, 'Brazil', { kind: 'reject' });
    await annotator.act(uri, TEXT, 'bridge', { kind: 'mark', as: 'person' });
    const coloured = await tokens(uri, TEXT);
    assert.ok(coloured.includes('person confirmed Elena Duarte'), coloured.join());
    assert.ok(coloured.includes('person confirmed bridge'));
    assert.ok(coloured.includes('person Duarte'));
    assert.ok(!coloured.some((token) => token.includes('Brazil')));
    await annotator.act(uri, TEXT, 'Elena Duarte', { kind: 'doubt' });
    assert.ok((await tokens(uri, TEXT)).includes('person Elena Duarte'), 'who is unsure has not confirmed');
    const lines = await outline(uri);
    assert.ok(lines.includes('bridge') && !lines.some((line) => /^Brazil \p{RI}/u.test(line)), lines.join());
    assert.match(await hover(uri, TEXT, 'bridge'), /added by an annotator/u);
    assert.match(await hover(uri, TEXT, 'Elena'), /accepted by an annotator, unsure/u);
    assert.doesNotMatch(await hover(uri, TEXT, 'Brazil had'), /ISO code/u);
  });

  test('give what they say to hints, problems and references', async () => {
    const text = 'Elena Duarte came. Duarte left. Rui Lopes came on 30 February.\n';
    const uri = await open(text);
    const hints = async (): Promise<readonly unknown[]> => {
      const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      const found = await send<InlayHint[]>(InlayHintRequest.type, { ...about(uri), range });
      return found.map(({ label }) => (Array.isArray(label) ? label[0]?.value : label));
    };
    const codes = async (): Promise<readonly unknown[]> =>
      (await send<FullDocumentDiagnosticReport>(DocumentDiagnosticRequest.type, about(uri))).items.map(
        ({ code }) => code,
      );
    const references = async (words: string): Promise<number> => {
      const position = rangeIn(text, words).start;
      const context = { includeDeclaration: true };
      return (await send<Location[]>(ReferencesRequest.type, { ...about(uri), position, context })).filter(
        (place) => place.uri === uri,
      ).length;
    };
    assert.deepEqual(await hints(), ['Elena']);
    assert.equal(await references('Duarte left'), 2);
    assert.ok((await codes()).includes('impossible-date'));
    await annotator.act(uri, text, 'Duarte left', { kind: 'reject' });
    await annotator.ask('newsmark/act', uri, {
      act: { kind: 'other person', name: 'Maria Duarte' },
      selections: [rangeIn(text.replace('Elena Duarte', '____________'), 'Duarte')],
    });
    assert.deepEqual(await hints(), ['Maria']);
    await settles(() => references('Elena'), 1);
  });

  test('split a person and join two, with one act each', async () => {
    const uri = await open();
    const { choice } = await choose(uri, 'Lopes thanked', /Elena Duarte/u);
    assert.equal(choice.act.kind, 'describe');
    const lopes = { selections: [rangeIn(TEXT, 'Lopes thanked')] };
    await annotator.act(
      uri,
      TEXT,
      'Lopes',
      { kind: 'other person', name: 'Ana Lopes' },
      {
        selections: [{ ...lopes.selections[0], end: rangeIn(TEXT, 'Lopes thanked').start } as never],
      },
    );
    assert.ok((await outline(uri)).includes('Ana Lopes'), 'split');
    assert.ok((await outline(uri)).includes('Rui Lopes'), 'the other stays');
    const joined = await annotator.act(uri, TEXT, 'Rui Lopes', { kind: 'same person', name: 'Ana Lopes' });
    assert.equal(joined.marks, 1);
    assert.match(await hover(uri, TEXT, 'Rui'), /\*\*Ana Lopes\*\*[\s\S]*1 of 2/u);
  });

  test('take a date that is checked, a country and a speaker that are chosen', async () => {
    const uri = await open();
    assert.match(
      (await annotator.ask('newsmark/checkDate', uri, { value: '2021-02-30' })) ?? '',
      /no 2021-02-30/u,
    );
    assert.match(
      (await annotator.ask('newsmark/checkDate', uri, { value: 'soon' })) ?? '',
      /no TIMEX3 value/u,
    );
    assert.equal(await annotator.ask('newsmark/checkDate', uri, { value: 'P3D' }), null);
    await annotator.act(uri, TEXT, 'Tuesday', {
      kind: 'describe',
      attributes: { timex: 'DATE', value: 'P3D' },
    });
    assert.match(await hover(uri, TEXT, 'Tuesday'), /P3D[\s\S]*DURATION[\s\S]*corrected by an annotator/u);

    const country = await choose(uri, 'Brazil', /Portugal/u);
    assert.match(country.labels[0] ?? '', /Brazil|Peru/u, 'those of the article come first');
    await annotator.act(uri, TEXT, 'Brazil', country.choice.act);
    assert.match(await hover(uri, TEXT, 'Brazil'), /Portugal[\s\S]*PT/u);

    const words = '“It was a long wait,”';
    const speaker = await choose(uri, words, /Rui Lopes/u);
    assert.match(speaker.labels[0] ?? '', /Duarte/u, 'the likeliest first');
    await annotator.act(uri, TEXT, words, speaker.choice.act);
    assert.match(await hover(uri, TEXT, 'long wait'), /Quote: Rui Lopes/u);
  });

  test('are kept without a place where somebody says so, until their words are back', async () => {
    const uri = await open('Elena Duarte came.\n');
    await annotator.act(uri, 'Elena Duarte came.\n', 'Elena Duarte', { kind: 'accept' });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 13 } };
    await annotator.wire.change(uri, 2, { range, text: '' });
    const unsettled = async () => (await annotator.ask('newsmark/marks', uri, { ranges: [] })).unsettled;
    const [lost] = await unsettled();
    assert.equal(lost?.state, 'lost');
    const acted = await annotator.ask('newsmark/act', uri, {
      act: { kind: 'keep', id: lost?.id ?? '' },
      selections: [],
    });
    assert.deepEqual(await unsettled(), []);
    await settles(
      async () => (await annotator.read(`${uri}.marks.jsonl`)).includes('"newsmark:detached":true'),
      true,
    );
    await annotator.ask('newsmark/undoAct', uri, { number: acted.number ?? -1 });
    assert.equal((await unsettled()).length, 1);
    await annotator.ask('newsmark/redoAct', uri, { number: acted.number ?? -1 });
    const start = { line: 0, character: 0 };
    await annotator.wire.change(uri, 3, { range: { start, end: start }, text: 'Elena Duarte ' });
    assert.deepEqual(await annotator.shown(uri), ['accepted person: Elena Duarte']);
    await annotator.wire.change(uri, 4, { range, text: '' });
    assert.equal((await unsettled()).length, 1, 'lost again, they are told of again');
  });

  test('of an article without a file come to lie beside the file it is saved to', async () => {
    for (const opensFirst of [true, false]) {
      const untitled = `untitled:Untitled-${Number(opensFirst)}`;
      const text = `Elena Duarte came ${Number(opensFirst)} times.`;
      await annotator.wire.open(untitled, text);
      await annotator.act(untitled, text, 'Elena Duarte', { kind: 'accept' });
      assert.ok((await annotator.shown(untitled)).includes('accepted person: Elena Duarte'));
      const uri = annotator.uriOf(`saved${Number(opensFirst)}.article`);
      const close = () =>
        annotator.wire.connection.sendNotification(DidCloseTextDocumentNotification.type, about(untitled));
      if (!opensFirst) await close();
      await annotator.wire.open(uri, `${text}\n`);
      await annotator.shown(uri);
      if (opensFirst) await close();
      await settles(async () => (await annotator.shown(uri)).includes('accepted person: Elena Duarte'), true);
      await settles(
        async () => (await annotator.read(`${uri}.marks.jsonl`)).includes('"Elena Duarte"'),
        true,
      );
    }
  });

  test('let the lines above the text say what they say after every act', async () => {
    const text = 'Elena Duarte came. Duarte left.\n';
    const uri = await open(text);
    const lenses = await send<CodeLens[]>(CodeLensRequest.type, about(uri));
    const range = { start: { line: 0, character: 12 }, end: { line: 0, character: 13 } };
    // What the editor's undo is taught an act by: the text is as it was, in a new version.
    await annotator.wire.change(uri, 2, { range, text: ' ' });
    const told = await Promise.all(lenses.map((lens) => send<CodeLens>(CodeLensResolveRequest.type, lens)));
    assert.deepEqual(
      told.map(({ command }) => command?.title),
      ['1 person · 0 countries · 0 dates · 0 quotes', 'Elena Duarte: 2 mentions'],
    );
  });

  test('of every annotator move with their article', async () => {
    const uri = annotator.uriOf('old.article');
    for (const layer of ['', '.@ana', '.@li%20wei'])
      await writeFile(fileURLToPath(annotator.uriOf(`old.article${layer}.marks.jsonl`)), '');
    await writeFile(fileURLToPath(annotator.uriOf('older.article.marks.jsonl')), '');
    const edit = await send<{ documentChanges: readonly { oldUri: string; newUri: string }[] }>(
      WillRenameFilesRequest.type,
      { files: [{ oldUri: uri, newUri: annotator.uriOf('new.article') }] },
    );
    const name = (moved: string): string => decodeURIComponent(path.posix.basename(moved));
    assert.deepEqual(
      edit.documentChanges.map(({ oldUri, newUri }) => `${name(oldUri)} → ${name(newUri)}`).sort(),
      [
        'old.article.@ana.marks.jsonl → new.article.@ana.marks.jsonl',
        'old.article.@li%20wei.marks.jsonl → new.article.@li%20wei.marks.jsonl',
        'old.article.marks.jsonl → new.article.marks.jsonl',
      ],
    );
    const folder = path.dirname(fileURLToPath(uri));
    for (const file of await readdir(folder))
      if (file.startsWith('old')) await unlink(path.join(folder, file));
  });

  test('and the folder know plain text that was opened as an article', async () => {
    const text = 'The weaver Ines Prado came.\n';
    const uri = annotator.uriOf('plain.txt');
    await writeFile(fileURLToPath(uri), text);
    await annotator.wire.open(uri, text);
    await annotator.act(uri, text, 'came', { kind: 'mark', as: 'person' });
    await annotator.wire.connection.sendNotification(DidCloseTextDocumentNotification.type, about(uri));
    const known = async (): Promise<readonly string[]> => {
      const answer: { entities: readonly { name: string }[] } = await annotator.wire.connection.sendRequest(
        'newsmark/entities',
        {
          kind: 'person',
          sort: 'name',
          most: 100,
          article: uri,
        },
      );
      return answer.entities.map(({ name }) => name);
    };
    await settles(known, ['came', 'Ines Prado']);
    await unlink(fileURLToPath(uri));
    await annotator.wire.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Deleted }],
    });
    await settles(known, []);
  });

  test('lead to the next article that is not done', async () => {
    const [first, second] = [await open('Elena Duarte came.\n'), await open('Rui Lopes came.\n')];
    assert.equal(await annotator.ask('newsmark/nextArticle', first, {}), second);
    await annotator.act(second, 'Rui Lopes came.\n', 'Rui Lopes', { kind: 'accept' });
    assert.notEqual(await annotator.ask('newsmark/nextArticle', first, {}), second);
  });
});
