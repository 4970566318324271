import { Tally } from './tally.ts';
import { openWorkbench, type WorkbenchOptions } from './workbench.ts';

const limit = 480_000;

/** Runs bundled tests in the extension host of VS Code's server, prints the totals and gives the exit code. */
export async function runInBrowser(options: WorkbenchOptions & { readonly tests: string }): Promise<number> {
  const tally = new Tally();
  const log = new Set<string>();
  const workbench = await openWorkbench(options);
  try {
    const { page } = workbench.browser;
    const exit = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`no result after ${limit / 1000} s`)), limit).unref();
      page.once('crash', () => reject(new Error('the page crashed')));
      // The workbench calls these two: for each line of any log, and once with the result of the run.
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      page
        .exposeFunction('codeAutomationLog', (type: string, values: readonly unknown[]) => {
          const line = values.map(String).join(' ');
          if (!tally.take(line) && (type === 'error' || /newsmark/i.test(line)))
            log.add(line.split('\n', 1)[0] ?? '');
        })
        .catch(reject);
    });
    exit.catch(() => {});
    await page.goto(workbench.address);
    const exitCode = await exit;
    await page.waitForTimeout(200);
    if (exitCode !== 0 && tally.failed === 0) console.log([...log].join('\n'));
    return tally.close(exitCode);
  } catch (error) {
    console.log(`${[...log].join('\n')}\n${error}`);
    return tally.close(1);
  } finally {
    await workbench.close();
  }
}
