import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver/node';
import type { Mark } from '../../server/annotations/mark.ts';
import { sideFileName } from '../../server/annotations/sideFile/name.ts';
import type { Adjudication } from '../../server/requests/layers.ts';
import type { Marks } from '../../server/requests/marks.ts';
import type { FolderRequests } from '../../server/requests.ts';
import { marksIn, sideFileOf } from '../support/layers.ts';
import { startWire, until, VSCODE, type Wire } from '../support/wire.ts';

const NAME = 'the bridge.article';
const TEXT = 'Elena Duarte left.\n\n😀 Brazil paid for it on Tuesday.\n';
const by = marksIn(TEXT);

describe('the layers of several annotators', () => {
  let folder: string;
  let wire: Wire;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const ask = <Method extends keyof FolderRequests>(
    method: Method,
    params: FolderRequests[Method]['params'],
  ): Promise<FolderRequests[Method]['result']> => wire.connection.sendRequest(method, params);

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'newsmark-layers-'));
    const layers = {
      anna: [by('anna')('person', 'Elena Duarte'), by('anna')('country', 'Brazil', { code: 'BR' })],
      ben: [by('ben')('person', 'Elena Duarte'), by('ben')('country', '😀 Brazil', { code: 'BR' })],
      adjudicated: [],
    };
    await writeFile(path.join(folder, NAME), TEXT);
    for (const [annotator, marks] of Object.entries(layers))
      await writeFile(path.join(folder, sideFileName(NAME, annotator)), sideFileOf(NAME, TEXT, marks));
    wire = await startWire({
      folders: [{ uri: uriOf(''), name: 'articles' }],
      capabilities: { ...VSCODE, window: {} },
    });
  });
  after(async () => {
    await wire?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('are compared, each disagreement with its place', async () => {
    const sides = ['anna', 'ben', 'adjudicated'].map((name) => uriOf(sideFileName(NAME, name)));
    for (const article of [undefined, uriOf(NAME)]) {
      const found = await ask('newsmark/agreement', { sides, ...(article !== undefined && { article }) });
      assert.deepEqual(found.annotators, ['anna', 'ben']);
      assert.deepEqual([found.figures[0]?.exact, found.figures[0]?.overlap], [0.5, 1]);
      assert.deepEqual(found.disagreements, [
        {
          words: '😀 Brazil',
          differences: ['span'],
          readings: [
            { annotator: 'anna', kind: 'country', says: '“Brazil” (BR)' },
            { annotator: 'ben', kind: 'country', says: '“😀 Brazil” (BR)' },
          ],
          places: [
            { uri: uriOf(NAME), range: { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } } },
          ],
        },
      ]);
    }
    const none = await ask('newsmark/agreement', { sides, article: uriOf('other.article') });
    assert.deepEqual(none.annotators, []);
  });

  test("follow the folder's scheme as soon as it changes", async () => {
    const scheme = uriOf('newsmark.scheme.json');
    let told = 0;
    wire.connection.onNotification('newsmark/schemeChanged', () => {
      told++;
    });
    const write = async (content: string): Promise<void> => {
      const before = told;
      await writeFile(path.join(folder, 'newsmark.scheme.json'), content);
      await wire.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: scheme, type: FileChangeType.Changed }],
      });
      await until(() => before < told);
    };
    const kinds = async (): Promise<readonly string[]> =>
      (await ask('newsmark/scheme', { uri: uriOf(NAME) })).scheme.kinds.map(({ name }) => name);
    const defaults = ['person', 'country', 'date', 'quote'];
    assert.deepEqual(await kinds(), defaults);
    await write('{"kinds": [{"name": "ship", "key": "b"}]}');
    assert.deepEqual(await kinds(), [...defaults, 'ship']);
    await write('{"defaults": false, "kinds": [{"name": "person"}]}');
    assert.deepEqual(await kinds(), ['person']);
    const about = { textDocument: { uri: uriOf(NAME) } };
    await wire.open(uriOf(NAME), TEXT);
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const { marks }: Marks = await wire.connection.sendRequest('newsmark/marks', {
      ...about,
      ranges: [range],
    });
    assert.deepEqual(
      marks.map(({ kind, state }) => [kind, state]),
      [
        ['person', 'suggestion'],
        ['country', 'withheld'],
        ['date', 'withheld'],
      ],
    );
    await write('{"kinds": [{"name": "a ship"}]}');
    assert.deepEqual(await ask('newsmark/scheme', { uri: uriOf(`below/${NAME}`) }), {
      scheme: (await ask('newsmark/scheme', { uri: 'untitled:1' })).scheme,
      added: {},
      file: scheme,
      problem: { place: 'kinds[0].name', reason: 'not a name', found: 'a ship' },
    });
  });

  test('are adjudicated point by point, and each decision can be undone and done again', async () => {
    const about = {
      textDocument: { uri: uriOf(NAME) },
      sides: ['anna', 'ben', 'adjudicated'].map((name) => uriOf(sideFileName(NAME, name))),
    };
    const look = (): Promise<Adjudication> => wire.connection.sendRequest('newsmark/adjudication', about);
    const result = async (): Promise<string[]> => {
      const lines = await readFile(path.join(folder, sideFileName(NAME, 'adjudicated')), 'utf8');
      return lines.trimEnd().split('\n').slice(1).map(inWords);
    };
    const open = await look();
    assert.deepEqual(
      [open.annotators, open.points.map(({ state }) => state)],
      [
        ['anna', 'ben'],
        ['agreed', 'open'],
      ],
    );
    const agreed = { ...about, decision: { kind: 'agreed' } };
    assert.equal(await wire.connection.sendRequest('newsmark/decide', agreed), 0);
    assert.equal(await wire.connection.sendRequest('newsmark/decide', agreed), null);
    const decision = { kind: 'take', reading: 1 };
    const point = open.points[1]?.id;
    const number = await wire.connection.sendRequest('newsmark/decide', { ...about, point, decision });
    const decided = ['accepted person: Elena Duarte', 'accepted country: 😀 Brazil'];
    assert.deepEqual(await result(), decided);
    assert.ok((await look()).points.every(({ state }) => state === 'decided'));
    const { textDocument } = about;
    assert.equal(await wire.connection.sendRequest('newsmark/undoDecision', { textDocument, number }), true);
    assert.deepEqual(await result(), decided.slice(0, 1));
    assert.equal(await wire.connection.sendRequest('newsmark/redoDecision', { textDocument, number }), true);
    assert.deepEqual(await result(), decided);
    assert.equal(
      await wire.connection.sendRequest('newsmark/undoDecision', { textDocument, number: 99 }),
      false,
    );
    assert.equal(await wire.connection.sendRequest('newsmark/resolveConflict', about), null);
  });

  test('of a merge with conflicts are its two sides, and what is decided takes their place', async () => {
    const name = 'merge.article';
    const text = 'Elena Duarte left Brazil.\n';
    const own = marksIn(text)('carl');
    const lines = (...marks: readonly Mark[]): readonly string[] =>
      sideFileOf(name, text, marks).trimEnd().split('\n');
    const [rejected, both] = [
      { ...own('date', 'left'), verdict: 'rejected' as const },
      own('person', 'Elena Duarte'),
    ];
    const [head, first, second] = lines(both, rejected);
    const ours = lines(own('country', 'Brazil', { code: 'BR' }))[1];
    const theirs = lines(own('country', 'Brazil', { code: 'PT' }))[1];
    const side = path.join(folder, sideFileName(name, 'carl'));
    const parts = [
      head,
      first,
      second,
      '<<<<<<< HEAD',
      ours,
      '=======',
      theirs,
      '>>>>>>> review',
      'no mark',
      '',
    ];
    await writeFile(side, parts.join('\n'));
    await writeFile(path.join(folder, name), text);
    await wire.open(uriOf(name), text);
    const about = { textDocument: { uri: uriOf(name) }, sides: [uriOf(sideFileName(name, 'carl'))] };
    const { annotators, points, conflict }: Adjudication = await wire.connection.sendRequest(
      'newsmark/adjudication',
      about,
    );
    assert.deepEqual([annotators, conflict], [['HEAD', 'review'], about.sides[0]]);
    assert.deepEqual(
      points.map(({ state, differences }) => [state, ...differences]),
      [['agreed'], ['open', 'attribute code']],
    );
    assert.equal(await wire.connection.sendRequest('newsmark/resolveConflict', about), null);
    for (const decision of [{ kind: 'agreed' }, { kind: 'take', reading: 1 }])
      await wire.connection.sendRequest('newsmark/decide', { ...about, point: points[1]?.id, decision });
    const result: string = await wire.connection.sendRequest('newsmark/resolveConflict', about);
    assert.equal(fileURLToPath(result), path.join(folder, sideFileName(name, 'carl (merged)')));
    const resolved = (await readFile(side, 'utf8')).trimEnd().split('\n').slice(1);
    assert.equal(resolved.pop(), 'no mark');
    assert.deepEqual(resolved.map(inWords), [
      'accepted person: Elena Duarte',
      'rejected date: left',
      'accepted country: Brazil',
    ]);
    assert.deepEqual(
      resolved.map((line) => JSON.parse(line).id),
      [both.id, rejected.id, own('country', 'Brazil').id],
    );
    assert.equal(JSON.parse(resolved[2] ?? '')['newsmark:attributes'].code, 'PT');
  });
});

function inWords(line: string): string {
  const raw = JSON.parse(line);
  return `${raw['newsmark:verdict']} ${raw.body[0].value}: ${raw.target.selector[0].exact}`;
}
