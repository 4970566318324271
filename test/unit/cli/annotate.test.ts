import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { annotate } from '../../../server/cli/annotate.ts';
import { UsageError } from '../../../server/cli/terminal.ts';
import { createFolder } from '../../support/folder.ts';
import { createTerminal } from '../../support/terminal.ts';

function line(id: string | number, text: string): string {
  return `${JSON.stringify({ id, text })}\n`;
}

test('lines in, lines out, in order', async () => {
  const terminal = createTerminal(line('a', 'Iran and Peru agreed.'), line(7, 'Nothing here.'));
  assert.equal(await annotate(['--format', 'jsonl'], terminal), 0);
  const [first, second, ...rest] = terminal.output().trim().split('\n');
  assert.deepEqual(JSON.parse(first ?? ''), {
    id: 'a',
    entities: [
      { start: 0, end: 4, type: 'COUNTRY', code: 'IR', form: 'name' },
      { start: 9, end: 13, type: 'COUNTRY', code: 'PE', form: 'name' },
    ],
    quotes: [],
  });
  assert.deepEqual(JSON.parse(second ?? ''), { id: 7, entities: [], quotes: [] });
  assert.deepEqual(rest, []);
});

test('a bad line is told with its number and the others are done', async () => {
  const lines = [
    'not json\n',
    line(1, 'Chile won.'),
    '\n',
    '{"id":2}\n',
    '[]\n',
    '{"text":""}\n',
    line(3, ''),
  ];
  const terminal = createTerminal(...lines);
  assert.equal(await annotate(['--format=jsonl', '-'], terminal), 1);
  assert.deepEqual(
    terminal
      .output()
      .trim()
      .split('\n')
      .map((record) => JSON.parse(record).id),
    [1, 3],
  );
  const errors = terminal.errors().trim().split('\n');
  assert.deepEqual(
    errors.map((error) => /line \d+/u.exec(error)?.[0]),
    ['line 1', 'line 4', 'line 5', 'line 6'],
  );
});

test('a publication date must be in the calendar', async () => {
  const terminal = createTerminal('{"id":1,"text":"","published":"2019-02-30"}\n');
  assert.equal(await annotate(['--format=jsonl'], terminal), 1);
  assert.match(terminal.errors(), /line 1: "published" is no date/u);
  await assert.rejects(annotate(['--published', 'soon'], createTerminal('')), UsageError);
});

test('lines are cut anywhere, with CRLF, a byte order mark and line separators inside', async () => {
  const bytes = Buffer.from(
    `\ufeff${line(1, 'Zoé\u2028met Iraqis').replace('\n', '\r\n')}${line(2, 'Perú')}`,
  );
  const chunks = Array.from(bytes, (_, i) => bytes.subarray(i, i + 1));
  const terminal = createTerminal(...chunks);
  assert.equal(await annotate(['--format=jsonl'], terminal), 0);
  assert.equal(terminal.output().trim().split('\n').length, 2);
});

test('files: what cannot be read is told and the others are done', async (context) => {
  const folder = await createFolder(context);
  const save = async (name: string, content: string | Uint8Array): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, content);
    return file;
  };
  const good = await save('good.article', 'Kenya voted.');
  const empty = await save('empty.article', '');
  const binary = await save('binary.article', Uint8Array.from([80, 0, 1, 2, 200]));
  const marked = await save('marked.article', '\ufeffKenya\r\nvoted.');
  const wide = await save('wide.article', Buffer.from('\ufeffKenya', 'utf16le'));
  const terminal = createTerminal();
  const missing = path.join(folder, 'missing');
  assert.equal(await annotate(['--format=json', good, empty, binary, missing, marked, wide], terminal), 1);
  const records = JSON.parse(terminal.output());
  assert.deepEqual(
    records.map(({ id, entities }: { id: string; entities: { start: number }[] }) => [
      id,
      entities[0]?.start,
    ]),
    [
      [good, 0],
      [empty, undefined],
      [marked, 0],
      [wide, 0],
    ],
  );
  assert.match(terminal.errors(), /binary\.article: not a text/u);
  assert.match(terminal.errors(), /missing: there is no such file/u);
});

test('a picture shows the finds in the text and in tables', async () => {
  const terminal = createTerminal('Kenya and Kenyans\nvoted.');
  assert.equal(await annotate([], terminal), 0);
  assert.match(terminal.output(), /\[Kenya\]ᶜ and \[Kenyans\]ᶜ\nvoted\./u);
  assert.match(terminal.output(), /KE {2}Kenya {2}name 1, demonym 1/u);
});

test('wrong use is told', async () => {
  await assert.rejects(annotate(['--format', 'xml'], createTerminal()), UsageError);
});

test('brat standoff of one file', async () => {
  const terminal = createTerminal('Iran won.');
  assert.equal(await annotate(['--format=brat', '-'], terminal), 0);
  assert.equal(
    terminal.output(),
    'T1\tCountry 0 4\tIran\nN1\tReference T1 ISO3166:IR\tIran\nA1\tForm T1 name\n',
  );
  await assert.rejects(annotate(['--format=brat', 'a', 'b'], createTerminal()), UsageError);
});
