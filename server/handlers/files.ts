import type { TextFiles } from '../marking/files.ts';
import type { ClientRequests } from '../requests/client.ts';
import type { Session } from '../session.ts';

/** Files by their URIs: those with `file:` addresses on the disk where there is one, all others through the client. */
export function createFiles({ connection, client }: Session, onDisk: TextFiles | undefined): TextFiles {
  const ask = <Method extends keyof ClientRequests>(
    method: Method,
    params: ClientRequests[Method]['params'],
  ): Promise<ClientRequests[Method]['result']> => connection.sendRequest(method, params);
  const throughClient: TextFiles = {
    async read(uri) {
      if (!client().files) return undefined;
      return (await ask('newsmark/readFile', { uri })) ?? undefined;
    },
    async change(uri, change) {
      if (!client().files) throw new Error(`${uri} is no file that can be written.`);
      const present = (await ask('newsmark/readFile', { uri })) ?? '';
      const text = change(present);
      if (text !== undefined) await ask('newsmark/writeFile', { uri, text });
      return text ?? present;
    },
    async list(uri) {
      return client().files ? ask('newsmark/listFolder', { uri }) : [];
    },
  };
  const filesOf = (uri: string): TextFiles => (onDisk && uri.startsWith('file:') ? onDisk : throughClient);
  return {
    read: (uri) => filesOf(uri).read(uri),
    change: (uri, change) => filesOf(uri).change(uri, change),
    list: (uri) => filesOf(uri).list(uri),
  };
}
