import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseMarked, printMarked } from '../support/notation.ts';

describe('the notation of marked texts', () => {
  it('strips marks and keeps their places, values and words', () => {
    const { text, marks } = parseMarked(
      'Mr [[person=Moon Jae-in: Moon]] left [[country=KR demonym: South Korean]] soil on [[date=2018-01-05T16:42 TIME END: Jan. 5]].',
    );
    assert.equal(text, 'Mr Moon left South Korean soil on Jan. 5.');
    assert.deepEqual(marks, [
      { kind: 'person', value: 'Moon Jae-in', words: [], numbers: [], start: 3, end: 7 },
      { kind: 'country', value: 'KR', words: ['demonym'], numbers: [], start: 13, end: 25 },
      { kind: 'date', value: '2018-01-05T16:42', words: ['TIME', 'END'], numbers: [], start: 34, end: 40 },
    ]);
  });

  it('links quotes with speakers and cues by number', () => {
    const { text, marks } = parseMarked(
      '[[quote direct #1: “We won,”]] [[speaker=Ada Obi #1 #2: [[person=Ada Obi: Obi]]]] [[cue #1: said]].',
    );
    assert.equal(text, '“We won,” Obi said.');
    assert.deepEqual(
      marks.map(({ kind, value, words, numbers }) => [kind, value, words, numbers]),
      [
        ['quote', undefined, ['direct'], [1]],
        ['speaker', 'Ada Obi', [], [1, 2]],
        ['person', 'Ada Obi', [], []],
        ['cue', undefined, [], [1]],
      ],
    );
  });

  it('takes cursors out', () => {
    assert.deepEqual(parseMarked('a<|>b [[person: C<|>]]<|>').cursors, [1, 4, 4]);
  });

  it('takes an escaped bracket as it is', () => {
    assert.equal(parseMarked('\\[[sic\\]] [person: a] \\<|> \\\\').text, '[[sic]] [person: a] <|> \\');
  });

  for (const wrong of ['[[person: a', 'a]]', '[[animal: a]]', '[[ a]]', '[[person=: a]]'])
    it(`refuses ${wrong}`, () => {
      assert.throws(() => parseMarked(wrong), /line 1/u);
    });

  it('tells of marks that cross', () => {
    const mark = { words: [], numbers: [] };
    assert.equal(
      printMarked('abcd', [
        { kind: 'person', start: 0, end: 3, ...mark },
        { kind: 'date', start: 2, end: 4, ...mark },
      ]),
      '[[person: abc]]d\n[[date: cd]] (crossing)',
    );
  });
});
