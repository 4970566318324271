import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConcordanceQuery, toContext, toFindHits } from '../../server/folder/concordance.ts';

function hits(query: Exclude<ConcordanceQuery, { kind: 'entity' }>, text: string): readonly string[] {
  const find = toFindHits(query);
  assert.ok(!('problem' in find), 'the query is one');
  return find(text).map(({ start, end }) => text.slice(start, end));
}
const words = (wanted: string, text: string) => hits({ kind: 'words', words: wanted }, text);
const pattern = (wanted: string, text: string) => hits({ kind: 'pattern', pattern: wanted }, text);

test('words are found whole, whatever their letters and what stands between them', () => {
  const text = 'Kim Jong-un met kim jong un. Kimono. KIM\nJONG UN';
  assert.deepEqual(words('kim jong un', text), ['Kim Jong-un', 'kim jong un', 'KIM\nJONG UN']);
  assert.deepEqual(words('kim', text), ['Kim', 'kim', 'KIM']);
});

test('a star stands for letters', () => {
  assert.deepEqual(words('negotiat*', 'They negotiated; negotiation; renegotiate.'), [
    'negotiated',
    'negotiation',
  ]);
  assert.deepEqual(words('*', 'a b'), []);
  assert.deepEqual(words('***a***b***', 'ab xaxbx'), ['ab', 'xaxbx']);
});

test('words that are no letters find nothing, and no pattern hides in words', () => {
  assert.deepEqual(words('', 'text'), []);
  assert.deepEqual(words('.+', 'text'), []);
  assert.deepEqual(words('(a|b', 'a b'), ['a b']);
});

test('a pattern is found by lines', () => {
  assert.deepEqual(pattern('^the \\w+', 'The cat\nsaw the dog\nthe end'), ['The cat', 'the end']);
  assert.deepEqual(pattern('x*', 'abc'), []);
  assert.deepEqual(pattern('\\p{Lu}+', 'é É'), ['é', 'É']);
});

test('a wrong pattern says what is wrong', () => {
  for (const wrong of ['(', '[', '(?=a)', '\\1']) {
    const found = toFindHits({ kind: 'pattern', pattern: wrong });
    assert.ok('problem' in found && found.problem !== '', wrong);
  }
});

test('no pattern takes time without end', () => {
  const start = process.cpuUsage();
  pattern('(a+)+$', `${'a'.repeat(50_000)}b`);
  pattern('(.*)*(.*)*(.*)*x', 'ab '.repeat(20_000));
  words('a*a*a*a*b', 'a'.repeat(100_000));
  const { user } = process.cpuUsage(start);
  assert.ok(user < 5_000_000, `${user / 1000} ms`);
});

test('what stands around a hit is on one line', () => {
  assert.deepEqual(toContext('One\r\n\r\ntwo three\tfour', { start: 7, end: 10 }), {
    before: 'One ',
    words: 'two',
    after: ' three four',
  });
});
