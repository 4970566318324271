import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAgain } from '../../../server/annotations/anchor/findAgain.ts';
import { quote } from '../../../server/annotations/kept.ts';
import { parseMarked } from '../../support/notation.ts';

/** Looks for the marks of one text in another; gives the words found and their states. */
function find(marked: string, after: string): readonly string[] {
  const { text, marks } = parseMarked(marked);
  const sought = marks.map((span) => ({ quoted: quote(text, span), at: span.start }));
  return findAgain(sought, after).map(
    ({ span, anchor }) => `${anchor.state}: ${after.slice(span.start, span.end)}`,
  );
}

const STORY =
  'The harbour was calm when [[person: Obi]] came down to the boats on [[date: Monday]]. Nobody had seen her sister. ' +
  'A fisherman told [[person: Obi]] that the nets were torn and the ice was gone, and that [[quote: nothing could be done before the spring]].';
const PLAIN = parseMarked(STORY).text;

describe('marks in a text that has changed', () => {
  const cases: [string, string, string[]][] = [
    [
      'stay where nothing has changed',
      PLAIN,
      ['same: Obi', 'same: Monday', 'same: Obi', 'same: nothing could be done before the spring'],
    ],
    [
      'move with a line put in above',
      `HARBOUR NEWS\n\n${PLAIN}`,
      ['moved: Obi', 'moved: Monday', 'moved: Obi', 'moved: nothing could be done before the spring'],
    ],
    [
      'move by their own distances',
      PLAIN.replace('Nobody had seen her sister. ', '').replace('torn and', 'torn, the boats rotten, and'),
      ['same: Obi', 'same: Monday', 'moved: Obi', 'moved: nothing could be done before the spring'],
    ],
    [
      'are found beside words that have changed',
      PLAIN.replace('told Obi that', 'whispered to Obi how'),
      ['same: Obi', 'same: Monday', 'moved: Obi', 'moved: nothing could be done before the spring'],
    ],
    [
      'say that their words have changed',
      PLAIN.replace('Monday', 'Tuesday night').replace('nothing could be done', 'nothing can be done'),
      ['same: Obi', 'changed: Tuesday night', 'moved: Obi', 'changed: nothing can be done before the spring'],
    ],
    [
      'are lost with their words, and no other word takes their place',
      PLAIN.replace('A fisherman told Obi that the', 'The'),
      ['same: Obi', 'same: Monday', 'lost: ', 'moved: nothing could be done before the spring'],
    ],
  ];
  for (const [name, after, expected] of cases)
    it(name, () => {
      const found = find(STORY, after);
      assert.deepEqual(
        found.map((line) => (line.startsWith('lost') ? 'lost: ' : line)),
        expected,
      );
    });

  it('are not guessed where several places are alike', () => {
    const line = 'Obi said no. ';
    const before = parseMarked(`${line.repeat(3)}[[person: Obi]] said no. ${line.repeat(3)}`);
    const sought = before.marks.map((span) => ({ quoted: quote(before.text, span), at: span.start }));
    const [found] = findAgain(sought, `A word. ${line.repeat(8)}`);
    assert.equal(found?.anchor.state, 'ambiguous');
  });

  it('follow a paragraph to another place', () => {
    const [first, second] = [
      'The mayor of the town, Ada Obi, opened the bridge on a cold day. ',
      'It rained for the rest of the week, and nobody came to see the river. ',
    ];
    const found = find(`${first.replace('Ada Obi', '[[person: Ada Obi]]')}${second}`, `${second}${first}`);
    assert.deepEqual(found, ['moved: Ada Obi']);
  });
});
