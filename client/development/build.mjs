// Bundles the extension, the server and the command line into dist/:  node client/development/build.mjs [--production] [--watch]
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { writeDeclarations } from './declarations.mjs';
import { licencesOf } from './licences.mjs';

const root = path.join(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');
const production = process.argv.includes('--production');

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  absWorkingDir: root,
  target: 'es2022',
  external: ['vscode'],
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  metafile: true,
  logLevel: 'info',
};

const moduleUrl = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";

/** @type {esbuild.BuildOptions} The package is an ES module package; VS Code and `require` want CommonJS, so `.cjs`. */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'importMetaUrl' },
  banner: { js: moduleUrl },
};
/** @type {esbuild.BuildOptions} */
const program = { ...node, banner: { js: `#!/usr/bin/env node\n${moduleUrl}` } };

/** @type {esbuild.BuildOptions} */
const browser = {
  ...common,
  platform: 'browser',
  format: 'cjs',
  mainFields: ['browser', 'module', 'main'],
  // What papaparse would ask of Node, were it given a stream of Node.
  external: ['vscode', 'stream'],
};

/** @type {esbuild.BuildOptions} What `import … from 'newsmark'` gives, in Node and in browsers. */
const library = { ...browser, format: 'esm', mainFields: ['module', 'main'] };

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ['client/main.node.ts'], outfile: 'dist/client.cjs' },
  // The package is an ES module package, which the web extension host refuses but for `.cjs`.
  { ...browser, entryPoints: ['client/main.browser.ts'], outfile: 'dist/browser/client.cjs' },
  { ...program, entryPoints: ['server/main.node.ts'], outfile: 'dist/server.cjs' },
  { ...node, entryPoints: ['server/main.worker.ts'], outfile: 'dist/worker.cjs' },
  { ...browser, format: 'iife', entryPoints: ['client/webview/main.ts'], outfile: 'dist/webview/picture.js' },
  { ...browser, entryPoints: ['client/webview/picture.css'], outfile: 'dist/webview/picture.css' },
  { ...browser, format: 'iife', entryPoints: ['server/main.browser.ts'], outfile: 'dist/browser/server.js' },
  { ...program, entryPoints: ['server/cli.ts'], outfile: 'dist/cli.cjs' },
  { ...library, platform: 'node', entryPoints: ['server/main.api.node.ts'], outfile: 'dist/api/node.js' },
  {
    ...library,
    platform: 'browser',
    entryPoints: ['server/main.api.browser.ts'],
    outfile: 'dist/api/browser.js',
  },
];

await rm(dist, { recursive: true, force: true });
await copyModels();
if (process.argv.includes('--watch'))
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
else {
  const builds = await Promise.allSettled(bundles.map((bundle) => esbuild.build(bundle)));
  if (builds.some(({ status }) => status === 'rejected')) process.exitCode = 1;
  const metafiles = builds.flatMap((build) =>
    build.status === 'fulfilled' ? (build.value.metafile ?? []) : [],
  );
  await writeFile(path.join(dist, 'LICENSES.txt'), licencesOf(metafiles, root));
  writeDeclarations(root, path.join(dist, 'api/types'));
}

/** Models are read at run time, from the folder of the bundles. */
async function copyModels() {
  await mkdir(dist, { recursive: true });
  for (const name of await readdir(path.join(root, 'server'), { recursive: true }))
    if (name.endsWith('.bin'))
      await copyFile(path.join(root, 'server', name), path.join(dist, path.basename(name)));
}
