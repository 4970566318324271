import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findMarks } from '../../server/analysis/quotes/marks.ts';
import { pairMarks } from '../../server/analysis/quotes/pairing.ts';
import { readReports } from '../../server/analysis/quotes/reports.ts';
import { type SpeechModel, speechOf } from '../../server/analysis/quotes/speechModel.ts';
import { splitSentences } from '../../server/text/sentences.ts';
import { splitTokens } from '../../server/text/tokens.ts';
import { model } from '../support/model.ts';
import { readArticle } from '../support/reader.ts';

const piece = fc.constantFrom(
  ...['"', "'", '“', '”', '‘', '’', '«', '»', '„', '``', "''", '\n', ' ', ', ', '. ', ': ', '\ud800', '…'],
  ...[
    'said',
    'according to',
    'told reporters',
    'Mr Obi',
    'she',
    'the ministry',
    'that it would rain',
    '6\'2"',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece, { maxLength: 60 }).map((all) => all.join(' ')),
);

describe('quotations', () => {
  it('are found in any text without an exception, inside the text and in order', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { quotations, strayMarks } = readArticle(given);
        for (const { start, end, speaker, cue } of quotations)
          for (const span of [{ start, end }, speaker ?? { start, end }, cue ?? { start, end }])
            assert.ok(0 <= span.start && span.start < span.end && span.end <= given.length);
        quotations.forEach(({ start }, i) => {
          assert.ok(i === 0 || (quotations[i - 1]?.start ?? 0) <= start);
        });
        for (const { start, end } of strayMarks) assert.ok(start < end && end <= given.length);
      }),
      { numRuns: 60 },
    );
  });

  const SENTENCES = [
    '"The bridge is safe," the engineer said.',
    '"We will rebuild it," said Ada Obi, the mayor.',
    'The mayor said that the school would open in May.',
    '"Nobody was hurt," a spokesman said. "We were lucky."',
    'The weather was fine in the valley.',
  ];
  const paragraph = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 });

  it('change only beside a mark that is lost', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 3, maxLength: 8 }), fc.nat(), (paragraphs, which) => {
        const given = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
        const marks = [...given.matchAll(/"/gu)].map(({ index }) => index);
        const lost = marks[which % Math.max(1, marks.length)];
        if (lost === undefined) return;
        const from = given.lastIndexOf('\n\n', lost);
        const next = given.indexOf('\n\n', lost);
        const after = next === -1 ? given.length : given.indexOf('\n\n', next + 2);
        const to = after === -1 ? given.length : after;
        const away = ({ start, end }: { start: number; end: number }): boolean => end <= from || start >= to;
        const whole = readArticle(given).quotations.filter(away);
        const spoilt = readArticle(given.slice(0, lost) + given.slice(lost + 1)).quotations.map(
          (quotation) =>
            quotation.start > lost
              ? { ...quotation, start: quotation.start + 1, end: quotation.end + 1 }
              : quotation,
        );
        for (const { start, end, kind } of whole)
          assert.ok(
            spoilt.some((other) => other.start === start && other.end === end && other.kind === kind),
            given.slice(start, end),
          );
      }),
      { numRuns: 60 },
    );
  });

  for (const form of ['edited', 'scraped'] as const)
    it(`cost time linear in the length of ${form} text`, () => {
      const sentence =
        form === 'edited'
          ? 'The mayor, a friend of Ada Obi, said on Monday that "the bridge" would open. '
          : 'the mayor a friend of ada obi said on monday that the bridge would open ';
      const [once, fourTimes] = [16, 64].map((times) => countWeights(sentence.repeat(times), form)) as [
        number,
        number,
      ];
      assert.ok(fourTimes < 5 * once, `${once} weights read, of four times the text ${fourTimes}`);
    });
});

/** How many weights are read for a paragraph. */
function countWeights(text: string, form: 'edited' | 'scraped'): number {
  let count = 0;
  const { boundaries, reports } = speechOf(model);
  const weights = new Proxy(reports[form].weights, {
    get(table, key) {
      count++;
      return Reflect.get(table, key);
    },
  });
  const counted: SpeechModel = { boundaries, reports: { ...reports, [form]: { ...reports[form], weights } } };
  const tokens = splitTokens(text);
  const sentences = splitSentences(tokens);
  const pairing = pairMarks(findMarks(text, tokens), () => text.length);
  readReports(counted, { text, form, tokens, sentences }, pairing.quoted, new Uint8Array(tokens.length));
  return count;
}
