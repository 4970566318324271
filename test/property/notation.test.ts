import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { type GoldMark, MARK_KINDS, parseMarked, printMarked } from '../support/notation.ts';

const piece = fc.oneof(
  fc.constantFrom('[', ']', '[[', ']]', '<|>', '\\', ': ', '=', '#', ' ', '\n', 'Kim', '“'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const name = fc.stringMatching(/^[A-Za-z\\:#é-]{1,6}( [A-Za-z\\:#]{1,6})?$/u);
const head = fc.oneof(
  fc.record({
    kind: fc.constantFrom('person' as const, 'speaker' as const),
    value: name,
    words: fc.constant([]),
  }),
  fc.record({
    kind: fc.constantFrom(...MARK_KINDS),
    words: fc.array(fc.constantFrom('direct', 'demonym', 'MORE_THAN'), { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constantFrom('country' as const, 'date' as const),
    value: fc.constantFrom('KR', '2018-01-05T16:42', 'P7Y'),
    words: fc.array(fc.constantFrom('name', 'END'), { maxLength: 2 }),
  }),
);

/** Marks that nest: each stretch between two cuts of the one before it. */
const marked = fc
  .record({
    text,
    heads: fc.array(fc.record({ head, numbers: fc.array(fc.nat(12), { maxLength: 2 }) }), { maxLength: 6 }),
    cuts: fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
  })
  .map(({ text, heads, cuts }) => {
    const marks: GoldMark[] = [];
    for (const [i, { head, numbers }] of heads.entries()) {
      const [a, b] = cuts[i] as [number, number];
      const outer = marks.at(-1) ?? { start: 0, end: text.length };
      const start = outer.start + Math.floor(a * (outer.end - outer.start));
      const end = start + Math.ceil(b * (outer.end - start));
      if (start < end) marks.push({ ...head, numbers, start, end });
    }
    return { text, marks };
  });

it('reads back what it writes', () => {
  fc.assert(
    fc.property(marked, ({ text, marks }) => {
      const back = parseMarked(printMarked(text, marks));
      assert.equal(back.text, text);
      assert.deepEqual(back.marks, marks);
    }),
    { numRuns: 500 },
  );
});
