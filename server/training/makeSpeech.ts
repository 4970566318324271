import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeModel } from './modelFile.ts';
import { SPEECH_TRAINING, trainSpeech } from './speech/trainSpeech.ts';

// Rebuilds server/analysis/quotes/speech.bin from the data folder; `out=FILE` writes it elsewhere, `name=value` changes
// an option, `holdout=N` leaves every eighth gold article (the Nth) out.

const given = new Map(process.argv.slice(2).map((word) => word.split('=') as [string, string]));
const out = given.get('out') ?? fileURLToPath(new URL('../analysis/quotes/speech.bin', import.meta.url));
const options = { ...SPEECH_TRAINING };
for (const key of Object.keys(options) as (keyof typeof options)[])
  if (given.has(key)) Object.assign(options, { [key]: Number(given.get(key)) });
const holdout = given.has('holdout') ? Number(given.get('holdout')) : -1;
const isHeld = (id: string): boolean => Number(/\d+$/u.exec(id)?.[0] ?? 1) % 8 === holdout;

const began = performance.now();
const bytes = writeModel(new Map([['speech', trainSpeech(options, isHeld, console.log)]]));
writeFileSync(out, bytes);
console.log(`${bytes.length} bytes in ${((performance.now() - began) / 1000).toFixed(0)} s`);
