import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, test } from 'node:test';

// A run that cannot fail proves nothing: each of these has to end as it says. The others take long for want of an
// answer and run where NEWSMARK_CONTROLS is set.

const root = path.join(import.meta.dirname, '../..');

describe('a run of the editor tests', () => {
  control('failing test', 1, /^1 passed, 1 failed, 0 skipped$/m);
  control('missing file', 1, /^0 passed, 1 failed, 0 skipped$/m);
  const skip = process.env.NEWSMARK_CONTROLS === undefined && 'set NEWSMARK_CONTROLS to run it';
  control('sound', 0, /^1 passed, 0 failed, 0 skipped$/m, skip);
  control('server that exits', 1, /^0 passed, 1 failed, 0 skipped$/m, skip);
  control('extension that throws', 1, /^0 passed, 1 failed, 0 skipped$/m, skip);
});

function control(name: string, exitCode: number, totals: RegExp, skip: string | false = false): void {
  test(`${name}: exit code ${exitCode}`, { skip }, () => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'test/host/control.ts', name], {
      cwd: root,
      encoding: 'utf8',
      timeout: 600_000,
    });
    const output = run.stdout + run.stderr;
    assert.equal(run.status, exitCode, output);
    assert.match(run.stdout, totals);
  });
}
