import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { sideFileName } from '../../server/annotations/sideFile/name.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { marksIn, sideFileOf } from '../support/layers.ts';
import { runCommand } from './runCommand.ts';

// Somebody decides between two annotators by the keyboard alone; then the same of a file that git could not merge.

const root = path.join(import.meta.dirname, '../..');
const pictures = path.resolve(root, process.env.NEWSMARK_PICTURES ?? 'test/output/pictures');
const NAME = 'bridge.article';
const TEXT = `The old bridge reopens

Mayor Elena Duarte said on Tuesday that Brazil had paid for the bridge. The engineer Rui Lopes walked across it first,
and Portugal sent a choir.
`;
const [anna, ben] = [marksIn(TEXT)('anna'), marksIn(TEXT)('ben')];
const ANNA = [
  anna('person', 'Elena Duarte', { entity: 'Elena Duarte' }),
  anna('date', 'Tuesday', { value: '2021-03-09' }),
  anna('country', 'Brazil', { code: 'BR', form: 'metonym' }),
  anna('person', 'Rui Lopes'),
  anna('country', 'Portugal', { code: 'PT' }),
];
const BEN = [
  ben('person', 'Mayor Elena Duarte', { entity: 'Elena Duarte' }),
  ben('date', 'on Tuesday', { value: '2021-03-09' }),
  ben('country', 'Brazil', { code: 'BR', form: 'name' }),
  ben('country', 'Portugal', { code: 'PT' }),
];

describe('adjudicating by the keyboard alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-layers-'));
  const of = (annotator: string, name = NAME): string => path.join(folder, sideFileName(name, annotator));
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    writeFileSync(path.join(folder, NAME), TEXT);
    writeFileSync(of('anna'), sideFileOf(NAME, TEXT, ANNA));
    writeFileSync(of('ben'), sideFileOf(NAME, TEXT, BEN));
    workbench = await openWorkbench({
      host: 'node',
      folder,
      file: NAME,
      settings: {
        'workbench.colorTheme': 'Default Light Modern',
        'workbench.secondarySideBar.defaultVisibility': 'hidden',
        'editor.minimap.enabled': false,
        'newsmark.annotator': 'judge',
      },
      scale: 2,
    });
    page = workbench.browser.page;
    await page.goto(workbench.address);
    await statusSays('suggestions left');
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Home');
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const decided = ['accepted country: Portugal'];

  test('what both say is taken, and the first disagreement is shown with what each says', async () => {
    await runCommand(page, 'Adjudicate Marks');
    await statusSays('Adjudicating: 4 of 5 places open');
    await resultIs('adjudicated', decided);
    await lensSays('1 anna: person “Elena Duarte” (Elena Duarte)', '2 ben: person “Mayor Elena Duarte”');
    await page.screenshot({ path: path.join(pictures, 'adjudicating-light.png') });
  });

  test('l takes the first, b both, r the second, x neither; each goes on to the next', async () => {
    await press('l', ['accepted person: Elena Duarte', ...decided]);
    await press('b', [
      'accepted person: Elena Duarte',
      'accepted date: on Tuesday',
      'accepted date: Tuesday',
      ...decided,
    ]);
    await press('2', [
      'accepted person: Elena Duarte',
      'accepted date: on Tuesday',
      'accepted date: Tuesday',
      'accepted country: Brazil',
      ...decided,
    ]);
    await lensSays('2 ben: –');
    await press('x', [
      'accepted person: Elena Duarte',
      'accepted date: on Tuesday',
      'accepted date: Tuesday',
      'accepted country: Brazil',
      'rejected person: Rui Lopes',
      ...decided,
    ]);
    await statusSays('Adjudicating: 0 of 5 places open');
  });

  test('the editor undoes and redoes', async () => {
    await press('z', [
      'accepted person: Elena Duarte',
      'accepted date: on Tuesday',
      'accepted date: Tuesday',
      'accepted country: Brazil',
      ...decided,
    ]);
    await statusSays('Adjudicating: 1 of 5 places open');
    await press('Control+z', [
      'accepted person: Elena Duarte',
      'accepted date: on Tuesday',
      'accepted date: Tuesday',
      ...decided,
    ]);
    await press('Shift+Z', [
      'accepted person: Elena Duarte',
      'accepted date: on Tuesday',
      'accepted date: Tuesday',
      'accepted country: Brazil',
      ...decided,
    ]);
  });

  test('m marks otherwise, and the result says who had what and who decided', async () => {
    await press('n');
    await lensSays('1 anna: person “Rui Lopes”');
    // The cursor comes there a moment later.
    await statusSays('(9 selected)');
    await page.keyboard.press('m');
    await page.locator('.quick-input-title', { hasText: 'What is “Rui Lopes”?' }).waitFor();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'person' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'person: entity' }).waitFor();
    await page.keyboard.type('Rui Lopes');
    await press('Enter', [
      'accepted person: Elena Duarte',
      'accepted date: on Tuesday',
      'accepted date: Tuesday',
      'accepted country: Brazil',
      'added person: Rui Lopes',
      ...decided,
    ]);
    const { creator, 'newsmark:history': history } = records('adjudicated')[0] as Record;
    assert.equal(creator.name, 'judge');
    assert.deepEqual(
      history?.map(({ annotator, words }) => [annotator, words]),
      [
        ['anna', 'Elena Duarte'],
        ['ben', 'Mayor Elena Duarte'],
      ],
    );
  });

  test('no other key types into the article, and Escape leaves', async () => {
    for (const key of ['a', 'q', 'y', '7', 'Space']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await page.locator('.statusbar-item', { hasText: 'Adjudicating' }).waitFor({ state: 'hidden' });
    assert.match(await textOf(page), /The engineer Rui Lopes walked/u);
    assert.equal(readFileSync(path.join(folder, NAME), 'utf8'), TEXT);
  });

  test('a merge with conflicts ends in the same view, and what is decided takes its place', async () => {
    const name = 'merge.article';
    const [head, ours] = sideFileOf(name, TEXT, [{ ...(ANNA[2] as (typeof ANNA)[0]) }]).split('\n');
    const theirs = ours?.replace('"form":"metonym"', '"form":"name"');
    writeFileSync(path.join(folder, name), TEXT);
    const parts = [head, '<<<<<<< HEAD', ours, '=======', theirs, '>>>>>>> review', ''];
    writeFileSync(of('anna', name), parts.join('\n'));
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-widget:visible').waitFor();
    await page.keyboard.type('merge.article.');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'merge.article.@anna' });
    await row.first().click();
    await page.locator('.tab.active', { hasText: 'merge.article.@anna' }).waitFor();
    await runCommand(page, 'Adjudicate Marks');
    await statusSays('Adjudicating: 1 of 1 places open');
    await lensSays('1 HEAD: country “Brazil” (BR, metonym)', '2 review: country “Brazil” (BR, name)');
    await press('r');
    await statusSays('Adjudicating: write the merged marks');
    await runCommand(page, 'Write the Merged Marks');
    const end = Date.now() + 30_000;
    while (readFileSync(of('anna', name), 'utf8').includes('<<<<<<<') && Date.now() < end)
      await page.waitForTimeout(100);
    const [only, ...others] = readFileSync(of('anna', name), 'utf8').trimEnd().split('\n').slice(1);
    assert.deepEqual(others, []);
    assert.equal(JSON.parse(only ?? '')['newsmark:attributes'].form, 'name');
    await page.locator('.statusbar-item', { hasText: 'Adjudicating' }).waitFor({ state: 'hidden' });
    assert.equal(existsSync(of('anna (merged)', name)), false);
  });

  async function press(key: string, expected?: readonly string[]): Promise<void> {
    await page.keyboard.press(key);
    if (expected) await resultIs('adjudicated', expected);
  }

  async function resultIs(annotator: string, expected: readonly string[]): Promise<void> {
    const end = Date.now() + 30_000;
    while (JSON.stringify(records(annotator).map(inWords)) !== JSON.stringify(expected)) {
      if (end < Date.now()) assert.deepEqual(records(annotator).map(inWords), expected);
      await page.waitForTimeout(50);
    }
  }

  function records(annotator: string): readonly Record[] {
    if (!existsSync(of(annotator))) return [];
    const lines = readFileSync(of(annotator), 'utf8').split('\n').slice(1);
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  }

  async function statusSays(words: string): Promise<void> {
    await page.locator('.statusbar-item', { hasText: words }).first().waitFor();
  }

  /** What stands above the line of the current place. */
  async function lensSays(...words: readonly string[]): Promise<void> {
    for (const each of words)
      await page.locator('.codelens-decoration:visible', { hasText: each }).first().waitFor();
  }
});

interface Record {
  readonly 'newsmark:verdict': string;
  readonly 'newsmark:history'?: readonly { readonly annotator: string; readonly words: string }[];
  readonly creator: { readonly name: string };
  readonly body: readonly { readonly value: string }[];
  readonly target: { readonly selector: readonly { readonly exact?: string }[] };
}

function inWords(record: Record): string {
  return `${record['newsmark:verdict']} ${record.body[0]?.value}: ${record.target.selector[0]?.exact}`;
}

async function textOf(page: Page): Promise<string> {
  const lines = await page.locator('.editor-instance .view-line').allTextContents();
  return lines.join('\n').replace(/\s+/gu, ' ');
}
