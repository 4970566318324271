import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ReadParagraph, readParagraph } from '../../server/analysis/reading.ts';
import { mendCuts } from '../../server/analysis/tagger/joints.ts';
import { NAME_LABELS } from '../../server/analysis/tagger/nameLabels.ts';
import { toNameTagger } from '../../server/analysis/tagger/nameTagger.ts';
import { model } from '../support/model.ts';

const LINE =
  'the harbour board met on tuesday with mayor patricia osei and the union leader hernan quispe mamani to end the strike ' +
  'that has closed the docks since friday ms osei told reporters that prime minister ingrid halvorsen had offered ' +
  'help from norway and that talks with south korea over the ships would go on without mr quispe for now';

const tagger = toNameTagger(model);
const whole = readParagraph(model, LINE);

describe('the pieces of a line', () => {
  it('are read beside their cut as if it were not there, wherever it is', () => {
    let same = 0;
    let all = 0;
    for (let cut = 8; cut < whole.tokens.length - 8; cut++) {
      const mended = mendCuts(tagger, cutAt(cut));
      const labels = mended.flatMap(({ first }) => [...first.labels]);
      assert.equal(labels.length, whole.tokens.length);
      for (let i = cut - 4; i < cut + 4; i++) {
        all++;
        if (labels[i] === whole.names.labels[i]) same++;
      }
    }
    // What stands further away than the window may still have changed a reading.
    assert.ok(same >= 0.98 * all, `${same} of ${all}`);
  });

  it('hold a name together that the cut runs through', () => {
    const cut = whole.tokens.findIndex(({ text }) => text === 'halvorsen');
    const [left, right] = mendCuts(tagger, cutAt(cut));
    assert.equal(NAME_LABELS[left?.first.labels.at(-1) ?? 0], 'B-PERSON');
    assert.equal(NAME_LABELS[right?.first.labels[0] ?? 0], 'I-PERSON');
  });

  it('say of their words what their mended labels say', () => {
    const cut = whole.tokens.findIndex(({ text }) => text === 'halvorsen');
    const [, right] = mendCuts(tagger, cutAt(cut));
    const [, alone] = cutAt(cut);
    assert.notDeepEqual(right?.contribution, alone?.reading.names.contribution);
  });

  it('are remembered as long as their neighbours are the same', () => {
    const paragraphs = cutAt(30);
    assert.equal(mendCuts(tagger, paragraphs)[0], mendCuts(tagger, paragraphs)[0]);
    const [first] = paragraphs as [ReadParagraph];
    const other = { ...first, continues: true, reading: readParagraph(model, 'he left') };
    assert.notEqual(mendCuts(tagger, [first, other])[0], mendCuts(tagger, paragraphs)[0]);
  });
});

it('lines of their own are left as they were read', () => {
  const paragraphs = cutAt(30).map((paragraph) => ({ ...paragraph, continues: false }));
  for (const [i, mended] of mendCuts(tagger, paragraphs).entries())
    assert.equal(mended, paragraphs[i]?.reading.names);
});

/** The line in two pieces, the second beginning with a token. */
function cutAt(token: number): readonly ReadParagraph[] {
  const start = whole.tokens[token]?.start ?? 0;
  return [toPiece(0, LINE.slice(0, start).trimEnd(), false), toPiece(start, LINE.slice(start), true)];
}

function toPiece(start: number, text: string, continues: boolean): ReadParagraph {
  return { start, end: start + text.length, continues, reading: readParagraph(model, text) };
}
