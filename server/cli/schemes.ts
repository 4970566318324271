import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { problemInWords, readScheme } from '../annotations/scheme/readScheme.ts';
import { DEFAULT_SCHEME, SCHEME_FILE, type Scheme } from '../annotations/scheme/scheme.ts';

/**
 * The scheme of a folder: of the nearest `newsmark.scheme.json` in it or above it. A broken one is told of, and the default
 * scheme stays.
 */
export async function findScheme(folder: string, tell: (message: string) => void): Promise<Scheme> {
  const start = path.resolve(folder);
  for (let at = start; ; at = path.dirname(at)) {
    const file = path.join(at, SCHEME_FILE);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) {
      const reading = readScheme(text);
      if (reading.kind === 'read') return reading.scheme;
      tell(`${file}: ${problemInWords(reading.problem)}; the default scheme stays`);
      return DEFAULT_SCHEME;
    }
    if (at === path.dirname(at)) return DEFAULT_SCHEME;
  }
}
