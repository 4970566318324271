import { parseArgs } from 'node:util';
import { isResult } from '../annotations/agreement/layer.ts';
import { reportAgreement } from '../annotations/agreement/report.ts';
import { readLayers } from './agreement/layers.ts';
import {
  printCsv,
  printDisagreements,
  printTables,
  toDisagreementRecord,
  UNNAMED,
} from './agreement/print.ts';
import { findScheme } from './schemes.ts';
import { type Terminal, UsageError, writeLine, writeText } from './terminal.ts';

const FORMATS = ['table', 'csv', 'json'] as const;

/** `newsmark agree`: compares the layers of annotators and prints how far they agree. Gives the exit code. */
export async function agree(args: readonly string[], { stdout, stderr }: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string', default: 'table' },
      annotators: { type: 'string' },
      disagreements: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const format = FORMATS.find((each) => each === values.format);
  if (!format) throw new UsageError(`--format is ${FORMATS.join(', ')}, not "${values.format}"`);
  if (values.disagreements && format === 'csv')
    throw new UsageError('--disagreements are printed as lines or, with --format json, as JSON');
  if (positionals.length === 0) throw new UsageError('name a folder with articles and their side files');
  const only = values.annotators?.split(',').map((name) => (name === UNNAMED ? '' : name));
  let exitCode = 0;
  const tell = (message: string): void => {
    exitCode = 1;
    stderr.write(`newsmark: ${message}\n`);
  };
  const articles = (await Promise.all(positionals.map((folder) => readLayers(folder, tell)))).flat();
  const names = [...new Set(articles.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)))];
  const { kinds } = await findScheme(positionals[0] ?? '.', tell);
  const report = reportAgreement(
    articles,
    kinds.map(({ name }) => name),
    only ?? names.filter((name) => !isResult(name)),
  );
  if (report.annotators.length < 2) {
    await writeLine(stderr, 'newsmark: no article has the layers of two annotators');
    return 1;
  }
  const texts = new Map(articles.map(({ name, text }) => [name, text]));
  const textOf = (article: string): string => texts.get(article) ?? '';
  switch (format) {
    case 'table':
      await writeLine(
        stdout,
        values.disagreements ? printDisagreements(report.disagreements, textOf) : printTables(report),
      );
      break;
    case 'csv':
      await writeText(stdout, printCsv(report));
      break;
    case 'json': {
      const disagreements = report.disagreements.map((each) =>
        toDisagreementRecord(each, textOf(each.article)),
      );
      await writeLine(stdout, JSON.stringify({ ...report, disagreements }, undefined, 2));
    }
  }
  return exitCode;
}
