import { mark, type TestEvent } from '../editor/reporter.ts';

/** Counts the tests of one run and prints them as they come. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;
  ended = false;

  /** Takes one line of the extension host's console; false if it tells of no test. */
  take(line: string): boolean {
    const at = line.indexOf(mark);
    if (at < 0) return false;
    const event: TestEvent = JSON.parse(line.slice(at + mark.length));
    switch (event.kind) {
      case 'passed':
        this.passed++;
        break;
      case 'skipped':
        this.skipped++;
        console.log(`- ${event.title}`);
        break;
      case 'failed':
        this.failed++;
        console.log(`FAILED ${event.title}\n${event.stack.replace(/^/gm, '  ')}`);
        break;
      case 'end':
        this.ended = true;
    }
    return true;
  }

  /** Prints the line of totals and gives the exit code: 0 only for a whole run with tests, all of them passed. */
  close(exitCode: number): number {
    const incomplete = exitCode === 0 && (!this.ended || this.passed === 0);
    if (incomplete) console.log('The run ended before its tests did.');
    const failed = Math.max(this.failed, exitCode === 0 && !incomplete ? 0 : 1);
    console.log(`${this.passed} passed, ${failed} failed, ${this.skipped} skipped`);
    return failed === 0 ? 0 : 1;
  }
}
