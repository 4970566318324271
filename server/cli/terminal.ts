import type { Readable, Writable } from 'node:stream';
import type { ReadArticle } from '../analysis/article.ts';
import type { Pool } from '../pool.ts';
import type { PrintTask } from './corpus/print.ts';

/** What a command works with. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly hasColours: boolean;
  /** Reads the models once, when the first article comes. */
  readonly loadReader: () => Promise<ReadArticle>;
  /** Opens what reads and prints articles: this thread for one job, else so many of its own. */
  readonly openPrinter: (jobs: number) => Promise<Printer>;
  /** From now on an interruption by the user or the system aborts, with the exit code for a reason. */
  readonly interruption: () => AbortSignal;
}

export type Printer = Pool<PrintTask, string>;

/** A mistake in how the command was called: told without a trace, exit code 2. */
export class UsageError extends Error {}

/** Writes a line and waits where the reader of the stream is slower; resolves too when it has gone away. */
export function writeLine(stream: Writable, line: string): Promise<void> {
  return writeText(stream, `${line}\n`);
}

/** The same for any text. */
export async function writeText(stream: Writable, text: string): Promise<void> {
  if (stream.destroyed || stream.write(text)) return;
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
