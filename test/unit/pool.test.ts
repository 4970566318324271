import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPool, type Pool } from '../../server/pool.ts';

/** Doubles numbers; refuses negative ones, dies over zero, and sleeps over a million. */
const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads';
    parentPort.on('message', (task) => {
      if (task === 0) process.exit(3);
      if (task === 1e6) return;
      parentPort.postMessage(task < 0 ? { error: 'too small' } : { result: workerData * task });
    });`)}`,
);

const pool = (size: number): Pool<number, number> => createPool<number, number>(PROGRAM, size, 2);

test('every task has its own answer, however many threads there are', async () => {
  for (const size of [1, 3]) {
    const { run, close } = pool(size);
    const tasks = Array.from({ length: 50 }, (_, i) => i + 1);
    assert.deepEqual(
      await Promise.all(tasks.map(run)),
      tasks.map((task) => 2 * task),
    );
    await close();
  }
});

test('a task that fails or kills its thread is rejected, and the others are done', async () => {
  const { run, close } = pool(1);
  const results = await Promise.allSettled([run(1), run(-1), run(0), run(2)]);
  assert.deepEqual(
    results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason.message))),
    [2, 'too small', 'The reading thread ended with code 3.', 4],
  );
  await close();
});

test('closing rejects what waits and what runs', async () => {
  const { run, close } = pool(1);
  const results = Promise.allSettled([run(1e6), run(1)]);
  await close();
  const late = Promise.allSettled([run(1)]);
  assert.deepEqual(
    [...(await results), ...(await late)].map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  );
});
