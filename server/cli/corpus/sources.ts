import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { decodeText } from '../files.ts';
import { type ArticleLine, parseArticleLine } from '../input.ts';
import { readLines } from '../lines.ts';
import { messageOf } from '../terminal.ts';
import { openBytes } from './bytes.ts';

/** An article of a corpus, not read yet where it is a file of its own. */
export interface Source {
  readonly id: string | number;
  /** Where it stands, for a person. */
  readonly place: string;
  /** What the picture of it is headed by. */
  readonly fileName?: string;
  /** Its text and date; rejects with the reason where it cannot be read. */
  readonly load: () => Promise<Pick<ArticleLine, 'text' | 'published'>>;
}

/** A record that is no article, and why. */
export interface BadSource {
  readonly place: string;
  readonly reason: string;
}

export interface Reading {
  readonly stdin: Readable;
  /** Whether every file is JSON lines, whatever its name is. */
  readonly lines: boolean;
  /** Whether standard input is JSON lines, and not one article. */
  readonly stdinIsLines: boolean;
  /** Hears how many bytes of the input were read. */
  readonly count: (bytes: number) => void;
}

/**
 * The articles of files, of the folders' files (in the order of their names, hidden ones left out), and of the lines of
 * JSON lines; at any time only one folder's names and one line are in memory.
 */
export async function* readSources(
  names: readonly string[],
  reading: Reading,
): AsyncGenerator<Source | BadSource> {
  for (const name of names)
    for await (const file of listFiles(name)) {
      if (typeof file !== 'string') yield file;
      else if (file === '-' ? reading.stdinIsLines : reading.lines || LINES.test(file))
        yield* readLineSources(file, reading);
      else yield toSource(file, reading);
    }
}

/** How many bytes the files have, as they lie on the disk; undefined where that cannot be known. */
export async function countBytes(names: readonly string[]): Promise<number | undefined> {
  if (names.includes('-')) return undefined;
  let bytes = 0;
  for (const name of names)
    for await (const file of listFiles(name))
      if (typeof file === 'string')
        bytes += await stat(file).then(
          ({ size }) => size,
          () => 0,
        );
  return bytes;
}

const LINES = /\.(?:jsonl|ndjson)(?:\.gz)?$/iu;
const ARTICLES = /\.(?:article|news|txt)(?:\.gz)?$/iu;
/** The marks of an article are no articles. */
const SIDE_FILE = /\.marks\.jsonl$/iu;

/** The files of a folder, at any depth; of a file itself. */
async function* listFiles(name: string): AsyncGenerator<string | BadSource> {
  const isFolder =
    name !== '-' &&
    (await stat(name).then(
      (found) => found.isDirectory(),
      () => false,
    ));
  if (!isFolder) yield name;
  else yield* listFolder(name);
}

async function* listFolder(folder: string): AsyncGenerator<string | BadSource> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(messageOf);
  if (typeof entries === 'string') {
    yield { place: folder, reason: entries };
    return;
  }
  const order = (a: string, b: string): number => (a < b ? -1 : 1);
  for (const entry of entries.sort((a, b) => order(a.name, b.name))) {
    const file = path.join(folder, entry.name);
    if (/^\.|^node_modules$/u.test(entry.name)) continue;
    if (entry.isDirectory()) yield* listFolder(file);
    else if (ARTICLES.test(file) || (LINES.test(file) && !SIDE_FILE.test(file))) yield file;
  }
}

function toSource(file: string, { stdin, count }: Reading): Source {
  return {
    id: file,
    place: file,
    ...(file !== '-' && { fileName: path.basename(file) }),
    load: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of openBytes(file, stdin, count)) chunks.push(chunk);
      return { text: decodeText(Buffer.concat(chunks)) };
    },
  };
}

async function* readLineSources(file: string, { stdin, count }: Reading): AsyncGenerator<Source | BadSource> {
  let number = 0;
  const placeOf = (line: number): string => (file === '-' ? `line ${line}` : `${file}, line ${line}`);
  try {
    for await (const line of readLines(openBytes(file, stdin, count))) {
      number++;
      if (line === undefined) yield { place: placeOf(number), reason: 'the line is too long' };
      else if (line.trim() !== '') yield toLineSource(line, placeOf(number));
    }
  } catch (error) {
    const after = number === 0 ? '' : `after line ${number}: `;
    yield { place: file === '-' ? 'standard input' : file, reason: `${after}${messageOf(error)}` };
  }
}

function toLineSource(line: string, place: string): Source | BadSource {
  try {
    const { id, ...article } = parseArticleLine(line);
    return { id, place, load: async () => article };
  } catch (error) {
    return { place, reason: messageOf(error) };
  }
}
