import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CueCandidate } from '../../server/analysis/quotes/cues.ts';
import type { ClauseOption } from '../../server/analysis/quotes/picks.ts';
import { type Heard, settleSides } from '../../server/analysis/quotes/sides.ts';

const cue: CueCandidate = {
  first: 0,
  last: 1,
  word: { lemma: 'say', stance: 'neutral', form: 'past', nominal: false, length: 1 },
  lemma: 0,
  form: 2,
};
const NONE: ClauseOption = { none: -0.01, some: -5, clause: undefined, edges: new Map() };

function option(first: number, last: number, edges: readonly (readonly [number, number])[]): ClauseOption {
  return { none: -3, some: -0.05, clause: { first, last }, edges: new Map(edges) };
}

function heard(left: ClauseOption, right: ClauseOption): Heard {
  return { cue, chance: 0.9, owns: false, speaker: undefined, left, right };
}

describe('words between two cues', () => {
  it('are parted where both clauses may end', () => {
    const before = heard(
      NONE,
      option(2, 20, [
        [10, -1],
        [20, -0.4],
      ]),
    );
    const next = heard(
      option(6, 20, [
        [6, -0.3],
        [10, -1.2],
      ]),
      NONE,
    );
    assert.deepEqual(settleSides([before, next]), [[{ first: 2, last: 10 }], [{ first: 10, last: 20 }]]);
  });

  it('belong to both where no place parts them', () => {
    const before = heard(NONE, option(2, 20, [[20, -0.1]]));
    const next = heard(option(6, 20, [[6, -0.1]]), NONE);
    assert.deepEqual(settleSides([before, next]), [[{ first: 2, last: 20 }], [{ first: 6, last: 20 }]]);
  });
});
