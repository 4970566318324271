import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Kept, keep } from '../../../server/annotations/kept.ts';
import type { Mark } from '../../../server/annotations/mark.ts';
import { mergeMarks } from '../../../server/annotations/merge.ts';

const text = 'Ada Obi met Ben Li.';

function mark(id: string, rest: Partial<Mark> = {}): Kept {
  return keep({
    ...{ id, kind: 'person', start: 0, end: 7, attributes: {}, parts: {} },
    ...{ verdict: 'accepted', annotator: 'anna', created: '2026-01-01T00:00:00Z' },
    ...rest,
  });
}

function merge(base: readonly Kept[], ours: readonly Kept[], theirs: readonly Kept[]): readonly string[] {
  const { kept, conflicts } = mergeMarks(text, base, ours, theirs);
  return [
    ...kept.map((one) => `${one.mark.id} ${one.mark.verdict}`),
    ...conflicts.map(({ taken, left }) => `${taken.id}: ${taken.verdict}, not ${left.verdict}`),
  ];
}

describe('marks changed in two places', () => {
  const [a, b] = [mark('a'), mark('b')];
  const rejected = mark('a', { verdict: 'rejected', modified: '2026-01-02T00:00:00Z' });
  const corrected = mark('a', { verdict: 'corrected', modified: '2026-01-03T00:00:00Z' });

  it('are all there when each side made one', () => {
    assert.deepEqual(merge([], [a], [b]), ['a accepted', 'b accepted']);
  });

  it('are as the side has them that changed them', () => {
    assert.deepEqual(merge([a, b], [rejected, b], [a, b]), ['a rejected', 'b accepted']);
    assert.deepEqual(merge([a, b], [a, b], [rejected, b]), ['a rejected', 'b accepted']);
  });

  it('are gone when one side dropped them and the other left them alone', () => {
    assert.deepEqual(merge([a, b], [b], [a, b]), ['b accepted']);
    assert.deepEqual(merge([a, b], [a, b], [b]), ['b accepted']);
  });

  it('stay when one side dropped them and the other changed them', () => {
    assert.deepEqual(merge([a], [], [rejected]), ['a rejected']);
    assert.deepEqual(merge([a], [rejected], []), ['a rejected']);
  });

  it('have the later judgement when both sides changed them, and say so', () => {
    assert.deepEqual(merge([a], [rejected], [corrected]), ['a corrected', 'a: corrected, not rejected']);
    assert.deepEqual(merge([a], [corrected], [rejected]), ['a corrected', 'a: corrected, not rejected']);
    assert.deepEqual(merge([a], [rejected], [rejected]), ['a rejected']);
  });

  it('are not changed by having moved', () => {
    const twice = 'Ada Obi met Ada Obi.';
    const moved = mark('a', { start: 12, end: 19 });
    const { kept, conflicts } = mergeMarks(twice, [a], [moved], [rejected]);
    assert.deepEqual([kept[0]?.mark.verdict, conflicts.length], ['rejected', 0]);
  });
});
