import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** The text of a file, or of standard input for `-`; throws an Error that says why there is none. */
export async function readText(name: string, stdin: Readable): Promise<string> {
  return decodeText(name === '-' ? await readAll(stdin) : await readFile(name).catch(fail));
}

/**
 * UTF-8, or UTF-16 where a byte order mark says so; the mark itself is no part of the text, as in an editor. Throws an
 * Error where it is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw new Error('not a text: it holds zero bytes');
  return text;
}

async function readAll(stdin: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  Z_BUF_ERROR: 'its gzip data end early',
  Z_DATA_ERROR: 'its gzip data are damaged',
};

/** Why a file cannot be read. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

function fail(error: unknown): never {
  throw new Error(reasonOf(error));
}
