import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../host/workbench.ts';

// What a person sees of an article in VS Code, in the pixels of the page. The pictures of README are taken here:
// NEWSMARK_PICTURES=client/media node --import tsx test/units.mjs screen

const root = path.join(import.meta.dirname, '../..');
const pictures = path.resolve(root, process.env.NEWSMARK_PICTURES ?? 'test/output/pictures');
const settings = {
  'editor.fontSize': 15,
  'editor.hover.above': false,
  'editor.minimap.enabled': false,
  'outline.collapseItems': 'alwaysCollapse',
};
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
};

for (const [name, theme] of Object.entries(themes))
  describe(`an article on the screen, ${name}`, () => {
    const parent = mkdtempSync(path.join(tmpdir(), 'newsmark-screen-'));
    const folder = path.join(parent, 'articles');
    let workbench: Workbench;
    let page: Page;

    before(async () => {
      mkdirSync(pictures, { recursive: true });
      cpSync(path.join(root, 'test/editor/articles'), folder, { recursive: true });
      workbench = await openWorkbench({
        host: 'node',
        folder,
        file: 'summit.article',
        settings: { ...settings, 'workbench.colorTheme': theme },
        scale: 2,
      });
      page = workbench.browser.page;
      await page.goto(workbench.address);
      await editor().locator('.view-line', { hasText: 'Leaders meet' }).first().waitFor();
    });
    after(async () => {
      await workbench?.close();
      rmSync(parent, { recursive: true, force: true });
    });

    const editor = (): Locator => page.locator('.editor-instance .monaco-editor').first();
    const word = (text: string): Locator =>
      editor().locator('.view-line span > span', { hasText: text }).first();

    test('the status bar names the language', async () => {
      await page.locator('.statusbar-item', { hasText: 'News Article' }).waitFor();
    });

    test('the date that does not exist is underlined', async () => {
      await editor().locator('.squiggly-error').first().waitFor();
    });

    test('people, countries and dates have colours of their own', async () => {
      let colours = new Set<string>();
      for (let tries = 0; colours.size < 4 && tries < 300; tries++) {
        colours = new Set();
        for (const text of ['Maria Santos', 'Vietnam', '1998', 'signed'])
          colours.add(await word(text).evaluate((element) => getComputedStyle(element).color));
        await page.waitForTimeout(200);
      }
      assert.equal(colours.size, 4, [...colours].join(' '));
    });

    test('the outline lists people, countries, dates and quotes', async () => {
      const header = page.locator('.pane-header', { hasText: 'Outline' });
      if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
      for (const group of ['People', 'Countries', 'Dates', 'Quotes'])
        await page.locator('.outline-pane .monaco-list-row', { hasText: group }).first().waitFor();
    });

    test('Problems tells what is wrong', async () => {
      await page.keyboard.press('Control+Shift+M');
      const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'impossible-date' });
      await row.waitFor();
      assert.match((await row.textContent()) ?? '', /30 February/);
    });

    test('the hover says who it is', async () => {
      await page.screenshot({ path: path.join(pictures, `article-${name}.png`) });
      await word('Maria Santos').hover();
      const hover = page.locator('.monaco-hover:visible', { hasText: 'First full mention' }).first();
      await hover.waitFor();
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(pictures, `hover-${name}.png`) });
    });
  });
