import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { makeArticle } from '../bench/articles.ts';
import { createFolder } from '../support/folder.ts';
import { CLI, peakMemory } from '../support/spawned.ts';

// A whole corpus in one run that is killed twice; `npm run test:corpora` does it with 100,000 articles.

const ARTICLES = Number(process.env.NEWSMARK_ARTICLES ?? 200);
const WORDS = 600;
const GIGABYTE = 1e9;

test(`${ARTICLES} articles, killed twice and gone on with: each exactly once, under 1 GB`, async (context) => {
  const folder = await createFolder(context);
  const [input, output] = [path.join(folder, 'corpus.jsonl'), path.join(folder, 'marks.jsonl')];
  await writeCorpus(input);
  const whole = statSync(input).size;
  const began = performance.now();
  const first = await annotate(input, output, (written) => 0.4 * whole < written);
  const second = await annotate(input, output, (written) => 0.8 * whole < written);
  assert.deepEqual([first.signal, second.signal], ['SIGKILL', 'SIGKILL']);
  const last = await annotate(input, output, () => false);
  assert.deepEqual({ exitCode: last.exitCode, errors: last.errors }, { exitCode: 0, errors: '' });
  let next = 0;
  for await (const line of createInterface({ input: createReadStream(output) })) {
    const { id, entities } = JSON.parse(line);
    assert.equal(id, `article ${next++}`);
    assert.ok(0 < entities.length);
  }
  assert.equal(next, ARTICLES);
  const peak = Math.max(first.peak, second.peak, last.peak);
  assert.ok(peak < GIGABYTE, `${peak} bytes`);
  const seconds = (performance.now() - began) / 1000;
  const killed = [first, second].map(
    ({ written }) => `${Math.round((100 * written) / statSync(output).size)}%`,
  );
  context.diagnostic(
    `${ARTICLES} articles in ${Math.round(seconds)} s, at most ${Math.round(peak / 1e6)} MB, killed at ${killed.join(' and ')}`,
  );
});

interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly errors: string;
  readonly peak: number;
  /** Bytes of the output. */
  readonly written: number;
}

/** Runs the command line and kills it, as the system would, once enough is written. */
async function annotate(
  input: string,
  output: string,
  isEnough: (written: number) => boolean,
): Promise<Ended> {
  const args = [CLI, 'annotate', '--jobs', '2', '--output', output, '--resume', input];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  let peak = 0;
  const ended = once(child, 'close');
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, peakMemory(child.pid));
    if (isEnough(sizeOf(output))) child.kill('SIGKILL');
    await Promise.race([ended, setTimeout(50)]);
  }
  await ended;
  return { exitCode: child.exitCode, signal: child.signalCode, errors, peak, written: sizeOf(output) };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

async function writeCorpus(file: string): Promise<void> {
  const stream = createWriteStream(file);
  for (let number = 0; number < ARTICLES; number++) {
    const line = `${JSON.stringify({ id: `article ${number}`, text: makeText(number) })}\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

/** Paragraphs come again, as they do in corpora; those of every tenth article are its own. */
function makeText(number: number): string {
  const text = makeArticle(number, WORDS);
  return number % 10 === 0 ? text.replaceAll('\n\n', `\n\n${number} `) : text;
}
