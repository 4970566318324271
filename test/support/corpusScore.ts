import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Form } from '../../server/analysis/types.ts';
import { degradeRecord } from '../../server/cli/evaluation/degradeRecord.ts';
import { type Floors, parseFloors, raiseFloors, toFloors } from '../../server/cli/evaluation/floors.ts';
import { type Score, scoreArticles } from '../../server/cli/evaluation/score.ts';
import { toRecord } from '../../server/cli/records.ts';
import { goldRecords } from './corpus.ts';
import { readArticle } from './reader.ts';

const FLOORS = path.join(import.meta.dirname, '../corpus.floors.json');

/** How well the articles of the corpus are read in one form. What is beyond the present state counts as missed. */
export function scoreCorpus(form: Form): Score {
  const golds = form === 'edited' ? goldRecords() : goldRecords().map(degradeRecord);
  const read = golds.map(({ id, text, published }) => toRecord(id, readArticle(text, { published })));
  return scoreArticles(golds, read);
}

/** The figures that the corpus has reached before, under which none may fall. */
export function readFloors(): Floors {
  return parseFloors(readFileSync(FLOORS, 'utf8'));
}

/** Raises the floors to a hundredth under the figures reached; none is ever lowered. */
export function writeFloors(reached: Floors): void {
  const under = JSON.stringify(reached, (_, value) =>
    typeof value === 'number' ? Math.max(0, value - PLAY) : value,
  );
  const raised = JSON.stringify(raiseFloors(readFloors(), parseFloors(under)), toThreePlaces, 2);
  writeFileSync(FLOORS, `${raised}\n`);
}

/** One article more or less, for a change that gains more elsewhere. */
const PLAY = 0.01;

function toThreePlaces(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
}

/** The figures of both forms. */
export function reachFloors(scores: Readonly<Record<Form, Score>>): Floors {
  return { edited: toFloors(scores.edited), scraped: toFloors(scores.scraped) };
}
