import { parentPort, workerData } from 'node:worker_threads';
import { createReader } from './analysis/article.ts';
import { readModel } from './analysis/tagger/model.ts';
import { type PrintTask, printArticle } from './cli/corpus/print.ts';
import { type Summary, summarise } from './folder/summary.ts';
import type { Answer } from './pool.ts';

/** What a reading thread is started with. */
export interface WorkerData {
  readonly models: readonly Uint8Array[];
  /** Code units of an article that are read for its summary. */
  readonly limit?: number;
  /** Code units of paragraphs that are kept, for those that come again; none where it is missing. */
  readonly memory?: number;
}

/** An article to be summarised. */
export interface SummaryTask {
  readonly kind: 'summarise';
  readonly text: string;
  readonly fileName: string;
}

const { models, limit, memory = 0 } = workerData as WorkerData;
const read = createReader(readModel(...models), memory);

parentPort?.on('message', (task: SummaryTask | PrintTask) => {
  const answer: Answer<Summary | string> = { result: work(task) };
  parentPort?.postMessage(answer);
});

function work(task: SummaryTask | PrintTask): Summary | string {
  switch (task.kind) {
    case 'summarise':
      return summarise(read(task.text, { fileName: task.fileName, limit }));
    case 'print':
      return printArticle(read, task);
  }
}
