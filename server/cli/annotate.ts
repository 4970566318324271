import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ReadArticle } from '../analysis/article.ts';
import { writeBrat } from '../annotations/formats/writeBrat.ts';
import { findSuggestions } from '../annotations/suggestions.ts';
import { readText } from './files.ts';
import { parseArticleLine, parseDate } from './input.ts';
import { readLines } from './lines.ts';
import { drawArticle } from './picture.ts';
import { type ArticleRecord, toRecord } from './records.ts';
import { messageOf, type Terminal, UsageError, writeLine } from './terminal.ts';

const FORMATS = ['picture', 'json', 'jsonl', 'brat'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly files: readonly string[];
  readonly format: Format;
  readonly published: string | undefined;
}

/** `newsmark annotate`: reads articles and prints what was found. Gives the exit code. */
export async function annotate(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions(args, terminal);
  const read = await terminal.loadReader();
  const isLines = options.format === 'jsonl' && options.files.every((file) => file === '-');
  return isLines ? annotateLines(terminal, read, options) : annotateFiles(terminal, read, options);
}

function parseOptions(args: readonly string[], { stdin }: Terminal): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { format: { type: 'string', default: 'picture' }, published: { type: 'string' } },
    allowPositionals: true,
  });
  const format = FORMATS.find((each) => each === values.format);
  if (!format) throw new UsageError(`--format is ${FORMATS.join(', ')}, not "${values.format}"`);
  if (format === 'brat' && positionals.length > 1) throw new UsageError('brat standoff is of one file');
  if (positionals.length === 0 && stdin.isTTY) throw new UsageError('name a file, or - for standard input');
  return {
    files: positionals.length === 0 ? ['-'] : positionals,
    format,
    published: values.published === undefined ? undefined : readDate(values.published),
  };
}

function readDate(value: string): string {
  try {
    return parseDate(value, '--published');
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

/** JSON lines in, JSON lines out, in order, each as soon as it is read; a bad line is told and passed over. */
async function annotateLines(
  { stdin, stdout, stderr }: Terminal,
  read: ReadArticle,
  { published }: Options,
): Promise<number> {
  let exitCode = 0;
  let number = 0;
  for await (const line of readLines(stdin)) {
    number++;
    if (line.trim() === '') continue;
    try {
      const article = parseArticleLine(line);
      const found = read(article.text, { published: article.published ?? published });
      await writeLine(stdout, JSON.stringify(toRecord(article.id, found)));
    } catch (error) {
      await writeLine(stderr, `newsmark: line ${number}: ${messageOf(error)}`);
      exitCode = 1;
    }
  }
  return exitCode;
}

async function annotateFiles(
  { stdin, stdout, stderr, hasColours }: Terminal,
  read: ReadArticle,
  { files, format, published }: Options,
): Promise<number> {
  let exitCode = 0;
  const records: ArticleRecord[] = [];
  for (const file of files)
    try {
      const text = await readText(file, stdin);
      const article = read(text, { published, fileName: file === '-' ? undefined : path.basename(file) });
      const record = toRecord(file, article);
      if (format === 'jsonl') await writeLine(stdout, JSON.stringify(record));
      else if (format === 'json') records.push(record);
      else if (format === 'brat') stdout.write(writeBrat(text, findSuggestions(article)).standoff);
      else await writeLine(stdout, drawArticle(article, { title: file, hasColours }));
    } catch (error) {
      await writeLine(stderr, `newsmark: ${file}: ${messageOf(error)}`);
      exitCode = 1;
    }
  if (format === 'json') await writeLine(stdout, JSON.stringify(records, undefined, 2));
  return exitCode;
}
