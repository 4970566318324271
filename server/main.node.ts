import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

// Speaks over standard input and output (`--stdio`), the channel of a parent process (`--node-ipc`) or a socket.
startServer(createConnection(ProposedFeatures.all), { loadModels });

/** The model files lie beside the bundle; beside the sources they lie in folders below. */
async function loadModels(): Promise<readonly Uint8Array[]> {
  const folder = import.meta.dirname;
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.bin'));
  return Promise.all(names.sort().map((name) => readFile(path.join(folder, name))));
}
