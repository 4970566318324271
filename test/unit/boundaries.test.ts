import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

// The invariants 1, 2 and 4 of ARCHITECTURE.md, read off the imports.

const root = path.join(import.meta.dirname, '../..');

/** From left to right; a file imports only from its own layer and those to the left. */
const layers: Readonly<Record<string, number>> = {
  text: 0,
  analysis: 1,
  annotations: 2,
  features: 3,
  folder: 4,
  requests: 5,
  client: 5,
  protocol: 5,
  library: 5,
  pool: 5,
  marking: 5,
  disk: 5,
  sideFiles: 5,
  exchange: 6,
  session: 6,
  handlers: 7,
  server: 8,
  cli: 8,
  'main.node': 9,
  'main.browser': 9,
  'main.worker': 9,
  api: 8,
  'main.api.node': 9,
  'main.api.browser': 9,
  training: 10,
};
const core = ['text', 'analysis', 'annotations', 'features', 'folder'];
const mains = ['main.node', 'main.browser', 'main.worker', 'main.api.node', 'main.api.browser', 'cli'];

interface Import {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly typeOnly: boolean;
}

const server = readSources('server');
const client = readSources('client').filter(({ file }) => !file.startsWith('client/development/'));
const serverImports = server.flatMap(findImports);
const clientImports = client.flatMap(findImports);

test('every server file belongs to a layer', () => {
  none(server.filter(({ file }) => layers[unitOf(file)] === undefined).map(({ file }) => file));
});

test('no server file imports from a layer to its right', () => {
  none(
    serverImports.filter(
      ({ file, from }) =>
        isRelative(from) &&
        target(file, from) !== 'package.json' &&
        (layers[unitOf(file)] ?? 0) < (layers[unitOf(target(file, from))] ?? 99),
    ),
  );
});

test('the core imports neither an editor nor Node', () => {
  none(
    serverImports.filter(
      ({ file, from }) => core.includes(unitOf(file)) && (from.startsWith('vscode') || isBuiltin(from)),
    ),
  );
});

test('one file imports compromise', () => {
  const files = new Set(
    serverImports.filter(({ from }) => from.startsWith('compromise')).map(({ file }) => file),
  );
  assert.ok(files.size <= 1, [...files].join(', '));
});

test('only the protocol, the server and the mains import the language server packages', () => {
  const allowed = [
    'requests',
    'client',
    'protocol',
    'session',
    'handlers',
    'server',
    'main.node',
    'main.browser',
  ];
  none(
    serverImports.filter(
      ({ file, from }) =>
        from.startsWith('vscode') &&
        !allowed.includes(unitOf(file)) &&
        !(unitOf(file) === 'library' && from === 'vscode-languageserver-textdocument'),
    ),
  );
});

test('only the server and the mains see a connection', () => {
  none(
    server
      .filter(
        ({ file, source }) =>
          !['session', 'server', ...mains].includes(unitOf(file)) && /\bConnection\b/.test(source),
      )
      .map(({ file }) => file),
  );
});

test('only the library, the pool, the disk, the mains and the training programs do input and output', () => {
  none(
    serverImports.filter(
      ({ file, from }) =>
        isBuiltin(from) &&
        !['library', 'pool', 'disk', 'sideFiles', 'training', ...mains].includes(unitOf(file)),
    ),
  );
});

test('the core reads no clock and throws no dice', () => {
  const clock = /\bDate\.now\(|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\(|\bMath\.random\(/;
  none(
    server
      .filter(({ file, source }) => core.includes(unitOf(file)) && clock.test(source))
      .map(({ file }) => file),
  );
});

test('the client imports only vscode, vscode-languageclient and types of the server', () => {
  none(
    clientImports.filter(({ file, from, typeOnly }) => {
      if (isPage(file)) return false;
      if (!isRelative(from)) return from !== 'vscode' && !/^vscode-languageclient(\/|$)/.test(from);
      return !target(file, from).startsWith('client/') && !typeOnly;
    }),
  );
});

test('the pages of webviews import only what draws them, and types', () => {
  const drawing =
    /^(?:d3-force|d3-geo|echarts|topojson-client|topojson-specification|world-atlas|i18n-iso-countries)(?:\/|$)/;
  none(
    clientImports.filter(({ file, from, typeOnly }) => {
      if (!isPage(file) || typeOnly) return false;
      return isRelative(from) ? !isPage(target(file, from)) : !drawing.test(from);
    }),
  );
});

test('the imports of a file are seen', () => {
  const source = [
    `import type { A } from './a.ts';`,
    `import {\n  b,\n} from '../b.ts';`,
    `export { c } from "c";`,
    `import './d.ts';`,
    `const e = await import('e');`,
    `const f = require('node:fs');`,
  ].join('\n');
  const seen = findImports({ file: 'x.ts', source });
  assert.deepEqual(
    seen.map(({ from }) => from),
    ['./a.ts', '../b.ts', 'c', './d.ts', 'e', 'node:fs'],
  );
  assert.deepEqual(
    seen.filter(({ typeOnly }) => typeOnly).map(({ line }) => line),
    [1],
  );
});

function readSources(folder: string): { readonly file: string; readonly source: string }[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[mc]?[jt]s$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((file) => ({ file, source: readFileSync(path.join(root, file), 'utf8') }));
}

function findImports({ file, source }: { readonly file: string; readonly source: string }): Import[] {
  const pattern =
    /^\s*(import|export)\s+(type\s)?[^'";]*?\bfrom\s*(['"])([^'"]+)\3|^\s*import\s*(['"])([^'"]+)\5|\b(?:import|require)\(\s*(['"])([^'"]+)\7\s*\)/gm;
  return Array.from(source.matchAll(pattern), (match) => ({
    file,
    line: source.slice(0, match.index).split('\n').length,
    from: match[4] ?? match[6] ?? match[8] ?? '',
    typeOnly: match[2] !== undefined,
  }));
}

function isPage(file: string): boolean {
  return file.startsWith('client/webview/');
}

/** The layer's name: the folder or file directly under `server/`. */
function unitOf(file: string): string {
  return (file.split('/')[1] ?? '').replace(/\.ts$/, '');
}

function target(file: string, from: string): string {
  return path.posix.join(path.posix.dirname(file), from);
}

function isRelative(from: string): boolean {
  return from.startsWith('.');
}

function isBuiltin(from: string): boolean {
  return from.startsWith('node:') || builtinModules.includes(from.split('/')[0] ?? '');
}

function none(found: readonly (string | Import)[]): void {
  const lines = found.map((each) =>
    typeof each === 'string' ? each : `${each.file}:${each.line} imports ${each.from}`,
  );
  assert.equal(lines.join('\n'), '');
}
