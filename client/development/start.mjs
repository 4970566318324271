// npm start [-- FOLDER]: builds Newsmark and opens the folder (the corpus if none is named) in a real VS Code.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { installPackages, root } from './install.mjs';
import { findDesktopCommand, installServer, startServer } from './vscode.mjs';

const folder = path.resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? path.join(root, 'corpus'));
if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}`);
  process.exit(1);
}
installPackages();
if (
  spawnSync(process.execPath, [path.join(root, 'client/development/build.mjs')], { stdio: 'inherit' })
    .status !== 0
)
  process.exit(1);
const command = findDesktopCommand();
if (command !== undefined) openDesktop(command);
else await serveBrowser();

/** @param {string} command */
function openDesktop(command) {
  console.log(`Opening ${folder} in ${command}`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).once('exit', (code) =>
    process.exit(code ?? 1),
  );
}

async function serveBrowser() {
  const server = installServer();
  const data = path.join(root, '.vscode-host/start');
  linkExtension(path.join(data, 'extensions'));
  const token = randomBytes(12).toString('hex');
  const running = await startServer(server, { folder: data, port: '8137-8199', token });
  const address = new URL(running.url);
  address.searchParams.set('tkn', token);
  address.searchParams.set('folder', folder);
  console.log(
    `\nVS Code with Newsmark is running. Open this address in a browser:\n\n  ${address}\n\nCtrl-C ends it.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, async () => {
      await running.stop();
      process.exit(0);
    });
}

/**
 * The repository itself as the one installed extension: a rebuild and "Reload Window" show a change.
 *
 * @param {string} extensions
 */
function linkExtension(extensions) {
  rmSync(extensions, { recursive: true, force: true });
  mkdirSync(extensions, { recursive: true });
  symlinkSync(root, path.join(extensions, 'newsmark'), 'junction');
}
