import type { StoreFile } from '../folder/indexing.ts';
import { summarise } from '../folder/summary.ts';
import { LIMIT } from '../library.ts';
import type { ClientRequests } from '../requests/client.ts';
import type { Session } from '../session.ts';
import { createFiles } from './files.ts';
import type { FolderAccess } from './folder.ts';

/**
 * The articles of the workspace through the client, for a server that has no disk: they are read in the server's own
 * thread, one at a time, and requests are answered in between. Undefined where the client reads no files.
 */
export async function openThroughClient(session: Session): Promise<FolderAccess | undefined> {
  const { connection, client, library, models } = session;
  if (!client().files) return undefined;
  const files = createFiles(session, undefined);
  const { readAside } = await library();
  const { storage } = client();
  return {
    files: {
      list: (): Promise<ClientRequests['newsmark/listArticles']['result']> =>
        connection.sendRequest('newsmark/listArticles'),
      read: (uri) => files.read(uri).catch(() => undefined),
    },
    sideFiles: {
      list: (): Promise<ClientRequests['newsmark/listSideFiles']['result']> =>
        connection.sendRequest<readonly string[]>('newsmark/listSideFiles').catch(() => []),
      read: (uri) => files.read(uri).catch(() => undefined),
    },
    store: storage === undefined ? undefined : storeThrough(`${storage}/folder.jsonl`),
    summarise: async (text, fileName) => {
      await new Promise((resolve) => setTimeout(resolve));
      return summarise(readAside(text, { fileName, limit: LIMIT }));
    },
    width: 1,
    version: await nameModels(await models()),
  };

  /** A client replaces files as a whole: what is appended is kept until it is worth a write. */
  function storeThrough(uri: string): StoreFile {
    let content = '';
    let written = 0;
    return {
      async read() {
        content = (await files.read(uri).catch(() => undefined)) ?? '';
        written = content.length;
        return content;
      },
      async append(lines) {
        content += lines;
        if (content.length < 1.5 * written) return;
        await replace(content);
      },
      replace,
    };
    async function replace(store: string): Promise<void> {
      content = store;
      written = store.length;
      await files.change(uri, () => store);
    }
  }
}

/** Other models read otherwise: what they kept has another name. */
async function nameModels(files: readonly Uint8Array[]): Promise<string> {
  const digests = files.map((file) => crypto.subtle.digest('SHA-256', Uint8Array.from(file)));
  const bytes = (await Promise.all(digests)).flatMap((digest) => [...new Uint8Array(digest).subarray(0, 8)]);
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
