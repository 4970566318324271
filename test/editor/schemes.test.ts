import { commands, Selection, window, workspace } from 'vscode';
import { rangeOf, tokens, until, uriOf, write } from './editor.ts';

const TEXT = 'The ferry Aurora left Brazil on Tuesday.\n';

suite('schemes', () => {
  test('a key of the folder’s own scheme marks its kind; a broken scheme leaves the usual ones', async () => {
    const folder = `ships-${Date.now()}`;
    const scheme = uriOf(`${folder}/newsmark.scheme.json`);
    const bring = (content: string) => workspace.fs.writeFile(scheme, new TextEncoder().encode(content));
    await bring(JSON.stringify({ kinds: [{ name: 'ship', title: 'Ship', key: 'b' }] }));
    const name = `${folder}/ferry.article`;
    const document = await write(name, new TextEncoder().encode(TEXT));
    await until(
      () => tokens(document),
      (found) => found.includes('country: Brazil'),
    );
    await commands.executeCommand('newsmark.annotate');
    await press('b', 'ferry');
    await until(() => marksOf(name), isOne);
    await press('g', 'left');
    await bring('{"kinds": "none"}');
    // Until it is seen that the scheme is broken, its key still marks.
    await until(async () => {
      await press('b', 'left');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const marks = await marksOf(name);
      if (!isOne(marks)) await commands.executeCommand('newsmark.forget');
      return marks;
    }, isOne);
    await commands.executeCommand('newsmark.leaveAnnotating');
    await workspace.fs.delete(uriOf(folder), { recursive: true });
  });
});

/** What the keybinding of a key that is free for kinds does. */
async function press(key: string, words: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) throw new Error('no editor is open');
  const { start, end } = rangeOf(editor.document, words);
  editor.selection = new Selection(start, end);
  await commands.executeCommand('newsmark.noSuchKey', key);
}

function isOne(marks: readonly string[]): boolean {
  return JSON.stringify(marks) === JSON.stringify(['added ship: ferry']);
}

async function marksOf(name: string): Promise<readonly string[]> {
  const bytes = await workspace.fs
    .readFile(uriOf(`${name}.marks.jsonl`))
    .then(undefined, () => new Uint8Array());
  const lines = new TextDecoder().decode(bytes).split('\n').slice(1);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const mark = JSON.parse(line);
      return `${mark['newsmark:verdict']} ${mark.body[0].value}: ${mark.target.selector[0].exact}`;
    });
}
