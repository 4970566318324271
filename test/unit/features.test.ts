import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dateInWords } from '../../server/features/dateWords.ts';
import { definition } from '../../server/features/definition.ts';
import { hover } from '../../server/features/hover.ts';
import { type OutlineNode, outline } from '../../server/features/outline.ts';
import { setPublicationDate } from '../../server/features/publicationEdit.ts';
import { colouredSpans } from '../../server/features/tokens.ts';
import { articleOf } from '../support/article.ts';

describe('hover', () => {
  test('tells who a person is, which mention it is, and leads on', () => {
    const article = articleOf(
      'President [[person=Amina Odhiambo: Amina Odhiambo]] left. Ms. [[person=Amina Odhiambo: Odh<|>iambo]] said so. [[person=Amina Odhiambo: Odhiambo]] is back.',
    );
    const [found] = hover(article, article.cursors[0] as number);
    assert.equal(found?.heading, 'Amina Odhiambo');
    assert.deepEqual(found?.facts, [
      { label: 'Mention', text: '2 of 3' },
      { label: 'First full mention', text: '“President Amina Odhiambo left.”' },
    ]);
    assert.equal(found?.evidence, 'given name in the lists');
    assert.deepEqual(
      found?.links.map(({ label, span }) => [label, span.start]),
      [
        ['First full mention', 10],
        ['Next mention', 53],
      ],
    );
  });

  test('names the people an ambiguous name may mean', () => {
    const article = articleOf(
      '[[person=Ann Kim: Ann Kim]] met [[person=Bo Kim: Bo Kim]]; <|>[[person=?: Kim]] left.',
    );
    const [found] = hover(article, article.cursors[0] as number);
    assert.deepEqual(found?.facts, [{ label: 'Ambiguous', text: 'may be Ann Kim or Bo Kim' }]);
  });

  test('tells which country and in which form', () => {
    const article = articleOf(
      '[[country=PE: Peru]] agreed. The <|>[[country=PE demonym: Peruvian]] court did not.',
    );
    const [found] = hover(article, article.cursors[0] as number);
    assert.equal(found?.heading, '🇵🇪 Peru');
    const facts = new Map(found?.facts.map(({ label, text }) => [label, text]));
    assert.match(facts.get('Form') ?? '', /demonym/);
    assert.equal(facts.get('Mention'), '2 of 2');
  });

  test('says what an open date lacks', () => {
    const article = articleOf('It ended <|>[[date=PAST_REF: yesterday]].');
    const [found] = hover(article, article.cursors[0] as number);
    assert.deepEqual(found?.facts.at(-1), { label: 'Read', text: 'open: the publication date is not known' });
  });

  test('tells who said a quotation, and the mention in it first', () => {
    const article = articleOf(
      '[[person=Amina Odhiambo: Amina Odhiambo]] left. [[quote direct #1: “We like <|>[[country=PE: Peru]],”]] [[speaker=Amina Odhiambo #1: Odhiambo]] [[cue #1: said]].',
    );
    const [country, quotation] = hover(article, article.cursors[0] as number);
    assert.equal(country?.heading, '🇵🇪 Peru');
    assert.equal(quotation?.heading, 'Quote: Amina Odhiambo');
    assert.equal(quotation?.evidence, 'quotation marks; reporting word “said”; speaker “Odhiambo”');
    assert.deepEqual(quotation?.facts.at(-1), { label: 'Length', text: '3 words' });
  });

  test('is silent elsewhere', () => {
    assert.deepEqual(hover(articleOf('Nothing here.'), 3), []);
    assert.deepEqual(hover(articleOf(''), 0), []);
  });
});

describe('dates in words', () => {
  for (const [value, words] of [
    ['2019-03-26', 'Tuesday 26 March 2019'],
    ['2019-03', 'March 2019'],
    ['2019', '2019'],
    ['195', 'the 1950s'],
    ['19', 'the 20th century'],
    ['2019-W13', 'week 13 of 2019 (25–31 March 2019)'],
    ['2020-W53', 'week 53 of 2020 (28 December–3 January 2021)'],
    ['2019-W13-WE', 'the weekend of 30–31 March 2019'],
    ['2019-SU', 'summer 2019'],
    ['2019-Q1', '1st quarter of 2019'],
    ['XXXX-04-27', '27 April of a year not known'],
    ['XXXX-WXX-3', 'a Wednesday of a week not known'],
    ['2019-03-26T16:42', 'Tuesday 26 March 2019 at 16:42'],
    ['2019-03-26TMO', 'Tuesday 26 March 2019 in the morning'],
    ['P7Y', '7 years'],
    ['PXD', 'some days'],
    ['P1Y6M', '1 year and 6 months'],
    ['PT3H', '3 hours'],
    ['PT1M', '1 minute'],
    ['P1CE', '1 century'],
    ['20XX-03-04', '20XX-03-04'],
    ['XXXX-W13', 'week 13 of a year not known'],
    ['2019-02-30', '2019-02-30'],
    ['PRESENT_REF', 'the present'],
    ['not a value', 'not a value'],
  ] as const)
    test(value, () =>
      assert.equal(dateInWords({ value, timex: value.startsWith('P') ? 'DURATION' : 'DATE' }), words),
    );

  test('modifiers and sets', () => {
    assert.equal(dateInWords({ value: '2019-02', timex: 'DATE', mod: 'END' }), 'the end of February 2019');
    assert.equal(dateInWords({ value: 'P1Y', timex: 'SET' }), 'every year');
    assert.equal(dateInWords({ value: 'P2W', timex: 'SET' }), 'every 2 weeks');
  });
});

describe('outline', () => {
  const article = articleOf(
    '[[person=Ann Lee: Ann Lee]] met [[person=Bo Kim: Bo Kim]] in [[country=PE: Peru]] on [[date=2019-03-05: Tuesday]] or [[date=2018-01-02: before]]. [[quote direct #1: “Yes,”]] [[speaker=Ann Lee #1: she]] said. [[person=Ann Lee: Lee]] left.',
  );
  const shown = (nodes: readonly OutlineNode[]): unknown =>
    nodes.map(({ name, children }) => (children.length === 0 ? name : [name, shown(children)]));

  test('groups people, countries, dates in time and quotes by speaker', () => {
    assert.deepEqual(shown(outline(article)), [
      [
        'People',
        [
          ['Ann Lee', ['Ann Lee', 'Lee']],
          ['Bo Kim', ['Bo Kim']],
        ],
      ],
      ['Countries', [['Peru 🇵🇪', ['Peru']]]],
      [
        'Dates',
        [
          ['2018-01-02 · Tuesday 2 January 2018', ['before']],
          ['2019-03-05 · Tuesday 5 March 2019', ['Tuesday']],
        ],
      ],
      ['Quotes', [['Ann Lee', ['“Yes,”']]]],
    ]);
  });

  test('keeps every selection inside its node, and shows nobody where another stands', () => {
    const [first, second] = outline(article);
    assert.deepEqual([first?.end, second?.end], [0, 1]);
    const visit = (node: OutlineNode): void => {
      assert.ok(node.start <= node.selection.start && node.selection.end <= node.end, node.name);
      for (const child of node.children) visit(child);
    };
    for (const node of outline(article)) visit(node);
    const [lee, kim] = outline(article)[0]?.children ?? [];
    assert.equal(lee?.end, 7);
    assert.equal(kim?.start, 12);
  });

  test('has nothing to show of an empty text', () => assert.deepEqual(outline(articleOf('')), []));
});

test('definition leads to the first full mention, and from a quotation to its speaker', () => {
  const article = articleOf(
    '[[person=Ann Lee: Lee]] and [[person=Ann Lee: Ann Lee]] [[speaker=Ann Lee #1: she]] said: [[quote direct #1: “W<|>e go.”]] <|>[[person=Ann Lee: Lee]] left.<|>',
  );
  const targets = article.cursors.map((offset) =>
    definition(article, offset).map(({ start, end }) => article.text.slice(start, end)),
  );
  assert.deepEqual(targets, [['she'], ['Ann Lee'], []]);
});

test('colours do not overlap and tell ambiguous names and metonyms', () => {
  const article = articleOf(
    '[[person=Ann Kim: Ann Kim]] and [[person=Bo Kim: Bo Kim]] told [[country=RU metonym: Moscow]] what [[person=?: Kim]] did on [[date=2019-03-05: Tuesday]].',
  );
  assert.deepEqual(
    colouredSpans(article).map(({ type, modifiers }) => [type, ...modifiers]),
    [['person'], ['person'], ['country', 'metonym'], ['person', 'ambiguous'], ['date']],
  );
});

describe('the publication date is written', () => {
  const write = (text: string): string => {
    const { span, words } = setPublicationDate(articleOf(text), '2019-03-04');
    return text.slice(0, span.start) + words + text.slice(span.end);
  };
  test('over the one that is there', () => {
    assert.equal(write('---\npublished: 2018-01-01\n---\nText.'), '---\npublished: 2019-03-04\n---\nText.');
    assert.equal(write('---\npublished:\n---\nText.'), '---\npublished: 2019-03-04\n---\nText.');
  });
  test('into front matter without one', () =>
    assert.equal(write('---\ntitle: A\n---\nText.'), '---\npublished: 2019-03-04\ntitle: A\n---\nText.'));
  test('above a text without front matter, with its line ends', () => {
    assert.equal(write('Text.'), '---\npublished: 2019-03-04\n---\n\nText.');
    assert.equal(write('\ufeffA.\r\nB.'), '\ufeff---\r\npublished: 2019-03-04\r\n---\r\n\r\nA.\r\nB.');
  });
});
