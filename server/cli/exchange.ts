import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { TextFile } from '../annotations/formats/annotation.ts';
import type { Format } from '../annotations/formats/format.ts';
import { FORMATS, findFormat } from '../annotations/formats/formats.ts';
import { toEditorUri, writeAtomically } from '../disk.ts';
import type { Export } from '../exchange/export.ts';
import { namesOf } from '../exchange/names.ts';
import { type ArticleLoss, listLosses } from '../exchange/report.ts';
import { readText, reasonOf } from './files.ts';
import { type Terminal, UsageError, writeLine, writeText } from './terminal.ts';

/** The format of that name; wrong use where there is none. */
export function parseFormat(option: string, name: string | undefined): Format {
  const format = name === undefined ? undefined : findFormat(name);
  if (!format)
    throw new UsageError(
      `${option} is ${FORMATS.map((own) => own.name).join(', ')}${name === undefined ? '' : `, not "${name}"`}`,
    );
  return format;
}

/** `person=PER,country=GPE` as kinds with their labels; turned round for reading. */
export function parseLabels(value: string | undefined, way: 'write' | 'read'): ReadonlyMap<string, string> {
  const pairs = (value ?? '')
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair): readonly [string, string] => {
      const [kind = '', label = '', ...others] = pair.split('=');
      if (kind === '' || label === '' || others.length > 0)
        throw new UsageError(`--labels is KIND=LABEL,…, not "${pair}"`);
      return way === 'write' ? [kind, label] : [label, kind];
    });
  return new Map(pairs);
}

/** The files with these endings: those named, and of folders all at any depth, hidden ones and side files left out. */
export async function listFiles(
  names: readonly string[],
  isWanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const lists = await Promise.all(
    names.map(async (name) => {
      const found = await stat(name).catch((error: unknown) => {
        throw new UsageError(`${name}: ${reasonOf(error)}`);
      });
      if (!found.isDirectory()) return [name];
      const entries = await readdir(name, { recursive: true, withFileTypes: true });
      return entries
        .filter(
          (entry) =>
            entry.isFile() &&
            !/(?:^|[\\/])\./u.test(path.relative(name, path.join(entry.parentPath, entry.name))),
        )
        .filter((entry) => isWanted(entry.name) && !entry.name.endsWith('.marks.jsonl'))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort();
    }),
  );
  return lists.flat();
}

/** Files with their contents, named without the folders that all of them share, and the address of that folder. */
export async function readGiven(
  names: readonly string[],
  { stdin }: Terminal,
): Promise<{ readonly given: readonly TextFile[]; readonly folder: string }> {
  const uris = names.map((name) => toEditorUri(path.resolve(name)));
  const own = namesOf(uris);
  const given: TextFile[] = [];
  for (const [i, name] of names.entries()) {
    const content = await readText(name, stdin).catch((error: unknown) => {
      throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    });
    given.push({ name: own[i] ?? name, content });
  }
  const [first = '', short = ''] = [uris[0] ?? '', own[0] ?? ''];
  return { given, folder: first.split('/').slice(0, -short.split('/').length).join('/') };
}

/** Writes what was exported, and says what is not in it. Gives the exit code. */
export async function deliver(
  exported: Export,
  out: string | undefined,
  report: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const { files, refused, losses, articles, marks } = exported;
  const [only, ...others] = files;
  if (out === undefined && others.length > 0)
    throw new UsageError(`${files.length} files are to be written: name a folder for them with --out`);
  try {
    if (out === undefined) await writeText(terminal.stdout, only?.content ?? '');
    else
      for (const { name, content } of files)
        await writeAtomically(path.join(out, ...name.split('/')), content);
    if (report !== undefined)
      await writeAtomically(report, `${JSON.stringify(losses.map(toRecord), undefined, 1)}\n`);
  } catch (error) {
    await writeLine(terminal.stderr, `newsmark: it could not be written: ${reasonOf(error)}`);
    return 3;
  }
  for (const line of listLosses(losses)) await writeLine(terminal.stderr, line);
  for (const { article, reason } of refused)
    await writeLine(terminal.stderr, `newsmark: ${article} is not written: ${reason}`);
  await writeLine(
    terminal.stderr,
    `${marks} marks of ${articles} articles written, ${losses.length} things left out`,
  );
  return refused.length === 0 ? 0 : 1;
}

function toRecord({ article, mark, field, reason }: ArticleLoss): unknown {
  if (!mark) return { article: article.name, field, reason };
  const { id, kind, start, end } = mark;
  return {
    article: article.name,
    mark: { id, kind, start, end, words: article.text.slice(start, end) },
    field,
    reason,
  };
}
