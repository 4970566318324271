import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ReadArticle } from '../analysis/article.ts';
import type { Form } from '../analysis/types.ts';
import { degradeRecord } from './evaluation/degradeRecord.ts';
import { type Floors, findFallen, parseFloors, raiseFloors, toFloors } from './evaluation/floors.ts';
import { printMiss, printScore } from './evaluation/report.ts';
import { type Score, scoreArticles } from './evaluation/score.ts';
import { readText } from './files.ts';
import { type GoldRecord, parseGoldLine } from './input.ts';
import { toRecord } from './records.ts';
import { messageOf, type Terminal, UsageError, writeLine } from './terminal.ts';

interface Options {
  readonly files: readonly string[];
  readonly forms: readonly Form[];
  readonly types: readonly string[] | undefined;
  readonly countryForms: readonly string[] | undefined;
  readonly errors: number;
  readonly isJson: boolean;
  readonly floors: string | undefined;
  readonly raise: boolean;
}

/** `newsmark evaluate`: reads the articles of gold files and prints how well they were read. Gives the exit code. */
export async function evaluate(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions(args);
  const golds = (await Promise.all(options.files.map((file) => readGold(file, terminal)))).flat();
  const floors = options.floors === undefined ? undefined : await readFloors(options.floors, terminal);
  const read = await terminal.loadReader();
  const scores: { [F in Form]?: Score } = {};
  for (const form of options.forms) scores[form] = await evaluateForm(form, golds, read, options, terminal);
  if (options.isJson)
    await writeLine(
      terminal.stdout,
      JSON.stringify(scores, (key, value) => (key === 'misses' ? undefined : value)),
    );
  if (options.floors === undefined || floors === undefined) return 0;
  const reached: Floors = Object.fromEntries(
    Object.entries(scores).map(([form, score]) => [form, toFloors(score)]),
  );
  if (options.raise)
    await writeFile(options.floors, `${JSON.stringify(raiseFloors(floors, reached), undefined, 2)}\n`);
  const fallen = findFallen(floors, reached);
  for (const line of fallen) await writeLine(terminal.stderr, `newsmark: under its floor: ${line}`);
  return fallen.length === 0 ? 0 : 1;
}

function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      form: { type: 'string', default: 'both' },
      types: { type: 'string' },
      forms: { type: 'string' },
      errors: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      floors: { type: 'string' },
      raise: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const forms = (['edited', 'scraped'] as const).filter(
    (form) => values.form === 'both' || values.form === form,
  );
  if (forms.length === 0) throw new UsageError(`--form is edited, scraped or both, not "${values.form}"`);
  const errors = Number(values.errors);
  if (!Number.isInteger(errors) || errors < 0) throw new UsageError('--errors is a number of lines');
  if (positionals.length === 0) throw new UsageError('name a gold file of JSON lines');
  if (values.raise && values.floors === undefined) throw new UsageError('--raise needs --floors FILE');
  return {
    files: positionals,
    forms,
    types: values.types?.split(','),
    countryForms: values.forms?.split(','),
    errors,
    isJson: values.json,
    floors: values.floors,
    raise: values.raise,
  };
}

async function readGold(file: string, { stdin }: Terminal): Promise<readonly GoldRecord[]> {
  const text = await readText(file, stdin).catch((error) => {
    throw new UsageError(`${file}: ${messageOf(error)}`);
  });
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [parseGoldLine(line)];
    } catch (error) {
      throw new UsageError(`${file}, line ${i + 1}: ${messageOf(error)}`);
    }
  });
}

async function readFloors(file: string, { stdin }: Terminal): Promise<Floors> {
  try {
    return parseFloors(await readText(file, stdin));
  } catch (error) {
    throw new UsageError(`${file}: ${messageOf(error)}`);
  }
}

async function evaluateForm(
  form: Form,
  golds: readonly GoldRecord[],
  read: ReadArticle,
  { types, countryForms, errors, isJson }: Options,
  { stdout, stderr }: Terminal,
): Promise<Score> {
  const own = form === 'edited' ? golds : golds.map(degradeRecord);
  const predictions = own.map(({ id, text, published }) => toRecord(id, read(text, { published })));
  const score = scoreArticles(own, predictions, { types, forms: countryForms });
  if (!isJson) await writeLine(stdout, `${form}, ${score.documents} articles\n${printScore(score)}\n`);
  for (const miss of score.misses.slice(0, errors)) await writeLine(stderr, `${form}\t${printMiss(miss)}`);
  return score;
}
