/** What begins each line that tells of a test. */
export const mark = '##test ';

/** One event of a run, as a line of the extension host's console tells it. */
export type TestEvent =
  | { readonly kind: 'passed' | 'skipped'; readonly title: string }
  | { readonly kind: 'failed'; readonly title: string; readonly stack: string }
  | { readonly kind: 'end' };

/** Writes one line an event to the console, which the program outside reads from every kind of extension host. */
export function reportLines(runner: Mocha.Runner): void {
  runner.on('pass', (test) => say({ kind: 'passed', title: test.fullTitle() }));
  runner.on('pending', (test) => say({ kind: 'skipped', title: test.fullTitle() }));
  runner.on('fail', (test, error) =>
    say({ kind: 'failed', title: test.fullTitle(), stack: error.stack ?? String(error) }),
  );
  runner.on('end', () => say({ kind: 'end' }));
}

function say(event: TestEvent): void {
  console.log(mark + JSON.stringify(event));
}
