import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMarks } from '../../server/analysis/quotes/marks.ts';
import { pairMarks } from '../../server/analysis/quotes/pairing.ts';
import { splitTokens } from '../../server/text/tokens.ts';

function read(text: string): { readonly quoted: readonly string[]; readonly stray: number } {
  const marks = findMarks(text, splitTokens(text));
  const { quoted, unclosed, unopened } = pairMarks(marks, () => text.length);
  return {
    quoted: quoted.map(({ start, end }) => text.slice(start, end)),
    stray: unclosed.length + unopened.length,
  };
}

const PAIRED: readonly (readonly [string, readonly string[]])[] = [
  ['"We won," she said. "At last."', ['"We won,"', '"At last."']],
  ['“We won,” she said.', ['“We won,”']],
  ["'We won,' she said, and it wasn't luck.", ["'We won,'"]],
  ['‘We won,’ she said, and it wasn’t luck.', ['‘We won,’']],
  ['« Nous », said the sign, then ‹ vous ›.', ['« Nous »', '‹ vous ›']],
  ['»Nein«, he said.', ['»Nein«']],
  ['„Nein“, he said, and „so”.', ['„Nein“', '„so”']],
  ["``We won,'' she said.", ["``We won,''"]],
  ["''We won,'' she said.", ["''We won,''"]],
  ['"He said \'never\' to me," she said.', ['"He said \'never\' to me,"', "'never'"]],
  ['“He said ‘never’ to me,” she said.', ['“He said ‘never’ to me,”', '‘never’']],
  ["'The officers' cars are gone,' she said.", ["'The officers' cars are gone,'"]],
];

for (const [text, quoted] of PAIRED)
  test(`pairs ${text}`, () => assert.deepEqual(read(text), { quoted, stray: 0 }));

const BARE = [
  "The officers' reports and the Joneses' house.",
  'He is 6\'2" tall and the board 12" wide.',
  "It was the '90s, rock 'n' roll and all.",
  "Don't, can’t, O'Neill, the boys' room.",
];

for (const text of BARE)
  test(`leaves alone ${text}`, () => assert.deepEqual(read(text), { quoted: [], stray: 0 }));

test('a lost mark spoils only its own pair', () => {
  const { quoted, stray } = read('"One," he said. "Two, he said. "Three," he said. "Four," he said.');
  assert.deepEqual(quoted, ['"One,"', '"Three,"', '"Four,"']);
  assert.equal(stray, 1);
});
