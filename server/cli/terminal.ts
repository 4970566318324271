import type { Readable, Writable } from 'node:stream';
import type { ReadArticle } from '../analysis/article.ts';

/** What a command works with. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly hasColours: boolean;
  /** Reads the models once, when the first article comes. */
  readonly loadReader: () => Promise<ReadArticle>;
}

/** A mistake in how the command was called: told without a trace, exit code 2. */
export class UsageError extends Error {}

/** Writes a line and waits where the reader of the stream is slower; resolves too when it has gone away. */
export async function writeLine(stream: Writable, line: string): Promise<void> {
  if (stream.destroyed || stream.write(`${line}\n`)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done).off('error', done);
      resolve();
    };
    stream.on('drain', done).on('close', done).on('error', done);
  });
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
