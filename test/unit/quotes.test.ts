import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findCueWord } from '../../server/analysis/quotes/cueWords.ts';
import { check } from '../support/check.ts';
import { readArticle } from '../support/reader.ts';

function each(name: string, texts: readonly string[], form: 'edited' | 'scraped' = 'edited'): void {
  describe(name, () => {
    for (const text of texts) it(text, () => check(text, { only: ['quote'], form }));
  });
}

each('direct quotations', [
  'In a letter, [[speaker #1: the Harbour Authority]] [[cue #1: wrote]]: [[quote direct #1: “The crane is ours, and it has been ours since 1950,”]] it said.',
  '[[quote direct #1: "The bridge is safe,"]] [[cue #1: said]] [[speaker #1: the engineer]].',
  '[[quote direct #1: “The bridge is safe,”]] [[speaker #1: she]] [[cue #1: said]]. [[quote direct #1: “We tested it.”]]',
  '[[speaker #1: Ada Obi]] [[cue #1: said]]: [[quote direct #1: "We tested the bridge, and it held."]]',
  '[[speaker #1: Ada Obi]], the mayor, [[cue #1: told]] reporters, [[quote direct #1: "We tested the bridge, and it held."]]',
  "[[quote direct #1: 'We don't know the officers' names,']] [[speaker #1: he]] [[cue #1: said]].",
]);

each('mixed quotations', [
  '[[speaker #1: The minister]] [[cue #1: called]] the plan [[quote mixed #1: "a gift to the rich"]].',
  '[[speaker #1: The mayor]] [[cue #1: said]] the bridge was [[quote mixed #1: "as safe as any"]] in the region.',
]);

each('quotations in part without marks', [
  '[[speaker #1: The engineer]] [[cue #1: said]] that [[quote indirect #1: the tunnel is shut]] and the road will open again [[quote mixed #1: "very soon"]].',
]);

each('indirect quotations', [
  '[[speaker #1: The minister]] [[cue #1: said]] that [[quote indirect #1: the bridge would open in May]].',
  '[[speaker #1: Officials]] [[cue #1: said]] [[quote indirect #1: the bridge would open in May]].',
  '[[quote indirect #1: The bridge is safe]], [[cue #1: according to]] [[speaker #1: the engineer]].',
  '[[cue #1: According to]] [[speaker #1: the police]], [[quote indirect #1: two people were hurt]].',
  '[[quote indirect #1: The bridge will open in May]], [[speaker #1: the ministry]] [[cue #1: said]] in a statement.',
  '[[speaker #1: A spokesman for the army]] [[cue #1: told]] reporters that [[quote indirect #1: nobody was hurt]].',
]);

each(
  'scraped quotations',
  [
    '[[speaker #1: officials]] [[cue #1: said]] [[quote indirect #1: the bridge would open in may]]',
    '[[speaker #1: the minister]] [[cue #1: said]] that [[quote indirect #1: two people were killed in the fire]]',
    '[[cue #1: according to]] [[speaker #1: police]] [[quote indirect #1: two people were hurt in the blast]]',
  ],
  'scraped',
);

each(
  'scraped quotations between two cues',
  [
    '[[quote indirect #1: the bridge is closed]] [[cue #1: according to]] [[speaker #1: the police]] two men were hurt',
    '[[speaker #1: the company]] [[cue #1: denied]] that [[quote indirect #1: it had sold the port]] [[speaker #2: a spokesman]] [[cue #2: said]] [[quote indirect #2: the claims were false]]',
  ],
  'scraped',
);

each('answers', [
  'Asked if she would resign, [[speaker #1: Ms. Obi]] [[cue #1: replied]]: [[quote direct #1: "No."]]',
]);

each('clauses broken by the cue', [
  '[[quote indirect #1: The port]], [[cue #1: according to]] [[speaker #1: officials]], [[quote indirect #1: would close on Monday]].',
]);

each('quotations within quotations', [
  '[[quote direct #1: “[[speaker #2: My mother]] used to [[cue #2: say]], [[quote direct #2: ‘Never sell the boat.’]] So we did not,”]] [[cue #1: said]] [[speaker #1: Ada Obi]].',
]);

each('text without quotations', [
  'The bridge opened in May.',
  "The officers' mess was 12' wide.",
  'He believes in ghosts and likes tea.',
  'The report was 400 pages long.',
  'The harbour is small. That said, it is one of the oldest in the region.',
  'They live on a street called "Elm Street" in the old town.',
]);

describe('quotations over paragraphs', () => {
  it('go on where the next paragraph opens again', () => {
    const text =
      '"We waited all night at the bridge," Ada Obi said. "Nobody came to help us.\n\n"In the morning we walked home."\n\nThe bridge is closed.';
    const { quotations, strayMarks } = readArticle(text);
    assert.deepEqual(strayMarks, []);
    assert.equal(quotations.length, 3);
    assert.equal(new Set(quotations.map(({ group }) => group)).size, 1);
    assert.equal(new Set(quotations.map(({ speaker }) => speaker?.start)).size, 1);
  });

  it("go on also in a last paragraph that looks like nobody's", () => {
    const text =
      'Ada Obi said: “The port is old.\n\n“We need a new one.\n\n“And we will build it.”\n\nIt is May.';
    const { quotations, strayMarks } = readArticle(text);
    assert.deepEqual(strayMarks, []);
    assert.equal(quotations.length, 3);
    assert.equal(new Set(quotations.map(({ speaker }) => speaker?.start)).size, 1);
  });

  it('that never close are stray', () => {
    const text = 'Ada Obi said: "We waited all night at the bridge.\n\nThe bridge is closed.';
    const { strayMarks } = readArticle(text);
    assert.deepEqual(strayMarks, [{ role: 'opening', start: 14, end: 15 }]);
  });

  it('whose closing mark was lost end before the cue', () => {
    const text = '"We waited all night at the bridge, Ada Obi said. It was cold.';
    const { quotations, strayMarks } = readArticle(text);
    assert.deepEqual(
      quotations.map(({ start, end }) => text.slice(start, end)),
      ['"We waited all night at the bridge,'],
    );
    assert.equal(strayMarks.length, 1);
  });

  it('whose closing mark was lost end before a cue that comes first', () => {
    const text = '"We lost the port, said Ada Obi.\n\n"It was ours," she said.';
    const { quotations, strayMarks } = readArticle(text);
    assert.deepEqual(
      quotations.map(({ start, end, speaker }) => [
        text.slice(start, end),
        speaker && text.slice(speaker.start, speaker.end),
      ]),
      [
        ['"We lost the port,', 'Ada Obi'],
        ['"It was ours,"', 'she'],
      ],
    );
    assert.equal(strayMarks.length, 1);
  });

  it('a closing mark alone is stray', () => {
    const text = 'The bridge is closed." It was built in 1950.';
    assert.deepEqual(readArticle(text).strayMarks, [{ role: 'closing', start: 21, end: 22 }]);
  });
});

describe('block quotations', () => {
  const found = (text: string): readonly (readonly (string | undefined)[])[] =>
    readArticle(text).quotations.map(({ start, end, speaker }) => [
      text.slice(start, end),
      speaker && text.slice(speaker.start, speaker.end),
    ]);

  it('belong to the cue that announces them', () =>
    assert.deepEqual(
      found(
        'Ada Obi said the port was lost and wrote:\n\n> It was ours.\n> Nobody forgets it.\n\nThe council met.',
      ).slice(1),
      [
        ['It was ours.', 'Ada Obi'],
        ['Nobody forgets it.', 'Ada Obi'],
      ],
    ));

  it("are nobody's where no cue announces them", () =>
    assert.deepEqual(found('This is the whole statement:\n\n> It was ours.\n\nThe council met.'), [
      ['It was ours.', undefined],
    ]));

  it('are announced', () => assert.deepEqual(found('It is May.\n\n> It was ours.'), []));
});

describe('pronouns', () => {
  const ones: readonly (readonly [string, string])[] = [
    [
      'Ivan Petrov, who came back in May, met Mayor Dan Wills at the harbour. "It was good," he wrote.',
      'Ivan Petrov',
    ],
    ['"We are late," said Ivan Petrov. "I trust Dan Wills," he added.', 'Ivan Petrov'],
    ['Ivan Petrov met Dan Wills. He went home with Tom Reed. "It was good," he said.', 'Ivan Petrov'],
    ['After a talk with Dan Wills, Ivan Petrov left the town. "It was good," he said.', 'Ivan Petrov'],
    ['Ivan Petrov met Ada Obi. "It was good," she said.', 'Ada Obi'],
  ];
  for (const [text, name] of ones)
    it(`of “${text}” is ${name}`, () => {
      const { quotations, entities } = readArticle(text);
      assert.equal(entities[quotations.at(-1)?.speaker?.entity ?? -1]?.name, name);
    });
});

describe('transcripts', () => {
  it('are quotations of those whom the labels name, questions are none', () => {
    const text = 'Q: When will it open?\n\nMS OBI: In May.\n\nQ: And the road?\n\nMS OBI: In June.';
    const found = readArticle(text).quotations.map(({ start, end, speaker }) => [
      text.slice(start, end),
      speaker && text.slice(speaker.start, speaker.end),
    ]);
    assert.deepEqual(found, [
      ['In May.', 'MS OBI'],
      ['In June.', 'MS OBI'],
    ]);
  });
});

describe('words of communication', () => {
  const FORMS: readonly (readonly [string, string, string])[] = [
    ['said', 'say', 'neutral'],
    ['denies', 'deny', 'denial'],
    ['quipped', 'quip', 'neutral'],
    ['alleging', 'allege', 'claim'],
    ['vowed', 'vow', 'promise'],
    ['inquired', 'inquire', 'question'],
    ['pointed out', 'point out', 'neutral'],
    ['according to', 'according to', 'neutral'],
  ];
  for (const [form, lemma, stance] of FORMS)
    it(`${form} is a form of ${lemma}`, () => {
      const found = findCueWord(form.split(' '), 0);
      assert.deepEqual([found?.lemma, found?.stance], [lemma, stance]);
    });
});
