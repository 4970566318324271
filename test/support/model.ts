import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Model, readModel } from '../../server/analysis/tagger/model.ts';

const analysis = path.join(import.meta.dirname, '../../server/analysis');

/** The model that the product ships, read from its files. */
export const model: Model = readModel(
  ...readdirSync(analysis, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bin'))
    .sort()
    .map((name) => readFileSync(path.join(analysis, name))),
);
