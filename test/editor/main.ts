import { tests } from 'editor-tests';
import { reportLines } from './reporter.ts';

// The suite as VS Code's extension host runs it, in Node and in a web worker alike. mocha's browser build asks for no
// file system, so one bundle holds everything; `suite` and `test` have to exist before the test files run.

/** Called by VS Code; rejects if a test failed. */
export async function run(): Promise<void> {
  // mocha's browser build reads the options in the page's address; Node has no page.
  if (!('location' in globalThis)) Object.assign(globalThis, { location: { search: '' } });
  // Long, because a machine may have more to do than this.
  // Base prints nothing; the default reporter of the browser build wants a page.
  mocha.setup({ ui: 'tdd', reporter: Mocha.reporters.Base, timeout: 120_000 });
  await tests();
  const failures = await new Promise<number>((resolve) => reportLines(mocha.run(resolve)));
  if (failures > 0) throw new Error(`${failures} failed`);
}
