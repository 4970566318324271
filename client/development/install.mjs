import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** The folder of the repository. */
export const root = path.join(import.meta.dirname, '../..');

/** Installs the packages of package-lock.json where they are missing or older than it. Ends the process if that fails. */
export function installPackages() {
  const installed = modified('node_modules/.package-lock.json');
  if (installed !== undefined && (modified('package-lock.json') ?? 0) <= installed) return;
  console.log('Installing the packages of package-lock.json …');
  // Not `npm ci`: it fails where a registry lacks an optional package of some other platform.
  npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], root);
}

/**
 * Runs npm with its output shown. Ends the process if it fails.
 *
 * @param {readonly string[]} args
 * @param {string} folder
 */
export function npm(args, folder, env = process.env) {
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync('npm', args, { cwd: folder, env, stdio: 'inherit', shell: windows });
  if (status === 0) return;
  console.error(
    `npm ${args.join(' ')} failed in ${folder}${error === undefined ? '' : `: ${error.message}`}`,
  );
  process.exit(1);
}

/** @param {string} file */
function modified(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs;
}
