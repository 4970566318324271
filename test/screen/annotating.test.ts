import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { runCommand } from './runCommand.ts';

// An annotator walks through an article by the keyboard alone; what is typed here is what a person types.

const root = path.join(import.meta.dirname, '../..');
const pictures = path.resolve(root, process.env.NEWSMARK_PICTURES ?? 'test/output/pictures');
const TEXT = `---
published: 2021-03-09
---
The old bridge reopens

Mayor Elena Duarte said on Tuesday that Brazil had paid for the bridge. Brazil thanked Duarte.

The engineer Rui Lopes walked across it first.
`;

describe('annotating by the keyboard alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-articles-'));
  const side = path.join(folder, 'bridge.article.marks.jsonl');
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    writeFileSync(path.join(folder, 'bridge.article'), TEXT);
    workbench = await openWorkbench({
      host: 'node',
      folder,
      file: 'bridge.article',
      settings: {
        'workbench.colorTheme': 'Default Light Modern',
        'editor.minimap.enabled': false,
        'files.autoSave': 'off',
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

  test('the mode shows in the status bar', async () => {
    await runCommand(page, 'Annotate by Single Keys');
    await statusSays('Annotating');
  });

  test('n goes to the first suggestion, a accepts it and goes on, x rejects', async () => {
    await press('n');
    await press('a', ['accepted person: Elena Duarte']);
    await press('x', ['accepted person: Elena Duarte', 'rejected date: Tuesday']);
  });

  test('the editor undoes and redoes', async () => {
    await press('Control+z', ['accepted person: Elena Duarte']);
    await press('Control+y', ['accepted person: Elena Duarte', 'rejected date: Tuesday']);
  });

  test('c retypes, u doubts, e extends, z takes back', async () => {
    await go('Rui Lopes');
    const before = ['accepted person: Elena Duarte', 'rejected date: Tuesday'];
    await press('c', [...before, 'corrected country: Rui Lopes']);
    await press('u', [...before, 'corrected? country: Rui Lopes']);
    await press('e', [...before, 'corrected? country: Rui Lopes walked']);
    await press('z', [...before, 'corrected? country: Rui Lopes']);
    await press('z', [...before, 'corrected country: Rui Lopes']);
    await press('z', before);
  });

  test('p adds a mark where nothing was suggested', async () => {
    await go('engineer');
    await press('p', ['accepted person: Elena Duarte', 'rejected date: Tuesday', 'added person: engineer']);
  });

  test('l accepts all alike', async () => {
    await go('Brazil');
    await press('l', [
      'accepted person: Elena Duarte',
      'rejected date: Tuesday',
      'accepted country: Brazil',
      'accepted country: Brazil',
      'added person: engineer',
    ]);
    await page.screenshot({ path: path.join(pictures, 'annotating.png') });
  });

  test('letters that are no keys change nothing', async () => {
    for (const key of ['y', 'j', 'Enter', 'Space', 'r']) await page.keyboard.press(key);
    await page.keyboard.press('Control+s');
    await page.waitForTimeout(500);
    assert.equal(readFileSync(path.join(folder, 'bridge.article'), 'utf8'), TEXT);
  });

  test('? shows the keys, Escape leaves the mode', async () => {
    await page.keyboard.press('Shift+Slash');
    await page.locator('.quick-input-widget', { hasText: 'Accept and Go On' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.statusbar-item', { hasText: 'Annotating' }).waitFor({ state: 'detached' });
  });

  test('all is there after a reload, and the article is as it was', async () => {
    const marks = sideLines();
    await page.reload();
    await statusSays('suggestions left');
    assert.deepEqual(sideLines(), marks);
    await page.locator('.statusbar-item', { hasText: 'suggestions left' }).waitFor();
    assert.equal(readFileSync(path.join(folder, 'bridge.article'), 'utf8'), TEXT);
  });

  /** Presses a key, and waits until the side file holds these marks. */
  async function press(key: string, marks?: readonly string[]): Promise<void> {
    await page.keyboard.press(key);
    if (marks === undefined) await page.waitForTimeout(500);
    const end = Date.now() + 60_000;
    while (marks && JSON.stringify(sideLines()) !== JSON.stringify(marks) && Date.now() < end)
      await page.waitForTimeout(50);
    if (marks) assert.deepEqual(sideLines(), marks);
  }

  /** Selects the next place of the words by the editor's search. */
  async function go(words: string): Promise<void> {
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+f');
    await page.locator('.find-widget.visible').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(200);
  }

  function statusSays(words: string): Promise<void> {
    return page.locator('.statusbar-item', { hasText: words }).first().waitFor();
  }

  function sideLines(): readonly string[] {
    if (!existsSync(side)) return [];
    return readFileSync(side, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => {
        const mark = JSON.parse(line);
        const doubt = mark['newsmark:unsure'] ? '?' : '';
        return `${mark['newsmark:verdict']}${doubt} ${mark.body[0].value}: ${mark.target.selector[0].exact}`;
      });
  }
});
