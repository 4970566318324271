import { readFile } from 'node:fs/promises';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { root } from '../../client/development/install.mjs';

/** Where the workbench is served with the extension in its web worker host. */
export interface WorkerHost {
  readonly url: string;
  stop(): Promise<void>;
}

/** What runs in the web worker beside the extension: paths from the repository's root. */
export interface WorkerOptions {
  readonly tests?: string | undefined;
  /** Folder of an extension with a file system; with one the workbench knows no server, as in VS Code for the Web. */
  readonly memory?: string | undefined;
}

/**
 * A proxy before VS Code's server that serves the repository under the same origin and writes it into the workbench's own
 * configuration as a web extension, with the tests to run if any: the address of a page can name no web extension.
 */
export async function startWorkerHost(upstream: number, options: WorkerOptions = {}): Promise<WorkerHost> {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith(`${mount}/`)) {
      serveFile(pathname.slice(mount.length), response);
      return;
    }
    const headers = { ...request.headers };
    const patch =
      pathname === '/'
        ? (page: string) => withExtension(page, headers.host ?? '', options)
        : options.memory !== undefined && pathname.endsWith(workbench)
          ? withoutServer
          : undefined;
    if (patch !== undefined) {
      delete headers['accept-encoding'];
      delete headers['if-none-match'];
    }
    const { method, url } = request;
    const forward = http.request(
      { host: '127.0.0.1', port: upstream, path: url, method, headers },
      (answer) => {
        if (patch !== undefined) servePatched(answer, response, patch);
        else answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
      },
    );
    forward.on('error', () => response.writeHead(502).end());
    request.pipe(forward);
  });
  server.on('upgrade', (request, socket, head) => {
    const forward = net.connect(upstream, '127.0.0.1', () => {
      const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}\r\n`);
      forward.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers.join('')}\r\n`);
      forward.write(head);
      forward.pipe(socket);
      socket.pipe(forward);
    });
    forward.on('error', () => socket.destroy());
    socket.on('error', () => forward.destroy());
  });
  // Closing waits for open sockets, and the workbench keeps its own open.
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const mount = '/newsmark-extension';
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
};

function serveFile(name: string, response: http.ServerResponse): void {
  const file = path.join(root, path.normalize(`/${decodeURIComponent(name)}`));
  readFile(file).then(
    (body) => {
      const type = types[path.extname(file)] ?? 'text/plain';
      // The worker of the extension host has an origin of its own.
      const headers = {
        'Content-Type': type,
        'Cache-Control': 'no-store',
        'Access-Control-Allow-Origin': '*',
      };
      response.writeHead(200, headers).end(body);
    },
    () => response.writeHead(404).end(),
  );
}

async function servePatched(
  answer: http.IncomingMessage,
  response: http.ServerResponse,
  patch: (text: string) => string,
): Promise<void> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  const { 'content-length': _, etag: __, ...headers } = answer.headers;
  response.writeHead(answer.statusCode ?? 502, headers).end(patch(text));
}

function withExtension(page: string, host: string, { tests, memory }: WorkerOptions): string {
  return page.replace(configuration, (_, before, json, after) => {
    const settings = JSON.parse(decode(json));
    const at = (file: string) => ({ scheme: 'http', authority: host, path: path.posix.join(mount, file) });
    settings.developmentOptions ??= {};
    settings.developmentOptions.extensions = [at('')];
    if (tests !== undefined) settings.developmentOptions.extensionTestsPath = at(tests);
    if (memory !== undefined) settings.additionalBuiltinExtensions = [at(memory)];
    return before + encode(JSON.stringify(settings)) + after;
  });
}

const workbench = '/workbench/workbench.js';
const remote = 'remoteAuthority:location.host';

/** The workbench of VS Code's server always has that server for its files; without, it is VS Code for the Web. */
function withoutServer(script: string): string {
  if (!script.includes(remote)) throw new Error('the workbench no longer says where its server is');
  return script.replace(remote, 'remoteAuthority:void 0');
}

const configuration = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)(")/;

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
