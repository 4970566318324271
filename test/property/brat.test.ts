import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Annotation } from '../../server/annotations/formats/annotation.ts';
import { readBrat } from '../../server/annotations/formats/readBrat.ts';
import { writeBrat } from '../../server/annotations/formats/writeBrat.ts';

const letters = fc.constantFrom('a', 'B', 'é', 'e\u0301', '🗞', ' ', '\t', '\n', '\r\n', '“', '\\', '%');
const texts = fc
  .array(letters, { minLength: 4, maxLength: 60 })
  .map((own) => own.join(''))
  .filter((text) => /[^\r\n]/u.test(text));
const names = fc.oneof(
  fc.constantFrom('person', 'country', 'Person', '_x', 'a_x0041'),
  fc.string({ minLength: 1, maxLength: 6 }),
);
const values = fc.dictionary(
  names.filter((name) => !(name in {})),
  fc.string({ maxLength: 8 }),
  { maxKeys: 3, noNullPrototype: true },
);

test('brat: what is written is read back', () => {
  const cases = texts.chain((text) =>
    fc.tuple(fc.constant(text), fc.array(annotations(text), { maxLength: 8 })),
  );
  fc.assert(
    fc.property(cases, ([text, own]) => {
      const { standoff, leftOut } = writeBrat(text, own);
      assert.deepEqual(leftOut, []);
      assert.deepEqual(readBrat(text, standoff), { kind: 'read', annotations: own, kept: [] });
    }),
    { numRuns: 1000 },
  );
});

test('brat: no line makes the reader fail', () => {
  fc.assert(fc.property(texts, fc.string(), (text, standoff) => void readBrat(text, standoff)));
});

/** Spans of whole characters that do not begin or end with a line break, in a text that has others. */
function spans(text: string): fc.Arbitrary<{ start: number; end: number }> {
  const edges = Array.from(
    text.matchAll(/[^\r\n]/gu),
    ({ 0: own, index }) => [index, index + own.length] as const,
  );
  const edge = fc.nat({ max: edges.length - 1 });
  return fc.tuple(edge, edge).map(([a, b]) => ({
    start: edges[Math.min(a, b)]?.[0] ?? 0,
    end: edges[Math.max(a, b)]?.[1] ?? 0,
  }));
}

function annotations(text: string): fc.Arbitrary<Annotation> {
  const own = spans(text);
  return fc
    .record(
      {
        span: own,
        kind: names,
        attributes: values,
        parts: fc.dictionary(fc.constantFrom('speaker', 'cue'), own, { noNullPrototype: true }),
        note: fc.string(),
      },
      { requiredKeys: ['span', 'kind', 'attributes', 'parts'] },
    )
    .map(({ span, ...rest }) => ({ ...span, ...rest }));
}
