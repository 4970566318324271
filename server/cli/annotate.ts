import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OutputError } from './corpus/output.ts';
import { FORMATS } from './corpus/print.ts';
import { createBar, createSilence, type Progress } from './corpus/progress.ts';
import { findEnd } from './corpus/resume.ts';
import { type AnnotateOptions, printArticles } from './corpus/run.ts';
import { countBytes } from './corpus/sources.ts';
import { parseDate } from './input.ts';
import { messageOf, type Terminal, UsageError } from './terminal.ts';

/**
 * `newsmark annotate`: reads articles and prints what was found, in their order, each as soon as its turn has come.
 * Gives the exit code.
 */
export async function annotate(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = await parseOptions(args, terminal);
  const end = options.output === undefined ? 0 : await findPlace(options.output, options.resume);
  const progress = await openProgress(options, terminal);
  const interruption = terminal.interruption();
  const stop = (): unknown => terminal.stdin.destroy();
  interruption.addEventListener('abort', stop);
  const printer = await terminal.openPrinter(options.jobs);
  try {
    const bad = await printArticles(options, { terminal, printer, progress, interruption, end });
    progress.end();
    if (interruption.aborted) progress.tell(interrupted(options));
    return interruption.aborted ? Number(interruption.reason) : bad === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    progress.tell(`newsmark: ${error.message}; what is in it stays, and --resume goes on with it`);
    return 3;
  } finally {
    interruption.removeEventListener('abort', stop);
    await printer.close();
  }
}

async function parseOptions(args: readonly string[], { stdin }: Terminal): Promise<AnnotateOptions> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string' },
      published: { type: 'string' },
      lines: { type: 'boolean', default: false },
      jobs: { type: 'string', default: '1', short: 'j' },
      output: { type: 'string', short: 'o' },
      resume: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const { output, resume, lines } = values;
  const asked = values.format ?? (output === undefined ? 'picture' : 'jsonl');
  const format = FORMATS.find((each) => each === asked);
  if (!format) throw new UsageError(`--format is ${FORMATS.join(', ')}, not "${asked}"`);
  if (format === 'brat' && (positionals.length > 1 || (await isFolder(positionals[0]))))
    throw new UsageError('brat standoff is of one file');
  if (positionals.length === 0 && stdin.isTTY) throw new UsageError('name a file, or - for standard input');
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError('--jobs is a number of threads');
  if (resume && (output === undefined || format !== 'jsonl'))
    throw new UsageError('--resume goes on with JSON lines in a file: --format jsonl --output FILE');
  return {
    files: positionals.length === 0 ? ['-'] : positionals,
    published: values.published === undefined ? undefined : readDate(values.published),
    ...{ format, lines, jobs, output, resume },
  };
}

function readDate(value: string): string {
  try {
    return parseDate(value, '--published');
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

async function isFolder(name: string | undefined): Promise<boolean> {
  return (
    name !== undefined &&
    (await stat(name).then(
      (found) => found.isDirectory(),
      () => false,
    ))
  );
}

/** Where in the output the first record of this run goes; a file that something stands in is not written over. */
async function findPlace(output: string, resume: boolean): Promise<number> {
  if (resume) return findEnd(output);
  const size = await stat(output).then(
    (found) => found.size,
    () => 0,
  );
  if (0 < size) throw new UsageError(`${output} is there already: --resume goes on with it`);
  return 0;
}

async function openProgress(
  { files, output }: AnnotateOptions,
  { stdout, stderr }: Terminal,
): Promise<Progress> {
  // A picture on the same terminal is progress enough.
  if (!stderr.isTTY || (output === undefined && stdout.isTTY)) return createSilence(stderr);
  return createBar(stderr, await countBytes(files), () => performance.now());
}

function interrupted({ output }: AnnotateOptions): string {
  return `newsmark: interrupted${output === undefined ? '' : '; --resume goes on with it'}`;
}
