import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SpeechDocument } from '../../server/training/speech/documents.ts';
import { reorder } from '../../server/training/speech/reorder.ts';

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
