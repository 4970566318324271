// One run of the editor tests that has to end with a certain exit code: node --import tsx test/host/control.ts NAME
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../client/development/install.mjs';
import { runInBrowser } from './browserRun.ts';
import { buildSuite } from './suite.ts';

const folder = path.join(root, 'test/editor/articles');
const answering = 'test/controls/answering';

/** What is run by each name; only `sound` ends with 0. */
const controls: Readonly<Record<string, () => Promise<number>>> = {
  sound: () => run(answering),
  'failing test': () => run('test/controls/failing'),
  'missing file': () => runInBrowser({ host: 'node', folder, tests: 'test/output/no-such-file.cjs' }),
  'server that exits': () => run(answering, copyExtension('server.cjs', 'process.exit(1);')),
  'extension that throws': () =>
    run(answering, copyExtension('client.cjs', "throw new Error('on purpose');")),
};

const control = controls[process.argv[2] ?? ''];
if (control === undefined) throw new Error(`one of: ${Object.keys(controls).join(', ')}`);
process.exitCode = await control();

async function run(tests: string, extension?: string): Promise<number> {
  const suite = await buildSuite(tests);
  return runInBrowser({ host: 'node', folder, tests: suite.node, ...(extension && { extension }) });
}

/** A copy of the extension in which one bundle is something else, until the process ends. */
function copyExtension(bundle: string, program: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'newsmark-extension-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const name of ['package.json', 'package.nls.json', 'client', 'syntaxes', 'dist'])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  writeFileSync(path.join(copy, 'dist', bundle), program);
  return copy;
}
