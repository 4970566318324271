import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keep } from '../../server/annotations/kept.ts';
import type { Mark } from '../../server/annotations/mark.ts';
import { type EntityKind, type EntitySort, listEntities } from '../../server/folder/entities.ts';
import { createFolder } from '../../server/folder/folder.ts';
import { judge } from '../../server/folder/judge.ts';
import { listReviews } from '../../server/folder/reviews.ts';
import { summarise } from '../../server/folder/summary.ts';
import { readArticle as read } from '../support/reader.ts';

const TEXT = `The old bridge reopens

Mayor Elena Duarte said on 9 March 2021 that Brazil had paid for the bridge. Brazil thanked Duarte.

“It was cold,” the engineer Rui Lopes said.
`;
const summary = summarise(read(TEXT));
const place = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};

function mark(words: string, said: Partial<Mark>, from = 0): Mark {
  return {
    ...place(words, from),
    id: `urn:${words}${from}`,
    kind: 'person',
    attributes: {},
    parts: {},
    verdict: 'accepted',
    annotator: '',
    created: '2021-03-10T00:00:00Z',
    ...said,
  };
}

function judged(...marks: readonly Mark[]) {
  return judge(summary, { kept: marks.map(keep), text: TEXT });
}

describe('an article under its marks', () => {
  test('is as it was read where there are none', () => {
    assert.equal(judge(summary, undefined).summary, summary);
    assert.equal(judge(summary, undefined).progress.state, 'new');
  });

  test('loses what was rejected', () => {
    const { summary: left, progress } = judged(
      mark('Brazil', { kind: 'country', verdict: 'rejected', attributes: { code: 'BR', form: 'name' } }),
    );
    assert.deepEqual(
      left.countries.map(({ code, places }) => [code, places]),
      [['BR', Object.values(place('Brazil', TEXT.indexOf('Brazil thanked')))]],
    );
    assert.equal(progress.state, 'in progress');
    assert.equal(progress.left, judge(summary, undefined).progress.left - 1);
  });

  test('has what was added, under the name that it was given', () => {
    const { people } = judged(
      mark('engineer', { verdict: 'added', attributes: { entity: 'Ana Lima' } }),
    ).summary;
    assert.deepEqual(
      people.find(({ name }) => name === 'Ana Lima')?.places,
      Object.values(place('engineer')),
    );
  });

  test('has a mention under the person that a person says it is', () => {
    const { people } = judged(
      mark('Duarte', { verdict: 'corrected', attributes: { entity: 'Rui Lopes' } }, TEXT.indexOf('thanked')),
    ).summary;
    const counts = Object.fromEntries(people.map(({ name, places }) => [name, places.length / 2]));
    assert.deepEqual(counts, { 'Elena Duarte': 1, 'Rui Lopes': 2 });
  });

  test('has a quotation with the speaker that a person says', () => {
    const { quotations, people } = judged(
      mark('“It was cold,”', { kind: 'quote', attributes: { quotation: 'direct', entity: 'Elena Duarte' } }),
    ).summary;
    const cold = quotations.find(({ start }) => start === place('“It was cold,”').start);
    assert.equal(cold?.speaker, 'Elena Duarte');
    assert.equal(people[cold?.person ?? -1]?.name, 'Elena Duarte');
  });

  test('leaves out a mark that has no place', () => {
    const lost = {
      ...keep(mark('engineer', { verdict: 'added' })),
      anchor: { state: 'lost' as const, quoted: { words: 'x', prefix: '', suffix: '' } },
    };
    const { summary: left, progress } = judge(summary, { kept: [lost], text: TEXT });
    assert.equal(left.people.length, summary.people.length);
    assert.equal(progress.unsettled, 1);
  });
});

describe('the entities of a folder', () => {
  const folder = createFolder();
  folder.put('file:///b.article', summary);
  folder.put(
    'file:///a.article',
    summarise(
      read('---\npublished: 2020-01-01\n---\nRui Lopes met Ana Lima in Peru. Lopes left on 4 May 2019.\n'),
    ),
  );
  const names = (kind: EntityKind, sort: EntitySort, more: { filter?: string; article?: string } = {}) =>
    listEntities(folder, { kind, sort, most: 10, ...more }).entities.map(
      ({ label, mentions, articles }) => `${label} ${mentions}/${articles}`,
    );

  test('are ordered by count, by name and by first mention', () => {
    assert.deepEqual(names('person', 'count'), ['Rui Lopes 3/2', 'Elena Duarte 2/1', 'Ana Lima 1/1']);
    assert.deepEqual(names('person', 'name'), ['Ana Lima 1/1', 'Elena Duarte 2/1', 'Rui Lopes 3/2']);
    assert.deepEqual(names('person', 'first'), ['Rui Lopes 3/2', 'Ana Lima 1/1', 'Elena Duarte 2/1']);
    assert.deepEqual(names('date', 'name'), [
      '2019-05-04 · Saturday 4 May 2019 1/1',
      '2021-03-09 · Tuesday 9 March 2021 1/1',
    ]);
  });

  test('are those of one article where it is asked for', () => {
    assert.deepEqual(names('person', 'first', { article: 'file:///b.article' }), [
      'Elena Duarte 2/1',
      'Rui Lopes 1/1',
    ]);
    assert.deepEqual(names('person', 'count', { article: 'file:///nowhere.article' }), []);
  });

  test('are filtered by the beginnings of words, countries also by their code', () => {
    assert.deepEqual(names('person', 'count', { filter: 'lop ru' }), ['Rui Lopes 3/2']);
    assert.deepEqual(names('person', 'count', { filter: 'opes' }), []);
    assert.deepEqual(names('country', 'count', { filter: 'pe' }), ['Peru 1/1']);
    assert.deepEqual(names('date', 'count', { filter: 'may' }), ['2019-05-04 · Saturday 4 May 2019 1/1']);
  });

  test('name the speakers with their quotations', () => {
    assert.deepEqual(names('speaker', 'name'), ['Elena Duarte 1/1', 'Rui Lopes 1/1']);
  });

  test('are counted whole where few are told', () => {
    const { total, entities } = listEntities(folder, { kind: 'person', sort: 'count', most: 1 });
    assert.deepEqual([total, entities.length], [3, 1]);
  });

  test('are counted anew when marks come and go', () => {
    const kept = [keep(mark('Elena Duarte', { verdict: 'rejected' }))];
    folder.mark('file:///b.article', { kept, text: TEXT });
    assert.deepEqual(names('person', 'name')[1], 'Elena Duarte 1/1');
    folder.mark('file:///b.article', undefined);
    assert.deepEqual(names('person', 'name')[1], 'Elena Duarte 2/1');
  });
});

test('reviews begin with what was begun, and end with what is done', () => {
  const folder = createFolder();
  folder.put('file:///a.article', summary);
  folder.put('file:///b.article', summary, { kept: [keep(mark('Rui Lopes', {}))], text: TEXT });
  folder.put('file:///c.article', summarise(read('Nothing.')));
  const { unfinished, done, total } = listReviews(folder, 10);
  assert.deepEqual(
    unfinished.map(({ uri, state }) => [uri, state]),
    [
      ['file:///b.article', 'in progress'],
      ['file:///a.article', 'new'],
    ],
  );
  assert.deepEqual(
    done.map(({ uri }) => uri),
    ['file:///c.article'],
  );
  assert.deepEqual(total, { unfinished: 2, done: 1, begun: 1 });
});
