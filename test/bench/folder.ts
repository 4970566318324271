import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadModels } from '../../server/cli/models.ts';
import { articleFiles, storeFile } from '../../server/disk.ts';
import { createFolder, type Folder } from '../../server/folder/folder.ts';
import { type IndexingResult, indexFolder } from '../../server/folder/indexing.ts';
import type { Summary } from '../../server/folder/summary.ts';
import type { SummaryTask } from '../../server/main.worker.ts';
import { createPool } from '../../server/pool.ts';
import { makeArticle } from './articles.ts';
import { milliseconds, printRow, spreadOf, timeRuns } from './measure.ts';

const DIST = path.join(import.meta.dirname, '../../dist');

/** Indexes folders of 1,000 and 10,000 articles of 600 words, first without and then with what was kept. */
export async function benchFolder(): Promise<void> {
  const threads = availableParallelism();
  console.log(`A folder of articles of 600 words, ${threads} threads`);
  for (const count of [1000, 10000]) {
    const at = await mkdtemp(path.join(tmpdir(), 'newsmark-bench-'));
    try {
      await writeArticles(at, count);
      // What is read cold is let go: the memory shall be that of one folder.
      const { folder: _, ...cold } = await index(at, threads);
      const warm = await index(at, threads);
      if (cold.result.known !== 0 || warm.result.known !== count) throw new Error('The store does not work.');
      const rate = (time: number): string => `${Math.round((1000 * count) / time)} articles/s`;
      printRow(`${count} articles, cold`, milliseconds(cold.time), rate(cold.time));
      const ratio = `${(cold.time / warm.time).toFixed(1)} x as fast`;
      printRow(`${count} articles, warm`, milliseconds(warm.time), rate(warm.time), ratio);
      const people = warm.folder.subjects('person').map(({ name }) => name);
      const ask = (run: number) => warm.folder.references({ kind: 'person', name: people[run] ?? '' });
      const asked = spreadOf(await timeRuns(30, ask));
      printRow('  references to a person', milliseconds(asked.median), `p99 ${milliseconds(asked.p99)}`);
      printRow('  peak memory', `${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
    } finally {
      await rm(at, { recursive: true, force: true });
    }
  }
}

interface Indexed {
  readonly folder: Folder;
  readonly result: IndexingResult;
  /** Milliseconds, from the start of the threads to the last article. */
  readonly time: number;
}

async function index(at: string, threads: number): Promise<Indexed> {
  const start = performance.now();
  const pool = createPool<SummaryTask, Summary>(pathToFileURL(path.join(DIST, 'worker.cjs')), threads, {
    models: await loadModels(DIST),
    limit: 2_000_000,
  });
  const folder = createFolder();
  const result = await indexFolder(folder, {
    files: articleFiles([pathToFileURL(at).href], (name) => name.endsWith('.article')),
    store: storeFile(path.join(at, 'kept', 'summaries.jsonl')),
    summarise: (text, fileName) => pool.run({ kind: 'summarise', text, fileName }),
    width: 4 * threads,
    version: 'bench',
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const time = performance.now() - start;
  await pool.close();
  return { folder, result, time };
}

async function writeArticles(at: string, count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    const folder = path.join(at, String(number % 50));
    if (number < 50) await mkdir(folder);
    await writeFile(path.join(folder, `${number}.article`), makeArticle(number, 600));
  }
}
