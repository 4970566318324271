import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentSymbolRequest,
  FileChangeType,
  HoverRequest,
  type MarkupContent,
} from 'vscode-languageserver/node';
import { type Annotator, rangeIn, settles, startAnnotator } from '../support/annotator.ts';

const BRIDGE = 'Mayor Elena Duarte said on 9 March 2021 that Brazil had paid. Brazil thanked Elena Duarte.\n';
const FERRY = 'The engineer Rui Lopes met Elena Duarte in Peru. They spoke of Kemet.\n';

describe("the folder's lexicon", () => {
  let use = 'learn';
  let annotator: Annotator;
  let lexicon: string;
  const [bridge, ferry] = ['bridge.article', 'ferry.article'];

  before(async () => {
    annotator = await startAnnotator({ configuration: () => ({ annotator: 'ana', lexicon: use }) });
    lexicon = annotator.uriOf('newsmark.lexicon');
    await annotator.wire.open(annotator.uriOf(bridge), BRIDGE);
    await annotator.wire.open(annotator.uriOf(ferry), FERRY);
  });
  after(() => annotator.close());

  const rules = async (): Promise<readonly string[]> =>
    (await annotator.read(lexicon))
      .split('\n')
      .flatMap((line) => /^(?:never|always)[^#]*(?= {2}#)/u.exec(line)?.[0] ?? []);
  const people = async (name: string): Promise<readonly string[]> =>
    (await annotator.shown(annotator.uriOf(name))).filter((mark) => mark.includes('person'));
  const hover = async (name: string, text: string, words: string): Promise<string> => {
    const { start: position } = rangeIn(text, words);
    const answer = await annotator.wire.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: annotator.uriOf(name) },
      position,
    });
    return (answer?.contents as MarkupContent | undefined)?.value.replaceAll('\\', '') ?? '';
  };
  const outlined = async (name: string): Promise<string> =>
    JSON.stringify(
      await annotator.wire.connection.sendRequest(DocumentSymbolRequest.type, {
        textDocument: { uri: annotator.uriOf(name) },
      }),
    );
  const setUse = async (other: string): Promise<void> => {
    use = other;
    await annotator.wire.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
  };
  const change = async (text: string): Promise<void> => {
    await writeFile(fileURLToPath(lexicon), text);
    await annotator.wire.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: lexicon, type: FileChangeType.Changed }],
    });
  };

  test('learns a name that is rejected everywhere in an article, and forgets it with the undo', async () => {
    const uri = annotator.uriOf(bridge);
    const one = await annotator.act(uri, BRIDGE, 'Elena Duarte', { kind: 'reject' });
    assert.deepEqual(one.rules, [], 'the other mention is not judged yet');
    const all = await annotator.act(uri, BRIDGE, 'Elena Duarte', { kind: 'reject alike' });
    assert.deepEqual(all.rules, ['never person: Elena Duarte']);
    await settles(rules, ['never person: Elena Duarte']);
    assert.match(await annotator.read(lexicon), / {2}# ana, \d{4}-\d\d-\d\d\n$/u);
    await settles(
      () => people(ferry),
      ['suggestion person: Rui Lopes', 'withheld person: Elena Duarte (line 2: never person: Elena Duarte)'],
    );
    assert.match(
      await hover(ferry, FERRY, 'Elena'),
      /Not marked because:\* by the folder's lexicon \(“line 2: never person: Elena Duarte”\)/u,
    );
    assert.ok(!(await outlined(ferry)).includes('Elena'));
    await annotator.ask('newsmark/undoAct', uri, { number: all.number ?? -1 });
    await settles(rules, []);
    await settles(() => people(ferry), ['suggestion person: Rui Lopes', 'suggestion person: Elena Duarte']);
    await annotator.ask('newsmark/redoAct', uri, { number: all.number ?? -1 });
    await settles(rules, ['never person: Elena Duarte']);
    await annotator.ask('newsmark/undoAct', uri, { number: all.number ?? -1 });
    await annotator.ask('newsmark/undoAct', uri, { number: one.number ?? -1 });
  });

  test('learns a name that is added, and says so of what it adds', async () => {
    const uri = annotator.uriOf(ferry);
    const added = await annotator.act(uri, FERRY, 'Kemet', { kind: 'mark', as: 'person' });
    assert.deepEqual(added.rules, ['always person: Kemet | entity=Kemet']);
    const text = `${BRIDGE}Kemet waits.\n`;
    await annotator.wire.open(annotator.uriOf('kemet.article'), text);
    const own = async () => (await people('kemet.article')).filter((mark) => mark.includes('Kemet'));
    await settles(own, ['suggestion person: Kemet (line 2: always person: Kemet | entity=Kemet)']);
    assert.match(
      await hover('kemet.article', text, 'Kemet'),
      /Marked because:\* by the folder's lexicon \(“line 2:/u,
    );
    assert.match(await outlined('kemet.article'), /"Kemet"/u);
    await annotator.ask('newsmark/undoAct', uri, { number: added.number ?? -1 });
    await settles(own, []);
  });

  test('learns at one mention from who asks for it', async () => {
    const uri = annotator.uriOf(bridge);
    const acted = await annotator.act(uri, BRIDGE, 'Brazil', { kind: 'reject' }, { teach: true });
    assert.deepEqual(acted.rules, ['never country: Brazil']);
    await annotator.ask('newsmark/undoAct', uri, { number: acted.number ?? -1 });
    await settles(rules, []);
  });

  test('holds as it is changed by hand, and tells of lines that are no rules without touching them', async () => {
    const text = '# ours\nnever person: Rui Lopes\nsometimes person: May\n';
    await change(text);
    await settles(
      () => people(ferry),
      ['withheld person: Rui Lopes (line 2: never person: Rui Lopes)', 'suggestion person: Elena Duarte'],
    );
    const told = async () =>
      annotator.wire.pushed.get(lexicon)?.map(({ range, code }) => [range.start.line, code]);
    await settles(told, [[2, 'no-rule']]);
    const acted = await annotator.act(annotator.uriOf(ferry), FERRY, 'Peru', { kind: 'reject' });
    assert.deepEqual(acted.rules, ['never country: Peru']);
    assert.ok((await annotator.read(lexicon)).startsWith(text));
    await annotator.ask('newsmark/undoAct', annotator.uriOf(ferry), { number: acted.number ?? -1 });
    await settles(() => annotator.read(lexicon), text);
    await change('never person: Rui Lopes\n');
    await settles(told, []);
  });

  test('is applied alone, or not at all, by one setting', async () => {
    await setUse('apply');
    const uri = annotator.uriOf(ferry);
    await settles(
      () => people(ferry),
      ['withheld person: Rui Lopes (line 1: never person: Rui Lopes)', 'suggestion person: Elena Duarte'],
    );
    const acted = await annotator.act(uri, FERRY, 'Peru', { kind: 'reject' });
    assert.deepEqual(acted.rules, []);
    await annotator.ask('newsmark/undoAct', uri, { number: acted.number ?? -1 });
    await setUse('off');
    await settles(() => people(ferry), ['suggestion person: Rui Lopes', 'suggestion person: Elena Duarte']);
    const untaught = await annotator.act(uri, FERRY, 'Peru', { kind: 'reject' }, { teach: true });
    assert.deepEqual(untaught.rules, []);
    await annotator.ask('newsmark/undoAct', uri, { number: untaught.number ?? -1 });
    await setUse('learn');
  });

  test('counts in the progress of articles that are not open', async () => {
    const file = annotator.uriOf('closed.article');
    await writeFile(fileURLToPath(file), 'Rui Lopes left.\n');
    await annotator.wire.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: file, type: FileChangeType.Created }],
    });
    const stateOf = async (): Promise<string | undefined> => {
      const reviews: { done: { uri: string }[]; unfinished: { uri: string; left: number }[] } =
        await annotator.wire.connection.sendRequest('newsmark/reviews', { most: 100 });
      const isOwn = ({ uri }: { uri: string }): boolean => uri.endsWith('/closed.article');
      return reviews.done.some(isOwn) ? 'done' : `${reviews.unfinished.find(isOwn)?.left} left`;
    };
    await settles(stateOf, 'done');
    await change('');
    await settles(stateOf, '1 left');
  });
});
