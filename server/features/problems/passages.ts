import type { Reading } from '../../analysis/reading.ts';

/** The hash of a few words, and the index of the first of them. */
export interface Fingerprint {
  readonly hash: number;
  readonly token: number;
}

const WORDS = 8;
const WINDOW = 9;
const memory = new WeakMap<Reading, readonly Fingerprint[]>();

/**
 * A sample of the hashes of a scraped paragraph's runs of 8 words: the least of every 9 that follow on each other, so
 * that two copies of any 16 words share one (winnowing: Schleimer, Wilkerson and Aiken 2003). Remembered; none of
 * edited text.
 */
export function winnow(reading: Reading): readonly Fingerprint[] {
  const known = memory.get(reading);
  if (known) return known;
  const sample = reading.form === 'scraped' ? sampleOf(hashRuns(reading)) : [];
  memory.set(reading, sample);
  return sample;
}

function hashRuns({ tokens }: Reading): readonly number[] {
  const words = tokens.map(({ lower }) => hashWord(lower));
  const hashes: number[] = [];
  for (let i = 0; i + WORDS <= words.length; i++) {
    let hash = 0;
    for (let j = i; j < i + WORDS; j++) hash = Math.imul(hash, 0x01000193) ^ (words[j] as number);
    hashes.push(Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0);
  }
  return hashes;
}

function sampleOf(hashes: readonly number[]): readonly Fingerprint[] {
  const sample: Fingerprint[] = [];
  for (let from = 0; from === 0 || from + WINDOW <= hashes.length; from++) {
    let least = from;
    for (let i = from + 1; i < Math.min(from + WINDOW, hashes.length); i++)
      if ((hashes[i] as number) <= (hashes[least] as number)) least = i;
    const hash = hashes[least];
    if (hash !== undefined && sample.at(-1)?.token !== least) sample.push({ hash, token: least });
  }
  return sample;
}

/** FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}
