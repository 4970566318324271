/** The middle of some times and the one that 99 of 100 stay under, in the unit they came in. */
export interface Spread {
  readonly median: number;
  readonly p99: number;
}

/** By nearest rank: the least value that this share of the values (at least one) are not above. */
export function spreadOf(values: readonly number[]): Spread {
  const ordered = [...values].sort((a, b) => a - b);
  const at = (share: number): number => ordered[Math.ceil(share * ordered.length) - 1] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

/** Milliseconds of each of some runs, one after the other. */
export async function timeRuns(runs: number, run: (index: number) => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    const start = performance.now();
    await run(index);
    times.push(performance.now() - start);
  }
  return times;
}

/** Milliseconds of processor time of this process so far: what others do on the machine does not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A line of a table: what was measured, and its figures. */
export function printRow(what: string, ...figures: readonly string[]): void {
  console.log(`  ${what.padEnd(46)} ${figures.map((figure) => figure.padStart(14)).join(' ')}`);
}

/** `12.3 ms`; times under ten milliseconds with two places. */
export function milliseconds(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 1)} ms`;
}
