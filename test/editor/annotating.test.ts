import { assert } from 'chai';
import { commands, type Range, Selection, type TextEditor, window, workspace } from 'vscode';
import { rangeOf, tokens, until, uriOf, write } from './editor.ts';

// Each test has an article of its own: marks made in one must not be there in another.

const TEXT = `The old bridge reopens

Mayor Elena Duarte said on Tuesday that Brazil had paid for the bridge. Brazil thanked Duarte.

The engineer Rui Lopes walked across it first.
`;

suite('annotating', () => {
  test('accepts and rejects, and goes on to the next suggestion', async () => {
    const { name, editor } = await openOwn();
    select(editor, 'Elena Duarte');
    await commands.executeCommand('newsmark.accept');
    assert.notEqual(editor.document.getText(editor.selection), 'Elena Duarte');
    select(editor, 'Brazil');
    await commands.executeCommand('newsmark.reject');
    await marksAre(name, ['accepted person: Elena Duarte', 'rejected country: Brazil']);
    assert.equal(editor.document.getText(), TEXT);
  });

  test('undoes and redoes with the editor, in the order of acts and edits', async () => {
    const { name, editor } = await openOwn();
    select(editor, 'Elena Duarte');
    await commands.executeCommand('newsmark.accept');
    await editor.edit((edit) => edit.insert(editor.document.positionAt(TEXT.length), 'Rain fell.\n'));
    select(editor, 'Rui Lopes');
    await commands.executeCommand('newsmark.markCountry');
    await marksAre(name, ['accepted person: Elena Duarte', 'corrected country: Rui Lopes']);
    await commands.executeCommand('undo');
    await marksAre(name, ['accepted person: Elena Duarte']);
    await textIs(editor, `${TEXT}Rain fell.\n`);
    await commands.executeCommand('undo');
    await textIs(editor, TEXT);
    await marksAre(name, ['accepted person: Elena Duarte']);
    await commands.executeCommand('undo');
    await marksAre(name, []);
    for (let i = 0; i < 3; i++) await commands.executeCommand('redo');
    await marksAre(name, ['accepted person: Elena Duarte', 'corrected country: Rui Lopes']);
    await textIs(editor, `${TEXT}Rain fell.\n`);
  });

  test('marks several selections with one command, and undoes them with one', async () => {
    const { name, editor } = await openOwn();
    const ranges = ['bridge', 'walked', 'first'].map((words) => rangeOf(editor.document, words));
    editor.selections = ranges.map(toSelection);
    await commands.executeCommand('newsmark.markPerson');
    await marksAre(name, ['added person: bridge', 'added person: walked', 'added person: first']);
    await commands.executeCommand('undo');
    await marksAre(name, []);
  });

  test('judges all alike at once', async () => {
    const { name, editor } = await openOwn();
    select(editor, 'Brazil');
    await commands.executeCommand('newsmark.acceptAlike');
    await marksAre(name, ['accepted country: Brazil', 'accepted country: Brazil']);
  });

  test('extends by words and flags doubt', async () => {
    const { name, editor } = await openOwn();
    select(editor, 'Rui Lopes');
    await commands.executeCommand('newsmark.extendStart');
    await commands.executeCommand('newsmark.doubt');
    await marksAre(name, ['corrected? person: engineer Rui Lopes']);
  });

  test('lets marks follow edits', async () => {
    const { name, editor } = await openOwn();
    select(editor, 'Rui Lopes');
    await commands.executeCommand('newsmark.accept');
    await marksAre(name, ['accepted person: Rui Lopes']);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), 'UPDATE\n\n'));
    await editor.document.save();
    const start = `UPDATE\n\n${TEXT}`.indexOf('Rui Lopes');
    const lines = await until(
      () => sideLines(name),
      ([line]) => positionOf(line) === start,
    );
    assert.equal(lines.length, 1);
  });

  test('takes in what somebody else writes into the side file', async () => {
    const { name, editor } = await openOwn();
    select(editor, 'Rui Lopes');
    await commands.executeCommand('newsmark.accept');
    await marksAre(name, ['accepted person: Rui Lopes']);
    const file = uriOf(`${name}.marks.jsonl`);
    const text = new TextDecoder().decode(await workspace.fs.readFile(file));
    const [header = '', line = ''] = text.split('\n');
    const place = TEXT.indexOf('Elena Duarte');
    const other = line
      .replaceAll(/urn:uuid:[\w-]+/g, 'urn:uuid:somebody-else')
      .replace('"exact":"Rui Lopes"', '"exact":"Elena Duarte"')
      .replace(/"prefix":"[^"]*"/, '"prefix":"Mayor "')
      .replace(/"suffix":"[^"]*"/, '"suffix":" said on"')
      .replace(/"start":\d+,"end":\d+/, `"start":${place},"end":${place + 12}`);
    await workspace.fs.writeFile(file, new TextEncoder().encode(`${header}\n${other}\n${line}\n`));
    select(editor, 'Tuesday');
    await commands.executeCommand('newsmark.accept');
    await marksAre(name, [
      'accepted person: Elena Duarte',
      'accepted date: Tuesday',
      'accepted person: Rui Lopes',
    ]);
  });
});

// The folder may hold what the run in another extension host has left.
const run = Date.now();
let articles = 0;

/** Opens an article of its own, and waits until the server has read it. */
async function openOwn(): Promise<{ readonly name: string; readonly editor: TextEditor }> {
  const name = `annotating-${run}-${articles++}.article`;
  const document = await write(name, new TextEncoder().encode(TEXT));
  const editor = await window.showTextDocument(document);
  await until(
    () => tokens(document),
    (found) => found.includes('person: Rui Lopes'),
  );
  return { name, editor };
}

function select(editor: TextEditor, words: string): void {
  editor.selection = toSelection(rangeOf(editor.document, words));
}

function toSelection({ start, end }: Range): Selection {
  return new Selection(start, end);
}

async function textIs(editor: TextEditor, expected: string): Promise<void> {
  await until(
    () => editor.document.getText(),
    (text) => text === expected,
  );
}

/** The marks of the side file are these, in order of place. */
async function marksAre(name: string, expected: readonly string[]): Promise<void> {
  const said = JSON.stringify(expected);
  await until(
    () => sideLines(name).then((lines) => JSON.stringify(lines.map(inWords))),
    (found) => found === said,
  );
}

interface Line {
  readonly 'newsmark:verdict': string;
  readonly 'newsmark:unsure'?: boolean;
  readonly body: readonly { readonly value: string }[];
  readonly target: {
    readonly selector: readonly { readonly exact?: string; readonly start?: number }[];
  };
}

async function sideLines(name: string): Promise<readonly Line[]> {
  const file = uriOf(`${name}.marks.jsonl`);
  const bytes = await workspace.fs.readFile(file).then(undefined, () => new Uint8Array());
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));
}

function inWords(line: Line): string {
  const doubt = line['newsmark:unsure'] ? '?' : '';
  return `${line['newsmark:verdict']}${doubt} ${line.body[0]?.value}: ${line.target.selector[0]?.exact}`;
}

function positionOf(line: Line | undefined): number | undefined {
  return line?.target.selector.find(({ start }) => start !== undefined)?.start;
}
