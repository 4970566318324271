import path from 'node:path';
import { parseArgs } from 'node:util';
import { toEditorUri } from '../disk.ts';
import { writeArticles } from '../exchange/export.ts';
import { readFiles } from '../exchange/import.ts';
import { onDisk } from '../sideFiles.ts';
import { deliver, listFiles, parseFormat, parseLabels, readGiven } from './exchange.ts';
import { type Terminal, UsageError, writeLine } from './terminal.ts';

/** `newsmark convert`: reads files of one format and writes another. Gives the exit code. */
export async function convert(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      out: { type: 'string' },
      report: { type: 'string' },
      labels: { type: 'string' },
    },
    allowPositionals: true,
  });
  const to = parseFormat('--to', values.to);
  const from = values.from === undefined ? undefined : parseFormat('--from', values.from);
  if (positionals.length === 0) throw new UsageError('name the files to convert, or a folder of them');
  const names = await listFiles(positionals, (name) => !/\.(?:conf|marks\.jsonl)$/iu.test(name));
  const { given, folder } = await readGiven(names, terminal);
  const read = await readFiles(onDisk, given, {
    format: from,
    folder: toEditorUri(path.resolve('.')),
    source: folder,
  });
  if (read.kind === 'refused') {
    await writeLine(
      terminal.stderr,
      `newsmark: ${read.file}:${read.line}: ${read.reason}; nothing is written`,
    );
    return 1;
  }
  const labels = parseLabels(values.labels, 'write');
  const gathered = read.articles.map((article) => ({
    article: {
      ...article,
      marks: article.marks.map((mark) => ({ ...mark, kind: labels.get(mark.kind) ?? mark.kind })),
    },
    losses: [],
  }));
  return deliver(writeArticles(gathered, to), values.out, values.report, terminal);
}
