import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { ExportedMarks, FormatName, ImportedMarks } from '../../server/requests/formats.ts';
import type { Acted } from '../../server/requests/marks.ts';
import { startWire, VSCODE, type Wire } from '../support/wire.ts';

const TEXT = 'The bridge\n\nMayor Elena Duarte thanked Brazil.\n';

describe('formats of other tools, asked of the server', () => {
  let root = '';
  let wire: Wire;
  const uriOf = (name: string): string => pathToFileURL(path.join(root, name)).href;
  const ask = <Result>(method: string, params: object): Promise<Result> =>
    wire.connection.sendRequest(method, params);

  before(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'newsmark-exchange-'));
    await writeFile(path.join(root, 'bridge.article'), TEXT);
    const folders = [{ uri: pathToFileURL(root).href, name: 'articles' }];
    wire = await startWire({ folders, capabilities: { ...VSCODE, window: {} } });
    await wire.open(uriOf('bridge.article'), TEXT);
  });
  after(async () => {
    await wire.close();
    await rm(root, { recursive: true });
  });

  it('lists them', async () => {
    const formats = await ask<readonly FormatName[]>('newsmark/formats', {});
    assert.ok(formats.length >= 15 && formats.some(({ name }) => name === 'brat'));
  });

  it('exports what was just judged', async () => {
    const line = TEXT.split('\n').indexOf('Mayor Elena Duarte thanked Brazil.');
    const selections = [{ start: { line, character: 6 }, end: { line, character: 18 } }];
    const textDocument = { uri: uriOf('bridge.article') };
    await ask<Acted>('newsmark/act', { textDocument, act: { kind: 'accept' }, selections });
    const exported = await ask<ExportedMarks>('newsmark/export', {
      format: 'brat',
      article: textDocument.uri,
    });
    assert.deepEqual([exported.articles, exported.marks, exported.refused], [1, 1, 0]);
    const standoff = exported.files.find(({ name }) => name === 'bridge.ann')?.content;
    assert.match(standoff ?? '', /^T1\tPerson 18 30\tElena Duarte$/mu);
    assert.ok(exported.report.some((own) => own.startsWith('bridge.article: verdict of person 18–30')));
  });

  it('imports beside the article, or not at all', async () => {
    const record = { text: TEXT, article: 'bridge.article', label: [[39, 45, 'COUNTRY']] };
    assert.equal(TEXT.slice(39, 45), 'Brazil');
    const files = [{ name: 'all.jsonl', content: JSON.stringify(record) }];
    const folder = pathToFileURL(root).href;
    const imported = await ask<ImportedMarks>('newsmark/import', { files, folder });
    assert.equal(imported.kind === 'imported' && imported.added, 1);
    const side = await readFile(path.join(root, 'bridge.article.marks.jsonl'), 'utf8');
    assert.match(side, /"exact":"Brazil"/u);
    assert.match(side, /"exact":"Elena Duarte"/u);
    const before = await readdir(root);
    const wrong = [{ name: 'all.jsonl', content: `${files[0]?.content}\n{"text":"x","label":[[0,9,"A"]]}` }];
    const refused = await ask<ImportedMarks>('newsmark/import', { files: wrong, folder });
    assert.deepEqual(refused.kind === 'refused' && [refused.file, refused.line], ['all.jsonl', 2]);
    assert.deepEqual(await readdir(root), before);
  });
});
