import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReadArticle } from '../../server/analysis/article.ts';
import type { Article, Person, Quotation } from '../../server/analysis/types.ts';
import { check, checkForms } from '../support/check.ts';
import { degradeMarked } from '../support/degrade.ts';
import { parseMarked, printMarked } from '../support/notation.ts';

const EMPTY: Omit<Article, 'text'> = {
  form: 'edited',
  paragraphs: [],
  frontMatter: undefined,
  publication: undefined,
  people: [],
  countries: [],
  dates: [],
  entities: [],
  quotations: [],
  strayMarks: [],
};

/** A reader that knows one person and one quotation. */
function readObi(kind: Quotation['kind'] = 'direct'): ReadArticle {
  return (text) => {
    const people = [...text.matchAll(/(?:ada )?obi/giu)].map(({ index, 0: { length } }): Person => {
      return { kind: 'person', start: index, end: index + length, entity: 0, candidates: [], evidence: [] };
    });
    const speaker = { type: 'person', entity: 0 } as const;
    const quotations = [...text.matchAll(/“[^”]*”|we won/gu)].map(({ index, 0: { length } }): Quotation => {
      const cue = text.indexOf('said');
      return {
        ...{ kind, start: index, end: index + length, candidates: [], group: 0 },
        ...(people[0] && { speaker: { ...speaker, start: people[0].start, end: people[0].end } }),
        ...(cue !== -1 && { cue: { start: cue, end: cue + 4, lemma: 'say', stance: 'neutral' } }),
      };
    });
    const name = /ada obi/iu.exec(text)?.[0] ?? 'Obi';
    const entities = [{ name, family: false, mentions: people.map((_, i) => i), introduction: 0 }];
    return { ...EMPTY, text, people, entities, quotations };
  };
}

const read = readObi();

describe('check', () => {
  it('expects the marks back', () => {
    check('[[person: Ada Obi]] came, and [[person=Ada Obi: Obi]] went.', { read });
    check('[[quote direct #7: “We won,”]] [[speaker=Obi #7: [[person: Obi]]]] [[cue #7: said]].', { read });
    check('[[quote: “We won,”]] [[person: Obi]] said.', { read });
  });

  it('compares only the layers it is asked for', () => {
    check('“We won,” [[person: Obi]] said.', { read, only: ['person'] });
    check('[[quote: “We won,”]] Obi said.', { read, only: ['quote'] });
  });

  it('checks the scraped form of the same marks', () => {
    checkForms(
      '[[quote direct #1: “we won,”]] [[speaker=Ada Obi #1: [[person: Ada Obi]]]] [[cue #1: said]].',
      { read },
    );
  });

  const wrong = {
    'a mark that was not found': '[[person: Obi]] met [[person: Li]].',
    'a mark too many': 'Obi left.',
    'another span': 'Ada [[person: Obi]] left.',
    'another value': '[[person=Ben Obi: Obi]] left.',
    'another kind of quote': '[[quote mixed: “We won,”]] [[person: Obi]] said.',
    'a speaker too many': '[[quote #1: “We won,”]] [[person: Obi]] [[cue #1: said]].',
    'a cue too many': '[[quote #1: “We won,”]] [[speaker #1: [[person: Obi]]]] said.',
    'another speaker': '[[quote #1: “We won,”]] [[person: Obi]] and [[speaker #1: he]] [[cue #1: said]].',
  };
  for (const [name, marked] of Object.entries(wrong))
    it(`tells of ${name}`, () => {
      assert.throws(() => check(marked, { read }), { code: 'ERR_ASSERTION' });
    });
});

describe('the scraped form', () => {
  const degrade = (marked: string): string => {
    const { text, marks } = degradeMarked(parseMarked(marked));
    return printMarked(text, marks);
  };

  it('moves the marks with the words', () => {
    assert.equal(
      degrade('Mr. [[person: Kim]]’s [[country=US name: U.S.]] — [[date: $ 1–2 DAYS]]…'),
      'mr [[person: kim]] s [[country=US name: u s]] [[date: 1 2 days]]',
    );
  });

  it('widens a quoted part to its clause', () => {
    assert.equal(
      degrade('Obi said [[clause #1: it was [[quote mixed #1: “dead”]] and [[quote mixed #1: “gone”]]]].'),
      'obi said [[quote mixed #1: it was dead and gone]]',
    );
  });
});
