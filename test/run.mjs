// npm test: installs what is missing, checks, builds and runs every test there is, the editor's in a real VS Code.
// Ends with the line `N passed, N failed, N skipped` and exit code 1 if anything failed or a stage had no test at all.
import { spawn } from 'node:child_process';
import readline from 'node:readline';
import { installPackages, root } from '../client/development/install.mjs';

const tsx = ['--import', 'tsx'];
const nodeTests = [...tsx, '--test-reporter=./test/reporter.mjs', 'test/units.mjs'];
const minutes = 60_000;

installPackages();
const began = Date.now();
const total = { passed: 0, failed: 0, skipped: 0 };
await step('Types', ['node_modules/typescript/bin/tsc']);
await step('Lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check']);
await step('Build', ['client/development/build.mjs']);
await stage('Unit and property tests', [...nodeTests, 'unit', 'property']);
await stage('Wire tests', [...nodeTests, 'wire']);
await stage('Tests in other editors', [...nodeTests, 'clients']);
await stage('Editor tests', [...tsx, 'test/host/run.ts']);
await stage('Runs that have to fail', [...nodeTests, 'host']);
await step('Package', ['client/development/package.mjs']);
await stage('What a person sees', [...nodeTests, 'screen'], 2);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/**
 * Something that has to succeed but counts no tests.
 *
 * @param {string} name
 * @param {string[]} args
 */
async function step(name, args) {
  const { exitCode } = await run(name, args);
  if (exitCode === 0) return;
  console.log(`${name}: failed`);
  total.failed++;
}

/**
 * Tests that print their totals, a line for each group of them. Tests that wait for windows may have a second try, which
 * is told and counts in place of the first.
 *
 * @param {string} name
 * @param {string[]} args
 * @param {number} tries
 */
async function stage(name, args, tries = 1) {
  const { exitCode, lines } = await run(name, args);
  let [passed, failed, skipped] = [0, 0, 0];
  for (const line of lines) {
    const match = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line);
    if (match === null) continue;
    passed += Number(match[1]);
    failed += Number(match[2]);
    skipped += Number(match[3]);
  }
  if ((failed > 0 || exitCode !== 0) && tries > 1) {
    console.log(`${name}: a second try`);
    await stage(name, args, tries - 1);
    return;
  }
  const tests = passed + failed + skipped;
  total.passed += passed;
  total.skipped += skipped;
  if (tests === 0) console.log(`${name}: no test was run`);
  total.failed += Math.max(failed, exitCode === 0 && tests > 0 ? 0 : 1);
}

/**
 * Runs a script under this Node with its output shown; a stage that takes too long is ended.
 *
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<{ exitCode: number, lines: string[] }>}
 */
async function run(name, args) {
  console.log(`\n── ${name}  (${Math.round((Date.now() - began) / 1000)} s)`);
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const late = setTimeout(() => {
    console.log(`${name}: not done in ten minutes`);
    child.kill('SIGKILL');
  }, 10 * minutes);
  /** @type {string[]} */
  const lines = [];
  readline.createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line);
    lines.push(line);
  });
  const exitCode = await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  clearTimeout(late);
  return { exitCode, lines };
}
