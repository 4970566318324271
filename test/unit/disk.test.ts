import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { articleFiles, storeFile, writeAtomically } from '../../server/disk.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'newsmark-disk-'));
after(() => rm(folder, { recursive: true, force: true }));

test('the articles of a folder are found in all its folders but hidden ones', async () => {
  const at = path.join(folder, 'list');
  for (const name of ['a.article', 'deep/er/b c.news', '.git/c.article', 'node_modules/d.article', 'e.txt']) {
    await mkdir(path.dirname(path.join(at, name)), { recursive: true });
    await writeFile(path.join(at, name), name);
  }
  const files = articleFiles([pathToFileURL(at).href], (name) => /\.(article|news)$/u.test(name));
  const uris = [...(await files.list())].sort();
  assert.deepEqual(
    uris.map((uri) => uri.slice(pathToFileURL(at).href.length)),
    ['/a.article', '/deep/er/b%20c.news'],
  );
  assert.equal(await files.read(uris[1] as string), 'deep/er/b c.news');
  assert.equal(await files.read(pathToFileURL(path.join(at, 'gone.article')).href), undefined);
});

test('a folder that is not there has no articles', async () => {
  const files = articleFiles([pathToFileURL(path.join(folder, 'nowhere')).href], () => true);
  assert.deepEqual(await files.list(), []);
});

test('a store file is empty before it is written, and grows', async () => {
  const store = storeFile(path.join(folder, 'new', 'store.jsonl'));
  assert.equal(await store.read(), '');
  await store.replace('head\n');
  await store.append('line\n');
  assert.equal(await store.read(), 'head\nline\n');
});

test('writes at the same time leave one of them whole and nothing beside it', async () => {
  const file = path.join(folder, 'atomic', 'x.json');
  const contents = Array.from({ length: 20 }, (_, i) => String(i).repeat(5000));
  await Promise.all(contents.map((content) => writeAtomically(file, content)));
  assert.ok(contents.includes(await readFile(file, 'utf8')));
  assert.deepEqual(await readdir(path.dirname(file)), ['x.json']);
});
