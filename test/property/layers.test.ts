import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { type Deciding, decide, takeAgreed } from '../../server/annotations/adjudication/decide.ts';
import { listPoints } from '../../server/annotations/adjudication/points.ts';
import { compareLayers } from '../../server/annotations/agreement/compare.ts';
import type { Layer } from '../../server/annotations/agreement/layer.ts';
import { measure } from '../../server/annotations/agreement/measure.ts';
import type { Kept } from '../../server/annotations/kept.ts';
import type { Mark } from '../../server/annotations/mark.ts';
import { openSideFile } from '../../server/annotations/sideFile/open.ts';
import { parseSideFile } from '../../server/annotations/sideFile/parse.ts';
import { printSideFile } from '../../server/annotations/sideFile/print.ts';
import { applyChanges } from '../../server/marking/layer.ts';

// Words that differ, so that a mark that is read from its file is found at one place.
const TEXT = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');

const place = fc.tuple(fc.nat(150), fc.integer({ min: 1, max: 40 }));
const anyMark = fc.record({
  place,
  kind: fc.constantFrom('person', 'country', 'quote', 'ship'),
  value: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
});
const anyLayers = fc
  .array(fc.array(anyMark, { maxLength: 12 }), { minLength: 2, maxLength: 4 })
  .map((layers) =>
    layers.map((marks, i): Layer => {
      const annotator = `annotator ${i}`;
      return { annotator, marks: marks.map((mark, j) => toMark(annotator, `${i} ${j}`, mark)) };
    }),
  );

function toMark(
  annotator: string,
  id: string,
  {
    place: [start, length],
    kind,
    value,
  }: { place: [number, number]; kind: string; value: string | undefined },
): Mark {
  return {
    ...{ id: `urn:${id}`, kind, annotator, verdict: 'added', created: '2026-01-01T00:00:00Z', parts: {} },
    ...{ start, end: start + length, attributes: value === undefined ? {} : { value } },
  };
}

it('lays every mark at one place, and none beside another of its layer', () => {
  fc.assert(
    fc.property(anyLayers, (layers) => {
      const places = compareLayers(layers.map(({ marks }) => marks));
      for (const [i, { marks }] of layers.entries()) {
        const laid = places.flatMap(({ readings }) => readings[i] ?? []);
        assert.equal(laid.length, marks.length);
        assert.deepEqual(new Set(laid), new Set(marks));
      }
      for (const { start, end, readings } of places)
        for (const mark of readings) assert.ok(!mark || (start <= mark.start && mark.end <= end));
    }),
    { numRuns: 200 },
  );
});

it('of layers that are the same nothing differs, and all figures are 1 or open', () => {
  fc.assert(
    fc.property(anyLayers, ([layer]) => {
      const marks = layer?.marks ?? [];
      const layers = ['a', 'b', 'c'].map((annotator) => ({ annotator, marks }));
      const { exact, overlap, kappa, fleiss, alpha, unitizing } = measure(
        [{ name: 'x', text: TEXT, layers }],
        ['a', 'b', 'c'],
        undefined,
      );
      for (const figure of [exact, overlap, kappa, fleiss, alpha, unitizing])
        assert.ok(figure === undefined || Math.abs(figure - 1) < 1e-9, String(figure));
      assert.ok(listPoints(TEXT, layers, []).every(({ state }) => state === 'agreed'));
    }),
    { numRuns: 100 },
  );
});

it('figures stay within their bounds, whoever is asked first', () => {
  fc.assert(
    fc.property(anyLayers, (layers) => {
      const names = layers.map(({ annotator }) => annotator);
      const article = { name: 'x', text: TEXT, layers };
      const forth = measure([article], names, undefined);
      const back = measure([article], names.toReversed(), undefined);
      for (const key of ['exact', 'overlap', 'kappa', 'fleiss', 'alpha', 'unitizing'] as const) {
        const figure = forth[key];
        if (figure === undefined) continue;
        assert.ok(figure <= 1 + 1e-9 && (!['exact', 'overlap'].includes(key) || 0 <= figure));
        if (key !== 'overlap') assert.ok(Math.abs(figure - (back[key] ?? Number.NaN)) < 1e-9, key);
      }
    }),
    { numRuns: 100 },
  );
});

it('decides every point, keeps that in the side file, and has all that was said in its history', () => {
  const decision = fc.oneof(
    fc.record({ kind: fc.constant('take' as const), reading: fc.nat(3) }),
    fc.constant({ kind: 'both' as const }),
    fc.constant({ kind: 'neither' as const }),
  );
  fc.assert(
    fc.property(anyLayers, fc.array(decision, { minLength: 1 }), (layers, decisions) => {
      let ids = 0;
      const deciding: Deciding = {
        annotator: 'judge',
        time: '2026-01-02T00:00:00Z',
        createId: () => `urn:${ids++}`,
      };
      const apply = (kept: readonly Kept[], changes: Parameters<typeof applyChanges>[1]): readonly Kept[] =>
        applyChanges({ kept, base: '' }, changes).kept;
      let result = apply([], takeAgreed(deciding, listPoints(TEXT, layers, [])));
      const open = listPoints(TEXT, layers, result).filter(({ state }) => state === 'open');
      for (const [i, point] of open.entries())
        result = apply(result, decide(deciding, point, decisions[i % decisions.length] ?? { kind: 'both' }));
      const file = printSideFile(result, { name: 'x.article', text: TEXT });
      const read = openSideFile(parseSideFile(file), TEXT);
      assert.ok(listPoints(TEXT, layers, read).every(({ state }) => state === 'decided'));
      const said = new Set(read.flatMap(({ mark }) => (mark.history ?? []).map(({ id }) => id)));
      assert.deepEqual(said, new Set(layers.flatMap(({ marks }) => marks.map(({ id }) => id))));
    }),
    { numRuns: 100 },
  );
});
