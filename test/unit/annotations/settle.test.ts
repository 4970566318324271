import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Kept, keep } from '../../../server/annotations/kept.ts';
import { dropPart, listUnsettled, settleAt } from '../../../server/annotations/settle.ts';

const quoted = { words: 'Ada Obi', prefix: '', suffix: ' left' };
const kept: Kept = {
  ...keep({
    ...{ id: 'x', kind: 'quote', start: 3, end: 6, attributes: {}, parts: { speaker: { start: 8, end: 9 } } },
    ...{ verdict: 'accepted', annotator: '', created: '' },
  }),
  anchor: { state: 'changed', quoted },
  parts: { speaker: { state: 'ambiguous', quoted, places: [{ start: 1, end: 2 }] } },
};

it('lists what a person has to look at, with the places that can be taken', () => {
  assert.deepEqual(
    listUnsettled([kept]).map(({ role, state, span, places }) => ({ role, state, span, places })),
    [
      { role: undefined, state: 'changed', span: { start: 3, end: 6 }, places: [{ start: 3, end: 6 }] },
      { role: 'speaker', state: 'ambiguous', span: { start: 8, end: 9 }, places: [{ start: 1, end: 2 }] },
    ],
  );
});

it('is settled where a person has taken a place for it', () => {
  const settled = settleAt(settleAt(kept, undefined, { start: 3, end: 6 }), 'speaker', { start: 1, end: 2 });
  assert.deepEqual(listUnsettled([settled]), []);
  assert.deepEqual(settled.mark.parts, { speaker: { start: 1, end: 2 } });
});

it('is settled without a part that was given up', () => {
  const settled = dropPart(kept, 'speaker');
  assert.deepEqual(settled.mark.parts, {});
  assert.deepEqual(
    listUnsettled([settled]).map(({ role }) => role),
    [undefined],
  );
});
