import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { reasonOf } from '../files.ts';

/** Bytes of a file, or of standard input for `-`, unpacked where they are gzip; `count` hears how many were read before. */
export async function* openBytes(
  name: string,
  stdin: Readable,
  count: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const source = name === '-' ? stdin : createReadStream(name);
  try {
    yield* unpack(counted(source, count));
  } catch (error) {
    throw new Error(reasonOf(error));
  }
}

/** Standard input may be one of strings in tests, and is of bytes elsewhere. */
async function* counted(
  source: AsyncIterable<Uint8Array | string>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    count(bytes.length);
    yield bytes;
  }
}

/** Gzip is known by its first two bytes, whatever the file is called; parts packed one by one are all unpacked. */
async function* unpack(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  for await (const chunk of { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }) {
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (2 <= head.length) break;
  }
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    if (0 < head.length) yield head;
    yield* chunks;
    return;
  }
  const packed = Readable.from(
    (async function* () {
      yield head;
      yield* chunks;
    })(),
  );
  yield* pipeline(packed, createGunzip(), () => undefined);
}
