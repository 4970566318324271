import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startServer } from './server.ts';

const worker = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
);

// The client has the extension's files and sends the models, or says where to fetch them.
startServer(connection, {
  loadModels: ({ models = [] }) => Promise.all(models.map(load)),
  openFolder: async () => undefined,
});

async function load(model: Uint8Array | string): Promise<Uint8Array> {
  if (typeof model !== 'string') return model;
  const response = await fetch(model);
  if (!response.ok) throw new Error(`${model}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
