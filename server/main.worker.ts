import { parentPort, workerData } from 'node:worker_threads';
import { createReader } from './analysis/article.ts';
import { readModel } from './analysis/tagger/model.ts';
import { type Summary, summarise } from './folder/summary.ts';
import type { Answer } from './pool.ts';

/** What a reading thread is started with. */
export interface WorkerData {
  readonly models: readonly Uint8Array[];
  readonly limit: number;
}

/** An article to be summarised. */
export interface SummaryTask {
  readonly text: string;
  readonly fileName: string;
}

const { models, limit } = workerData as WorkerData;
// Every article comes once: nothing of it is kept for the next.
const read = createReader(readModel(...models), 0);

parentPort?.on('message', ({ text, fileName }: SummaryTask) => {
  const answer: Answer<Summary> = { result: summarise(read(text, { fileName, limit })) };
  parentPort?.postMessage(answer);
});
