import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessBoundaries } from '../../server/analysis/quotes/boundaries.ts';
import { Features } from '../../server/analysis/quotes/scorer.ts';
import { packSpeech, unpackSpeech } from '../../server/analysis/quotes/speechModel.ts';
import { splitWords } from '../../server/analysis/quotes/words.ts';
import { splitTokens } from '../../server/text/tokens.ts';
import type { SpeechDocument } from '../../server/training/speech/documents.ts';
import { reorder } from '../../server/training/speech/reorder.ts';
import { readSilver } from '../../server/training/speech/silver.ts';
import { trainNet } from '../../server/training/speech/trainNet.ts';
import { NET_TRAINING } from '../../server/training/speech/trainSpeech.ts';
import { unmark } from '../../server/training/speech/unmark.ts';
import { model } from '../support/model.ts';

/** A document in which `[speaker] [cue] … [quote]` is marked by the words themselves. */
function toDocument(text: string, speaker: string, cue: string, quote: string): SpeechDocument {
  const find = (words: string): { start: number; end: number } => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  const kind = quote.startsWith('"') ? 'direct' : 'indirect';
  return { id: '1', text, quotes: [{ ...find(quote), kind, speaker: find(speaker), cue: find(cue) }] };
}

function turned(document: SpeechDocument): string {
  // A number above the share of inverted tails: `officials said`, not `said officials`.
  const { text, quotes } = reorder(document, () => 0.5, 1);
  const [quote] = quotes;
  const slice = (span: { start: number; end: number } | undefined): string =>
    span ? text.slice(span.start, span.end) : '';
  return [text, slice(quote), slice(quote?.speaker), slice(quote?.cue)].join(' | ');
}

describe('reports turned round', () => {
  it('put what is reported first', () =>
    assert.equal(
      turned(
        toDocument(
          'It rained. The mayor said on Monday that the bridge is safe. It is old.',
          'The mayor',
          'said',
          'the bridge is safe',
        ),
      ),
      'It rained. The bridge is safe, the mayor said on Monday. It is old. | The bridge is safe | the mayor | said',
    ));

  it('keep quotation marks', () =>
    assert.equal(
      turned(
        toDocument(
          'Ada Obi, the mayor, said: "The bridge is safe."',
          'Ada Obi',
          'said',
          '"The bridge is safe."',
        ),
      ),
      '"The bridge is safe." Ada Obi, the mayor, said. | "The bridge is safe." | Ada Obi | said',
    ));

  it('leave alone what is no whole sentence', () => {
    const document = toDocument(
      'The mayor said the bridge is safe and went home.',
      'The mayor',
      'said',
      'the bridge is safe',
    );
    assert.deepEqual(
      reorder(document, () => 0.5, 1),
      document,
    );
  });
});

describe('boundaries of scraped text', () => {
  it('are learnt from text whose marks were taken away', () => {
    const text = 'The boats came home, and the nets were dry. So the men went to bed. '.repeat(60);
    const labelsOf = (paragraph: { readonly tokens: readonly unknown[] }): Uint8Array =>
      new Uint8Array(paragraph.tokens.length);
    const texts = [1, 2, 3].flatMap((id) => unmark({ id: `${id}`, text, quotes: [] }, labelsOf) ?? []);
    assert.equal(texts.length, 3);
    const trained = trainNet(texts, { ...NET_TRAINING, epochs: 4 }, () => {});
    const nothing = { weights: new Int8Array(0), unit: 1 };
    const { boundaries } = unpackSpeech(
      packSpeech({
        boundaries: { ...trained, memory: { known: new Map() } },
        reports: { edited: nothing, scraped: nothing },
      }),
    );
    const scraped = 'the boats came home and the nets were dry so the men went to bed the boats came home';
    const words = splitWords(
      { text: scraped, form: 'scraped', tokens: splitTokens(scraped), sentences: [] },
      [],
    );
    guessBoundaries(boundaries, words, new Features());
    const begins = words.lower.filter((_, i) => (words.chances[i] as number) > 0.5);
    assert.deepEqual(begins, ['so', 'the']);
  });
});

describe('silver quotations', () => {
  it('are those that a model reads in edited text', () => {
    const text = 'It rained. Officials said that the bridge would open in May.';
    const { quotes } = readSilver(model, { id: '1', text, quotes: [] });
    assert.deepEqual(
      quotes.map(({ start, end, speaker, cue }) =>
        [{ start, end }, speaker, cue].map((span) => span && text.slice(span.start, span.end)),
      ),
      [['the bridge would open in May', 'Officials', 'said']],
    );
  });
});
