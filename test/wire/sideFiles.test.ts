import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { parseSideFile } from '../../server/annotations/sideFile/parse.ts';
import { rewriteFile } from '../../server/sideFiles.ts';

/** The full run kills writers until so many writes have been made: `NEWSMARK_WRITES=1000`. */
const WRITES = Number(process.env.NEWSMARK_WRITES ?? 40);

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsmark-'));
});
after(() => rm(folder, { recursive: true }));

describe('a side file', () => {
  it('holds the marks of two processes that write at once', async () => {
    const file = path.join(folder, 'two.marks.jsonl');
    const writers = ['anna', 'ben'].map((annotator) => startWriter(file, annotator, 15));
    const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0]));
    assert.deepEqual(codes, [0, 0]);
    const { problems, ids } = await readMarks(file);
    assert.deepEqual(problems, []);
    assert.equal(ids.filter((id) => id.startsWith('anna')).length, 15);
    assert.equal(ids.filter((id) => id.startsWith('ben')).length, 15);
    assert.deepEqual((await readdir(folder)).sort(), ['two.marks.jsonl']);
  });

  it(`is whole whenever a writer is killed, in ${WRITES} writes`, async () => {
    let written = 0;
    for (let round = 0; written < WRITES; round++) {
      const file = path.join(folder, `killed${Math.floor(round / 5)}.marks.jsonl`);
      const told = await killWriter(file, `writer ${round}`);
      written += told;
      const { problems, ids } = await readMarks(file);
      assert.deepEqual(problems, []);
      const own = ids.filter((id) => id.startsWith(`writer ${round} `)).length;
      // The last write may have been made and not told of.
      assert.ok(told <= own && own <= told + 1, `${own} marks of ${told} writes`);
    }
  });

  it('stays as it is when it cannot be written', async () => {
    const file = path.join(folder, 'full.marks.jsonl');
    await rewriteFile(file, () => 'old');
    await assert.rejects(
      rewriteFile(file, () => {
        throw new Error('no');
      }),
    );
    assert.equal(await readFile(file, 'utf8'), 'old');
    assert.equal(await rewriteFile(file, (present) => `${present} and new`), 'old and new');
  });
});

function startWriter(file: string, annotator: string, count: number): ChildProcess {
  const script = path.join(import.meta.dirname, '../support/sideFileWriter.ts');
  return spawn(process.execPath, ['--import', 'tsx', script, file, annotator, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Starts a writer and kills it at any moment after some writes; gives the number of writes it has told of. */
async function killWriter(file: string, annotator: string): Promise<number> {
  const writer = startWriter(file, annotator, 10_000);
  let told = '';
  writer.stdout?.on('data', (data) => {
    told += data;
  });
  const countWrites = (): number => told.split('\n').filter((line) => /^\d+$/u.test(line)).length;
  const least = Math.random() * 30;
  while (countWrites() < least) await setTimeout(1);
  await setTimeout(Math.random() * 30);
  const exit = once(writer, 'exit');
  writer.kill('SIGKILL');
  await exit;
  return countWrites();
}

async function readMarks(
  file: string,
): Promise<{ readonly problems: readonly unknown[]; readonly ids: readonly string[] }> {
  const { problems, lines } = parseSideFile(await readFile(file, 'utf8').catch(() => ''));
  return { problems, ids: lines.flatMap((line) => (line.kind === 'mark' ? [line.stored.judgement.id] : [])) };
}
