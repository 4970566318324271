import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';

/** A headless Chromium with one page in a fresh profile. */
export interface Browser {
  readonly page: Page;
  close(): Promise<void>;
}

/** The Chromium or Chrome of this machine, or undefined. `NEWSMARK_CHROMIUM` names another one. */
export function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return [
    process.env.NEWSMARK_CHROMIUM ?? '',
    '/usr/lib/chromium/chromium',
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((file) => file !== '' && existsSync(file));
}

/** Starts the browser; `scale` is device pixels a CSS pixel. Throws where there is none, saying how to get one. */
export async function openBrowser(scale = 1): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error(
      'No Chromium or Chrome found: install one (Debian: apt-get install chromium) or set NEWSMARK_CHROMIUM',
    );
  const home = mkdtempSync(path.join(tmpdir(), 'newsmark-browser-'));
  const browser = await chromium.launch({ executablePath, args: flags, env: { ...process.env, HOME: home } });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: scale,
  });
  context.setDefaultTimeout(60_000);
  return {
    page: await context.newPage(),
    close: async () => {
      await browser.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
