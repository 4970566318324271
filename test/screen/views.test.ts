import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { runCommand } from './runCommand.ts';

// The side bar and the concordance as a person uses them, with the mouse and with the keyboard.

const root = path.join(import.meta.dirname, '../..');
const pictures = path.resolve(root, process.env.NEWSMARK_PICTURES ?? 'test/output/pictures');
const articles = {
  'bridge.article': `---
published: 2021-03-10
---
The old bridge reopens

Mayor Elena Duarte said on Tuesday that Brazil had paid for the bridge. Brazil thanked Elena Duarte.
`,
  'ferry.article': `---
published: 2021-03-12
---
A ferry for Peru

The engineer Rui Lopes met Elena Duarte in Peru. “It was cold,” Rui Lopes said.
`,
};
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
};

describe('the side bar', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-views-'));
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    mkdirSync(path.join(folder, '.vscode'));
    for (const [name, text] of Object.entries(articles)) writeFileSync(path.join(folder, name), text);
    setTheme(themes.light);
    workbench = await openWorkbench({
      host: 'node',
      folder,
      file: 'bridge.article',
      settings: { 'editor.minimap.enabled': false, 'workbench.tree.enableStickyScroll': false },
    });
    page = workbench.browser.page;
    page.setDefaultTimeout(20_000);
    await page.goto(workbench.address);
    await page.locator('.statusbar-item', { hasText: 'suggestions left' }).first().waitFor();
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('opens by its icon and shows the people of the article', async () => {
    await page.locator('.activitybar .action-item a[aria-label^="Newsmark"]').first().click();
    await row('Elena Duarte', '2').waitFor();
    await labelled('Elena Duarte, 2 mentions');
    for (const group of ['People', 'Countries', 'Dates', 'Speakers']) await row(group).waitFor();
    assert.equal(await row('Rui Lopes').count(), 0);
  });

  test('leads by the keyboard from a person to a mention', async () => {
    await runCommand(page, 'Focus on Entities View');
    await page.locator('.sidebar .monaco-list:focus').waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await row('Mayor Elena Duarte said').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await cursorAt(6, 100);
  });

  test('goes to the next mention by the arrow that shows on hover', async () => {
    await act('Elena Duarte', 'Go to Next Mention');
    await cursorAt(6, 19);
    await act('Elena Duarte', 'Go to Next Mention');
    await cursorAt(6, 100);
  });

  test('turns to the folder by a button in its title', async () => {
    await titleAction('Show the Entities of the Folder');
    await row('Elena Duarte', '3 · 2').waitFor();
    await labelled('Rui Lopes, 2 mentions in 1 article');
    await row('Elena Duarte', '3 · 2').click();
    await row('ferry.article').waitFor();
    await row('Elena Duarte', '3 · 2').click();
  });

  test('is ordered by name from its menu', async () => {
    await runCommand(page, 'Sort by Name');
    await orderIs('Elena Duarte', 'Rui Lopes');
    await runCommand(page, 'Sort by First Mention');
    await orderIs('Elena Duarte', 'Rui Lopes');
  });

  test('filters while one types, and Escape gives back what was there', async () => {
    await titleAction('Filter the Entities…');
    await inputAsks('Filter the entities');
    await page.keyboard.type('lop');
    await row('Elena Duarte').first().waitFor({ state: 'detached' });
    await row('Rui Lopes').first().waitFor();
    await page.locator('.message', { hasText: 'Only what has “lop” in it' }).first().waitFor();
    await page.keyboard.press('Escape');
    await row('Elena Duarte', '3 · 2').waitFor();
    await runCommand(page, 'Filter the Entities');
    await inputAsks('Filter the entities');
    await page.keyboard.type('bra');
    await page.keyboard.press('Enter');
    await row('People').waitFor({ state: 'detached' });
    await titleAction('Clear the Filter');
    await row('People').waitFor();
  });

  test('rejects all mentions in the folder, and takes it back', async () => {
    await act('Elena Duarte', 'Reject All Mentions');
    await row('Elena Duarte', '3 · 2').waitFor({ state: 'detached' });
    await marksAre('ferry.article', ['rejected person: Elena Duarte']);
    // Under test VS Code shows its notifications only when it is asked to.
    await runCommand(page, 'Notifications: Show Notifications');
    await page.locator('.notifications-center', { hasText: 'Changed marks: 3. Articles: 2.' }).waitFor();
    await page.locator('.notifications-center .monaco-button', { hasText: 'Undo' }).click();
    await row('Elena Duarte', '3 · 2').waitFor();
    await marksAre('ferry.article', []);
  });

  test('merges two people by drag and drop', async () => {
    // A tree that is filled again drops what is dragged.
    for (let tries = 0; tries < 4 && (await row('Rui Lopes', '2 · 1').count()) > 0; tries++) {
      await row('Rui Lopes', '2 · 1').dragTo(row('Elena Duarte'));
      await row('Elena Duarte', '5 · 2')
        .waitFor({ timeout: 5000 })
        .catch(() => undefined);
    }
    await row('Elena Duarte', '5 · 2').waitFor();
    await row('Rui Lopes', '2 · 1').waitFor({ state: 'detached' });
    await runCommand(page, 'Take Back the Last Act on Several Articles');
    await row('Rui Lopes', '2 · 1').waitFor();
    await row('Elena Duarte', '3 · 2').waitFor();
  });

  test('merges by the context menu, with a name that is typed', async () => {
    await row('Rui Lopes', '2 · 1').click({ button: 'right' });
    await chooseInMenu('This Is Somebody Else…');
    await inputAsks('Who is “Rui Lopes”?');
    await page.keyboard.type('Ana Lima');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'a new name' }).waitFor();
    await page.keyboard.press('Enter');
    await row('Ana Lima', '2 · 1').waitFor();
    await runCommand(page, 'Take Back the Last Act on Several Articles');
    await row('Rui Lopes', '2 · 1').waitFor();
  });

  test('splits one mention off, in the article at hand by the editor’s own undo', async () => {
    await titleAction('Show the Entities of the Article');
    await row('Elena Duarte', '2').waitFor();
    await page.locator('.editor-instance .monaco-editor .view-line').first().click();
    await unfold(row('Elena Duarte', '2'), row('thanked Elena Duarte'));
    await act('thanked Elena Duarte', 'This Mention Is Somebody Else…');
    await inputAsks('Who is “Elena Duarte”?');
    await page.keyboard.type('Ana Lima');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'a new name' }).waitFor();
    await page.keyboard.press('Enter');
    await row('Ana Lima', '1').waitFor();
    await page.locator('.editor-instance .monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+z');
    await row('Ana Lima', '1').waitFor({ state: 'detached' });
    await marksAre('bridge.article', []);
  });

  test('follows the cursor where the setting wants it', async () => {
    setTheme(themes.light, { 'newsmark.views.followSelection': true });
    const brazil = page
      .locator('.editor-instance .monaco-editor .view-line span', { hasText: /^Brazil$/ })
      .first();
    const selected = page.locator('.pane-body .monaco-list-row.selected', { hasText: 'Brazil' });
    for (let tries = 0; tries < 20 && (await selected.count()) === 0; tries++) {
      await page.locator('.editor-instance .monaco-editor .view-line').first().click();
      await brazil.click();
      await page.waitForTimeout(300);
    }
    await selected.waitFor();
    setTheme(themes.light);
  });

  test('shows how far the articles are, the begun one first, with a badge', async () => {
    await row('bridge.article', 'left').waitFor();
    await runCommand(page, 'Focus on Review Progress View');
    await row('ferry.article', 'left').hover();
    await row('ferry.article', 'left').locator('a[aria-label="Review This Article"]').click();
    await page.locator('.statusbar-item', { hasText: 'Annotating' }).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await row('ferry.article', '1 judged').waitFor();
    await page.locator('.activitybar .badge-content', { hasText: '2' }).waitFor();
    const names = await page
      .locator('.pane-body .monaco-list-row', { hasText: '.article' })
      .allTextContents();
    assert.match(names.join('\n'), /ferry\.article[\s\S]*bridge\.article/);
  });

  test('searches the folder and shows keywords in context that lead to their places', async () => {
    await runCommand(page, 'Search the Folder');
    await inputAsks('Search the folder');
    await page.keyboard.type('peru');
    const country = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Countries, 2' });
    await country.waitFor();
    await page.waitForTimeout(500);
    await country.click();
    await line('Hits: 2. Articles: 1.').waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'ferry.article' }).waitFor();
    await cursorAt(6, 48);
  });

  test('keeps a search and opens it again', async () => {
    await page.locator('.tab', { hasText: 'Peru.concordance' }).click();
    await page.locator('.editor-actions a[aria-label^="Keep This Search"]').first().click();
    await search('Peru').waitFor();
    const tab = page.locator('.tab', { hasText: 'Peru.concordance' });
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'detached' });
    await search('Peru').click();
    await line('Hits: 2. Articles: 1.').waitFor();
  });

  test('marks all hits at once, and undoes it there', async () => {
    const before = sideLines('ferry.article');
    // One of the two has been accepted before.
    const accepted = ['accepted country: Peru', 'accepted country: Peru'];
    await page.locator('.editor-instance .monaco-editor .view-line').first().click();
    await page.locator('.editor-actions a[aria-label^="Mark All Hits"]').first().click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Accept what' }).click();
    await marksAre('ferry.article', accepted);
    await line('Hits: 2. Articles: 1.').click();
    await page.keyboard.press('Control+z');
    await marksAre('ferry.article', before);
    await page.keyboard.press('Control+y');
    await marksAre('ferry.article', accepted);
    await page.keyboard.press('Control+z');
    await marksAre('ferry.article', before);
  });

  test('forgets a search', async () => {
    await search('Peru').hover();
    await search('Peru').locator('a[aria-label="Remove the Search"]').click();
    await page.locator('.welcome-view-content', { hasText: 'Look for a person' }).waitFor();
  });

  for (const [name, theme] of Object.entries(themes))
    test(`looks as it should, ${name}`, async () => {
      setTheme(theme);
      const shade = { light: 'vs ', dark: 'vs-dark', contrast: 'hc-black' }[name] ?? '';
      await page.waitForFunction(
        (wanted) => document.querySelector('.monaco-workbench')?.className.includes(wanted),
        shade,
      );
      await runCommand(page, 'Notifications: Clear All Notifications');
      await page.mouse.move(700, 500);
      await page.waitForTimeout(700);
      await page.screenshot({ path: path.join(pictures, `views-${name}.png`) });
    });

  function row(...texts: readonly string[]): Locator {
    const rows = page.locator('.sidebar .monaco-list-row');
    return texts.reduce((some, hasText) => some.filter({ hasText }), rows).first();
  }

  function search(text: string): Locator {
    const pane = page.locator('.sidebar .pane', { hasText: 'Saved Searches' });
    return pane.locator('.monaco-list-row', { hasText: text }).first();
  }

  /** Unfolds a row that may be unfolded already. */
  async function unfold(parent: Locator, child: Locator): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      const isThere = await child.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return;
      await parent.click();
    }
  }

  async function inputAsks(title: string): Promise<void> {
    await page.locator('.quick-input-title', { hasText: title }).waitFor();
    await page.locator('.quick-input-widget input:focus').waitFor();
  }

  async function labelled(label: string): Promise<void> {
    await page.locator(`.sidebar .monaco-list-row[aria-label="${label}"]`).first().waitFor();
  }

  /** Clicks an action that a row shows while the mouse is over it. */
  async function act(text: string, action: string): Promise<void> {
    const button = row(text).locator(`a[aria-label="${action}"]`);
    // A tree that is filled again forgets where the mouse is.
    for (let tries = 0; tries < 20; tries++) {
      await page.mouse.move(700, 500);
      await row(text).hover();
      const isDone = await button.click({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
      if (isDone) return;
    }
    throw new Error(`${text} does not offer ${action}`);
  }

  async function titleAction(label: string): Promise<void> {
    await page.locator('.pane-header', { hasText: 'Entities' }).hover();
    await page.locator(`.pane-header a[aria-label="${label}"]`).first().click();
  }

  /** A menu that has only just come takes no click. */
  async function chooseInMenu(label: string): Promise<void> {
    const item = page.locator('.monaco-menu .action-menu-item', { hasText: label });
    await item.waitFor();
    for (let tries = 0; tries < 10 && (await item.isVisible()); tries++) {
      await item.click({ timeout: 2000 }).catch(() => undefined);
      await item.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => undefined);
    }
  }

  function line(text: string): Locator {
    return page.locator('.editor-instance .view-line', { hasText: text }).first();
  }

  async function cursorAt(lineNumber: number, column: number): Promise<void> {
    await page.locator('.statusbar-item', { hasText: `Ln ${lineNumber}, Col ${column}` }).waitFor();
  }

  async function orderIs(...names: readonly string[]): Promise<void> {
    const pattern = new RegExp(names.join('[\\s\\S]*'));
    const end = Date.now() + 30_000;
    let shown = '';
    while (!pattern.test(shown) && Date.now() < end) {
      await page.waitForTimeout(100);
      shown = (await page.locator('.sidebar .monaco-list-row').allTextContents()).join('\n');
    }
    assert.match(shown, pattern);
  }

  async function marksAre(name: string, expected: readonly string[]): Promise<void> {
    const end = Date.now() + 30_000;
    while (sideLines(name).join('\n') !== expected.join('\n') && Date.now() < end)
      await page.waitForTimeout(50);
    assert.deepEqual(sideLines(name), expected);
  }

  function sideLines(name: string): readonly string[] {
    const side = path.join(folder, `${name}.marks.jsonl`);
    if (!existsSync(side)) return [];
    return readFileSync(side, 'utf8')
      .split('\n')
      .slice(1)
      .filter((text) => text !== '')
      .map((text) => {
        const mark = JSON.parse(text);
        return `${mark['newsmark:verdict']} ${mark.body[0].value}: ${mark.target.selector[0].exact}`;
      })
      .sort();
  }

  function setTheme(theme: string, more: Readonly<Record<string, unknown>> = {}): void {
    const settings = { 'workbench.colorTheme': theme, 'editor.minimap.enabled': false, ...more };
    writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  }
});
