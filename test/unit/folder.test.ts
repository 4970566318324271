import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFolder } from '../../server/folder/folder.ts';
import { fileNameOf, type Indexing, indexFolder } from '../../server/folder/indexing.ts';
import { parseStore, printStore, printSummary } from '../../server/folder/store.ts';
import { toPersonKey } from '../../server/folder/subjects.ts';
import { type Summary, toLineAndCharacter } from '../../server/folder/summary.ts';
import { EMPTY } from '../support/summary.ts';

const summit: Summary = {
  ...EMPTY,
  lineStarts: [0, 10, 25],
  people: [
    { name: 'Kim Jong-un', introduction: 1, places: [0, 3, 12, 23] },
    { name: 'Ellen Kim', introduction: 0, places: [40, 49] },
  ],
  countries: [{ code: 'KP', places: [4, 9] }],
  dates: [{ value: '2019-03-26', places: [30, 34] }],
  quotations: [
    { start: 50, end: 60, kind: 'direct', words: 2, speaker: 'Ellen Kim', person: 1 },
    { start: 70, end: 80, kind: 'indirect', words: 3, speaker: 'a senior official' },
  ],
};
const scraped: Summary = { ...EMPTY, people: [{ name: 'kim jong un', introduction: 0, places: [5, 16] }] };

test('a person is found in every article that names him alike', () => {
  const folder = createFolder();
  folder.put('file:///b.article', scraped);
  folder.put('file:///a.article', summit);
  assert.deepEqual(folder.references({ kind: 'person', name: 'Kim Jong Un' }), [
    { uri: 'file:///a.article', start: 0, end: 3 },
    { uri: 'file:///a.article', start: 12, end: 23 },
    { uri: 'file:///b.article', start: 5, end: 16 },
  ]);
  assert.deepEqual(folder.articlesOf({ kind: 'country', code: 'KP' }), ['file:///a.article']);
  assert.deepEqual(folder.references({ kind: 'person', name: 'Kim' }), []);
});

test('an article that changes or goes takes its old mentions along', () => {
  const folder = createFolder();
  folder.put('file:///a.article', summit);
  folder.put('file:///a.article', scraped);
  assert.equal(folder.references({ kind: 'person', name: 'Kim Jong Un' }).length, 1);
  folder.remove('file:///a.article');
  folder.remove('file:///a.article');
  assert.deepEqual([...folder.uris()], []);
  assert.deepEqual(folder.subjects('person'), []);
});

test('a search finds the beginning of a name before letters in order', () => {
  const folder = createFolder();
  folder.put('file:///a.article', summit);
  assert.deepEqual(
    folder.search('kim', 10).map(({ name }) => name),
    ['Kim Jong-un', 'Ellen Kim'],
  );
  assert.deepEqual(
    folder.search('kju', 10).map(({ name }) => name),
    ['Kim Jong-un'],
  );
  assert.deepEqual(
    folder.search('senior', 10).map(({ kind }) => kind),
    ['speaker'],
  );
  assert.equal(folder.search('', 1).length, 1);
});

test('subjects are counted over the articles, by their fullest name', () => {
  const folder = createFolder();
  folder.put('file:///a.article', summit);
  folder.put('file:///b.article', scraped);
  assert.deepEqual(folder.subjects('person')[0], {
    name: 'Kim Jong-un',
    key: 'person kim jong un',
    mentions: 3,
    articles: 2,
  });
});

test('names are compared by their words', () => {
  assert.equal(toPersonKey("Seán O'Neill-Smith Jr."), 'seán o neill smith jr');
});

test('offsets have positions without the text', () => {
  assert.deepEqual(toLineAndCharacter(summit, 0), { line: 0, character: 0 });
  assert.deepEqual(toLineAndCharacter(summit, 12), { line: 1, character: 2 });
  assert.deepEqual(toLineAndCharacter(summit, 25), { line: 2, character: 0 });
});

test('a store gives back what was put in, passes over broken lines and knows its version', () => {
  const store = printStore('1', new Map([['a', summit]])) + printSummary('b', scraped);
  const broken = `${store}{"key":"c","summ\n{}\n`;
  assert.deepEqual(
    parseStore('1', broken),
    new Map([
      ['a', summit],
      ['b', scraped],
    ]),
  );
  assert.equal(parseStore('2', store).size, 0);
  assert.equal(parseStore('1', '').size, 0);
});

test('what the store knows is not read again, what changed is', async () => {
  const texts = new Map([
    ['file:///a.article', 'one'],
    ['file:///b%20c.article', 'two'],
    ['file:///gone.article', undefined],
  ]);
  let kept = '';
  let read: string[] = [];
  const index = async (): Promise<number> => {
    read = [];
    const folder = createFolder();
    const indexing: Indexing = {
      files: { list: async () => [...texts.keys()], read: async (uri) => texts.get(uri) },
      store: {
        read: async () => kept,
        append: async (lines) => {
          kept += lines;
        },
        replace: async (store) => {
          kept = store;
        },
      },
      summarise: async (text, fileName) => {
        read.push(`${fileName} ${text}`);
        return { ...EMPTY, words: text.length };
      },
      width: 2,
      version: '1',
      signal: new AbortController().signal,
      onProgress: () => undefined,
    };
    const result = await indexFolder(folder, indexing);
    assert.deepEqual(result.unread, ['file:///gone.article']);
    assert.equal([...folder.uris()].length, 2);
    return result.known;
  };
  assert.equal(await index(), 0);
  assert.deepEqual(read.sort(), ['a.article one', 'b c.article two']);
  assert.equal(await index(), 2);
  texts.set('file:///a.article', 'three');
  assert.equal(await index(), 1);
  assert.deepEqual(read, ['a.article three']);
});

test('an indexing that is called off puts nothing more into the folder', async () => {
  const abort = new AbortController();
  const folder = createFolder();
  await indexFolder(folder, {
    files: { list: async () => ['file:///a', 'file:///b', 'file:///c'], read: async () => 'text' },
    store: undefined,
    summarise: async () => {
      abort.abort();
      return EMPTY;
    },
    width: 1,
    version: '1',
    signal: abort.signal,
    onProgress: () => undefined,
  });
  assert.deepEqual([...folder.uris()], []);
});

test('file names are decoded where they can be', () => {
  assert.equal(fileNameOf('file:///x/2019-03-26%20summit.article'), '2019-03-26 summit.article');
  assert.equal(fileNameOf('file:///x/50%.article'), '50%.article');
});
