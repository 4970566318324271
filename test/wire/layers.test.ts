import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver/node';
import { sideFileName } from '../../server/annotations/sideFile/name.ts';
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
    await write('{"kinds": [{"name": "a ship"}]}');
    assert.deepEqual(await ask('newsmark/scheme', { uri: uriOf(`below/${NAME}`) }), {
      scheme: (await ask('newsmark/scheme', { uri: 'untitled:1' })).scheme,
      file: scheme,
      problem: { place: 'kinds[0].name', reason: 'not a name', found: 'a ship' },
    });
  });
});
