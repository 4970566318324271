import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The model files in a folder and below it: beside the bundle, or among the sources. */
export async function loadModels(folder: string): Promise<readonly Uint8Array[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.bin'));
  return Promise.all(names.sort().map((name) => readFile(path.join(folder, name))));
}
