import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../client/development/install.mjs';

/** The command line as it is built. */
export const CLI = path.join(root, 'dist/cli.cjs');

/** The most memory, in bytes, that a process has had in use so far; 0 where the system does not tell or it is gone. */
export function peakMemory(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s*(\d+) kB$/mu.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Seconds of processor time of a process and its threads so far; 0 where the system does not tell or it is gone. */
export function processorSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}
