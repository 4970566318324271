import { PassThrough, Readable } from 'node:stream';
import { createPrinter } from '../../server/cli/corpus/print.ts';
import type { Terminal } from '../../server/cli/terminal.ts';
import { readArticle } from './reader.ts';

/** A terminal with what it has printed. */
export interface RecordedTerminal extends Terminal {
  readonly output: () => string;
  readonly errors: () => string;
}

/** A terminal without colours whose standard input holds these chunks. */
export function createTerminal(...input: readonly (string | Uint8Array)[]): RecordedTerminal {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  return {
    stdin: Readable.from(input),
    stdout: stdout.resume(),
    stderr: stderr.resume(),
    hasColours: false,
    loadReader: async () => readArticle,
    openPrinter: async () => createPrinter(readArticle),
    interruption: () => new AbortController().signal,
    output: record(stdout),
    errors: record(stderr),
  };
}

function record(stream: PassThrough): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
