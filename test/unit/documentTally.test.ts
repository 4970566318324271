import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { readParagraph } from '../../server/analysis/reading.ts';
import { type Contribution, WORD_WIDTH } from '../../server/analysis/tagger/documentNames.ts';
import {
  createDocumentTally,
  type DocumentNames,
  tallyNames,
} from '../../server/analysis/tagger/documentTally.ts';
import { model } from '../support/model.ts';

const paragraphs: readonly Contribution[] = [
  'Mayor Patricia Osei met Lars Brandt in Accra on Tuesday.',
  'mayor patricia osei met lars brandt in accra on tuesday',
  'Osei said that the Brandt report was late.',
  'The mayor of Accra left early, Ms. Osei added.',
  `Osei ${'and Osei '.repeat(14)}spoke.`,
  'Nobody was there.',
].map((text) => readParagraph(model, text).names.contribution);

const choice = fc.array(fc.constantFrom(...paragraphs), { maxLength: 12 });

it('says the same of every word after paragraphs were replaced as if it had been made anew', () => {
  fc.assert(
    fc.property(choice, fc.array(fc.tuple(fc.nat(), fc.nat(3), choice), { maxLength: 5 }), (first, edits) => {
      const tally = createDocumentTally();
      tally.replace([], first);
      let now = first;
      for (const [at, removed, by] of edits) {
        const start = at % (now.length + 1);
        const before = tell(tallyNames(now));
        tally.replace(now.slice(start, start + removed), by);
        now = now.toSpliced(start, removed, ...by);
        assert.deepEqual(tell(tally), tell(tallyNames(now)));
        for (const [i, paragraph] of paragraphs.entries())
          if (!tally.hasChanged(paragraph)) assert.deepEqual(tell(tally)[i], before[i]);
      }
    }),
    { numRuns: 200 },
  );
});

/** All that is said of the words and pairs of each paragraph. */
function tell(names: DocumentNames): readonly unknown[] {
  return paragraphs.map(({ words, neighbours }) => [
    names.length(),
    ...Array.from(words, (hash) => {
      const row = new Int32Array(WORD_WIDTH);
      return names.readWord(hash, row, 0) ? [...row] : [];
    }),
    ...Array.from(neighbours, (key) => [0, 1, 2].map((column) => names.countPairs(key, column))),
  ]);
}
