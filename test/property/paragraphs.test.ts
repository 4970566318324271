import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { splitChanged } from '../../server/text/changes.ts';
import { type Paragraph, splitParagraphs } from '../../server/text/paragraphs.ts';
import { shift, slice } from '../../server/text/span.ts';

const word = fc.oneof(
  { weight: 20, arbitrary: fc.stringMatching(/^[a-z]{1,9}[.!]?$/u) },
  { weight: 1, arbitrary: fc.constantFrom('la', 'x'.repeat(300), '😀'.repeat(40), '\u00a0', '”') },
);
const line = fc
  .array(word, { minLength: 600, maxLength: 3000, size: 'max' })
  .map((words) => words.join(' ').trim())
  .filter((words) => words.length > 2400);

describe('the pieces of a long line', () => {
  it('hold every word, and none is much too long or too short', () => {
    fc.assert(
      fc.property(line, (text) => {
        const pieces = splitParagraphs(text);
        let from = 0;
        for (const [i, piece] of pieces.entries()) {
          assert.equal(text.slice(from, piece.start).trim(), '');
          assert.ok(piece.end - piece.start <= 2400, `${piece.end - piece.start}`);
          if (i < pieces.length - 1) assert.ok(piece.end - from >= 500, `${piece.end - from}`);
          assert.equal(piece.continues, i > 0);
          from = piece.end;
        }
        assert.equal(text.slice(from).trim(), '');
      }),
      { numRuns: 60 },
    );
  });

  it('change only beside an edit', () => {
    let all = 0;
    let changed = 0;
    fc.assert(
      fc.property(
        line,
        fc.double({ min: 0, max: 1, noNaN: true }),
        word,
        fc.nat(30),
        (text, at, typed, removed) => {
          const start = Math.floor(at * text.length);
          const edited = text.slice(0, start) + typed + text.slice(start + removed);
          const before = new Set(words(text));
          const after = words(edited);
          all += after.length;
          changed += after.filter((piece) => !before.has(piece)).length;
        },
      ),
      { numRuns: 200 },
    );
    // Two pieces on the average, the one that was edited and a neighbour, however long the line.
    assert.ok(changed <= 2.5 * 200, `${changed} of ${all} pieces were cut anew by 200 edits`);
  });
});

it('a changed text is split as if for the first time', () => {
  const unit = fc.constantFrom(
    'a',
    'bc',
    ' ',
    '\n',
    '\r\n',
    '\u2028',
    '  \n',
    'x'.repeat(700),
    'word '.repeat(600),
  );
  const anyLines = fc.array(unit, { maxLength: 30 }).map((units) => units.join(''));
  fc.assert(
    fc.property(anyLines, fc.nat(), fc.nat(40), anyLines, fc.nat(9), (text, at, removed, typed, base) => {
      const from = at % (text.length + 1);
      const edited = text.slice(0, from) + typed + text.slice(from + removed);
      const paragraphs = splitParagraphs(text).map((paragraph) => shift(paragraph, base));
      const { head, tail, between } = splitChanged({ text, base, paragraphs }, edited);
      const moved = edited.length - text.length - base;
      assert.deepEqual(
        [
          ...paragraphs.slice(0, head).map((paragraph) => shift(paragraph, -base)),
          ...between,
          ...paragraphs.slice(paragraphs.length - tail).map((paragraph) => shift(paragraph, moved)),
        ],
        splitParagraphs(edited),
      );
    }),
    { numRuns: 500 },
  );
});

it('cuts a million repeated words in time', () => {
  const pieces = splitParagraphs('la '.repeat(1_000_000));
  assert.ok(pieces.every((piece: Paragraph) => piece.end - piece.start <= 2400));
});

function words(text: string): readonly string[] {
  return splitParagraphs(text).map((piece) => slice(text, piece));
}
