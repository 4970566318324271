import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitParagraphs } from '../../server/text/paragraphs.ts';
import type { Span } from '../../server/text/span.ts';
import { splitTokens } from '../../server/text/tokens.ts';

/** Any string at all: lone surrogates, control characters, every kind of line end. */
const anyText = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc
    .array(
      fc.constantFrom(
        'mr kim',
        ' ',
        '\r\n',
        '\n',
        '\r',
        '“',
        '”',
        '’s',
        'U.S.',
        '\ufeff',
        '\ud800',
        '\0',
        '—',
      ),
    )
    .map((parts) => parts.join('')),
);

test('paragraphs of any text lie in order inside it', () => {
  fc.assert(fc.property(anyText, (text) => inOrder(splitParagraphs(text), text.length)));
});

test('tokens of any text lie in order inside it', () => {
  fc.assert(fc.property(anyText, (text) => inOrder(splitTokens(text), text.length)));
});

function inOrder(spans: readonly Span[], length: number): void {
  let last = 0;
  for (const { start, end } of spans) {
    assert.ok(last <= start && start < end && end <= length, `${last} ${start} ${end} ${length}`);
    last = end;
  }
}
