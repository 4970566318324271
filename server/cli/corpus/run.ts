import { messageOf, type Printer, type Terminal, writeText } from '../terminal.ts';
import { inOrder } from './inOrder.ts';
import { type Output, openOutput } from './output.ts';
import type { Format } from './print.ts';
import type { Progress } from './progress.ts';
import { skipDone } from './resume.ts';
import { type BadSource, readSources, type Source } from './sources.ts';

/** What the command line asks. */
export interface AnnotateOptions {
  readonly files: readonly string[];
  readonly format: Format;
  readonly published: string | undefined;
  /** Whether every file is JSON lines, whatever its name is. */
  readonly lines: boolean;
  readonly jobs: number;
  readonly output: string | undefined;
  readonly resume: boolean;
}

/** What a run works with. */
export interface Run {
  readonly terminal: Terminal;
  readonly printer: Printer;
  readonly progress: Progress;
  /** Once it is aborted nothing more is begun. */
  readonly interruption: AbortSignal;
  /** Where in the output file, in bytes, the first record goes. */
  readonly end: number;
}

/** So many articles for each thread are in work or wait for their turn: a long one in front does not stop the others. */
const WAITING = 16;

/**
 * Prints the articles in their order, each as soon as its turn has come; what cannot be read is told of and passed over.
 * Gives how many that were. Rejects with an `OutputError` where the output cannot be written.
 */
export async function printArticles(options: AnnotateOptions, run: Run): Promise<number> {
  const { format, jobs } = options;
  const out = openLazily(options, run);
  let bad = 0;
  let records = 0;
  try {
    const sources = untilAborted(toSources(options, run), run.interruption);
    for await (const printed of inOrder(sources, WAITING * jobs, (source) => print(source, options, run))) {
      if (typeof printed === 'string') {
        if (format === 'json') await out.write(records === 0 ? '[\n' : ',\n');
        await out.write(printed);
        records++;
        run.progress.done();
      } else if (!run.interruption.aborted) {
        bad++;
        run.progress.tell(`newsmark: ${printed.place}: ${printed.reason}`);
      }
    }
    await out.write(format !== 'json' ? '' : records === 0 ? '[]\n' : '\n]\n');
  } finally {
    await out.close();
  }
  return bad;
}

function toSources({ files, format, lines, output, resume }: AnnotateOptions, run: Run): Sources {
  const stdinIsLines = lines || (format === 'jsonl' && files.every((file) => file === '-'));
  const { stdin } = run.terminal;
  const all = readSources(files, { stdin, lines, stdinIsLines, count: run.progress.read });
  return resume && output !== undefined ? skipDone(all, output, run.end) : all;
}

type Sources = AsyncIterable<Source | BadSource>;

async function* untilAborted(
  sources: Sources,
  interruption: AbortSignal,
): AsyncGenerator<Source | BadSource> {
  for await (const source of sources) {
    if (interruption.aborted) return;
    yield source;
  }
}

async function print(
  source: Source | BadSource,
  { format, published }: AnnotateOptions,
  { terminal: { hasColours }, printer }: Run,
): Promise<string | BadSource> {
  if ('reason' in source) return source;
  const { id, place, fileName } = source;
  try {
    const article = await source.load();
    const task = { kind: 'print', format, hasColours, id, published, fileName } as const;
    return await printer.run({ ...task, ...article });
  } catch (error) {
    return { place, reason: messageOf(error) };
  }
}

/** Opened, and cut, when something is written: before that it is not known whether it belongs to these articles. */
function openLazily({ output }: AnnotateOptions, { terminal, end }: Run): Output {
  let opened: Promise<Output> | undefined;
  const open = async (): Promise<Output> =>
    output === undefined
      ? { write: (text) => writeText(terminal.stdout, text), close: async () => undefined }
      : openOutput(output, end);
  return {
    async write(record) {
      opened ??= open();
      await (await opened).write(record);
    },
    async close() {
      await (await opened)?.close();
    },
  };
}
