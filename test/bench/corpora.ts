import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CLI, peakMemory, processorSeconds } from '../support/spawned.ts';
import { makeArticle } from './articles.ts';
import { printRow } from './measure.ts';

const ARTICLES = 1000;
const WORDS = 600;

/**
 * How many articles `newsmark annotate` reads in a second with 1, 2 and 4 threads, its start included. No paragraph comes
 * twice: of real corpora some do, and are remembered.
 */
export async function benchCorpora(): Promise<void> {
  console.log(`newsmark annotate, ${ARTICLES} articles of ${WORDS} words`);
  const at = await mkdtemp(path.join(tmpdir(), 'newsmark-bench-'));
  try {
    const input = path.join(at, 'corpus.jsonl');
    let number = 0;
    const lines = Array.from({ length: ARTICLES }, (_, id) =>
      JSON.stringify({ id, text: makeArticle(id, WORDS).replaceAll('\n\n', () => `\n\n${++number} `) }),
    );
    await writeFile(input, `${lines.join('\n')}\n`);
    for (const jobs of [1, 2, 4]) {
      const { wall, processor, peak } = await annotate(input, jobs);
      printRow(
        `--jobs ${jobs}`,
        `${Math.round(ARTICLES / wall)} articles/s`,
        `${processor.toFixed(1)} s processor`,
        `${Math.round(peak / 1e6)} MB`,
      );
    }
  } finally {
    await rm(at, { recursive: true, force: true });
  }
}

/** Seconds on the clock and of the processors, and bytes. */
async function annotate(
  input: string,
  jobs: number,
): Promise<{ readonly wall: number; readonly processor: number; readonly peak: number }> {
  const args = [CLI, 'annotate', '--format', 'jsonl', '--jobs', String(jobs), input];
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  let processor = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMemory(child.pid));
    processor = Math.max(processor, processorSeconds(child.pid));
  }, 50);
  await once(child, 'close');
  clearInterval(watch);
  return { wall: (performance.now() - start) / 1000, processor, peak };
}
