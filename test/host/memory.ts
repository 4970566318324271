import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../client/development/install.mjs';

/** Where the articles stand in it. */
export const MEMORY_FOLDER = 'memory:/articles';

/** Builds the extension that keeps a copy of a folder's articles in memory; its own folder, a path from the root. */
export async function buildMemory(folder: string): Promise<string> {
  const out = 'test/output/memory';
  const source = path.join(import.meta.dirname, 'memory');
  const files = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
  mkdirSync(path.join(root, out), { recursive: true });
  copyFileSync(path.join(source, 'package.json'), path.join(root, out, 'package.json'));
  await esbuild.build({
    entryPoints: [path.join(source, 'extension.ts')],
    outfile: path.join(root, out, 'extension.cjs'),
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    define: { FILES: JSON.stringify(Object.fromEntries(files)) },
  });
  return out;
}
