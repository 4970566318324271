import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Annotation } from '../annotations/formats/annotation.ts';
import { findSuggestions, findUnjudged } from '../annotations/suggestions.ts';
import { toEditorUri } from '../disk.ts';
import { exportArticles } from '../exchange/export.ts';
import { fileNameOf } from '../folder/indexing.ts';
import { onDisk } from '../sideFiles.ts';
import { deliver, listFiles, parseFormat, parseLabels } from './exchange.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** `newsmark export`: writes the marks of articles in a format of another tool. Gives the exit code. */
export async function exportMarks(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      report: { type: 'string' },
      annotator: { type: 'string' },
      kinds: { type: 'string' },
      labels: { type: 'string' },
      suggestions: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const format = parseFormat('--format', values.format);
  if (positionals.length === 0) throw new UsageError('name the articles, or a folder of them');
  const files = await listFiles(positionals, (name) => /\.(?:article|news|txt)$/iu.test(name));
  const exported = await exportArticles(
    onDisk,
    files.map((file) => toEditorUri(path.resolve(file))),
    {
      format,
      annotator: values.annotator,
      kinds: values.kinds?.split(','),
      labels: parseLabels(values.labels, 'write'),
      ...(values.suggestions && { suggest: await suggester(terminal) }),
    },
  );
  return deliver(exported, values.out, values.report, terminal);
}

/** Finds what nobody has judged yet. */
async function suggester(
  terminal: Terminal,
): Promise<(uri: string, text: string, marks: readonly Annotation[]) => Promise<readonly Annotation[]>> {
  const read = await terminal.loadReader();
  return async (uri, text, marks) => {
    const suggestions = findSuggestions(read(text, { fileName: fileNameOf(uri) }));
    return findUnjudged(suggestions, marks);
  };
}
