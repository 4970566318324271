import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { root } from '../../client/development/install.mjs';
import { findDesktopCommand, findDesktopExecutable } from '../../client/development/vscode.mjs';
import { Tally } from './tally.ts';

const program = path.join(import.meta.dirname, 'electron.ts');
const downloads = 'https://update.code.visualstudio.com/api/releases/stable';

/** The executable of a desktop VS Code, installed or downloaded, or why there is none to be had. */
export async function findDesktop(): Promise<{ readonly executable: string } | { readonly reason: string }> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
    return { reason: 'this machine has no display (xvfb-run gives one)' };
  const installed = findDesktopExecutable(findDesktopCommand());
  if (installed !== undefined) return { executable: installed };
  // Asked first, because the download itself retries for long.
  const refused = await fetch(downloads, { signal: AbortSignal.timeout(5000) }).then(
    (response) => (response.ok ? undefined : `answer ${response.status}`),
    (error: Error) => String(error.cause ?? error.message),
  );
  if (refused !== undefined && !existsSync(path.join(root, '.vscode-test')))
    return { reason: `none is installed and none can be downloaded (${refused})` };
  console.log('Downloading a desktop VS Code into .vscode-test …');
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', program], {
    cwd: root,
    encoding: 'utf8',
    timeout: 300_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const executable = stdout.trim().split('\n').at(-1) ?? '';
  return status === 0 && existsSync(executable) ? { executable } : { reason: 'its download failed' };
}

/** Runs bundled tests (a path from the root) in the desktop VS Code, prints the totals and gives the exit code. */
export async function runInDesktop(executable: string, folder: string, tests: string): Promise<number> {
  const tally = new Tally();
  const child = spawn(process.execPath, ['--import', 'tsx', program, executable, folder, tests], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    readline.createInterface({ input: stream }).on('line', (line) => {
      if (!tally.take(line)) log.push(line);
    });
  const late = setTimeout(() => child.kill('SIGKILL'), 480_000);
  const exitCode = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  clearTimeout(late);
  if (exitCode !== 0 && tally.failed === 0) console.log(log.slice(-30).join('\n'));
  return tally.close(exitCode);
}
