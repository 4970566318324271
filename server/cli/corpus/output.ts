import { type FileHandle, open } from 'node:fs/promises';
import { reasonOf } from '../files.ts';

/** Where printed records go, one after the other. */
export interface Output {
  /** Rejects with an `OutputError` where it cannot be written. */
  write(record: string): Promise<void>;
  /** What was written is in the file then. */
  close(): Promise<void>;
}

/** The output could not be written: what is in it stays, and can be gone on with. */
export class OutputError extends Error {}

/** So many code units of records are written at once. */
const TOGETHER = 1 << 16;

/** A file that begins as its first `from` bytes, to be gone on with; made where it is missing. */
export async function openOutput(file: string, from: number): Promise<Output> {
  const handle = await tellingReason(file, () => prepare(file, from));
  let waiting: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    const records = waiting.join('');
    waiting = [];
    length = 0;
    if (records !== '') await tellingReason(file, () => handle.appendFile(records));
  };
  return {
    async write(record) {
      waiting.push(record);
      length += record.length;
      if (TOGETHER <= length) await flush();
    },
    async close() {
      await flush().finally(() => handle.close());
    },
  };
}

async function prepare(file: string, from: number): Promise<FileHandle> {
  const handle = await open(file, 'a');
  await handle.truncate(from);
  return handle;
}

async function tellingReason<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new OutputError(`${file}: ${reasonOf(error)}`);
  }
}
