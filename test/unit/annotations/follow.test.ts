import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyChange, followChange, type TextChange } from '../../../server/annotations/follow.ts';
import { type Kept, keep } from '../../../server/annotations/kept.ts';
import { parseMarked } from '../../support/notation.ts';

/** Follows changes from a text with one mark; gives the text with the mark as it is then, and its state. */
function follow(marked: string, ...changes: ((text: string) => TextChange)[]): string {
  const { text, marks } = parseMarked(marked);
  let kept: readonly Kept[] = marks.map(({ start, end }) =>
    keep({
      ...{ id: 'x', kind: 'person', start, end, attributes: {}, parts: {} },
      ...{ verdict: 'accepted', annotator: '', created: '' },
    }),
  );
  let now = text;
  for (const change of changes) {
    const own = change(now);
    kept = followChange(kept, now, own);
    now = applyChange(now, own);
  }
  const [one] = kept as [Kept];
  const { start, end } = one.mark;
  return `${now.slice(0, start)}[${now.slice(start, end)}]${now.slice(end)} ${one.anchor.state}`;
}

/** Replaces the first occurrence of the words. */
function replace(words: string, text: string): (before: string) => TextChange {
  return (before) => ({ start: before.indexOf(words), end: before.indexOf(words) + words.length, text });
}

/** Types behind the words. */
function typeBehind(words: string, text: string): (before: string) => TextChange {
  return (before) => {
    const start = before.indexOf(words) + words.length;
    return { start, end: start, text };
  };
}

const MARKED = 'On Monday Mr [[person: Kim Jong-un]] spoke in the hall.';

describe('a mark', () => {
  const cases: [string, string, ((text: string) => TextChange)[]][] = [
    [
      'moves with what is typed before it',
      'On Monday, Mr [Kim Jong-un] spoke in the hall. same',
      [typeBehind('Monday', ',')],
    ],
    [
      'stays for what is typed behind it',
      'On Monday Mr [Kim Jong-un] said in the hall. same',
      [replace('spoke', 'said')],
    ],
    [
      'does not grow at its end',
      'On Monday Mr [Kim Jong-un], who spoke in the hall. same',
      [typeBehind('un', ', who')],
    ],
    [
      'does not grow at its beginning',
      'On Monday Mr the [Kim Jong-un] spoke in the hall. same',
      [typeBehind('Mr ', 'the ')],
    ],
    ['grows inside', 'On Monday Mr [Kim Jong-suk-un] spoke in the hall. same', [typeBehind('Jong', '-suk')]],
    ['shrinks inside', 'On Monday Mr [Kim un] spoke in the hall. same', [replace('Jong-', '')]],
    [
      'follows a word of it that is corrected',
      'On Monday Mr [kim Jong-un] spoke in the hall. same',
      [replace('K', 'k')],
    ],
    [
      'says that its words were replaced',
      'On Monday Mr [Moon] spoke in the hall. changed',
      [replace('Kim Jong-un', 'M'), typeBehind('Mr M', 'oon'), typeBehind('oon', ' '), replace('  ', ' ')],
    ],
    [
      'says that it was cut in front',
      'On Monday [Jong-un] spoke in the hall. changed',
      [replace('Mr Kim ', '')],
    ],
    [
      'says that it was cut behind',
      'On Monday Mr [Kim] in the hall. changed',
      [replace(' Jong-un spoke', '')],
    ],
    ['is lost with its words', 'On Monday []spoke in the hall. lost', [replace('Mr Kim Jong-un ', '')]],
    [
      'comes back with its words',
      'On Monday Mr [Kim Jong-un] spoke in the hall. same',
      [replace('Mr Kim Jong-un ', ''), typeBehind('Monday ', 'Mr Kim Jong-un ')],
    ],
    [
      'comes back whole after it was cut',
      'On Monday Mr [Kim Jong-un] spoke in the hall. same',
      [replace('Mr Kim ', ''), typeBehind('Monday ', 'Mr Kim ')],
    ],
    [
      'comes back where its sentence is pasted',
      'Mr [Kim Jong-un] spokeOn Monday  in the hall. same',
      [replace('Mr Kim Jong-un spoke', ''), typeBehind('', 'Mr Kim Jong-un spoke')],
    ],
    [
      'does not come back to the same words elsewhere',
      'Kim Jong-un. On Monday Mr [] spoke in the hall. lost',
      [replace('Kim Jong-un', ''), replace('On', 'Kim Jong-un. On')],
    ],
    [
      'keeps its place when a program writes all of the text anew',
      'On Monday Mr [Kim Jong-un] spoke in the great hall. same',
      [(text) => ({ start: 0, end: text.length, text: text.replace('the hall', 'the great hall') })],
    ],
  ];
  for (const [name, expected, changes] of cases)
    it(name, () => {
      assert.equal(follow(MARKED, ...changes), expected);
    });

  it('is found again in another version of the text that a program puts in', () => {
    const around =
      'The harbour was calm, and the boats lay at anchor with their nets torn by the storm of the night before.';
    assert.equal(
      follow(`First line. ${around}\n${MARKED}\n${around} Last line.`, (text) => ({
        start: 0,
        end: text.length,
        text: text.replace('First', '1st').replace('Last', 'Ultimate'),
      })),
      `1st line. ${around}\nOn Monday Mr [Kim Jong-un] spoke in the hall.\n${around} Ultimate line. same`,
    );
  });

  it('knows its words again after being replaced and put back', () => {
    assert.equal(
      follow(MARKED, replace('Kim Jong-un', 'Moon'), replace('Moon', 'Kim Jong-un')),
      'On Monday Mr [Kim Jong-un] spoke in the hall. same',
    );
  });
});
