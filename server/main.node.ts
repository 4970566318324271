import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { isSideFileName } from './annotations/sideFile/name.ts';
import { loadModels } from './cli/models.ts';
import { articleFiles, storeFile } from './disk.ts';
import { isArticleName } from './folder/indexing.ts';
import type { Summary } from './folder/summary.ts';
import type { OpenFolder } from './handlers/folder.ts';
import { LIMIT } from './library.ts';
import type { SummaryTask, WorkerData } from './main.worker.ts';
import { createPool, type Pool } from './pool.ts';
import { startServer } from './server.ts';
import { onDisk } from './sideFiles.ts';

// The models and the program of the reading threads lie beside the bundle.
const here = import.meta.dirname;
const program = path.join(here, 'worker.cjs');
const models = loadModels(here);

/** A thread for each processor but the one that answers the editor. */
const THREADS = Math.max(1, availableParallelism() - 1);

let pool: Pool<SummaryTask, Summary> | undefined;

const openFolder: OpenFolder = async (folders, storage) => {
  const inFiles = folders.filter((folder) => folder.startsWith('file:'));
  if (inFiles.length === 0) return undefined;
  const data: WorkerData = { models: await models, limit: LIMIT };
  pool ??= createPool(pathToFileURL(program), THREADS, data);
  const threads = pool;
  return {
    files: articleFiles(inFiles, isArticleName),
    sideFiles: articleFiles(inFiles, isSideFileName),
    store: storage?.startsWith('file:')
      ? storeFile(path.join(fileURLToPath(storage), 'folder.jsonl'))
      : undefined,
    summarise: (text, fileName) => threads.run({ kind: 'summarise', text, fileName }),
    width: 2 * THREADS,
    version: await nameAnalysis(data.models),
  };
};

/** Another program or another model reads otherwise: what they kept has another name. */
async function nameAnalysis(files: readonly Uint8Array[]): Promise<string> {
  const hash = createHash('sha256').update(await readFile(program));
  for (const file of files) hash.update(file);
  return hash.digest('hex');
}

// Speaks over standard input and output (`--stdio`), the channel of a parent process (`--node-ipc`) or a socket.
startServer(createConnection(ProposedFeatures.all), {
  loadModels: () => models,
  openFolder,
  files: onDisk,
});
