import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareLayers } from '../../../server/annotations/agreement/compare.ts';
import { toLayer } from '../../../server/annotations/agreement/layer.ts';
import { measure } from '../../../server/annotations/agreement/measure.ts';
import { reportAgreement } from '../../../server/annotations/agreement/report.ts';
import { pooledUnitizingAlpha } from '../../../server/annotations/agreement/unitizing.ts';
import { keep } from '../../../server/annotations/kept.ts';
import type { Mark } from '../../../server/annotations/mark.ts';
import { marksIn } from '../../support/layers.ts';

const TEXT = 'Mayor Elena Duarte thanked Brazil on Tuesday, and Rui Lopes of Portugal left.';
const by = marksIn(TEXT);
const [anna, ben, carl] = [by('anna'), by('ben'), by('carl')];
const near = (actual: number | undefined, expected: number): void => {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
};
const article = (layers: Readonly<Record<string, readonly Mark[]>>, text = TEXT) => ({
  name: 'bridge.article',
  text,
  layers: Object.entries(layers).map(([annotator, marks]) => ({ annotator, marks })),
});

const ANNA = [
  anna('person', 'Elena Duarte', { entity: 'Elena Duarte' }),
  anna('country', 'Brazil', { code: 'BR' }),
  anna('date', 'Tuesday', { value: '2021-03-09' }),
  anna('person', 'Rui Lopes', { entity: 'Rui Lopes' }),
];
const BEN = [
  ben('person', 'Mayor Elena Duarte', { entity: 'elena  Duarte' }),
  ben('country', 'Brazil', { code: 'PT' }),
  ben('date', 'Tuesday', { value: '2021-03-09' }),
  ben('country', 'Portugal', { code: 'PT' }),
];

test('layers beside each other: what they differ in at each place', () => {
  const said = compareLayers([ANNA, BEN]).map(({ start, end, differences }) => [
    TEXT.slice(start, end),
    ...differences,
  ]);
  assert.deepEqual(said, [
    ['Mayor Elena Duarte', 'span', 'attribute entity'],
    ['Brazil', 'attribute code'],
    ['Tuesday'],
    ['Rui Lopes', 'missing'],
    ['Portugal', 'missing'],
  ]);
});

test('each mark is at one place, and those that say the same find each other', () => {
  const nested = [anna('quote', 'Brazil on Tuesday'), anna('quote', 'Brazil on Tuesday, and Rui Lopes')];
  const others = [ben('quote', 'Brazil on Tuesday, and Rui Lopes'), ben('quote', 'Brazil on Tuesday')];
  const places = compareLayers([nested, others, [carl('person', 'Rui Lopes')]]);
  assert.deepEqual(
    places.map(({ readings }) => readings.map((mark) => mark && TEXT.slice(mark.start, mark.end))),
    [
      ['Brazil on Tuesday', 'Brazil on Tuesday', undefined],
      [...Array(2).fill('Brazil on Tuesday, and Rui Lopes'), undefined],
      [undefined, undefined, 'Rui Lopes'],
    ],
  );
});

test('another kind on the same words is one place; parts are compared', () => {
  const first = [anna('person', 'Brazil'), anna('quote', 'on Tuesday', { speaker: 'Elena Duarte' })];
  const second = [ben('country', 'Brazil'), ben('quote', 'on Tuesday', { speaker: 'Rui Lopes' })];
  assert.deepEqual(
    compareLayers([first, second]).map(({ differences }) => differences),
    [['kind'], ['part speaker']],
  );
});

test('F1 of two annotators: twice what they have in common over all their marks', () => {
  const { exact, overlap, marks, articles } = measure(
    [article({ anna: ANNA, ben: BEN })],
    ['anna', 'ben'],
    undefined,
  );
  near(exact, 4 / 8);
  near(overlap, 6 / 8);
  assert.deepEqual([articles, marks], [1, [4, 4]]);
  assert.equal(measure([article({ anna: [], ben: [] })], ['anna', 'ben'], undefined).exact, undefined);
});

test('kappa and alpha are of the tokens, of a kind alone those in it or not', () => {
  // 13 words. In country marks: anna 1, ben 2, both 1.
  const { kappa, fleiss, alpha } = measure([article({ anna: ANNA, ben: BEN })], ['anna', 'ben'], 'country');
  const chance = (1 / 13) * (2 / 13) + (12 / 13) * (11 / 13);
  near(kappa, (12 / 13 - chance) / (1 - chance));
  const together = (3 / 26) ** 2 + (23 / 26) ** 2;
  near(fleiss, (12 / 13 - together) / (1 - together));
  // Krippendorff's alpha: observed 2 of 26 values in disagreeing pairs, expected 2·3·23 of 26·25.
  near(alpha, 1 - (25 * 2) / (2 * 3 * 23));
});

test('of more than two annotators the pairs are averaged, and who was not there is left out', () => {
  const both = article({ anna: ANNA, ben: ANNA.map((mark) => ({ ...mark, annotator: 'ben' })) });
  const third = article({ ben: BEN, carl: BEN.map((mark) => ({ ...mark, annotator: 'carl' })) });
  const alone = article({ carl: [] });
  const own = measure([both, third, alone], ['anna', 'ben', 'carl'], undefined);
  assert.deepEqual(
    own.pairs.map(({ annotators, articles, exact }) => [annotators.join(), articles, exact]),
    [
      ['anna,ben', 1, 1],
      ['ben,carl', 1, 1],
    ],
  );
  near(own.exact, 1);
  near(own.alpha, 1);
  near(own.unitizing, 1);
  assert.equal(own.fleiss, undefined);
  assert.deepEqual(own.marks, [4, 8, 4]);
});

test('attributes are compared where kind and words are the same, whatever their capitals', () => {
  const layers = {
    anna: [...ANNA, anna('quote', 'and Rui', { entity: 'Rui  Lopes', speaker: 'Rui' })],
    ben: [...BEN, ben('quote', 'and Rui', { entity: 'rui lopes', speaker: 'Lopes' })],
  };
  const { attributes } = measure([article(layers)], ['anna', 'ben'], undefined);
  assert.deepEqual(
    attributes.map(({ kind, key, pairs, same }) => [kind, key, same, pairs]),
    [
      ['country', 'code', 0, 1],
      ['date', 'value', 1, 1],
      ['quote', 'entity', 1, 1],
      ['quote', 'speaker', 0, 1],
    ],
  );
});

test('stretches of the same coders count as one that is as long as all', () => {
  const unit = (start: number, end: number) => ({ start, end, category: 'c' });
  const coders = (a: ReturnType<typeof unit>[], b: ReturnType<typeof unit>[]) =>
    new Map([
      ['a', a],
      ['b', b],
    ]);
  const apart = [
    { length: 100, coders: coders([unit(10, 20)], [unit(10, 25)]) },
    { length: 50, coders: new Map([...coders([unit(5, 9)], [unit(5, 9)])].reverse()) },
    { length: 70, coders: new Map([['a', [unit(1, 2)]]]) },
  ];
  const whole = [
    { length: 150, coders: coders([unit(10, 20), unit(105, 109)], [unit(10, 25), unit(105, 109)]) },
  ];
  near(pooledUnitizingAlpha(apart), pooledUnitizingAlpha(whole) ?? Number.NaN);
  assert.equal(pooledUnitizingAlpha([]), undefined);
});

test('the report has every kind that is found and every disagreement', () => {
  const own = [article({ anna: ANNA, ben: BEN, carl: [] })];
  const report = reportAgreement(own, ['person', 'date', 'country', 'quote'], ['anna', 'ben']);
  assert.deepEqual(report.annotators, ['anna', 'ben']);
  assert.deepEqual(
    report.figures.map(({ kind }) => kind),
    [undefined, 'person', 'date', 'country'],
  );
  assert.equal(report.disagreements.length, 4);
  assert.equal(reportAgreement(own, []).disagreements.length, 5);
});

test('what was rejected is no mark', () => {
  const [first, ...rest] = ANNA as [Mark, ...Mark[]];
  assert.deepEqual(toLayer('anna', [keep({ ...first, verdict: 'rejected' }), ...rest.map(keep)]).marks, rest);
});
