import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Paragraph, splitParagraphs } from '../../server/text/paragraphs.ts';
import { slice } from '../../server/text/span.ts';

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

it('cuts a million repeated words in time', () => {
  const pieces = splitParagraphs('la '.repeat(1_000_000));
  assert.ok(pieces.every((piece: Paragraph) => piece.end - piece.start <= 2400));
});

function words(text: string): readonly string[] {
  return splitParagraphs(text).map((piece) => slice(text, piece));
}
