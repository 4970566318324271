import { assert } from 'chai';
import { commands, window, workspace } from 'vscode';
import { sideFileName } from '../../server/annotations/sideFile/name.ts';
import { marksIn, sideFileOf } from '../support/layers.ts';
import { until, uriOf, write } from './editor.ts';

const TEXT = `The old bridge reopens

Mayor Elena Duarte thanked Brazil, and Rui Lopes of Portugal left.
`;
const [anna, ben] = [marksIn(TEXT)('anna'), marksIn(TEXT)('ben')];

suite('adjudicating', () => {
  test('one article from the first disagreement to the last, with undo', async () => {
    const name = `adjudicating-${Date.now()}.article`;
    const layers = {
      anna: [anna('person', 'Elena Duarte'), anna('country', 'Brazil', { code: 'BR' })],
      ben: [
        ben('person', 'Mayor Elena Duarte'),
        ben('country', 'Brazil', { code: 'BR' }),
        ben('person', 'Rui Lopes'),
      ],
    };
    for (const [annotator, marks] of Object.entries(layers))
      await workspace.fs.writeFile(
        uriOf(sideFileName(name, annotator)),
        new TextEncoder().encode(sideFileOf(name, TEXT, marks)),
      );
    const document = await write(name, new TextEncoder().encode(TEXT));
    await commands.executeCommand('newsmark.adjudicate');
    await resultIs(name, ['accepted country: Brazil']);
    assert.equal(document.getText(window.activeTextEditor?.selection), 'Mayor Elena Duarte');
    await commands.executeCommand('newsmark.takeRight');
    await resultIs(name, ['accepted person: Mayor Elena Duarte', 'accepted country: Brazil']);
    assert.equal(document.getText(window.activeTextEditor?.selection), 'Rui Lopes');
    await commands.executeCommand('newsmark.takeNeither');
    const all = [
      'accepted person: Mayor Elena Duarte',
      'accepted country: Brazil',
      'rejected person: Rui Lopes',
    ];
    await resultIs(name, all);
    await commands.executeCommand('undo');
    await resultIs(name, all.slice(0, 2));
    await commands.executeCommand('redo');
    await resultIs(name, all);
    assert.equal(document.getText(), TEXT);
    await commands.executeCommand('newsmark.leaveAdjudicating');
  });
});

async function resultIs(name: string, expected: readonly string[]): Promise<void> {
  const file = uriOf(sideFileName(name, 'adjudicated'));
  await until(
    async () => {
      const bytes = await workspace.fs.readFile(file).then(undefined, () => new Uint8Array());
      const lines = new TextDecoder().decode(bytes).split('\n').slice(1);
      return JSON.stringify(lines.filter((line) => line !== '').map(inWords));
    },
    (found) => found === JSON.stringify(expected),
  );
}

function inWords(line: string): string {
  const mark = JSON.parse(line);
  return `${mark['newsmark:verdict']} ${mark.body[0].value}: ${mark.target.selector[0].exact}`;
}
