import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toConcordanceText } from '../../client/concordance/text.ts';
import type { ConcordanceHit } from '../../server/requests/folder.ts';

function hit(name: string, line: number, before: string, words: string, after: string): ConcordanceHit {
  const start = { line, character: 0 };
  return { location: { uri: name, range: { start, end: start } }, before, words, after };
}

test('hits stand under each other, and each row knows where', () => {
  const { text, rows } = toConcordanceText(
    ['Words: bridge', 'Hits: 3.'],
    [
      hit('a', 0, 'The old ', 'bridge', ' reopens'),
      hit('longer', 11, 'Brazil had paid for the ', 'Bridge', '. Brazil thanked'),
      hit('b', 2, '“', 'bridge', '” was the word'),
    ],
    (uri) => uri,
  );
  const lines = text.split('\n');
  assert.deepEqual(lines.slice(0, 3), ['Words: bridge', 'Hits: 3.', '']);
  assert.deepEqual(lines.slice(3, 6), [
    `a:1        ${'The old '.padStart(41)}bridge  reopens`,
    `longer:12  ${'Brazil had paid for the '.padStart(41)}Bridge. Brazil thanked`,
    `b:3        ${'“'.padStart(41)}bridge” was the word`,
  ]);
  for (const row of rows) {
    const line = lines[row.line] ?? '';
    assert.equal(line.slice(...row.words), row.hit.words);
    assert.equal(
      line.slice(...row.place),
      `${row.hit.location.uri}:${row.hit.location.range.start.line + 1}`,
    );
  }
});

test('long words are cut between words where there are some', () => {
  const { rows, text } = toConcordanceText(
    [],
    [hit('x'.repeat(50), 0, 'a'.repeat(90), 'w'.repeat(90), ' one two three'.repeat(9))],
    (uri) => uri,
  );
  const line = text.split('\n')[rows[0]?.line ?? 0] ?? '';
  assert.ok(line.length < 200, line);
  assert.match(line, /^…x+:1 +…a{40}w{59}… {1,2}one.* (?:one|two|three) …$/u);
});

test('no hits leave the heading', () => {
  assert.equal(toConcordanceText(['Words: x', 'Hits: 0.'], [], (uri) => uri).text, 'Words: x\nHits: 0.\n\n');
});
