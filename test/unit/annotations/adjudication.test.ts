import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../../../server/annotations/acts/act.ts';
import { splitConflict } from '../../../server/annotations/adjudication/conflict.ts';
import {
  type Deciding,
  type Decision,
  decide,
  takeAgreed,
} from '../../../server/annotations/adjudication/decide.ts';
import { listPoints, type Point } from '../../../server/annotations/adjudication/points.ts';
import { type Kept, keep } from '../../../server/annotations/kept.ts';
import type { Mark } from '../../../server/annotations/mark.ts';
import { openSideFile } from '../../../server/annotations/sideFile/open.ts';
import { parseSideFile } from '../../../server/annotations/sideFile/parse.ts';
import { printSideFile } from '../../../server/annotations/sideFile/print.ts';
import { applyChanges } from '../../../server/marking/layer.ts';
import { marksIn, sideFileOf } from '../../support/layers.ts';

const TEXT = 'Mayor Elena Duarte thanked Brazil on Tuesday, and Rui Lopes of Portugal left.';
const [anna, ben] = [marksIn(TEXT)('anna'), marksIn(TEXT)('ben')];
const LAYERS = [
  {
    annotator: 'anna',
    marks: [
      anna('person', 'Elena Duarte'),
      anna('country', 'Brazil', { code: 'BR' }),
      anna('date', 'Tuesday'),
    ],
  },
  {
    annotator: 'ben',
    marks: [
      ben('person', 'Mayor Elena Duarte'),
      ben('country', 'Brazil', { code: 'BR' }),
      ben('person', 'Rui Lopes'),
    ],
  },
];

let ids = 0;
const deciding: Deciding = {
  annotator: 'judge',
  time: '2026-02-02T00:00:00.000Z',
  createId: () => `new:${ids++}`,
};
const apply = (result: readonly Kept[], changes: readonly Change[]): readonly Kept[] =>
  applyChanges({ kept: result, base: '' }, changes).kept;
const inWords = (result: readonly Kept[]): string[] =>
  result.map(({ mark }) => `${mark.verdict} ${mark.kind}: ${TEXT.slice(mark.start, mark.end)}`);
const statesOf = (points: readonly Point[]): string[] =>
  points.map(({ place, state }) => `${state} ${TEXT.slice(place.start, place.end)}`);

function decideAt(words: string, decision: Decision, result: readonly Kept[] = []): readonly Kept[] {
  const point = listPoints(TEXT, LAYERS, result).find(
    ({ place }) => TEXT.slice(place.start, place.end) === words,
  );
  assert.ok(point, words);
  return apply(result, decide(deciding, point, decision));
}

test('what all agree on is taken, once', () => {
  const points = listPoints(TEXT, LAYERS, []);
  assert.deepEqual(statesOf(points), [
    'open Mayor Elena Duarte',
    'agreed Brazil',
    'open Tuesday',
    'open Rui Lopes',
  ]);
  const result = apply([], takeAgreed(deciding, points));
  assert.deepEqual(inWords(result), ['accepted country: Brazil']);
  assert.deepEqual(takeAgreed(deciding, listPoints(TEXT, LAYERS, result)), []);
});

test('left, right, both, neither and new, each with who had what and who decided', () => {
  const left = decideAt('Mayor Elena Duarte', { kind: 'take', reading: 0 });
  assert.deepEqual(inWords(left), ['accepted person: Elena Duarte']);
  assert.equal(left[0]?.mark.annotator, 'judge');
  assert.deepEqual(
    left[0]?.mark.history?.map(({ annotator, kind, words }) => [annotator, kind, words]),
    [
      ['anna', 'person', 'Elena Duarte'],
      ['ben', 'person', 'Mayor Elena Duarte'],
    ],
  );
  const right = decideAt('Mayor Elena Duarte', { kind: 'take', reading: 1 }, left);
  assert.deepEqual(inWords(right), ['accepted person: Mayor Elena Duarte']);
  const both = decideAt('Mayor Elena Duarte', { kind: 'both' }, right);
  assert.deepEqual(inWords(both), ['accepted person: Mayor Elena Duarte', 'accepted person: Elena Duarte']);
  const neither = decideAt('Mayor Elena Duarte', { kind: 'neither' }, both);
  assert.deepEqual(inWords(neither), ['rejected person: Elena Duarte']);
  const span = { start: 6, end: 11 };
  const other = decideAt('Mayor Elena Duarte', { kind: 'new', as: 'ship', span, attributes: {} }, neither);
  assert.deepEqual(inWords(other), ['added ship: Elena']);
  assert.equal(other[0]?.mark.history?.length, 2);
});

test('to take the side that has nothing there is to take nothing', () => {
  assert.deepEqual(inWords(decideAt('Tuesday', { kind: 'take', reading: 1 })), ['rejected date: Tuesday']);
  assert.deepEqual(inWords(decideAt('Tuesday', { kind: 'take', reading: 0 })), ['accepted date: Tuesday']);
});

test('what is decided stays so in the side file, until somebody says something else', () => {
  let result = apply([], takeAgreed(deciding, listPoints(TEXT, LAYERS, [])));
  result = decideAt('Tuesday', { kind: 'neither' }, result);
  const file = printSideFile(result, { name: 'bridge.article', text: TEXT });
  const again = openSideFile(parseSideFile(file), TEXT);
  assert.deepEqual(again, result);
  assert.deepEqual(statesOf(listPoints(TEXT, LAYERS, again)), [
    'open Mayor Elena Duarte',
    'decided Brazil',
    'decided Tuesday',
    'open Rui Lopes',
  ]);
  const [first, second] = LAYERS as [(typeof LAYERS)[0], (typeof LAYERS)[0]];
  const marks = first.marks.map((mark) =>
    mark.kind === 'date' ? { ...mark, attributes: { value: 'PXD' } } : mark,
  );
  assert.ok(statesOf(listPoints(TEXT, [{ ...first, marks }, second], again)).includes('open Tuesday'));
});

test('a history that somebody has broken is read as far as it goes', () => {
  const [kept] = decideAt('Tuesday', { kind: 'neither' });
  const line = JSON.parse(printSideFile([kept as Kept], { name: 'a', text: TEXT }).split('\n')[1] as string);
  const broken = { ...line, 'newsmark:history': [...line['newsmark:history'], 7, { annotator: 'x' }, null] };
  const [read] = openSideFile(parseSideFile(JSON.stringify(broken)), TEXT);
  assert.deepEqual(read?.mark.history, kept?.mark.history);
});

test('the two sides of a file that git could not merge', () => {
  const file = (marks: readonly Mark[]): string[] =>
    sideFileOf('bridge.article', TEXT, marks).trimEnd().split('\n');
  const [head, ...ours] = file(LAYERS[0]?.marks ?? []);
  const theirs = file(LAYERS[1]?.marks ?? []).slice(1);
  for (const end of ['\n', '\r\n']) {
    const text = [
      head,
      '<<<<<<< HEAD',
      ...ours,
      '||||||| 1234567',
      'what was before',
      '=======',
      ...theirs,
      '>>>>>>> review',
      '',
    ].join(end);
    const sides = splitConflict(text);
    assert.deepEqual(
      sides?.map(({ name }) => name),
      ['HEAD', 'review'],
    );
    const marksOf = (side: string): Mark[] => openSideFile(parseSideFile(side), TEXT).map(({ mark }) => mark);
    assert.deepEqual(
      sides?.map((side) => marksOf(side.text)),
      LAYERS.map(({ marks }) => marks),
    );
  }
  assert.equal(splitConflict([head, ...ours].join('\n')), undefined);
});

test('marks keep their history when they are judged again', () => {
  const [kept] = decideAt('Tuesday', { kind: 'take', reading: 0 });
  assert.equal(keep({ ...(kept as Kept).mark, verdict: 'corrected' }).mark.history?.length, 1);
});
