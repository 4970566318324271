import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toInterval } from '../../server/folder/pictures/interval.ts';
import { toNetwork } from '../../server/folder/pictures/network.ts';
import { toSpeakers } from '../../server/folder/pictures/speakers.ts';
import { toTimeline } from '../../server/folder/pictures/timeline.ts';
import { toCountryCounts } from '../../server/folder/pictures/world.ts';
import type { Summary } from '../../server/folder/summary.ts';
import { EMPTY } from '../support/summary.ts';

test('a value covers its days in the calendar', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['2019-03-26', '2019-03-26', '2019-03-26'],
    ['2019-03-26T16:42', '2019-03-26', '2019-03-26'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2019-W01', '2018-12-31', '2019-01-06'],
    ['2019-W13-WE', '2019-03-30', '2019-03-31'],
    ['2019-Q4', '2019-10-01', '2019-12-31'],
    ['2019-WI', '2018-12-01', '2019-02-28'],
    ['1953', '1953-01-01', '1953-12-31'],
    ['195', '1950-01-01', '1959-12-31'],
    ['18', '1800-01-01', '1899-12-31'],
  ];
  for (const [value, first, last] of cases) assert.deepEqual(toInterval(value), { first, last }, value);
  for (const value of ['XXXX-04-27', 'P7Y', 'PAST_REF', '2019-02-30', '2019-W60', '', 'XXXX-09'])
    assert.equal(toInterval(value), undefined, value);
});

test('the timeline has each date once, in order of time, and leaves durations out', () => {
  const { dates, publications } = toTimeline([
    ['a', { ...EMPTY, published: '2019-03-26', dates: [{ value: '2019', places: [5, 9, 20, 24] }] }],
    [
      'b',
      {
        ...EMPTY,
        published: '2019-03-26',
        dates: [
          { value: 'P7Y', places: [1, 2] },
          { value: '1953', places: [3, 4] },
          { value: '2019', places: [7, 8] },
        ],
      },
    ],
  ]);
  assert.deepEqual(
    dates.map(({ value, mentions, articles }) => [value, mentions, articles]),
    [
      ['1953', 1, 1],
      ['2019', 3, 2],
    ],
  );
  assert.deepEqual(publications, [{ date: '2019-03-26', articles: 2 }]);
});

test('what a person said in two articles is one row, an unnamed source another', () => {
  const said = { start: 0, end: 9, words: 4, cue: 'say', stance: 'neutral' };
  const rows = toSpeakers([
    [
      'a',
      {
        ...EMPTY,
        quotations: [
          { ...said, kind: 'direct', speaker: 'Kim Jong-un', person: 0 },
          { ...said, kind: 'indirect', speaker: 'officials', cue: 'deny', stance: 'denial' },
          { ...said, kind: 'indirect', speaker: 'he' },
          { start: 0, end: 9, kind: 'direct', words: 9 },
        ],
      },
    ],
    ['b', { ...EMPTY, quotations: [{ ...said, kind: 'mixed', speaker: 'Kim Jong Un', person: 0 }] }],
  ]);
  assert.deepEqual(
    rows.map(({ speaker, articles, quotations, direct, mixed, words }) => [
      speaker,
      articles,
      quotations,
      direct,
      mixed,
      words,
    ]),
    [
      ['Kim Jong-un', 2, 2, 1, 1, 8],
      ['officials', 1, 1, 0, 0, 4],
    ],
  );
  assert.deepEqual(rows[1]?.stances, [{ name: 'denial', times: 1 }]);
});

test('those who stand in one line near each other are together', () => {
  const summary: Summary = {
    ...EMPTY,
    lineStarts: [0, 100],
    people: [
      { name: 'Ann Lee', introduction: 0, places: [0, 7, 110, 117] },
      { name: 'Bo Ek', introduction: 0, places: [20, 25] },
    ],
    countries: [{ code: 'SE', places: [30, 36, 500, 506] }],
  };
  const { nodes, edges } = toNetwork([['a', summary]], 10);
  assert.deepEqual(
    nodes.map(({ name, mentions }) => [name, mentions]),
    [
      ['SE', 2],
      ['Ann Lee', 2],
      ['Bo Ek', 1],
    ],
  );
  assert.deepEqual(edges.map(({ source, target, times }) => [source, target, times]).sort(), [
    [0, 1, 1],
    [0, 2, 1],
    [1, 2, 1],
  ]);
  const one = toNetwork([['a', summary]], 1);
  assert.deepEqual([one.edges.length, one.left], [0, 2]);
});

test('countries are counted by mention and article', () => {
  const article: Summary = { ...EMPTY, countries: [{ code: 'KP', places: [0, 1, 2, 3] }] };
  assert.deepEqual(
    toCountryCounts([
      ['a', article],
      ['b', article],
    ]),
    [
      {
        code: 'KP',
        mentions: 4,
        articles: 2,
      },
    ],
  );
});
