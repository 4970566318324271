import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { listFolder, readArticleFile, writeAtomically } from './disk.ts';
import type { TextFiles } from './marking/files.ts';

/** The files of the disk, by their `file:` addresses. */
export const onDisk: TextFiles = {
  read: (uri) => readArticleFile(fileURLToPath(uri)),
  change: (uri, change) => rewriteFile(fileURLToPath(uri), change),
  list: (uri) => listFolder(fileURLToPath(uri)),
};

/** A lock that is older than this, in milliseconds, was left behind by a process that is no more. */
const STALE = 10_000;
/** So long a writer waits for the others. */
const PATIENCE = 30_000;

/**
 * Rewrites a file from what stands in it, one process at a time: `update` is given the present content, empty where
 * there is no file, and gives the new one, or undefined to leave it as it is. A crash leaves the old content or the
 * new. Rejects with the file untouched where it cannot be written. Gives the content that stands in the file then.
 */
export async function rewriteFile(
  file: string,
  update: (present: string) => string | undefined,
): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const lock = await takeLock(`${file}.lock`);
  try {
    for (;;) {
      const present = await readPresent(file);
      const content = update(present);
      if (content === undefined || content === present) return present;
      // Somebody who keeps no locks may have written meanwhile, or have taken ours for a dead one.
      if (!(await lock.isHeld()) || (await readPresent(file)) !== present) continue;
      // Under the lock one name beside the file is enough: what a crash has left there is written over.
      await writeAtomically(file, content, `${file}.tmp`);
      return content;
    }
  } finally {
    await lock.release();
  }
}

interface Lock {
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** Makes a file that only one process can make, and waits while it is there. */
async function takeLock(file: string): Promise<Lock> {
  const owner = `${hostname()} ${process.pid} ${randomUUID()}`;
  const isHeld = async (): Promise<boolean> => (await readPresent(file)) === owner;
  for (const began = Date.now(); Date.now() < began + PATIENCE; ) {
    if (await makeFile(file, owner))
      return { isHeld, release: async () => ((await isHeld()) ? unlink(file) : undefined) };
    const other = await readPresent(file);
    if (await isDead(file, other)) await breakLock(file, other);
    else await setTimeout(2 + Math.random() * 20);
  }
  throw new Error(`${file} is held by another process; take it away if there is none`);
}

/** Whether the file could be made: false where there is one. */
async function makeFile(file: string, content: string): Promise<boolean> {
  const handle = await open(file, 'wx').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    if (error.code !== 'ENOENT') throw error;
    await mkdir(path.dirname(file), { recursive: true });
    return open(file, 'wx');
  });
  if (!handle) return false;
  await handle.writeFile(content).finally(() => handle.close());
  return true;
}

/** Whether the owner of a lock is a process of this machine that has ended, or has held it longer than any write takes. */
async function isDead(file: string, owner: string): Promise<boolean> {
  const [host, pid] = owner.split(' ');
  if (host === hostname() && pid && !isRunning(Number(pid))) return true;
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
  return mtimeMs < Date.now() - STALE;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Of several that find a lock dead, one moves it aside; who has moved a living one puts it back. */
async function breakLock(file: string, owner: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readPresent(aside)) === owner) await unlink(aside);
  else await rename(aside, file);
}

async function readPresent(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}
