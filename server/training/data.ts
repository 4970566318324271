import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A text with annotations, as the data folder's README describes it. */
export interface Annotated {
  readonly id: string;
  readonly text: string;
  readonly source?: string;
  readonly entities: readonly AnnotatedEntity[];
}

export interface AnnotatedEntity {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly form?: string;
  readonly entity?: string;
}

/** The folder that holds `data/`: NEWSMARK_DATA, else `../shared` beside the repository; undefined where there is none. */
export function dataFolder(): string | undefined {
  const folder =
    process.env.NEWSMARK_DATA ?? join(fileURLToPath(new URL('../../..', import.meta.url)), 'shared');
  return existsSync(join(folder, 'data')) ? folder : undefined;
}

/** The text of a file of the data folder, unpacked if its name ends in `.gz` or only the packed one is there. */
export function readData(name: string): string {
  const folder = dataFolder();
  if (!folder) throw new Error('No data folder: set NEWSMARK_DATA to the folder that holds `data/`.');
  const file = join(folder, 'data', name);
  const bytes = readFileSync(existsSync(file) ? file : `${file}.gz`);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The lines of a table, its head left out, cut at tabs. */
export function readTable(name: string): string[][] {
  return parseTable(readData(name));
}

/** The rows of a table of tab-separated columns, its head left out. */
export function parseTable(text: string): string[][] {
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

/** The records of a JSON lines file. */
export function readRecords(name: string): Annotated[] {
  return readData(name)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Annotated);
}
