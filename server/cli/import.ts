import path from 'node:path';
import { parseArgs } from 'node:util';
import { toEditorUri } from '../disk.ts';
import { importArticles } from '../exchange/import.ts';
import { onDisk } from '../sideFiles.ts';
import { listFiles, parseFormat, parseLabels, readGiven } from './exchange.ts';
import { messageOf, type Terminal, UsageError, writeLine } from './terminal.ts';

/** `newsmark import`: puts the marks of other tools' files beside their articles. Gives the exit code. */
export async function importMarks(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string' },
      into: { type: 'string' },
      annotator: { type: 'string', default: '' },
      labels: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('name the files to import, or a folder of them');
  const format = values.format === undefined ? undefined : parseFormat('--format', values.format);
  const names = await listFiles(positionals, (name) => !/\.(?:conf|marks\.jsonl)$/iu.test(name));
  const { given, folder } = await readGiven(names, terminal);
  const imported = await importArticles(onDisk, given, {
    format,
    folder: values.into === undefined ? folder : toEditorUri(path.resolve(values.into)),
    source: folder,
    annotator: values.annotator,
    time: new Date().toISOString(),
    labels: parseLabels(values.labels, 'read'),
  }).catch((error: unknown) => messageOf(error));
  if (typeof imported === 'string') {
    await writeLine(terminal.stderr, `newsmark: it could not be written: ${imported}`);
    return 3;
  }
  if (imported.kind === 'refused') {
    const { file, line, reason } = imported;
    await writeLine(terminal.stderr, `newsmark: ${file}:${line}: ${reason}; nothing is imported`);
    return 1;
  }
  for (const { name, isNew, added, known, changed, stayed } of imported.articles) {
    const counts = [`${added} added`, `${known} known`, `${changed} changed`].join(', ');
    await writeLine(terminal.stdout, `${name}${isNew ? ' (new)' : ''}: ${counts}`);
    for (const { kind, start, end } of stayed)
      await writeLine(
        terminal.stderr,
        `${name}: ${kind} ${start}–${end} was judged here since, and stays as it is`,
      );
  }
  await writeLine(terminal.stderr, `${imported.articles.length} articles read as ${imported.format.title}`);
  return 0;
}
