// Runs the tests of node:test in the folders named, all in one process, so that models and word lists are loaded once:
// node --import tsx test/units.mjs FOLDER…   Ends with the line `N passed, N failed, N skipped`.
// Properties are tried on other cases at every run; on a machine that sets CI, where a run says whether a change is good,
// always on the same ones.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';

if (process.env.CI) fc.configureGlobal({ seed: 1 });

for (const folder of process.argv.slice(2))
  for (const file of findTests(path.join(import.meta.dirname, folder)))
    try {
      await import(pathToFileURL(file).href);
    } catch (error) {
      test(path.relative(process.cwd(), file), () => Promise.reject(error));
    }

/** @param {string} folder */
function findTests(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join(folder, name));
}
