import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from './server.ts';

const worker = globalThis as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
);

// The client has the extension's files and sends the model, or says where to fetch it.
startServer(connection, {
  async loadModel({ model }) {
    if (model instanceof Uint8Array) return model;
    if (model === undefined) return new Uint8Array();
    const response = await fetch(model);
    if (!response.ok) throw new Error(`${model}: ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  },
});
