import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Article } from '../../server/analysis/types.ts';
import { codeLenses, resolveLens } from '../../server/features/codeLenses.ts';
import { completions, describeCompletion } from '../../server/features/completions.ts';
import { folds } from '../../server/features/folding.ts';
import { highlights, linkedSpans } from '../../server/features/highlights.ts';
import { inlayHints } from '../../server/features/inlayHints.ts';
import { documentLinks } from '../../server/features/links.ts';
import { prepareRename, rename } from '../../server/features/rename.ts';
import { selectionSpans } from '../../server/features/selection.ts';
import { subjectAt } from '../../server/features/subject.ts';
import type { Span } from '../../server/text/span.ts';
import { apply } from '../support/apply.ts';
import { articleOf } from '../support/article.ts';

function wordsOf({ text }: Article, spans: readonly Span[]): readonly string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

describe('highlights', () => {
  test('show every mention of a person, the introduction apart', () => {
    const article = articleOf(
      '[[person=Ann Lee: Lee]] met [[person=Ann Lee: Ann Lee]] and [[person=Bo Kim: Bo Kim]]; <|>[[person=Ann Lee: Lee]] left.',
    );
    const found = highlights(article, article.cursors[0] as number);
    assert.deepEqual(wordsOf(article, found), ['Lee', 'Ann Lee', 'Lee']);
    assert.deepEqual(
      found.map(({ introduces }) => introduces),
      [false, true, false],
    );
  });

  test('show all parts of a saying from its cue', () => {
    const article = articleOf(
      '[[quote direct #1: “We go,”]] [[speaker #1: she]] [[cue #1: s<|>aid]]. [[quote direct #1: “And stay.”]]',
    );
    assert.deepEqual(wordsOf(article, highlights(article, article.cursors[0] as number)), [
      '“We go,”',
      'she',
      'said',
      '“And stay.”',
    ]);
  });

  test('link only mentions in the same words', () => {
    const article = articleOf(
      '[[person=Ann Lee: Ann Lee]] and [[person=Ann Lee: <|>Lee]] and [[person=Ann Lee: Lee]], <|>[[country=PE: Peru]].',
    );
    assert.equal(linkedSpans(article, article.cursors[0] as number).length, 2);
    assert.equal(linkedSpans(article, article.cursors[1] as number).length, 0);
  });
});

test('selections grow from the word to the article', () => {
  const article = articleOf(
    'Peru voted.\n\nIn Lima, she said [[quote direct #1: “we like [[person=Ann Lee: Ann <|>Lee]] here, all of us”]], and left. It rained.',
  );
  assert.deepEqual(wordsOf(article, selectionSpans(article, article.cursors[0] as number)), [
    'Lee',
    'Ann Lee',
    'we like Ann Lee here',
    'we like Ann Lee here, all of us',
    '“we like Ann Lee here, all of us”',
    'In Lima, she said “we like Ann Lee here, all of us”, and left.',
    'In Lima, she said “we like Ann Lee here, all of us”, and left. It rained.',
    article.text,
  ]);
});

test('a clause ends at the next mark of punctuation', () => {
  const article = articleOf('In Lima, the coun<|>cil voted twice; it rained.');
  assert.deepEqual(wordsOf(article, selectionSpans(article, article.cursors[0] as number)), [
    'council',
    'the council voted twice',
    article.text,
  ]);
});

test('front matter, long quotations and sections fold', () => {
  const article = articleOf(
    '---\ntitle: A\n---\nPeru votes\n\nIt did. [[quote direct #1: “We go,\n\n“and stay.”]] So.\n\nWhat comes next\n\nMore votes.\n\nNobody knows.',
  );
  assert.deepEqual(
    folds(article).map(({ kind, start, end }) => [kind, article.text.slice(start, end).split('\n')[0]]),
    [
      ['front matter', '---'],
      ['quotation', '“We go,'],
      ['section', 'What comes next'],
    ],
  );
});

describe('inlay hints', () => {
  const all = { name: true, date: true, speaker: true };
  const article = articleOf(
    '[[person=Kim Jong Un: Kim Jong Un]] and Mr [[person=Kim Jong Un: Kim]] and [[person=Kim Jong Un: Kim]].\n\n[[person=Kim Jong Un: Kim]] left. [[quote direct #1: “So,”]] [[speaker=Kim Jong Un #1: he]] said.',
  );
  const whole = { start: 0, end: article.text.length };
  const labels = (wanted: typeof all): readonly string[] =>
    inlayHints(article, whole, wanted).map(({ label }) => label);

  test('tell the rest of a name once in a paragraph, and who speaks', () =>
    assert.deepEqual(labels(all), ['Jong Un', 'Jong Un', 'Kim Jong Un']));
  test('do not say what stands beside them', () => {
    const named = articleOf(
      '[[person=Maria Santos: Maria Santos]] came.\n\n[[quote direct #1: “So,”]] [[speaker=Maria Santos #1: [[person=Maria Santos: Santos]]]] said on [[date=2019-03-27: March 27, 2019]], not on [[date=2019-02-30: 30 February]].',
    );
    const derivation = { kind: 'publication', reference: '2019-04-04' } as const;
    const dates = named.dates.map((date) => ({ ...date, derivation }));
    const hints = inlayHints({ ...named, dates }, { start: 0, end: 200 }, all);
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['Maria'],
    );
  });
  test('can be switched off one by one', () =>
    assert.deepEqual(labels({ ...all, name: false }), ['Kim Jong Un']));
  test('tell the value of a date that the words do not say', () => {
    const dated = articleOf('It ended [[date=2019-W13: last week]] or [[date=2019-03-04: March 4, 2019]].');
    const reference = '2019-04-04';
    const dates = dated.dates.map((date, i) =>
      i === 0 ? { ...date, derivation: { kind: 'publication', reference } as const } : date,
    );
    const hints = inlayHints({ ...dated, dates }, { start: 0, end: 99 }, all);
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['2019-W13'],
    );
  });
});

test('lenses count what is in an article and who is named most', () => {
  const article = articleOf(
    '[[person=Ann Lee: Ann Lee]] left. [[quote direct #1: “So,”]] [[speaker=Ann Lee #1: she]] said. [[person=Ann Lee: Lee]] and [[person=Bo Kim: Bo Kim]].',
  );
  assert.deepEqual(
    codeLenses(article).map((lens) => resolveLens(article, lens).title),
    ['2 people · 0 countries · 0 dates · 1 quote', 'Ann Lee: 2 mentions, 1 quote'],
  );
  assert.deepEqual(codeLenses(articleOf('')), []);
});

test('links are found without the punctuation behind them', () => {
  const article = articleOf(
    '---\nsource: https://example.org/a?b=c\n---\nSee www.example.org/x_(y), or (http://example.org/z). Write to ann.lee@example.org.',
  );
  assert.deepEqual(
    documentLinks(article).map(({ target }) => target),
    [
      'https://example.org/a?b=c',
      'https://www.example.org/x_(y)',
      'http://example.org/z',
      'mailto:ann.lee@example.org',
    ],
  );
});

describe('a person is renamed', () => {
  const renamed = (marked: string, name: string): string => {
    const article = articleOf(marked);
    return apply(article.text, rename(article, article.cursors[0] as number, name));
  };
  test('in full and short mentions alike', () =>
    assert.equal(
      renamed(
        '[[person=Ann Lee: <|>Ann Lee]] left. Ms [[person=Ann Lee: Lee]], [[person=Ann Lee: Ann]].',
        'Anna Leigh',
      ),
      'Anna Leigh left. Ms Leigh, Anna.',
    ));
  test('with another number of parts', () =>
    assert.equal(
      renamed(
        '[[person=Ann Lee: Ann Lee]] left. [[person=Ann Lee: <|>Lee]] is back.',
        'Ann Mary van Lee-Kim',
      ),
      'Ann Mary van Lee-Kim left. Lee-Kim is back.',
    ));
  test('in small letters where the text is scraped', () =>
    assert.equal(
      renamed('[[person=Ann Lee: <|>ann lee]] left and [[person=Ann Lee: lee]] did', 'Anna Leigh'),
      'anna leigh left and leigh did',
    ));
  test('but not where nobody is sure', () => {
    const article = articleOf(
      '[[person=Ann Kim: Ann Kim]] met [[person=Bo Kim: Bo Kim]]. <|>[[person=?: Kim]] left <|>Peru.',
    );
    for (const cursor of article.cursors) assert.equal(prepareRename(article, cursor), undefined);
  });
});

describe('completion', () => {
  const elsewhere = {
    people: [{ name: 'Cora Diaz', mentions: 3, articles: 2 }],
    countries: [{ name: 'KE', mentions: 1, articles: 1 }],
  };
  test('offers what the article knows, then what the folder knows', () => {
    const article = articleOf(
      '[[person=Ann Lee: Ann Lee]] left [[country=PE: Peru]] on [[date=2019-03-04: March 4]]. An<|>',
    );
    const found = completions(article, article.cursors[0] as number, elsewhere);
    assert.deepEqual(
      found.map(({ label }) => label),
      ['Ann Lee', 'Cora Diaz', 'Peru', 'Kenya', '2019-03-04'],
    );
    assert.deepEqual(wordsOf(article, [found[0]?.replaces as Span]), ['An']);
    assert.equal(
      describeCompletion(article, found[0] as (typeof found)[0]),
      '“Ann Lee left Peru on March 4.”',
    );
  });
  test('offers the keys that the front matter lacks', () => {
    const article = articleOf('---\ntitle: A\n<|>\n---\nText.');
    const found = completions(article, article.cursors[0] as number, elsewhere);
    assert.deepEqual(
      found.map(({ label }) => label),
      ['published: ', 'source: ', 'byline: '],
    );
  });
});

test('a subject is what a mention names or who speaks', () => {
  const article = articleOf(
    '[[person=Ann Lee: <|>Ann Lee]] left [[country=PE: <|>Peru]]. [[quote direct #1: “We <|>go,”]] [[speaker=Ann Lee #1: she]] said.<|>',
  );
  assert.deepEqual(
    article.cursors.map((cursor) => subjectAt(article, cursor)),
    [
      { kind: 'person', name: 'Ann Lee' },
      { kind: 'country', code: 'PE' },
      { kind: 'person', name: 'Ann Lee' },
      undefined,
    ],
  );
});
