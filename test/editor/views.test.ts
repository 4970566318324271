import { assert } from 'chai';
import { commands, type DocumentLink, Selection, type TextEditor, window, workspace } from 'vscode';
import { until, uriOf, write } from './editor.ts';

// The concordance as VS Code's own commands give it. The side bar is looked at in test/screen.

const TEXT = `A quokka is seen

The engineer Rui Lopes saw a quokka on Tuesday. “The quokka was asleep,” Rui Lopes said.
`;
const SIDE = 'quokka.article.marks.jsonl';

suite('the concordance', () => {
  let concordance: TextEditor;
  suiteSetup(async () => {
    await write('quokka.article', new TextEncoder().encode(TEXT));
    await commands.executeCommand('newsmark.openSearch', { kind: 'words', words: 'quokka' });
    concordance = await until(found, (editor) => /Hits: 3\. Articles: 1\./.test(editor.document.getText()));
  });

  test('shows each hit under the other in its context, and cannot be written', async () => {
    const lines = concordance.document.getText().split('\n').slice(3, 6);
    const columns = new Set(lines.map((line) => line.lastIndexOf('quokka', 62)));
    assert.equal(columns.size, 1, lines.join('\n'));
    assert.match(lines[2] ?? '', /^quokka:3 .*The quokka was asleep/);
    const before = concordance.document.getText();
    await commands.executeCommand('type', { text: 'x' });
    assert.equal(concordance.document.getText(), before);
  });

  test('has a link on each hit to its place', async () => {
    const links = await commands.executeCommand<DocumentLink[]>(
      'vscode.executeLinkProvider',
      concordance.document.uri,
    );
    const targets = links.flatMap(({ target }) => (target ? [`${target.path}#${target.fragment}`] : []));
    assert.lengthOf(targets, 6);
    assert.include(targets, `${uriOf('quokka.article').path}#L1,3-L1,9`);
  });

  test('leads to the place of the line that the cursor is in', async () => {
    const editor = await show();
    editor.selection = new Selection(4, 0, 4, 0);
    await commands.executeCommand('newsmark.openHit');
    const opened = await until(
      () => window.activeTextEditor,
      (active) => active?.document.uri.toString() === uriOf('quokka.article').toString(),
    );
    assert.equal(opened?.document.getText(opened.selection), 'quokka');
    assert.equal(opened?.selection.start.line, 2);
  });

  test('marks the hits of the selected lines, and takes that back', async () => {
    const editor = await show();
    editor.selection = new Selection(3, 0, 4, 5);
    await commands.executeCommand('newsmark.markHits', { kind: 'mark', as: 'person' });
    await until(sideLines, (lines) => lines.length === 2 && lines.every((line) => line.includes('"added"')));
    await commands.executeCommand('newsmark.undoFolderAct');
    await until(sideLines, (lines) => lines.length === 0);
    await commands.executeCommand('newsmark.redoFolderAct');
    await until(sideLines, (lines) => lines.length === 2);
    await commands.executeCommand('newsmark.undoFolderAct');
    await until(sideLines, (lines) => lines.length === 0);
  });

  async function show(): Promise<TextEditor> {
    await commands.executeCommand('newsmark.openSearch', { kind: 'words', words: 'quokka' });
    return until(found, (editor) => /Hits: 3/.test(editor.document.getText()));
  }
});

/** The marks of the article as its side file has them, a line each. */
async function sideLines(): Promise<readonly string[]> {
  const bytes = await Promise.resolve(workspace.fs.readFile(uriOf(SIDE))).catch(() => new Uint8Array());
  const [, ...lines] = new TextDecoder().decode(bytes).split('\n');
  return lines.filter((line) => line !== '');
}

/** The concordance in front, searched again where the article was not known yet. */
async function found(): Promise<TextEditor> {
  const editor = await until(
    () => window.activeTextEditor,
    (active) => active?.document.languageId === 'news-concordance',
  );
  if (!editor) throw new Error('no concordance');
  if (!/Hits: 3/.test(editor.document.getText()))
    await commands.executeCommand('newsmark.refreshConcordance');
  return editor;
}
