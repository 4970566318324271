import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { evaluate } from '../../../server/cli/evaluate.ts';
import { UsageError } from '../../../server/cli/terminal.ts';
import { createFolder } from '../../support/folder.ts';
import { createTerminal } from '../../support/terminal.ts';

const TEXT = 'Iran met Peru, not Peruvians.';
const GOLD = {
  id: 'a',
  text: TEXT,
  entities: [
    { start: 0, end: 4, type: 'COUNTRY', code: 'IR', form: 'name' },
    { start: 9, end: 13, type: 'COUNTRY', code: 'CL', form: 'name' },
    { start: 15, end: 18, type: 'COUNTRY', code: 'CL', form: 'name' },
  ],
};

async function saveGold(folder: string): Promise<string> {
  const gold = path.join(folder, 'gold.jsonl');
  await writeFile(gold, `${JSON.stringify(GOLD)}\n\n`);
  return gold;
}

test('prints a table for each form and the errors in their context', async (context) => {
  const gold = await saveGold(await createFolder(context));
  const terminal = createTerminal();
  assert.equal(await evaluate([gold, '--errors', '9'], terminal), 0);
  assert.match(terminal.output(), /edited, 1 articles\nCOUNTRY {2}strict +P +66\.7 +R +66\.7/u);
  assert.match(terminal.output(), /scraped, 1 articles/u);
  assert.match(terminal.output(), /COUNTRY {2}value +P +33\.3/u);
  assert.match(
    terminal.errors(),
    /edited\ta:9\tvalue COUNTRY\tIran met \[Peru\], not Peruvians\.\twanted CL\tgot PE/u,
  );
  assert.match(terminal.errors(), /scraped\ta:\d+\textra COUNTRY\t.*\[peruvians\]/u);
});

test('counts only the forms asked for', async (context) => {
  const gold = await saveGold(await createFolder(context));
  const terminal = createTerminal();
  assert.equal(await evaluate([gold, '--form=edited', '--forms=name', '--json'], terminal), 0);
  const { edited, scraped } = JSON.parse(terminal.output());
  assert.equal(edited.types.COUNTRY.strict.precision, 1);
  assert.equal(scraped, undefined);
});

test('a figure under its floor fails, and floors only rise', async (context) => {
  const folder = await createFolder(context);
  const gold = await saveGold(folder);
  const floors = path.join(folder, 'floors.json');
  await writeFile(floors, JSON.stringify({ edited: { COUNTRY: { strict: 0.6 } } }));
  assert.equal(await evaluate([gold, '--floors', floors, '--raise'], createTerminal()), 0);
  const raised = JSON.parse(await readFile(floors, 'utf8'));
  assert.equal(raised.edited.COUNTRY.strict, 0.666);
  await writeFile(floors, JSON.stringify({ edited: { COUNTRY: { strict: 0.9 } } }));
  const terminal = createTerminal();
  assert.equal(await evaluate([gold, '--floors', floors, '--raise'], terminal), 1);
  assert.match(terminal.errors(), /edited COUNTRY strict: 0\.666, floor 0\.9/u);
  assert.equal(JSON.parse(await readFile(floors, 'utf8')).edited.COUNTRY.strict, 0.9);
});

test('wrong use is told', async (context) => {
  const folder = await createFolder(context);
  const gold = await saveGold(folder);
  const wrong = [
    [],
    [gold, '--form', 'loud'],
    [gold, '--errors', 'x'],
    [gold, '--raise'],
    [path.join(folder, 'none')],
  ];
  for (const args of wrong) await assert.rejects(evaluate(args, createTerminal()), UsageError);
  const bad = path.join(folder, 'bad.jsonl');
  await writeFile(bad, '{"id":1,"text":"x","entities":[{"start":0}]}');
  await assert.rejects(evaluate([bad], createTerminal()), /bad\.jsonl, line 1: "entities"/u);
});
