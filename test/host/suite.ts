import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../client/development/install.mjs';

/** The suite of a folder bundled for the extension host of Node and for that of a web worker: one file each. */
export interface Suite {
  readonly node: string;
  readonly worker: string;
}

/** Bundles all `*.test.ts` of the folder, a path from the repository's root, with mocha. */
export async function buildSuite(folder: string): Promise<Suite> {
  const files = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.test.ts'));
  if (files.length === 0) throw new Error(`no test in ${folder}`);
  const out = path.join('test/output', folder.replaceAll('/', '-'));
  const common: esbuild.BuildOptions = {
    absWorkingDir: root,
    entryPoints: ['test/editor/main.ts'],
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    inject: ['mocha/mocha.js'],
    plugins: [mochaGlobal, editorTests(path.join(root, folder), files)],
  };
  // The web extension host takes CommonJS out of this package by the name `.cjs` alone.
  const suite: Suite = { node: `${out}/node.cjs`, worker: `${out}/worker.cjs` };
  await esbuild.build({
    ...common,
    platform: 'node',
    outfile: suite.node,
  });
  await esbuild.build({
    ...common,
    platform: 'browser',
    define: { global: 'globalThis' },
    outfile: suite.worker,
  });
  return suite;
}

/** mocha is an ES module package, so esbuild takes its UMD build for one: `module.exports = …` would be the bundle's own. */
const mochaGlobal: esbuild.Plugin = {
  name: 'mocha-global',
  setup({ onLoad }) {
    onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
      contents: `(function (exports, module, define) {\n${await readFile(file, 'utf8')}\n}).call(globalThis);`,
    }));
  },
};

function editorTests(folder: string, files: readonly string[]): esbuild.Plugin {
  return {
    name: 'editor-tests',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^editor-tests$/ }, () => ({ path: 'editor-tests', namespace: 'editor-tests' }));
      onLoad({ filter: /.*/, namespace: 'editor-tests' }, () => ({
        contents: `export const tests = () => Promise.all([${files.map((file) => `import('./${file}')`)}]);`,
        resolveDir: folder,
      }));
    },
  };
}
