import assert from 'node:assert/strict';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { annotate } from '../../../server/cli/annotate.ts';
import { inOrder } from '../../../server/cli/corpus/inOrder.ts';
import { createBar } from '../../../server/cli/corpus/progress.ts';
import { readLines } from '../../../server/cli/lines.ts';
import { UsageError } from '../../../server/cli/terminal.ts';
import { createFolder } from '../../support/folder.ts';
import { createTerminal, type RecordedTerminal } from '../../support/terminal.ts';

const line = (id: string | number, text = `Article ${id} from Peru.`): string =>
  `${JSON.stringify({ id, text })}\n`;
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => line(from + i)).join('');
const idsIn = (output: string): unknown[] =>
  output
    .split('\n')
    .filter((record) => record !== '')
    .map((record) => JSON.parse(record).id);
const numbers = (to: number): number[] => Array.from({ length: to }, (_, i) => i);

test('a folder gives its articles, packed or not, and its lines in the order of their names', async (context) => {
  const folder = await createFolder(context);
  for (const name of ['b/deep', '.hidden', 'node_modules'])
    await mkdir(path.join(folder, name), { recursive: true });
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'a.article': 'Peru won.',
    'a.article.marks.jsonl': '{}\n',
    'b/deep/c.txt.gz': gzipSync('Chile won.'),
    'b/deep/d.jsonl': line(1) + line(2),
    'e.jsonl.gz': Buffer.concat([gzipSync(line(3)), gzipSync(line(4))]),
    'f.pdf': 'no article',
    '.hidden/g.article': 'no article',
    'node_modules/h.article': 'no article',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  const terminal = createTerminal();
  assert.equal(await annotate(['--format=jsonl', folder], terminal), 0);
  const of = (name: string): string => path.join(folder, name);
  assert.deepEqual(idsIn(terminal.output()), [of('a.article'), of('b/deep/c.txt.gz'), 1, 2, 3, 4]);
  assert.equal(terminal.errors(), '');
});

test('standard input may be packed, and damaged at its end', async () => {
  const packed = gzipSync(lines(0, 200), { level: 0 });
  const whole = createTerminal(packed.subarray(0, 1), packed.subarray(1));
  assert.equal(await annotate(['--format=jsonl'], whole), 0);
  assert.deepEqual(idsIn(whole.output()), numbers(200));
  const cut = createTerminal(packed.subarray(0, -100));
  assert.equal(await annotate(['--format=jsonl'], cut), 1);
  assert.match(cut.errors(), /standard input: .*its gzip data end early/u);
});

test('records that are bad are told with their file and line, and passed over', async (context) => {
  const folder = await createFolder(context);
  const file = path.join(folder, 'some.jsonl');
  await writeFile(file, `${line(1)}{"id":2}\n\n[]\n${line(3)}`);
  const terminal = createTerminal();
  assert.equal(await annotate(['--format=jsonl', file, path.join(folder, 'missing.article')], terminal), 1);
  assert.deepEqual(idsIn(terminal.output()), [1, 3]);
  assert.deepEqual(terminal.errors().trim().split('\n'), [
    `newsmark: ${file}, line 2: "text" is no string`,
    `newsmark: ${file}, line 4: not a JSON object`,
    `newsmark: ${path.join(folder, 'missing.article')}: there is no such file`,
  ]);
});

test('a line that is too long is passed over without being kept', async () => {
  async function* chunks(): AsyncGenerator<string> {
    yield 'one\n';
    for (let i = 0; i < 10; i++) yield 'xxxxx';
    yield '\ntwo';
  }
  const read: (string | undefined)[] = [];
  for await (const one of readLines(chunks(), 10)) read.push(one);
  assert.deepEqual(read, ['one', undefined, 'two']);
});

test('an output that was cut anywhere is gone on with: each article once, in order', async (context) => {
  const folder = await createFolder(context);
  const [input, output] = [path.join(folder, 'in.jsonl'), path.join(folder, 'out.jsonl')];
  await writeFile(input, `${lines(0, 3)}not json\n${lines(3, 8)}`);
  const run = async (): Promise<RecordedTerminal> => {
    const terminal = createTerminal();
    assert.equal(await annotate(['-o', output, '--resume', input], terminal), 1);
    return terminal;
  };
  await run();
  const whole = await readFile(output);
  assert.deepEqual(idsIn(whole.toString()), numbers(8));
  for (let length = 0; length <= whole.length; length += 7) {
    await writeFile(output, whole.subarray(0, length));
    // What a power cut may leave behind.
    if (length % 2 === 0) await truncate(output, length + 5);
    assert.match((await run()).errors(), /in\.jsonl, line 4: not JSON/u);
    assert.deepEqual(await readFile(output), whole, `cut at ${length}`);
  }
});

test('an output that is something else is left alone', async (context) => {
  const folder = await createFolder(context);
  const [input, output] = [path.join(folder, 'in.jsonl'), path.join(folder, 'out.jsonl')];
  await writeFile(input, lines(0, 5));
  for (const content of [
    'my notes',
    'my notes\n',
    line(7),
    '{"id":1}\nnotes\n',
    '{"id":4}\n{"id":1}\n{"id":2',
  ]) {
    await writeFile(output, content);
    await assert.rejects(annotate(['-o', output, '--resume', input], createTerminal()), UsageError, content);
    assert.equal(await readFile(output, 'utf8'), content);
  }
  await assert.rejects(annotate(['-o', output, input], createTerminal()), /--resume goes on with it/u);
  await assert.rejects(annotate(['--resume', input], createTerminal()), UsageError);
  await assert.rejects(annotate(['--jobs', 'many', input], createTerminal()), UsageError);
});

test('an article without a record among others that have one is told of', async (context) => {
  const folder = await createFolder(context);
  const [input, output] = [path.join(folder, 'in.jsonl'), path.join(folder, 'out.jsonl')];
  await writeFile(input, lines(0, 4));
  await writeFile(output, '{"id":0}\n{"id":2}\n');
  const terminal = createTerminal();
  assert.equal(await annotate(['-o', output, '--resume', input], terminal), 1);
  assert.match(terminal.errors(), /line 2: it has no record in .*; left out/u);
  assert.deepEqual(idsIn(await readFile(output, 'utf8')), [0, 2, 3]);
});

test('an output that cannot be written ends the run with exit code 3', async (context) => {
  const folder = await createFolder(context);
  const terminal = createTerminal(line(1));
  const output = path.join(folder, 'missing', 'out.jsonl');
  assert.equal(await annotate(['--format=jsonl', '-o', output], terminal), 3);
  assert.match(terminal.errors(), /there is no such file; what is in it stays/u);
});

test('an interruption ends with whole records and its exit code', async (context) => {
  const folder = await createFolder(context);
  const [input, output] = [path.join(folder, 'in.jsonl'), path.join(folder, 'out.jsonl')];
  await writeFile(input, lines(0, 200));
  const controller = new AbortController();
  const terminal: RecordedTerminal = { ...createTerminal(), interruption: () => controller.signal };
  const { openPrinter } = terminal;
  let printed = 0;
  const counting: typeof openPrinter = async (jobs) => {
    const { run, close } = await openPrinter(jobs);
    return {
      close,
      run: (task) => {
        if (++printed === 50) controller.abort(130);
        return run(task);
      },
    };
  };
  assert.equal(await annotate(['-o', output, input], { ...terminal, openPrinter: counting }), 130);
  const done = idsIn(await readFile(output, 'utf8'));
  assert.ok(49 <= done.length && done.length < 200, `${done.length} done`);
  assert.match(terminal.errors(), /interrupted; --resume goes on with it/u);
  assert.equal(await annotate(['-o', output, '--resume', input], createTerminal()), 0);
  assert.deepEqual(idsIn(await readFile(output, 'utf8')), numbers(200));
});

test('what is in work comes in order and is never more than asked', async () => {
  let [running, most, taken] = [0, 0, 0];
  async function* items(): AsyncGenerator<number> {
    for (const number of numbers(50)) {
      taken++;
      yield number;
    }
  }
  const results: number[] = [];
  for await (const result of inOrder(items(), 4, async (number) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, number % 7));
    running--;
    return number;
  })) {
    results.push(result);
    assert.ok(taken <= results.length + 4);
  }
  assert.deepEqual(results, numbers(50));
  assert.equal(most, 4);
});

test('the bar tells the share of the bytes, the articles, their rate and the time left', () => {
  const terminal = createTerminal();
  let time = 0;
  const bar = createBar(terminal.stderr, 1000, () => time);
  bar.read(200);
  bar.done();
  for (let i = 0; i < 10; i++) {
    time += 1000;
    bar.read(40);
    bar.done();
  }
  bar.tell('newsmark: bad');
  bar.end();
  const shown = terminal.errors().split('\r\u001b[K');
  assert.ok(
    shown.includes(' 60% ██████████████░░░░░░░░░░ 11 articles, 1.1 a second, 10 s left'),
    shown.join('\n'),
  );
  assert.equal(shown.at(-1), '11 articles in 10 s, 1.1 a second\n');
});
