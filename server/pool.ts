import { Worker } from 'node:worker_threads';

/** What a task leaves is cleared away early: with more room for it threads take half as much memory again, and no less time. */
const LIMITS = { maxYoungGenerationSizeMb: 16 };

/** Runs tasks in worker threads, each thread one at a time. Only a running task keeps the process alive. */
export interface Pool<Task, Result> {
  /** The result of a task; rejects with an Error when the worker throws or dies over it. */
  run(task: Task): Promise<Result>;
  /** Ends the threads; tasks that wait or run are rejected. */
  close(): Promise<void>;
}

/** What a worker answers to each task it is sent. */
export type Answer<Result> = { readonly result: Result } | { readonly error: string };

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** A pool of at most `size` threads of a program, started when there is work; a thread that dies is replaced. */
export function createPool<Task, Result>(
  program: URL,
  size: number,
  workerData: unknown,
  execArgv: readonly string[] = [],
): Pool<Task, Result> {
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting<Task, Result>>();
  const queue: Waiting<Task, Result>[] = [];
  let taken = 0;
  let closed = false;

  const start = (): Worker => {
    const worker = new Worker(program, { workerData, execArgv: [...execArgv], resourceLimits: LIMITS });
    worker.on('message', (answer: Answer<Result>) => {
      const waiting = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      worker.unref();
      if ('error' in answer) waiting?.reject(new Error(answer.error));
      else waiting?.resolve(answer.result);
      hand();
    });
    worker.on('error', (error) => lose(worker, error));
    worker.on('exit', (code) => lose(worker, new Error(`The reading thread ended with code ${code}.`)));
    return worker;
  };
  const lose = (worker: Worker, error: Error): void => {
    const waiting = busy.get(worker);
    busy.delete(worker);
    const place = idle.indexOf(worker);
    if (place !== -1) idle.splice(place, 1);
    waiting?.reject(error);
    if (!closed) hand();
  };
  // The queue is an array with a finger, so that taking its first is not linear in its length.
  const hand = (): void => {
    while (taken < queue.length) {
      const worker = idle.pop() ?? (busy.size < size ? start() : undefined);
      if (!worker) return;
      const waiting = queue[taken++] as Waiting<Task, Result>;
      busy.set(worker, waiting);
      worker.ref();
      worker.postMessage(waiting.task);
    }
    queue.length = 0;
    taken = 0;
  };

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The pool is closed.'));
        queue.push({ task, resolve, reject });
        hand();
      }),
    close: async () => {
      closed = true;
      const workers = [...idle, ...busy.keys()];
      for (const waiting of queue.slice(taken)) waiting.reject(new Error('The pool is closed.'));
      queue.length = 0;
      taken = 0;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
