import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { dataFolder, readData } from '../../server/training/data.ts';
import { type PeerCase, scoreSuite } from '../support/dateSuites.ts';

/** What is reached on the shared part of each suite; these figures may only rise. */
const FLOORS = [
  { file: 'recognizers_datetime_en', dates: 570, relaxed: 0.92, value: 0.84 },
  { file: 'recognizers_merged_en', dates: 95, relaxed: 0.96, value: undefined },
  { file: 'duckling_time_en', dates: 660, relaxed: 0.9, value: 0.3 },
] as const;

describe('the shared cases of other readers of dates', () => {
  for (const { file, dates, relaxed, value } of FLOORS)
    it(`${file}`, (t: TestContext) => {
      if (dataFolder() === undefined) {
        t.skip('there is no data folder: set NEWSMARK_DATA');
        return;
      }
      const lines = readData(`dev/${file}.jsonl`).split('\n');
      const cases = lines.filter((line) => line !== '').map((line): PeerCase => JSON.parse(line));
      const score = scoreSuite(cases);
      t.diagnostic(
        `${score.dates} dates in ${score.cases} of ${cases.length} cases: relaxed ${score.relaxed.toFixed(3)}, value ${score.value.toFixed(3)} of ${score.valued}`,
      );
      for (const [reason, count] of score.excluded) t.diagnostic(`left out ${count}: ${reason}`);
      assert.ok(dates <= score.dates, `${score.dates} dates are shared`);
      assert.ok(relaxed <= score.relaxed, `relaxed ${score.relaxed}`);
      if (value !== undefined) assert.ok(value <= score.value, `value ${score.value}`);
    });
});
