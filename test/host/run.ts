// The editor tests in a real VS Code: node --import tsx test/host/run.ts [desktop|node|worker|web …]
// Without a name: in the desktop VS Code where there is one, else in both extension hosts of VS Code's server.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../client/development/install.mjs';
import { runInBrowser } from './browserRun.ts';
import { findDesktop, runInDesktop } from './desktop.ts';
import { buildSuite } from './suite.ts';
import type { Host } from './workbench.ts';

const names = {
  node: 'Node',
  worker: 'a web worker',
  web: 'a web worker without any server, files in memory',
};
const suite = await buildSuite('test/editor');
const asked = process.argv.slice(2);
const desktop = asked.length === 0 || asked.includes('desktop') ? await findDesktop() : undefined;

if (desktop !== undefined && 'executable' in desktop) {
  console.log(`In the desktop VS Code ${desktop.executable}:`);
  process.exitCode = await runInDesktop(desktop.executable, copyArticles(), suite.node);
} else {
  if (desktop !== undefined) console.log(`Not in a desktop VS Code: ${desktop.reason}.`);
  const hosts = asked.length === 0 ? (['node', 'worker', 'web'] as const) : asked.filter(isHost);
  if (hosts.length === 0) process.exitCode = 1;
  for (const host of hosts) {
    console.log(`In VS Code's server under headless Chromium, extension host in ${names[host]}:`);
    const folder = copyArticles();
    const exitCode = await runInBrowser({ host, folder, tests: suite[host === 'node' ? 'node' : 'worker'] });
    process.exitCode ||= exitCode;
  }
}

/** A copy for each run, because the tests write files; gone when the process ends. */
function copyArticles(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-articles-'));
  cpSync(path.join(root, 'test/editor/articles'), folder, { recursive: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function isHost(name: string): name is Host {
  return name in names;
}
