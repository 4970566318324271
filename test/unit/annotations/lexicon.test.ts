import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyRules, type Words } from '../../../server/annotations/lexicon/apply.ts';
import {
  extendLexicon,
  forgetRules,
  learnRule,
  parseLexicon,
  printRule,
} from '../../../server/annotations/lexicon/rules.ts';
import type { Mark } from '../../../server/annotations/mark.ts';
import type { Suggestion } from '../../../server/annotations/suggestions.ts';
import { splitTokens } from '../../../server/text/tokens.ts';

const LEXICON = [
  '# ours',
  'never person: May',
  'always person: Mina Sol  # a band, but they sing as one',
  'always country: Kemet | code=EG form=name',
  'always person: Sol | entity="Mina Sol"',
  '',
].join('\n');

function suggest(text: string, words: string, kind = 'person'): Suggestion {
  const start = text.indexOf(words);
  return { kind, start, end: start + words.length, attributes: {}, parts: {} };
}

function apply(
  text: string,
  suggestions: readonly Suggestion[],
  form: 'edited' | 'scraped' = 'edited',
): unknown {
  const applied = applyRules(parseLexicon(LEXICON).rules, suggestions, toWords(text, form));
  return {
    suggestions: applied.suggestions.map(
      ({ kind, start, end, rule }) => `${kind} ${text.slice(start, end)}${rule ? ' (rule)' : ''}`,
    ),
    withheld: applied.withheld.map(({ rule }) => printRule(rule)),
  };
}

function toWords(text: string, form: Words['form']): Words {
  return { text, form, paragraphs: [{ start: 0, reading: { tokens: splitTokens(text) } }] };
}

describe('the lexicon of a folder', () => {
  it('takes away what is never one, and adds what always is', () => {
    const text = 'May came to Kemet with Mina Sol. Sol sang in May.';
    assert.deepEqual(apply(text, [suggest(text, 'May'), suggest(text, 'May', 'date')]), {
      suggestions: ['date May', 'country Kemet (rule)', 'person Mina Sol (rule)', 'person Sol (rule)'],
      withheld: ['never person: May'],
    });
  });

  it('adds nothing where something of the kind is found', () => {
    const text = 'They saw Mina Sol-Reyes.';
    assert.deepEqual(apply(text, [suggest(text, 'Mina Sol-Reyes')]), {
      suggestions: ['person Mina Sol-Reyes'],
      withheld: [],
    });
  });

  it('leaves other words and other cases alone', () => {
    const text = 'He may go to Kemetia, a solo.';
    assert.deepEqual(apply(text, []), { suggestions: [], withheld: [] });
  });

  it('knows the words in scraped text', () => {
    const text = 'may came to kemet with mina sol';
    assert.deepEqual(apply(text, [suggest(text, 'may')], 'scraped'), {
      suggestions: ['country kemet (rule)', 'person mina sol (rule)'],
      withheld: ['never person: May'],
    });
  });

  it('tells of lines that are no rules', () => {
    assert.deepEqual(
      parseLexicon('sometimes person: May\nnever person:\nnever person: X').problems.map(({ line }) => line),
      [1, 2],
    );
  });

  it('learns names that were rejected or added', () => {
    const mark = { kind: 'person', attributes: { entity: 'Mina Sol' } } as unknown as Mark;
    const learned = (['rejected', 'added', 'accepted', 'corrected'] as const).map((verdict) =>
      learnRule({ ...mark, verdict }, 'Sol'),
    );
    assert.deepEqual(
      learned.map((rule) => rule && printRule(rule)),
      ['never person: Sol', 'always person: Sol | entity="Mina Sol"', undefined, undefined],
    );
    assert.equal(learnRule({ ...mark, kind: 'date', verdict: 'rejected' }, 'May'), undefined);
  });

  it('reads back every value it writes', () => {
    const value = 'Mina "Sol" \\ Reyes';
    const rule = {
      verdict: 'always',
      kind: 'person',
      words: 'Sol',
      attributes: { entity: value, x: '' },
    } as const;
    assert.deepEqual(parseLexicon(printRule(rule)).rules, [{ ...rule, line: 1 }]);
  });

  it('grows by what it does not say yet', () => {
    const rules = parseLexicon('never person: May\nnever person: Sol').rules;
    const grown = extendLexicon(LEXICON, rules, 'anna, 2 January');
    assert.equal(grown, `${LEXICON}never person: Sol  # anna, 2 January\n`);
    assert.equal(extendLexicon(grown, rules, 'again'), grown);
    const made = parseLexicon(extendLexicon('', rules, 'x')).rules;
    assert.deepEqual(made.map(printRule), rules.map(printRule));
    assert.equal(forgetRules(grown, rules.slice(1)), LEXICON);
  });
});
