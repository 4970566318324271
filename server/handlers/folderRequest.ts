import { type CancellationToken, ProgressType } from 'vscode-languageserver';
import type { Progressed } from '../requests/folder.ts';
import type { FolderRequests } from '../requests.ts';
import type { Session } from '../session.ts';

/** Answers a request about the folder. */
export function onFolder<Method extends keyof FolderRequests>(
  { connection }: Session,
  method: Method,
  answer: (
    params: FolderRequests[Method]['params'],
    token: CancellationToken,
  ) => Promise<FolderRequests[Method]['result']>,
): void {
  connection.onRequest(
    method,
    (params: FolderRequests[Method]['params'], token: CancellationToken): Promise<unknown> =>
      answer(params, token),
  );
}

const PROGRESSED = new ProgressType<Progressed>();
/** The client is told so often at most, in milliseconds. */
const OFTEN = 100;

/** Tells the client how far a request is, under the token that it gave. */
export function toReport(
  { connection }: Session,
  token: string | undefined,
): (done: number, all: number) => void {
  let last = 0;
  return (done, all) => {
    if (token === undefined || performance.now() - last < OFTEN) return;
    last = performance.now();
    void connection.sendProgress(PROGRESSED, token, { done, all });
  };
}
