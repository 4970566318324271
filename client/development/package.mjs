// npm run package: builds for release and makes newsmark-VERSION.vsix out of what .vscodeignore allows.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { installPackages, npm, root } from './install.mjs';

// Not among the packages of package-lock.json: it brings three hundred others that nothing else needs.
const vsce = '@vscode/vsce@3.9.2';
const limit = 8_000_000;

installPackages();
const { status } = spawnSync(process.execPath, ['client/development/build.mjs', '--production'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.join(root, `${name}-${version}.vsix`);
const flags = [
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--skip-license',
];
npm(
  [
    'exec',
    '--yes',
    '--ignore-scripts',
    `--package=${vsce}`,
    '--',
    'vsce',
    'package',
    ...flags,
    '--out',
    file,
  ],
  root,
);
const { size } = statSync(file);
console.log(`${file}: ${(size / 1e6).toFixed(1)} MB`);
if (size > limit) {
  console.error(`More than ${limit / 1e6} MB`);
  process.exitCode = 1;
}
