import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  ProgressType,
} from 'vscode-languageserver/node';
import type { EntityKind } from '../../server/folder/entities.ts';
import type { FolderChanged, Progressed } from '../../server/requests/folder.ts';
import type { FolderRequests } from '../../server/requests.ts';
import { startWire, VSCODE, type Wire } from '../support/wire.ts';

const BRIDGE = `The old bridge reopens

Mayor Elena Duarte said on 9 March 2021 that Brazil had paid for the bridge. Brazil thanked Elena Duarte.
`;
const FERRY = `A ferry for Peru

The engineer Rui Lopes met Elena Duarte in Peru. “It was cold,” Rui Lopes said.
`;

describe('the views of a folder', () => {
  let root: string;
  let wire: Wire;
  let told: FolderChanged[] = [];
  const uriOf = (name: string): string => pathToFileURL(path.join(root, name)).href;

  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'newsmark-wire-'));
    await writeFile(path.join(root, 'bridge.article'), BRIDGE);
    await writeFile(path.join(root, 'ferry.article'), FERRY);
    wire = await startWire({
      folders: [{ uri: pathToFileURL(root).href, name: 'articles' }],
      capabilities: { ...VSCODE, window: {} },
      prepare: (connection) =>
        connection.onNotification(
          'newsmark/folderChanged',
          (change: FolderChanged) => void told.push(change),
        ),
    });
    await satisfied(() => people(), ['Elena Duarte 3', 'Rui Lopes 2']);
  });
  after(async () => {
    assert.equal(await wire.close(), 0);
    await rm(root, { recursive: true });
  });

  function ask<Method extends keyof FolderRequests>(
    method: Method,
    params: FolderRequests[Method]['params'],
  ): Promise<FolderRequests[Method]['result']> {
    return wire.connection.sendRequest(method, params);
  }
  async function rows(kind: EntityKind, article?: string): Promise<readonly string[]> {
    const only = article === undefined ? {} : { article: uriOf(article) };
    const { entities } = await ask('newsmark/entities', { kind, sort: 'count', most: 10, ...only });
    return entities.map(({ label, mentions }) => `${label} ${mentions}`);
  }
  const people = () => rows('person');
  const marksOf = async (name: string): Promise<readonly string[]> => {
    const lines = (await readFile(path.join(root, `${name}.marks.jsonl`), 'utf8').catch(() => '')).split(
      '\n',
    );
    return lines.slice(1).flatMap((line) => {
      if (line === '') return [];
      const mark = JSON.parse(line);
      return `${mark['newsmark:verdict']} ${mark.target.selector[0].exact}`;
    });
  };

  test('list the entities of an article and of the folder', async () => {
    assert.deepEqual(await rows('country'), ['Brazil 2', 'Peru 2']);
    assert.deepEqual(await rows('person', 'bridge.article'), ['Elena Duarte 2']);
    assert.deepEqual(await rows('speaker'), ['Elena Duarte 1', 'Rui Lopes 1']);
  });

  test('lead from an entity to its articles and on to its next mention', async () => {
    const entity = { kind: 'person', name: 'Elena Duarte' } as const;
    const articles = await ask('newsmark/entityArticles', { entity, most: 10 });
    assert.deepEqual(articles, [
      { uri: uriOf('bridge.article'), mentions: 2 },
      { uri: uriOf('ferry.article'), mentions: 1 },
    ]);
    await wire.open(uriOf('bridge.article'), BRIDGE);
    const from = { uri: uriOf('bridge.article'), position: { line: 2, character: 80 } };
    const next = await ask('newsmark/nextMention', { entity, from });
    assert.equal(next?.range.start.character, BRIDGE.split('\n')[2]?.lastIndexOf('Elena'));
    const last = { ...from, position: { line: 2, character: 100 } };
    assert.equal((await ask('newsmark/nextMention', { entity, from: last }))?.uri, uriOf('ferry.article'));
    const round = await ask('newsmark/nextMention', { entity, from: last, article: from.uri });
    assert.equal(round?.range.start.character, BRIDGE.split('\n')[2]?.indexOf('Elena'));
    const named = await ask('newsmark/entityAt', {
      textDocument: { uri: from.uri },
      position: { line: 2, character: 8 },
    });
    assert.deepEqual([named?.kind, named?.name], ['person', 'Elena Duarte']);
  });

  test('show keywords in context, with progress', async () => {
    const reports: Progressed[] = [];
    wire.connection.onProgress(
      new ProgressType<Progressed>(),
      'concordance',
      (report) => void reports.push(report),
    );
    const query = { kind: 'words', words: 'paid for the' } as const;
    const { hits, articles, isCut } = await ask('newsmark/concordance', { query, progress: 'concordance' });
    assert.deepEqual([articles, isCut], [1, false]);
    assert.match(hits[0]?.before ?? '', / Brazil had $/);
    assert.equal(hits[0]?.words, 'paid for the');
    assert.match(hits[0]?.after ?? '', /^ bridge\. Brazil thanked/);
    assert.ok(reports.length > 0);
    const entity = { kind: 'person', name: 'rui lopes' } as const;
    const person = { kind: 'entity', entity, label: '' } as const;
    assert.equal((await ask('newsmark/concordance', { query: person })).hits.length, 2);
    const wrong = await ask('newsmark/concordance', { query: { kind: 'pattern', pattern: '(' } });
    assert.match(wrong.problem ?? '', /\(/);
  });

  test('stop a concordance that is cancelled', async () => {
    const source = new CancellationTokenSource();
    const query = { kind: 'pattern', pattern: '\\w' };
    const asked = wire.connection.sendRequest('newsmark/concordance', { query }, source.token);
    source.cancel();
    await asked.then(
      (answer) => assert.ok(answer),
      (error: unknown) => assert.match(String(error), /cancel/i),
    );
  });

  test('reject all mentions of an entity in open and closed articles as one act, and take it back', async () => {
    told = [];
    const entity = { kind: 'person', name: 'Elena Duarte' } as const;
    const acted = await ask('newsmark/actOnEntity', { entity, act: { kind: 'reject' } });
    assert.deepEqual([acted.marks, acted.articles], [3, 2]);
    await satisfied(people, ['Rui Lopes 2']);
    await satisfied(() => marksOf('ferry.article'), ['rejected Elena Duarte']);
    assert.equal(await ask('newsmark/undoFolderAct', { number: acted.number ?? -1 }), true);
    await satisfied(people, ['Elena Duarte 3', 'Rui Lopes 2']);
    await satisfied(() => marksOf('ferry.article'), []);
    assert.equal(await ask('newsmark/redoFolderAct', { number: acted.number ?? -1 }), true);
    await satisfied(people, ['Rui Lopes 2']);
    await ask('newsmark/undoFolderAct', { number: acted.number ?? -1 });
    await satisfied(people, ['Elena Duarte 3', 'Rui Lopes 2']);
    const toldOf = async () => [...new Set(told.flatMap(({ uris }) => uris ?? []))].sort();
    await satisfied(toldOf, [uriOf('bridge.article'), uriOf('ferry.article')]);
  });

  test('merge two people everywhere, and split one mention off again', async () => {
    const entity = { kind: 'person', name: 'Rui Lopes' } as const;
    const { number = -1 } = await ask('newsmark/actOnEntity', {
      entity,
      act: { kind: 'merge', into: 'Elena Duarte' },
    });
    await satisfied(people, ['Elena Duarte 5']);
    const range = { start: { line: 2, character: 13 }, end: { line: 2, character: 22 } };
    const split = await ask('newsmark/actAt', {
      act: { kind: 'other person', name: 'Ana Lima' },
      places: [{ uri: uriOf('ferry.article'), range }],
    });
    await satisfied(people, ['Elena Duarte 4', 'Ana Lima 1']);
    await ask('newsmark/undoFolderAct', { number: split.number ?? -1 });
    await ask('newsmark/undoFolderAct', { number });
    await satisfied(people, ['Elena Duarte 3', 'Rui Lopes 2']);
  });

  test('tell how far the articles are judged, also by what others write', async () => {
    const states = async () =>
      (await ask('newsmark/reviews', { most: 10 })).unfinished.map(
        ({ uri, state }) => `${path.basename(uri)} ${state}`,
      );
    await satisfied(states, ['bridge.article new', 'ferry.article new']);
    const query = { kind: 'words', words: 'ferry' } as const;
    const places = (await ask('newsmark/concordance', { query })).hits.map(({ location }) => location);
    const { number = -1, marks } = await ask('newsmark/actAt', {
      act: { kind: 'mark', as: 'person' },
      places,
    });
    assert.equal(marks, 1);
    await satisfied(states, ['ferry.article in progress', 'bridge.article new']);
    await satisfied(() => marksOf('ferry.article'), ['added ferry']);
    const side = await readFile(path.join(root, 'ferry.article.marks.jsonl'));
    await ask('newsmark/undoFolderAct', { number });
    await satisfied(states, ['bridge.article new', 'ferry.article new']);
    await writeFile(path.join(root, 'ferry.article.marks.jsonl'), side);
    await wire.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('ferry.article.marks.jsonl'), type: FileChangeType.Changed }],
    });
    await satisfied(states, ['ferry.article in progress', 'bridge.article new']);
  });

  test('know the marks from the first moment after a start', async () => {
    const again = await startWire({
      folders: [{ uri: pathToFileURL(root).href, name: 'articles' }],
      capabilities: { ...VSCODE, window: {} },
    });
    const states = async () => {
      const reviews: FolderRequests['newsmark/reviews']['result'] = await again.connection.sendRequest(
        'newsmark/reviews',
        { most: 10 },
      );
      return reviews.unfinished.map(({ uri, state }) => `${path.basename(uri)} ${state}`);
    };
    await satisfied(states, ['ferry.article in progress', 'bridge.article new']);
    assert.equal(await again.close(), 0);
  });
});

/** Asks until the answer is the one expected, for ten seconds at most. */
async function satisfied(ask: () => Promise<readonly string[]>, expected: readonly string[]): Promise<void> {
  let answer = await ask();
  for (let waited = 0; waited < 10_000 && answer.join('\n') !== expected.join('\n'); waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer = await ask();
  }
  assert.deepEqual(answer, expected);
}
