import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../client/development/install.mjs';
import { installExtension, installServer, startServer } from '../../client/development/vscode.mjs';
import { type Browser, openBrowser } from './browser.ts';
import { buildMemory, MEMORY_FOLDER } from './memory.ts';
import { startWorkerHost } from './worker.ts';

/**
 * Where the extension runs: in a Node process of VS Code's server, as in the desktop application, in a web worker beside
 * that server, or in a web worker with no server at all and files in memory, as in VS Code for the Web.
 */
export type Host = 'node' | 'worker' | 'web';

/** VS Code's server and a browser, and the address at which the extension under development is active. */
export interface Workbench {
  readonly browser: Browser;
  readonly address: string;
  close(): Promise<void>;
}

/** What to open: a folder, a file of it, settings, and the bundled tests to run (a path from the repository's root). */
export interface WorkbenchOptions {
  readonly host: Host;
  readonly folder: string;
  readonly file?: string;
  readonly tests?: string;
  /** Folder of the extension, if not the repository: for the Node host only. */
  readonly extension?: string;
  /** A packaged extension to install in place of the one under development: for the Node host only. */
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Device pixels a CSS pixel. */
  readonly scale?: number;
}

/** Starts both; whatever was started is stopped again if the rest fails. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const stops: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const data = mkdtempSync(path.join(tmpdir(), 'newsmark-vscode-'));
    stops.push(async () => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
    // In a browser VS Code saves after a moment; the articles of the tests shall stay as they are.
    const settings = { 'files.autoSave': 'off', ...options.settings };
    const installed = installServer();
    if (options.vsix !== undefined) installExtension(installed, data, options.vsix);
    const server = await startServer(installed, { folder: data, settings, testing: true });
    stops.push(server.stop);
    let { url } = server;
    if (options.host !== 'node') {
      const memory = options.host === 'web' ? await buildMemory(options.folder) : undefined;
      const worker = await startWorkerHost(server.port, { tests: options.tests, memory });
      stops.push(worker.stop);
      url = worker.url;
    }
    const browser = await openBrowser(options.scale);
    stops.push(browser.close);
    return { browser, address: addressOf(url, options), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function addressOf(url: string, options: WorkbenchOptions): string {
  const { host, folder, file, tests, extension = root, vsix } = options;
  const remote = (file: string) => `vscode-remote://${new URL(url).host}${file}`;
  const payload: [string, string][] = [];
  if (host === 'node' && vsix === undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (host === 'node' && tests !== undefined)
    payload.push(['extensionTestsPath', remote(path.join(root, tests))]);
  if (file !== undefined) payload.push(['openFile', remote(path.join(folder, file))]);
  const address = new URL(url);
  address.searchParams.set('folder', host === 'web' ? MEMORY_FOLDER : folder);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
