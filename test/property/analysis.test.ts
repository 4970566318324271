import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createReader } from '../../server/analysis/article.ts';
import { anyEdit, anyText, applyEdit, newsText } from '../support/anyText.ts';
import { model } from '../support/model.ts';
import { readArticle } from '../support/reader.ts';
import { assertSound } from '../support/soundness.ts';

/** The deep run of these properties takes more of them: `NEWSMARK_RUNS=20000`. */
const RUNS = Number(process.env.NEWSMARK_RUNS ?? 300);
const published = fc.constantFrom(undefined, '2019-04-02', '0000-99-99', 'yesterday', '');

describe('the analysis', () => {
  it('gives a sound article for any string', () => {
    fc.assert(
      fc.property(anyText, published, (text, date) => assertSound(readArticle(text, { published: date }))),
      { numRuns: RUNS },
    );
  });

  it('gives an equal article for an equal text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.deepEqual(createReader(model)(text), readArticle(text));
      }),
      { numRuns: RUNS / 10 },
    );
  });

  it('remembers nothing wrong: after any edits it reads as if for the first time', () => {
    fc.assert(
      fc.property(newsText(10, 200), fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        const read = createReader(model);
        read(text);
        let edited = text;
        for (const edit of edits) {
          edited = applyEdit(edited, edit);
          read(edited);
        }
        assert.deepEqual(read(edited), createReader(model)(edited));
      }),
      { numRuns: RUNS / 6 },
    );
  });

  it('reads no paragraph again that an edit has not touched', () => {
    const paragraphs = fc.array(
      newsText(5, 30).map((text) => text.replace(/[\r\n\u2028\u2029]/gu, ' ')),
      {
        minLength: 3,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(paragraphs, fc.nat(11), newsText(1, 5), (before, at, typed) => {
        const read = createReader(model);
        const after = before.with(at % before.length, typed);
        const known = new Set(read(before.join('\n')).paragraphs.map(({ reading }) => reading));
        const words = new Set([...known].map(({ text }) => text));
        for (const { reading } of read(after.join('\n')).paragraphs)
          if (words.has(reading.text)) assert.ok(known.has(reading), `read again: ${reading.text}`);
      }),
      { numRuns: RUNS / 3 },
    );
  });

  for (const [name, text] of Object.entries({
    nothing: '',
    'one word of a megabyte': 'a'.repeat(1_000_000),
    'a megabyte of quotation marks': '"“‘'.repeat(200_000),
    'a megabyte of brackets': '[('.repeat(500_000),
    'a megabyte of empty lines': '\r\n'.repeat(500_000),
    'one sentence of a hundred thousand words': 'kim said on monday that '.repeat(25_000),
  }))
    it(`reads ${name} in time`, () => {
      const began = performance.now();
      assertSound(readArticle(text));
      assert.ok(performance.now() - began < 20_000);
    });
});
