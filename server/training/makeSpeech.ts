import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BoundaryModel } from '../analysis/quotes/boundaries.ts';
import { packSpeech, unpackSpeech } from '../analysis/quotes/speechModel.ts';
import { readModel, section } from '../analysis/tagger/model.ts';
import { writeModel } from './modelFile.ts';
import { FOLDS, REPORT_TRAINING, readSources, trainBoundaries, trainSpeech } from './speech/trainSpeech.ts';

// Rebuilds server/analysis/quotes/speech.bin from the data folder. `out=FILE` writes it elsewhere; `boundaries=FILE` keeps
// the models of boundaries beside it and takes them from there the next time; `name=value` changes an option of the
// reports; `holdout=N` leaves every eighth gold article (the Nth) out.

const given = new Map(process.argv.slice(2).map((word) => word.split('=') as [string, string]));
const out = given.get('out') ?? fileURLToPath(new URL('../analysis/quotes/speech.bin', import.meta.url));
const options = { ...REPORT_TRAINING };
for (const key of Object.keys(options) as (keyof typeof options)[])
  if (given.has(key)) Object.assign(options, { [key]: Number(given.get(key)) });
const holdout = given.has('holdout') ? Number(given.get('holdout')) : -1;
const isHeld = (id: string): boolean => Number(/\d+$/u.exec(id)?.[0] ?? 1) % 8 === holdout;

const began = performance.now();
const names = readModel(
  readFileSync(fileURLToPath(new URL('../analysis/tagger/names.bin', import.meta.url))),
);
const sources = readSources(names, options, isHeld, console.log);
const folds = Array.from({ length: FOLDS }, (_, fold) => boundariesOf(fold));
const speech = trainSpeech(names, sources, folds, options, console.log);
const bytes = writeModel(new Map([['speech', packSpeech(speech)]]));
writeFileSync(out, bytes);
console.log(`${bytes.length} bytes in ${((performance.now() - began) / 1000).toFixed(0)} s`);

/** Guesses of boundaries without the fold from its file, or trained and kept there. */
function boundariesOf(fold: number): BoundaryModel {
  const file = given.has('boundaries') ? `${given.get('boundaries')}.${fold}` : undefined;
  if (file && existsSync(file))
    return unpackSpeech(section(readModel(readFileSync(file)), 'speech')).boundaries;
  const trained = trainBoundaries(names, sources, fold, console.log);
  const nothing = { weights: new Int8Array(0), unit: 1 };
  const kept = packSpeech({ boundaries: trained, reports: { edited: nothing, scraped: nothing } });
  if (file) writeFileSync(file, writeModel(new Map([['speech', kept]])));
  // As it ships, rounded: reports are learnt from the guesses that they will meet.
  return unpackSpeech(kept).boundaries;
}
