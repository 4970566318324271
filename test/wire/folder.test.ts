import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Location,
  ProgressType,
  ReferencesRequest,
  WillRenameFilesRequest,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  WorkspaceDiagnosticRequest,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from 'vscode-languageserver/node';
import { startWire, until, VSCODE, type Wire, type WireOptions } from '../support/wire.ts';

const TREATY = `Kenya and Peru sign a treaty

NAIROBI, March 4, 2019 — President Amina Odhiambo of Kenya signed a treaty with Peru.

“Carlos Mendoza was a hard man to deal with,” Amina Odhiambo said.
`;
const VISIT = `Leader travels to Lima

LIMA, March 9, 2019 — President Amina Odhiambo of Kenya met President Carlos Mendoza of Peru on Saturday.

“Amina Odhiambo keeps her word,” Carlos Mendoza said. On February 30 they will meet again.
`;

describe('a folder of articles', () => {
  let root: string;
  let wire: Wire;
  const titles: string[] = [];
  const uriOf = (name: string): string => pathToFileURL(path.join(root, 'articles', name)).href;
  const at = (text: string, words: string): { line: number; character: number } => {
    const lines = text.slice(0, text.indexOf(words)).split('\n');
    return { line: lines.length - 1, character: (lines.at(-1) ?? '').length + 1 };
  };

  async function start(
    more: WireOptions = {},
  ): Promise<{ readonly wire: Wire; readonly ready: Promise<void> }> {
    let done = false;
    const started = await startWire({
      folders: [{ uri: pathToFileURL(path.join(root, 'articles')).href, name: 'articles' }],
      initializationOptions: { storage: pathToFileURL(path.join(root, 'storage')).href },
      capabilities: {
        ...VSCODE,
        workspace: { ...VSCODE.workspace, symbol: { resolveSupport: { properties: ['location.range'] } } },
      },
      configuration: () => ({ problems: { wholeFolder: true } }),
      prepare: (connection) =>
        connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
          connection.onProgress(WorkDoneProgress.type, token, (progress) => {
            if (progress.kind === 'begin') titles.push(progress.title);
            if (progress.kind === 'end') done = true;
          });
        }),
      ...more,
    });
    return { wire: started, ready: until(() => done) };
  }

  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'newsmark-wire-'));
    await mkdir(path.join(root, 'articles'));
    await writeFile(path.join(root, 'articles/treaty.article'), TREATY);
    await writeFile(path.join(root, 'articles/visit.news'), VISIT);
    await writeFile(path.join(root, 'articles/notes.txt'), 'Carlos Mendoza was here.');
    const started = await start();
    wire = started.wire;
    await started.ready;
    await wire.open(uriOf('treaty.article'), TREATY);
  });
  after(async () => {
    assert.equal(await wire.close(), 0);
    await rm(root, { recursive: true });
  });

  async function references(words: string): Promise<readonly string[]> {
    const found = await wire.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: uriOf('treaty.article') },
      position: at(TREATY, words),
      context: { includeDeclaration: true },
    });
    return (found ?? []).map(({ uri, range }) => `${path.basename(uri)}:${range.start.line}`);
  }

  test('is read with progress that can be seen', () =>
    assert.deepEqual(titles, ['Newsmark reads the folder']));

  test('is searched for every mention of a person and a country', async () => {
    assert.deepEqual(await references('Amina Odhiambo of'), [
      'treaty.article:2',
      'treaty.article:4',
      'visit.news:2',
      'visit.news:4',
    ]);
    assert.deepEqual(await references('Peru.'), ['treaty.article:0', 'treaty.article:2', 'visit.news:2']);
  });

  test('gives references in parts to those who want them so', async () => {
    const parts: Location[] = [];
    wire.connection.onProgress(new ProgressType<Location[]>(), 'refs', (part) => void parts.push(...part));
    const rest = await wire.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: uriOf('treaty.article') },
      position: at(TREATY, 'Peru.'),
      context: { includeDeclaration: true },
      partialResultToken: 'refs',
    });
    assert.deepEqual(rest, []);
    assert.equal(parts.length, 3);
  });

  test('is searched by name', async () => {
    const found =
      (await wire.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'mendoza' })) ?? [];
    const [symbol] = found as WorkspaceSymbol[];
    assert.equal(symbol?.name, 'Carlos Mendoza');
    assert.ok(symbol && !('range' in symbol.location));
    const resolved = await wire.connection.sendRequest(WorkspaceSymbolResolveRequest.type, symbol);
    assert.ok('range' in resolved.location);
    const kenya = await wire.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'kenya' });
    assert.ok((kenya ?? []).some(({ name }) => name === 'Kenya'));
  });

  test('tells who is quoted about whom', async () => {
    const items = await wire.connection.sendRequest(CallHierarchyPrepareRequest.type, {
      textDocument: { uri: uriOf('treaty.article') },
      position: at(TREATY, 'Amina Odhiambo of'),
    });
    const item = items?.[0] as CallHierarchyItem;
    assert.equal(item.name, 'Amina Odhiambo');
    const incoming = await wire.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
    assert.deepEqual(
      incoming?.map(({ from, fromRanges }) => [from.name, path.basename(from.uri), fromRanges.length]),
      [['Carlos Mendoza', 'visit.news', 1]],
    );
    const outgoing = await wire.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item });
    assert.deepEqual(
      outgoing?.map(({ to }) => to.name),
      ['Carlos Mendoza'],
    );
  });

  test('has problems in articles that are not open, and says only once what does not change', async () => {
    const first = await wire.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
    });
    const visit = first.items.find(({ uri }) => uri === uriOf('visit.news'));
    assert.ok(visit?.kind === 'full' && visit.items.some(({ code }) => code === 'impossible-date'));
    const previousResultIds = first.items.flatMap(({ uri, resultId }) =>
      resultId === undefined ? [] : [{ uri, value: resultId }],
    );
    const second = wire.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
    await writeFile(path.join(root, 'articles/visit.news'), VISIT.replace('30', '28'));
    await wire.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('visit.news'), type: FileChangeType.Changed }],
    });
    const { items } = await second;
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [uriOf('visit.news')],
    );
  });

  test('moves the marks of an article with it', async () => {
    await writeFile(path.join(root, 'articles/treaty.article.marks.jsonl'), '');
    const edit = await wire.connection.sendRequest(WillRenameFilesRequest.type, {
      files: [{ oldUri: uriOf('treaty.article'), newUri: uriOf('pact.article') }],
    });
    assert.deepEqual(edit?.documentChanges, [
      {
        kind: 'rename',
        oldUri: uriOf('treaty.article.marks.jsonl'),
        newUri: uriOf('pact.article.marks.jsonl'),
      },
    ]);
  });

  test('forgets an article that is deleted', async () => {
    await rm(path.join(root, 'articles/visit.news'));
    await wire.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('visit.news'), type: FileChangeType.Deleted }],
    });
    assert.deepEqual(await references('Peru.'), ['treaty.article:0', 'treaty.article:2']);
  });

  test('is kept from one start to the next', async () => {
    const kept = await readFile(path.join(root, 'storage/folder.jsonl'), 'utf8');
    assert.match(kept, /Carlos Mendoza/);
    const again = await start();
    await again.ready;
    assert.equal(await again.wire.close(), 0);
    assert.equal(await readFile(path.join(root, 'storage/folder.jsonl'), 'utf8'), kept);
  });
});

test('a folder that only the client can read is read through it', async () => {
  const articles = new Map([
    ['memfs:/a/treaty.article', TREATY],
    ['memfs:/a/visit.article', VISIT],
  ]);
  let done = false;
  const wire = await startWire({
    folders: [{ uri: 'memfs:/a', name: 'a' }],
    initializationOptions: { files: true, storage: 'memfs:/storage' },
    prepare: (connection) => {
      connection.onRequest('newsmark/listArticles', () => [...articles.keys()]);
      connection.onRequest('newsmark/readFile', ({ uri }: { uri: string }) => articles.get(uri) ?? null);
      connection.onRequest('newsmark/writeFile', ({ uri, text }: { uri: string; text: string }) => {
        articles.set(uri, text);
        return null;
      });
      connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
        connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
          done ||= kind === 'end';
        });
      });
    },
  });
  await until(() => done);
  const found = (await wire.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'Mendoza' })) ?? [];
  assert.equal(found.length, 2);
  assert.match(articles.get('memfs:/storage/folder.jsonl') ?? '', /Mendoza/);
  assert.equal(await wire.close(), 0);
});
