import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findBrowser, openBrowser } from '../host/browser.ts';

// The library as it is installed: packed by npm, unpacked where Node looks for packages, and used by a stranger.

const root = path.join(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** The first example of that language below a heading of the README. */
function exampleOf(heading: string, language: string): string {
  const section = readme.slice(readme.indexOf(`\n## ${heading}\n`));
  const fence = '`'.repeat(3);
  const example = new RegExp(`${fence}${language}\\n([^]*?)\\n${fence}`).exec(section)?.[1];
  assert.ok(example, `${heading} has no example in ${language}`);
  return example;
}

describe('the library', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-library-'));
  const installed = path.join(folder, 'node_modules/newsmark');

  before(() => {
    run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root);
    const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    run('tar', ['-xzf', tarball], folder);
    mkdirSync(path.dirname(installed), { recursive: true });
    cpSync(path.join(folder, 'package'), installed, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('is packed without sources, tests and articles', () => {
    const tops = readdirSync(installed).sort();
    assert.deepEqual(tops, ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'dist', 'package.json']);
  });

  test('does in Node what the README says', () => {
    writeFileSync(path.join(folder, 'example.js'), exampleOf('Library', 'js'));
    const printed = run(process.execPath, ['example.js'], folder);
    assert.equal(printed.trim(), exampleOf('Library', 'text'));
  });

  test('has types that a strict program is checked with', () => {
    const program = `import { type Article, exportText, findFormat, findSuggestions, loadModels, readArticle } from 'newsmark';
const article: Article = readArticle('Brazil paid.', await loadModels(), { published: '2021-03-09' });
const code: string | undefined = article.countries[0]?.code;
const format = findFormat('brat');
if (format) exportText(format, { name: 'a', text: article.text, marks: findSuggestions(article), rest: [] });
// @ts-expect-error an article has no such field
console.log(code, article.nothing);
`;
    writeFileSync(path.join(folder, 'program.ts'), program);
    const flags = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--lib',
      'es2023,dom',
      '--module',
      'nodenext',
    ];
    run(
      process.execPath,
      [path.join(root, 'node_modules/typescript/bin/tsc'), ...flags, 'program.ts'],
      folder,
    );
  });

  test('reads articles in a browser', { skip: findBrowser() ? false : 'no Chromium' }, async () => {
    const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };
    const server = createServer((request, response) => {
      const file = path.join(installed, 'dist', decodeURIComponent(request.url ?? '/'));
      const isPage = request.url === '/';
      response.setHeader(
        'content-type',
        isPage ? 'text/html' : (types[path.extname(file)] ?? 'application/octet-stream'),
      );
      response.end(isPage ? '<!doctype html><link rel="icon" href="data:,">' : readFileSync(file));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const browser = await openBrowser();
    try {
      await browser.page.goto(`http://127.0.0.1:${port}/`);
      const found = await browser.page.evaluate(async (address) => {
        const { findFormat, exportText, findSuggestions, loadModels, readArticle } = await import(address);
        const article = readArticle('Mayor Elena Duarte thanked Brazil.', await loadModels());
        const format = findFormat('csv');
        const exported = exportText(format, {
          name: 'a',
          text: article.text,
          marks: findSuggestions(article),
          rest: [],
        });
        return [article.entities[0].name, article.countries[0].code, exported.files[0].name];
      }, `http://127.0.0.1:${port}/api/browser.js`);
      assert.deepEqual(found, ['Elena Duarte', 'BR', 'a.csv']);
    } finally {
      await browser.close();
      server.close();
    }
  });
});

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}
