import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pc from 'picocolors';
import { version } from '../package.json';
import { createReader } from './analysis/article.ts';
import { readModel } from './analysis/tagger/model.ts';
import { agree } from './cli/agree.ts';
import { annotate } from './cli/annotate.ts';
import { convert } from './cli/convert.ts';
import { createPrinter } from './cli/corpus/print.ts';
import { evaluate } from './cli/evaluate.ts';
import { exportMarks } from './cli/export.ts';
import { HELP } from './cli/help.ts';
import { importMarks } from './cli/import.ts';
import { loadModels } from './cli/models.ts';
import { messageOf, type Printer, type Terminal, UsageError, writeLine } from './cli/terminal.ts';
import { createPool } from './pool.ts';

/**
 * In whole corpora paragraphs come again: what agencies send stands in many articles. In code units, for each thread; a
 * reading takes about a hundred bytes for each.
 */
const MEMORY = 200_000;
const models = () => loadModels(import.meta.dirname);
const loadReader = async () => createReader(readModel(...(await models())), MEMORY);
const terminal: Terminal = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  hasColours: pc.isColorSupported,
  loadReader,
  openPrinter: async (jobs) =>
    jobs === 1 ? createPrinter(await loadReader()) : openThreads(jobs, await models()),
  interruption,
};
// Whoever reads our output may stop: `newsmark … | head`.
process.stdout.on('error', () => process.exit());
run(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  async (error: unknown) => {
    process.exitCode = isUsageError(error) ? 2 : 1;
    await writeLine(process.stderr, `newsmark: ${messageOf(error)}`);
  },
);

async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === '--help' || command === '-h' || args.includes('--help') || args.includes('-h'))
    return print(HELP);
  switch (command) {
    case 'annotate':
      return annotate(args, terminal);
    case 'agree':
      return agree(args, terminal);
    case 'evaluate':
      return evaluate(args, terminal);
    case 'export':
      return exportMarks(args, terminal);
    case 'import':
      return importMarks(args, terminal);
    case 'convert':
      return convert(args, terminal);
    case '--version':
      return print(version);
    default:
      throw new UsageError(
        `${command === undefined ? 'no command' : `no command "${command}"`}; see newsmark --help`,
      );
  }
}

/** The program of the threads lies beside the bundle. */
function openThreads(jobs: number, files: readonly Uint8Array[]): Printer {
  const program = pathToFileURL(path.join(import.meta.dirname, 'worker.cjs'));
  return createPool(program, jobs, { models: files, memory: MEMORY });
}

/** The second interruption ends the process as ever. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort(130));
  process.once('SIGTERM', () => controller.abort(143));
  return controller.signal;
}

async function print(text: string): Promise<number> {
  await writeLine(process.stdout, text);
  return 0;
}

/** Ours, and those of `parseArgs`. */
function isUsageError(error: unknown): boolean {
  return (
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  );
}
