import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { agree } from '../../../server/cli/agree.ts';
import { UsageError } from '../../../server/cli/terminal.ts';
import { createFolder } from '../../support/folder.ts';
import { marksIn, sideFileOf } from '../../support/layers.ts';
import { createTerminal } from '../../support/terminal.ts';

const TEXT = 'Elena Duarte left.\n\n😀 Brazil, "now", paid for it on Tuesday.\n';
const by = marksIn(TEXT);

async function makeFolder(context: TestContext): Promise<string> {
  const folder = await createFolder(context);
  const layers = {
    '': [by('')('person', 'Elena Duarte'), by('')('country', 'Brazil', { code: 'BR' })],
    'ben.b': [by('ben.b')('person', 'Elena Duarte'), by('ben.b')('country', '😀 Brazil', { code: 'BR' })],
    adjudicated: [],
  };
  await writeFile(path.join(folder, 'bridge.article'), TEXT);
  for (const [annotator, marks] of Object.entries(layers)) {
    const layer = annotator === '' ? '' : `.@${annotator.replace('.', '%2E')}`;
    await writeFile(
      path.join(folder, `bridge.article${layer}.marks.jsonl`),
      sideFileOf('bridge.article', TEXT, marks),
    );
  }
  return folder;
}

test('a folder as tables', async (context) => {
  const terminal = createTerminal();
  assert.equal(await agree([await makeFolder(context)], terminal), 0);
  const output = terminal.output();
  assert.match(output, /all kinds +1 +0\.500 +1\.000/u);
  assert.match(output, /marks of \(no name\) +marks of ben\.b\n/u);
  assert.match(output, /\(no name\), ben\.b +person +1 +1\.000/u);
  assert.doesNotMatch(output, /adjudicated/u);
});

test('its disagreements as lines that lead there, and as JSON', async (context) => {
  const folder = await makeFolder(context);
  const lines = createTerminal();
  assert.equal(await agree(['--disagreements', path.join(folder, 'bridge.article')], lines), 0);
  assert.equal(
    lines.output(),
    `${path.join(folder, 'bridge.article')}:3:1: span · (no name): country “Brazil” (BR) · ben.b: country “😀 Brazil” (BR)\n`,
  );
  const json = createTerminal();
  assert.equal(await agree(['--format=json', folder], json), 0);
  const { annotators, disagreements } = JSON.parse(json.output());
  assert.deepEqual(annotators, ['', 'ben.b']);
  assert.deepEqual(
    disagreements.map(({ words, differences }: { words: string; differences: string[] }) => [
      words,
      differences,
    ]),
    [['😀 Brazil', ['span']]],
  );
});

test('CSV has a figure to a line', async (context) => {
  const terminal = createTerminal();
  assert.equal(await agree(['--format=csv', await makeFolder(context)], terminal), 0);
  const rows = terminal.output().split('\r\n');
  assert.equal(rows[0], 'article,kind,annotators,measure,value');
  assert.ok(rows.includes(',country,,exact,0'));
  assert.ok(rows.includes(',person,(no name) / ben.b,exact,1'));
});

test('the adjudicated layer takes part where it is named', async (context) => {
  const terminal = createTerminal();
  const folder = await makeFolder(context);
  assert.equal(await agree(['--annotators', 'ben.b,adjudicated', folder], terminal), 0);
  assert.match(terminal.output(), /adjudicated, ben\.b/u);
});

test('what cannot be compared is told', async (context) => {
  const folder = await makeFolder(context);
  const terminal = createTerminal();
  assert.equal(await agree(['--annotators', 'ben.b', folder], terminal), 1);
  assert.match(terminal.errors(), /no article has the layers of two annotators/u);
  await writeFile(path.join(folder, 'gone.article.marks.jsonl'), '');
  await writeFile(path.join(folder, 'bridge.article.@carl.marks.jsonl'), 'no mark\n');
  const broken = createTerminal();
  assert.equal(await agree([folder], broken), 1);
  assert.match(broken.errors(), /gone\.article: there is no such file/u);
  assert.match(broken.errors(), /@carl\.marks\.jsonl, line 1: no mark/u);
  await assert.rejects(agree([], createTerminal()), UsageError);
  await assert.rejects(agree(['--format=xml', folder], createTerminal()), UsageError);
  await assert.rejects(agree([path.join(folder, 'nowhere')], createTerminal()), /there is no such file/u);
});

test("the folder's scheme gives the order of the kinds; a broken one is told of", async (context) => {
  const folder = await makeFolder(context);
  const scheme = path.join(folder, 'newsmark.scheme.json');
  await writeFile(
    scheme,
    JSON.stringify({ defaults: false, kinds: [{ name: 'country' }, { name: 'person' }] }),
  );
  const terminal = createTerminal();
  assert.equal(await agree([folder], terminal), 0);
  assert.match(terminal.output(), /all kinds.*\ncountry.*\nperson/u);
  await writeFile(scheme, '{"kinds": 1}');
  const broken = createTerminal();
  assert.equal(await agree([folder], broken), 1);
  assert.match(broken.errors(), /newsmark\.scheme\.json: kinds: not a list: 1; the default scheme stays/u);
  assert.match(broken.output(), /all kinds.*\nperson.*\ncountry/u);
});
