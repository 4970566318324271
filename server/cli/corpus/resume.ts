import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { readLines } from '../lines.ts';
import { UsageError } from '../terminal.ts';
import type { BadSource, Source } from './sources.ts';

const BLOCK = 1 << 16;
const HEAD = '{"id":';

/**
 * Where the last whole record of an output ends, in bytes: 0 where there is no file. What is behind it was cut off when
 * the writer was killed; zero bytes are what a power cut leaves. Throws a UsageError where it is no file of records.
 */
export async function findEnd(file: string): Promise<number> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return 0;
  try {
    const { size } = await handle.stat();
    const head = (await readBlock(handle, 0, HEAD.length)).toString('latin1').replace(/\0+$/u, '');
    if (!HEAD.startsWith(head)) throw new UsageError(`${file} holds something else than records`);
    for (let until = size; 0 < until; until -= BLOCK) {
      const from = Math.max(0, until - BLOCK);
      const place = (await readBlock(handle, from, until - from)).lastIndexOf('\n');
      if (place !== -1) return from + place + 1;
    }
    return 0;
  } finally {
    await handle.close();
  }
}

async function readBlock(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

/** So many articles in a row that have no record are no failures of reading any more. */
const MOST_MISSING = 1000;

/**
 * The sources that come behind those whose records are in the first `end` bytes of an output, which was written in
 * their order; one that has no record though others behind it have is told of. Throws a UsageError where the output is
 * not of these sources.
 */
export async function* skipDone(
  sources: AsyncIterable<Source | BadSource>,
  file: string,
  end: number,
): AsyncGenerator<Source | BadSource> {
  const ids = readIds(file, end);
  let next = await ids.next();
  let missing: BadSource[] = [];
  for await (const source of sources) {
    if ('reason' in source || next.done) yield source;
    else if (source.id === next.value) {
      yield* missing;
      missing = [];
      next = await ids.next();
    } else {
      const reason = `it has no record in ${file}, where others behind it have one; left out`;
      missing.push({ place: source.place, reason });
      if (MOST_MISSING < missing.length) break;
    }
  }
  if (!next.done)
    throw new UsageError(`${file} is not the output of this input: nothing has the id ${next.value}`);
}

async function* readIds(file: string, end: number): AsyncGenerator<string | number> {
  if (end === 0) return;
  let number = 0;
  for await (const line of readLines(createReadStream(file, { end: end - 1 }))) {
    number++;
    const id = line?.startsWith(HEAD) ? readId(line) : undefined;
    if (id === undefined) throw new UsageError(`${file}, line ${number} is no record`);
    yield id;
  }
}

function readId(line: string): string | number | undefined {
  try {
    const { id } = JSON.parse(line) as { readonly id?: unknown };
    return typeof id === 'string' || typeof id === 'number' ? id : undefined;
  } catch {
    return undefined;
  }
}
