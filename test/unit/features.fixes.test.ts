import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Article } from '../../server/analysis/types.ts';
import { fixesOf, safeFixes } from '../../server/features/fixes/fixes.ts';
import type { ProblemCode } from '../../server/features/problems/problem.ts';
import { findProblems } from '../../server/features/problems/problems.ts';
import { apply } from '../support/apply.ts';
import { articleOf } from '../support/article.ts';

describe('fixes', () => {
  const fullNames = (surname: string): readonly string[] =>
    surname === 'Odhiambo' ? ['Amina Odhiambo'] : [];
  /** Expects the texts that the fixes of the first problem of a kind make. */
  const expectFixed = (code: ProblemCode, article: Article, ...expected: readonly string[]): void => {
    const problem = findProblems(article).find((found) => found.code === code);
    assert.ok(problem);
    const fixed = fixesOf(article, problem, fullNames).map(({ replacements }) =>
      apply(article.text, replacements),
    );
    assert.deepEqual(fixed.slice(0, expected.length), expected);
  };

  test('close a quotation, or take its mark away', () =>
    expectFixed(
      'unclosed-quotation',
      articleOf('He said <|>“we go. It rained.', { strayMarks: ['opening'] }),
      'He said “we go.” It rained.',
      'He said “we go. It rained.”',
      'He said we go. It rained.',
    ));
  test('say who spoke', () =>
    expectFixed(
      'quotation-without-speaker',
      articleOf('[[person=Ann Lee: Ann Lee]] left. [[quote direct #1: “We go home.”]] It rained.'),
      'Ann Lee left. “We go home,” Ann Lee said. It rained.',
    ));
  test('make marks a pair', () =>
    expectFixed('quotation-marks', articleOf('He said [[quote direct #1: “We go."]]'), 'He said “We go.”'));
  test('say which of two people is meant', () =>
    expectFixed(
      'ambiguous-person',
      articleOf('[[person=Ann Kim: Ann Kim]] met [[person=Bo Kim: Bo Kim]]. [[person=?: Kim]] left.'),
      'Ann Kim met Bo Kim. Ann Kim left.',
      'Ann Kim met Bo Kim. Bo Kim left.',
    ));
  test('introduce somebody whom the folder knows', () =>
    expectFixed(
      'surname-only',
      articleOf('[[person=Odhiambo: Odhiambo]] left. [[person=Odhiambo: Odhiambo]] spoke.'),
      'Amina Odhiambo left. Odhiambo spoke.',
    ));
  test('unify two spellings either way', () =>
    expectFixed(
      'two-spellings',
      articleOf(
        '[[person=Bruce Tellner: Bruce Tellner]], [[person=Bruce Tellner: Tellner]]; [[person=Bruce Telner: Bruce Telner]].',
      ),
      'Bruce Tellner, Tellner; Bruce Tellner.',
      'Bruce Telner, Telner; Bruce Telner.',
    ));
  test('correct a day and a weekday', () => {
    expectFixed('impossible-date', articleOf('It was on 30 February 2020.'), 'It was on 29 February 2020.');
    expectFixed(
      'wrong-weekday',
      articleOf('It was on [[date=2019-03-26: Monday, March 26, 2019]].'),
      'It was on Tuesday, March 26, 2019.',
    );
  });
  test('complete a word, set a headline apart, cut a copy', () => {
    expectFixed(
      'cut-text',
      articleOf('overnment officials in lima went home'),
      'government officials in lima went home',
    );
    const sentence = 'The council of Lima voted on Monday to raise the tax.';
    expectFixed(
      'run-in-line',
      articleOf(`Lima council votes on a tax after long talks ${sentence}`),
      `Lima council votes on a tax after long talks\n\n${sentence}`,
    );
    expectFixed('repeated-sentence', articleOf(`${sentence} ${sentence} So.`), `${sentence} So.`);
  });
  test('repair what was decoded wrongly, all at once', () => {
    const article = articleOf('SÃ£o Paulo and SÃ£o Tomé: the \u0007court’s â€œyesâ€\u009d.');
    const replacements = safeFixes(article, findProblems(article), fullNames);
    assert.equal(apply(article.text, replacements), 'São Paulo and São Tomé: the court’s “yes”.');
  });
});
