import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { sideFileName } from '../../server/annotations/sideFile/name.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { marksIn, sideFileOf } from '../support/layers.ts';
import { runCommand } from './runCommand.ts';

// The pictures of an article as a person opens them, and how far its annotators agree; the article tries to be HTML wherever it can.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const harm = `<script>document.title = 'harm'</script><img src=x onerror="document.title = 'harm'">`;
const TEXT = `---
title: ${harm}
published: 2021-03-09
---
The <b>old</b> bridge reopens

"We paid on 4 March ${harm} for the bridge," Elena Duarte said in Brazil to Rui Lopes of Portugal.

"Nobody <i>else</i> would," Rui Lopes told Elena Duarte in 1998.
`;
const commands = {
  timeline: 'Show Timeline',
  speakers: 'Show Who Said What',
  network: 'Show Who Is Mentioned with Whom',
  world: 'Show Countries on a Map',
  agreement: 'Show Agreement',
};
const output = path.resolve(import.meta.dirname, '../../test/output/pictures');
const kinds = Object.keys(commands) as readonly (keyof typeof commands)[];
const themes = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast'];

describe('pictures of an article', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-pictures-'));
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    mkdirSync(output, { recursive: true });
    mkdirSync(path.join(folder, '.vscode'));
    writeFileSync(path.join(folder, 'bridge.article'), TEXT);
    for (const [annotator, words] of [
      ['anna', 'Elena Duarte'],
      [harm.slice(0, 20), 'Elena'],
    ] as const)
      writeFileSync(
        path.join(folder, sideFileName('bridge.article', annotator)),
        sideFileOf('bridge.article', TEXT, [marksIn(TEXT)(annotator)('person', words, { entity: harm })]),
      );
    setTheme('Default Light Modern');
    const settings = { 'workbench.secondarySideBar.defaultVisibility': 'hidden' };
    workbench = await openWorkbench({ host: 'node', folder, file: 'bridge.article', settings });
    page = workbench.browser.page;
    await page.goto(workbench.address);
    await page.locator('.statusbar-item', { hasText: 'suggestions left' }).first().waitFor();
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const kind of kinds)
    test(`${kind}: opens by its command, unfolds its rows and goes to their places`, async () => {
      const frame = await show(kind);
      const unfold = frame.locator('tbody button[aria-expanded]').first();
      await unfold.click();
      assert.equal(await unfold.getAttribute('aria-expanded'), 'true');
      const place = frame.locator('tbody li').first();
      // The sentence follows the way to it.
      await place.filter({ hasText: /\.article:\d+ \S/u }).waitFor();
      const line = /\.article:(\d+)/u.exec((await place.textContent()) ?? '')?.[1];
      await place.locator('button').click();
      await page
        .locator('.statusbar-item', { hasText: `Ln ${line}, ` })
        .first()
        .waitFor();
    });

  for (const kind of kinds)
    test(`${kind}: what looks like HTML in an article stays text`, async () => {
      const frame = await show(kind);
      const folded = frame.locator('tbody button[aria-expanded="false"]');
      while ((await folded.count()) > 0) await folded.first().click();
      await frame.locator('tbody li', { hasText: '<script>' }).first().waitFor();
      assert.equal(await frame.locator('main :is(script, img, b, i)').count(), 0);
      assert.equal(await frame.title(), 'Newsmark');
    });

  for (const theme of themes)
    test(`nothing stands in the way of anyone, ${theme}`, async () => {
      setTheme(theme);
      const background = await page.waitForFunction(
        (name) => document.querySelector('.monaco-workbench')?.className.includes(name),
        theme === 'Default High Contrast' ? 'hc-black' : theme.includes('Dark') ? 'vs-dark' : 'vs ',
      );
      await background.dispose();
      for (const kind of kinds) {
        assert.deepEqual(await violations(await show(kind)), [], kind);
        await page.screenshot({
          path: path.join(output, `${kind}-${theme.split(' ')[1]?.toLowerCase()}.png`),
        });
      }
    });

  test('what is rejected is counted no longer, and again when that is undone', async () => {
    const frame = await show('world');
    const brazil = frame.locator('tbody tr', { hasText: 'Brazil' });
    await brazil.first().waitFor();
    await page.locator('.editor-instance .monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+f');
    await page.locator('.find-widget.visible').waitFor();
    await page.keyboard.type('Brazil');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    await page.keyboard.press('Escape');
    await runCommand(page, 'Reject and Go On');
    await brazil.first().waitFor({ state: 'detached' });
    await page.locator('.editor-instance .monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+z');
    await brazil.first().waitFor();
  });

  test('what a person has arranged stays over an edit and a reload', async () => {
    const before = await show('network');
    await before.locator('button', { hasText: 'Matrix' }).click();
    await before.locator('input[type=search]').fill('du');
    // It may have been unfolded before: that too is kept.
    const unfold = before.locator('tbody button', { hasText: 'Elena Duarte' });
    if ((await unfold.getAttribute('aria-expanded')) === 'false') await unfold.click();
    await before.locator('th button', { hasText: 'Mentions' }).click();
    await page.locator('.editor-instance .monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Elena Duarte met Ana Lima.');
    const mentions = before.locator('tbody tr', { hasText: 'Elena Duarte' }).first();
    await mentions.locator('.number', { hasText: '3' }).waitFor();
    await isArranged(before);
    await page.locator('.editor-instance .monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+s');
    await page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    await page.goto(withoutFile(workbench.address));
    await page.locator('.statusbar-item', { hasText: 'suggestions left' }).first().waitFor();
    await isArranged(await frameOf('network'));
  });

  /** An address that names a file opens that file alone; without it the workbench is as it was left. */
  function withoutFile(address: string): string {
    const url = new URL(address);
    const payload: readonly [string, string][] = JSON.parse(url.searchParams.get('payload') ?? '[]');
    url.searchParams.set('payload', JSON.stringify(payload.filter(([name]) => name !== 'openFile')));
    return url.href;
  }

  async function isArranged(frame: Frame): Promise<void> {
    await frame.locator('button', { hasText: 'Graph' }).waitFor();
    assert.equal(await frame.locator('input[type=search]').inputValue(), 'du');
    await frame.locator('tbody button[aria-expanded="true"]', { hasText: 'Elena Duarte' }).waitFor();
    await frame.locator('th[aria-sort="descending"]', { hasText: 'Mentions' }).waitFor();
  }

  /** Opens a picture from the article by its command; its page, once its table stands there. */
  async function show(kind: keyof typeof commands): Promise<Frame> {
    await page.locator('.editor-instance .monaco-editor .view-line').first().click();
    await runCommand(page, commands[kind]);
    return frameOf(kind);
  }

  async function frameOf(kind: keyof typeof commands): Promise<Frame> {
    const end = Date.now() + 60_000;
    while (Date.now() < end) {
      for (const frame of page.frames()) {
        const rows = frame.locator(`body[data-kind="${kind}"] tbody tr:visible`);
        if ((await rows.count().catch(() => 0)) > 0) return frame;
      }
      await page.waitForTimeout(200);
    }
    throw new Error(`${kind} has not come`);
  }

  function setTheme(theme: string): void {
    const settings = JSON.stringify({ 'workbench.colorTheme': theme });
    writeFileSync(path.join(folder, '.vscode/settings.json'), settings);
  }
});

/** What axe-core finds against the guidelines, a line each. The policy of the page forbids scripts, not the debugger. */
async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe);
  const { violations: found } = await frame.evaluate<AxeResults>('axe.run(document)');
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
