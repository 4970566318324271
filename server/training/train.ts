import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCorpus } from './corpus.ts';
import { buildLexicon } from './lexicon.ts';
import { writeModel } from './modelFile.ts';
import { createRandom } from './random.ts';
import { trainNames } from './trainNames.ts';
import { NAME_TRAINING } from './workshop.ts';

// Rebuilds server/analysis/tagger/names.bin from the data folder; `npm run train [name=value …]` changes an option,
// `out=FILE` the place of the result, `holdout=N` leaves every tenth gold article (the Nth) out.

const given = new Map(process.argv.slice(2).map((word) => word.split('=') as [string, string]));
const out = given.get('out') ?? fileURLToPath(new URL('../analysis/tagger/names.bin', import.meta.url));
const options = { ...NAME_TRAINING };
for (const key of Object.keys(options) as (keyof typeof options)[])
  if (given.has(key)) Object.assign(options, { [key]: Number(given.get(key)) });
const holdout = given.has('holdout') ? Number(given.get('holdout')) : -1;

const began = performance.now();
const sources = readCorpus(createRandom(options.seed)).filter(
  ({ gaps, plain }, index) => Object.keys(gaps).length > 0 || plain || index % 10 !== holdout,
);
const texts = sources.map(({ record }) => record.text);
const sections = buildLexicon(texts);
for (const [name, bytes] of trainNames(sections, sources, options, console.log)) sections.set(name, bytes);
const bytes = writeModel(sections);
writeFileSync(out, bytes);
const seconds = (performance.now() - began) / 1000;
const memory = process.memoryUsage().rss / 2 ** 20;
for (const [name, section] of sections) console.log(`section ${name}: ${section.length} bytes`);
console.log(`${bytes.length} bytes in ${seconds.toFixed(0)} s, ${memory.toFixed(0)} MB of memory at the end`);
