import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import manifest from '../../package.json' with { type: 'json' };
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { runCommand } from './runCommand.ts';

// The package as a person gets it, made by `npm run package` and installed in VS Code like any other.

const root = path.join(import.meta.dirname, '../..');
const vsix = path.join(root, `${manifest.name}-${manifest.version}.vsix`);
const settings = { 'outline.collapseItems': 'alwaysCollapse' };
const TEXT = `---
published: 2021-03-09
---
The old bridge reopens

Mayor Elena Duarte said on Tuesday that Brazil had paid for the bridge. Brazil thanked Duarte.
`;

describe('the package, installed', { skip: existsSync(vsix) ? false : 'npm run package makes it' }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-articles-'));
  const side = path.join(folder, 'bridge.article.marks.jsonl');
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    writeFileSync(path.join(folder, 'bridge.article'), TEXT);
    workbench = await openWorkbench({ host: 'node', folder, file: 'bridge.article', vsix, settings });
    page = workbench.browser.page;
    await page.goto(workbench.address);
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('opens an article and counts what is left to judge', async () => {
    await page.locator('.statusbar-item', { hasText: 'suggestions left' }).waitFor();
  });

  test('says in a hover who it is', async () => {
    const hover = page.locator('.monaco-hover:visible', { hasText: 'First full mention' }).first();
    // Counts that appear above a line move it away from below the pointer.
    for (let tries = 0; tries < 10 && !(await hover.isVisible()); tries++) {
      await page.mouse.move(600, 700);
      await page.locator('.view-line span > span', { hasText: 'Elena Duarte' }).first().hover();
      await hover.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    assert.ok(await hover.isVisible());
  });

  test('fills the outline', async () => {
    const header = page.locator('.pane-header', { hasText: 'Outline' });
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    for (const group of ['People', 'Countries', 'Dates', 'Quotes'])
      await page.locator('.outline-pane .monaco-list-row', { hasText: group }).first().waitFor();
  });

  test('accepts a mark and writes it beside the article', async () => {
    await page.locator('.view-line', { hasText: 'The old bridge' }).first().click();
    await runCommand(page, 'Annotate by Single Keys');
    await page.locator('.statusbar-item', { hasText: 'Annotating' }).waitFor();
    await page.keyboard.press('n');
    await page.waitForTimeout(500);
    await page.keyboard.press('a');
    const deadline = Date.now() + 20_000;
    while (!existsSync(side) && Date.now() < deadline) await page.waitForTimeout(100);
    assert.match(readFileSync(side, 'utf8'), /"newsmark:verdict":"accepted"/);
  });

  test('draws the timeline', async () => {
    await runCommand(page, 'Show Timeline');
    const picture = page.frameLocator('iframe.webview').frameLocator('iframe');
    await picture.locator('svg, canvas').first().waitFor();
    await picture.getByText('2021').first().waitFor();
  });
});
