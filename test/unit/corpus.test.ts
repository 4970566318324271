import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { overlaps } from '../../server/text/span.ts';
import {
  CORPUS,
  type CorpusArticle,
  corpusNames,
  goldRecords,
  readCorpusText,
  readGold,
  scrape,
} from '../support/corpus.ts';
import { parseMarked, printMarked } from '../support/notation.ts';

describe('the corpus', () => {
  it('has gold beside each article', () => {
    const articles = readdirSync(CORPUS).filter((file) => file.endsWith('.article'));
    assert.deepEqual(
      articles.map((file) => path.basename(file, '.article')),
      corpusNames(),
    );
  });

  it('has as many scraped articles as edited ones', () => {
    const edited = corpusNames().filter((name) => readCorpusText(name) === readGold(name).text);
    assert.equal(edited.length * 2, corpusNames().length);
  });

  it('becomes records of gold', () => {
    for (const { id, text, entities, quotes } of goldRecords())
      for (const { start, end } of [...entities, ...quotes])
        assert.equal(text.slice(start, end).trim().length, end - start, `${id} ${text.slice(start, end)}`);
  });

  for (const name of corpusNames())
    describe(name, () => {
      const gold = readGold(name);

      it('strips to its article in one of both forms', () => {
        const text = readCorpusText(name);
        assert.ok([gold.text, `${scrape(gold).text}\n`].includes(text));
      });

      it('is written as the notation writes it', () => {
        const back = parseMarked(printMarked(gold.text, gold.marks));
        assert.deepEqual(back, { text: gold.text, marks: gold.marks, cursors: [] });
      });

      it('has no marks that overlap within a layer', () => {
        for (const form of [gold, scrape(gold)])
          for (const kind of ['person', 'country', 'date', 'cue']) noOverlaps(form, kind);
      });

      it('links every quote with the rest of its saying', () => {
        const numbers = new Set(gold.marks.flatMap((mark) => (mark.kind === 'quote' ? mark.numbers : [])));
        for (const mark of gold.marks)
          for (const number of mark.numbers) assert.ok(numbers.has(number), `no quote #${number}`);
        for (const number of numbers)
          for (const kind of ['speaker', 'cue', 'clause'] as const) {
            const linked = gold.marks.filter((mark) => mark.kind === kind && mark.numbers.includes(number));
            const [least, most] = kind === 'clause' ? [0, 1] : [1, 1];
            assert.ok(
              least <= linked.length && linked.length <= most,
              `${linked.length} × ${kind} #${number}`,
            );
          }
      });

      it('calls a person by one name', () => {
        for (const { kind, value, start, end } of gold.marks)
          if (kind === 'person') assert.ok(value && fits(gold.text.slice(start, end), value), `${value}`);
      });
    });
});

function noOverlaps({ marks, text }: CorpusArticle, kind: string): void {
  const own = marks.filter((mark) => mark.kind === kind);
  for (const [i, mark] of own.entries())
    assert.ok(!own.slice(i + 1).some((other) => overlaps(mark, other)), text.slice(mark.start, mark.end));
}

/** Every word of a mention stands in the fullest name. */
function fits(mention: string, name: string): boolean {
  return mention
    .split(' ')
    .every((word) => name.split(' ').some((part) => part.toLowerCase() === word.toLowerCase()));
}
