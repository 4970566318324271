import { assert } from 'chai';
import { commands, window, workspace } from 'vscode';
import { open, outline, problems, rangeOf, tokens, until, uriOf, write } from './editor.ts';

const encoder = new TextEncoder();
const story = 'Amina Odhiambo of Kenya flew to Peru on 30 February.';

suite('an odd file', () => {
  const written: string[] = [];

  suiteTeardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of written) await workspace.fs.delete(uriOf(name));
  });

  async function show(name: string, bytes: Uint8Array) {
    written.push(name);
    return write(name, bytes);
  }

  test('that is empty has no problem and no outline', async () => {
    const document = await show('empty.article', new Uint8Array());
    assert.deepEqual(await outline(document), []);
    assert.deepEqual(problems(document), []);
  });

  test('with a byte order mark, CRLF and emoji has its offsets right', async () => {
    const text = `\ufeff---\r\npublished: 2019-03-04\r\n---\r\n😀 Rain\r\n\r\n${story}\r\n`;
    const document = await show('crlf.article', encoder.encode(text));
    await until(
      () => problems(document),
      (all) => all.includes('impossible-date: 30 February'),
    );
    assert.include(await tokens(document), 'person: Amina Odhiambo');
  });

  test('with half a character is still read', async () => {
    const document = await show('half.article', encoder.encode(`Rain\n\n${story}\n`));
    const text = document.getText();
    await window.activeTextEditor?.edit((edit) => edit.insert(rangeOf(document, 'Rain').start, '\ud83d'));
    assert.notEqual(document.getText(), text);
    await until(
      () => problems(document),
      (all) => all.includes('impossible-date: 30 February'),
    );
    await commands.executeCommand('workbench.action.files.revert');
  });

  test('that is no text is said to be none', async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251);
    written.push('picture.article');
    await workspace.fs.writeFile(uriOf('picture.article'), bytes);
    // VS Code may refuse to open a binary file as text; if it does not, Newsmark says what is wrong.
    const document = await open('picture.article').catch(() => undefined);
    if (document === undefined) return;
    await until(
      () => problems(document),
      (all) => all.some((problem) => problem.startsWith('not-text')),
    );
  });

  test('of 20 MB is opened, and what is not read of it is said', async function () {
    this.timeout(120_000);
    const line = encoder.encode(`${story}\n\n`);
    const bytes = new Uint8Array(20 * 1024 * 1024).map((_, index) => line[index % line.length] ?? 10);
    const document = await show('huge.article', bytes);
    assert.equal(document.languageId, 'news-article');
    await until(
      () => problems(document),
      (all) => all.some((problem) => problem.startsWith('too-long')),
      100,
    );
  });
});
