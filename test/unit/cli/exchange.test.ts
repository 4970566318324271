import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { keep } from '../../../server/annotations/kept.ts';
import type { Mark } from '../../../server/annotations/mark.ts';
import { parseSideFile } from '../../../server/annotations/sideFile/parse.ts';
import { printSideFile } from '../../../server/annotations/sideFile/print.ts';
import { convert } from '../../../server/cli/convert.ts';
import { exportMarks } from '../../../server/cli/export.ts';
import { importMarks } from '../../../server/cli/import.ts';
import { UsageError } from '../../../server/cli/terminal.ts';
import { createFolder } from '../../support/folder.ts';
import { createTerminal } from '../../support/terminal.ts';

const TEXT = '🗞 Mayor Elena Duarte said: “No.”\r\nBrazil paid.';

function mark(words: string, kind: string, rest: Partial<Mark> = {}): Mark {
  const start = TEXT.indexOf(words);
  return {
    ...{ id: `urn:uuid:${kind}`, start, end: start + words.length, kind, attributes: {}, parts: {} },
    ...{ verdict: 'accepted', annotator: '', created: '2026-01-02T03:04:05Z', ...rest },
  };
}

const MARKS = [
  mark('Elena Duarte', 'person', { attributes: { entity: 'Elena Duarte' } }),
  mark('“No.”', 'quote', { parts: { speaker: mark('Elena Duarte', '') } }),
  mark('Brazil', 'country', { verdict: 'rejected' }),
].map((own) => ({
  ...own,
  parts: Object.fromEntries(
    Object.entries(own.parts).map(([role, { start, end }]) => [role, { start, end }]),
  ),
}));

/** A folder with an article and its marks. */
async function createArticle(context: TestContext, marks: readonly Mark[] = MARKS): Promise<string> {
  const folder = await createFolder(context);
  await writeFile(path.join(folder, 'bridge.article'), TEXT);
  const side = printSideFile(marks.map(keep), { name: 'bridge.article', text: TEXT });
  await writeFile(path.join(folder, 'bridge.article.marks.jsonl'), side);
  return folder;
}

/** The marks beside an article as `kind: words`. */
async function marksIn(folder: string, side = 'bridge.article.marks.jsonl'): Promise<readonly string[]> {
  const { lines, problems } = parseSideFile(await readFile(path.join(folder, side), 'utf8'));
  assert.deepEqual(problems, []);
  return lines.flatMap((line) =>
    line.kind === 'mark' ? [`${line.stored.judgement.kind}: ${line.stored.place.quoted.words}`] : [],
  );
}

test('what is exported is imported again beside the same article', async (context) => {
  const folder = await createArticle(context);
  const out = path.join(folder, 'out');
  const terminal = createTerminal();
  assert.equal(await exportMarks(['--format', 'brat', '--out', out, folder], terminal), 0);
  assert.deepEqual((await readdir(out)).sort(), [
    'annotation.conf',
    'bridge.ann',
    'bridge.txt',
    'visual.conf',
  ]);
  assert.match(terminal.errors(), /country 35–41 “Brazil” left out: rejected/u);
  assert.match(terminal.errors(), /created of person .* left out/u);
  assert.match(terminal.errors(), /2 marks of 1 articles written/u);
  assert.equal(await importMarks(['--into', folder, out], createTerminal()), 0);
  // They say the same as those that are there.
  assert.equal((await marksIn(folder)).length, 3);
  const other = path.join(folder, 'other');
  await mkdir(other);
  const again = createTerminal();
  assert.equal(await importMarks(['--into', other, out], again), 0);
  assert.match(again.output(), /bridge\.article \(new\): 2 added, 0 known, 0 changed/u);
  assert.equal(await readFile(path.join(other, 'bridge.article'), 'utf8'), TEXT);
  assert.deepEqual(await marksIn(other), ['person: Elena Duarte', 'quote: “No.”']);
});

test('one file goes to standard output, several want a folder', async (context) => {
  const folder = await createArticle(context);
  const terminal = createTerminal();
  assert.equal(
    await exportMarks(['--format=iob2', '--kinds=person', '--labels=person=PER', folder], terminal),
    0,
  );
  assert.match(terminal.output(), /^Elena\tB-PER\nDuarte\tI-PER$/mu);
  await assert.rejects(exportMarks(['--format=brat', folder], createTerminal()), UsageError);
  await assert.rejects(exportMarks(['--format=word', folder], createTerminal()), UsageError);
  await assert.rejects(exportMarks(['--format=brat'], createTerminal()), UsageError);
  await assert.rejects(
    exportMarks(['--format=brat', path.join(folder, 'none')], createTerminal()),
    UsageError,
  );
});

test('the report names what is left out', async (context) => {
  const folder = await createArticle(context);
  const report = path.join(folder, 'report.json');
  assert.equal(
    await exportMarks(['--format=doccano-labels', '--report', report, folder], createTerminal()),
    0,
  );
  const losses: readonly { field: string; mark: { words: string } }[] = JSON.parse(
    await readFile(report, 'utf8'),
  );
  const said = losses.map(({ field, mark: { words } }) => `${field} of ${words}`);
  assert.ok(said.includes('attributes.entity of Elena Duarte'));
  assert.ok(said.includes('parts.speaker of “No.”'));
  assert.ok(said.includes('mark of Brazil'));
});

test('suggestions are the predictions of Label Studio, and come back unsure', async (context) => {
  const folder = await createArticle(context, []);
  const out = path.join(folder, 'out');
  assert.equal(
    await exportMarks(['--format=label-studio', '--suggestions', '--out', out, folder], createTerminal()),
    0,
  );
  const [task] = JSON.parse(await readFile(path.join(out, 'bridge.article.json'), 'utf8'));
  assert.equal(task.annotations.length, 0);
  assert.ok(task.predictions[0].result.length > 1);
  assert.match(await readFile(path.join(out, 'label-studio-config.xml'), 'utf8'), /<Label value="PERSON"/u);
  assert.equal(await importMarks(['--into', folder, out], createTerminal()), 0);
  assert.match(
    await readFile(path.join(folder, 'bridge.article.marks.jsonl'), 'utf8'),
    /"newsmark:unsure":true/u,
  );
});

test('every annotator has a layer of their own', async (context) => {
  const folder = await createFolder(context);
  const task = (annotator: string): unknown => ({
    completed_by: { email: annotator },
    result: [
      {
        id: annotator,
        type: 'labels',
        value: { start: 0, end: 3, labels: ['PER'] },
        from_name: 'l',
        to_name: 't',
      },
    ],
  });
  const tasks = [{ id: 1, data: { text: 'Kim won.' }, annotations: [task('anna@example.org'), task('ben')] }];
  await writeFile(path.join(folder, 'export.json'), JSON.stringify(tasks));
  assert.equal(await importMarks([path.join(folder, 'export.json')], createTerminal()), 0);
  assert.deepEqual((await readdir(folder)).filter((name) => name.endsWith('.marks.jsonl')).sort(), [
    'export.article.@anna%40example%2Eorg.marks.jsonl',
    'export.article.@ben.marks.jsonl',
  ]);
});

test('a file that is wrong anywhere is not imported at all', async (context) => {
  const folder = await createFolder(context);
  const lines = ['{"text":"Kim won.","label":[[0,3,"PER"]]}', '{"text":"Kim won.","label":[[0,90,"PER"]]}'];
  const file = path.join(folder, 'all.jsonl');
  await writeFile(file, lines.join('\n'));
  const terminal = createTerminal();
  assert.equal(await importMarks(['--format=doccano', file], terminal), 1);
  assert.match(
    terminal.errors(),
    /all\.jsonl:2: the label “PER” is wrong: .* outside of the text; nothing is imported/u,
  );
  assert.deepEqual(await readdir(folder), ['all.jsonl']);
});

test('an article with other words is not written over, and no name leads out of the folder', async (context) => {
  const folder = await createArticle(context);
  const file = path.join(folder, 'all.jsonl');
  await writeFile(file, '{"text":"Kim won.","article":"bridge.article","label":[[0,3,"PER"]]}');
  const terminal = createTerminal();
  assert.equal(await importMarks([file], terminal), 1);
  assert.match(terminal.errors(), /bridge\.article is there already, and has other words/u);
  await writeFile(file, '{"text":"Kim won.","article":"../../evil.article","label":[[0,3,"PER"]]}');
  assert.equal(await importMarks([file], createTerminal()), 0);
  assert.ok((await readdir(folder)).includes('evil.article'));
});

test('lines that are not understood come back with the next export', async (context) => {
  const folder = await createArticle(context);
  const standoff = 'T1\tPerson 8 20\tElena Duarte\nE1\tSay:T1\n#1\tAnnotatorNotes E1\todd ✓\n';
  await writeFile(path.join(folder, 'bridge.ann'), standoff);
  assert.equal(await importMarks([path.join(folder, 'bridge.ann')], createTerminal()), 0);
  const out = path.join(folder, 'out');
  assert.equal(await exportMarks(['--format=brat', '--out', out, folder], createTerminal()), 0);
  const written = (await readFile(path.join(out, 'bridge.ann'), 'utf8')).split('\n');
  assert.ok(written.includes('E1\tSay:T1') && written.includes('#1\tAnnotatorNotes E1\todd ✓'));
  const other = createTerminal();
  assert.equal(await exportMarks(['--format=iob2', path.join(folder, 'bridge.article')], other), 0);
  assert.match(other.errors(), /rest of the article left out: only brat has a place/u);
});

test('a mark is renewed by a second import, unless it was judged here since', async (context) => {
  const folder = await createArticle(context, []);
  const save = (kind: string): Promise<void> =>
    writeFile(path.join(folder, 'bridge.ann'), `T1\t${kind} 8 20\tElena Duarte\n`);
  const run = async (): Promise<string> => {
    const terminal = createTerminal();
    assert.equal(await importMarks([path.join(folder, 'bridge.ann')], terminal), 0);
    return terminal.output() + terminal.errors();
  };
  await save('Person');
  assert.match(await run(), /1 added, 0 known, 0 changed/u);
  assert.match(await run(), /0 added, 1 known, 0 changed/u);
  await save('Mayor');
  assert.match(await run(), /0 added, 0 known, 1 changed/u);
  assert.deepEqual(await marksIn(folder), ['mayor: Elena Duarte']);
  const side = path.join(folder, 'bridge.article.marks.jsonl');
  const judged = (await readFile(side, 'utf8')).replace(
    '"created"',
    '"modified":"2027-01-01T00:00:00Z","created"',
  );
  await writeFile(side, judged);
  await save('Person');
  assert.match(await run(), /was judged here since, and stays as it is/u);
  assert.deepEqual(await marksIn(folder), ['mayor: Elena Duarte']);
});

test('converts from one format to another, and says what is lost', async (context) => {
  const folder = await createFolder(context);
  const file = path.join(folder, 'a.conll');
  await writeFile(file, 'Kim NNP I-NP B-PER\nwon VBD I-VP O\n');
  const terminal = createTerminal();
  assert.equal(await convert(['--to=prodigy', file], terminal), 0);
  assert.deepEqual(JSON.parse(terminal.output()).spans[0], {
    start: 0,
    end: 3,
    token_start: 0,
    token_end: 0,
    label: 'PERSON',
  });
  assert.match(terminal.errors(), /only conll2003 has a place for what was kept/u);
  await writeFile(file, 'Kim won\n');
  const wrong = createTerminal();
  assert.equal(await convert(['--from=conll2003', '--to=prodigy', file], wrong), 1);
  assert.match(wrong.errors(), /a\.conll:1: its last column is no tag/u);
  await writeFile(file, 'nothing at all');
  const unknown = createTerminal();
  assert.equal(await convert(['--to=prodigy', file], unknown), 1);
  assert.match(unknown.errors(), /its format is not known/u);
});
