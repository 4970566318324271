import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

// Speaks over standard input and output (`--stdio`), the channel of a parent process (`--node-ipc`) or a socket.
const connection = createConnection(ProposedFeatures.all);
startServer(connection, { loadModel: () => readFile(path.join(import.meta.dirname, 'model.bin')) });
