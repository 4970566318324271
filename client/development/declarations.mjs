import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Writes the declarations of the library: those that its entry speaks of and no others. Throws where they cannot be made.
 *
 * @param {string} root  the folder of the project
 * @param {string} to  the folder they are written into
 */
export function writeDeclarations(root, to) {
  const made = mkdtempSync(path.join(tmpdir(), 'newsmark-types-'));
  try {
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const flags = ['-p', path.join(root, 'tsconfig.api.json'), '--outDir', made];
    const { status } = spawnSync(process.execPath, [compiler, ...flags], { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error('The declarations of the library could not be made.');
    const waiting = ['main.api.node.d.ts'];
    const done = new Set(waiting);
    for (const file of waiting) {
      const text = readFileSync(path.join(made, file), 'utf8');
      for (const [, from = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.ts['"]/g)) {
        const other = path.posix.join(path.posix.dirname(file), `${from}.d.ts`);
        if (done.has(other)) continue;
        done.add(other);
        waiting.push(other);
      }
      const own = path.join(to, file);
      mkdirSync(path.dirname(own), { recursive: true });
      // TypeScript finds `x.d.ts` by `./x.js`, whatever the settings of the one who imports.
      writeFileSync(own, text.replace(/((?:from |import\()['"]\.[^'"]+)\.ts(['"])/g, '$1.js$2'));
    }
  } finally {
    rmSync(made, { recursive: true });
  }
}
