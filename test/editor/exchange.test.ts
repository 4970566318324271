import { assert } from 'chai';
import { commands, Selection, Uri, window, workspace } from 'vscode';
import { rangeOf, tokens, until, uriOf, write } from './editor.ts';

const TEXT = `The old bridge reopens

Mayor Elena Duarte thanked Brazil.
`;

suite('formats of other tools', () => {
  test('marks are exported, and imported beside another copy of the article', async () => {
    const name = `exchange-${Date.now()}.article`;
    const document = await write(name, new TextEncoder().encode(TEXT));
    const editor = await window.showTextDocument(document);
    await until(
      () => tokens(document),
      (found) => found.includes('person: Elena Duarte'),
    );
    const { start, end } = rangeOf(document, 'Elena Duarte');
    editor.selection = new Selection(start, end);
    await commands.executeCommand('newsmark.accept');
    const into = uriOf('exported');
    await commands.executeCommand('newsmark.exportMarks', { format: 'brat', article: document.uri, into });
    const stem = name.replace('.article', '');
    const standoff = Uri.joinPath(into, `${stem}.ann`);
    assert.match(await read(standoff), /^T1\tPerson 30 42\tElena Duarte$/m);
    assert.match(await read(Uri.joinPath(into, 'annotation.conf')), /^Person$/m);
    const files = [standoff, Uri.joinPath(into, `${stem}.txt`)];
    await commands.executeCommand('newsmark.importMarks', { files, into: uriOf('imported') });
    assert.equal(await read(uriOf(`imported/${name}`)), TEXT);
    assert.match(await read(uriOf(`imported/${name}.marks.jsonl`)), /"exact":"Elena Duarte"/);
  });
});

async function read(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}
