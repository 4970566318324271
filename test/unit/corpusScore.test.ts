import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findFallen } from '../../server/cli/evaluation/floors.ts';
import { reachFloors, readFloors, scoreCorpus } from '../support/corpusScore.ts';

it('reads the corpus as well as it ever did', () => {
  const scores = { edited: scoreCorpus('edited'), scraped: scoreCorpus('scraped') };
  assert.deepEqual(findFallen(readFloors(), reachFloors(scores)), []);
});
