import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nominalAlpha } from '../../server/annotations/agreement/alpha.ts';
import { cohensKappa, fleissKappa } from '../../server/annotations/agreement/kappa.ts';
import { unitizingAlpha, unitizingAlphaOf } from '../../server/annotations/agreement/unitizing.ts';

const near = (actual: number | undefined, expected: number, tolerance = 0.0005): void => {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
};

const repeat = (pairs: readonly (readonly [string, string, number])[]): [string[], string[]] => [
  pairs.flatMap(([a, , times]) => Array<string>(times).fill(a)),
  pairs.flatMap(([, b, times]) => Array<string>(times).fill(b)),
];

test("Cohen's kappa of the textbook table of fifty grant proposals is 0.4", () => {
  const [first, second] = repeat([
    ['yes', 'yes', 20],
    ['yes', 'no', 5],
    ['no', 'yes', 10],
    ['no', 'no', 15],
  ]);
  near(cohensKappa(first, second), 0.4);
});

test("Cohen's kappa is open where there is nothing to tell apart", () => {
  assert.equal(cohensKappa([], []), undefined);
  assert.equal(cohensKappa(['a', 'a'], ['a', 'a']), undefined);
});

test("Fleiss' kappa of fourteen psychiatrists' worked example is 0.210", () => {
  const table = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  near(
    fleissKappa(table.map((row) => row.flatMap((times, i) => Array<string>(times).fill(`category ${i}`)))),
    0.21,
  );
});

test("Krippendorff's nominal alpha of his example with missing values is 0.743", () => {
  const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
  const items = [...'x'.repeat(12)].map((_, i) =>
    observers.map((row) => row[i] as string).filter((v) => v !== '.'),
  );
  near(nominalAlpha(items), 0.743);
});

test("Krippendorff's unitizing alpha of his example of 2004, page 254, is 0.8591", () => {
  const unit = (start: number, length: number, category: string) => ({
    start,
    end: start + length,
    category,
  });
  const first = [unit(225, 70, 'c'), unit(370, 30, 'c'), unit(180, 60, 'k'), unit(300, 50, 'k')];
  const second = [
    unit(220, 80, 'c'),
    unit(355, 20, 'c'),
    unit(400, 20, 'c'),
    unit(180, 60, 'k'),
    unit(300, 50, 'k'),
  ];
  const whole = { start: 150, end: 450 };
  near(unitizingAlphaOf('c', [first, second], whole), 0.7286, 0.0001);
  near(unitizingAlphaOf('k', [first, second], whole), 1);
  near(unitizingAlpha([first, second], whole), 0.8591);
  assert.equal(unitizingAlpha([first], whole), undefined);
});
