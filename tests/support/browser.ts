import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { npmChromium } from './npm-chromium.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a real Chromium: CHROMIUM_PATH or the system's one, else the npm one (which CHROMIUM_PATH=none forces). `args` are more switches for it. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const build = existsSync(installed) ? { executablePath: installed, env: {} } : await npmChromium();
  const browser = await chromium.launch({
    executablePath: build.executablePath,
    args: [...FLAGS, ...args],
    env: { ...process.env, ...build.env },
  });
  const page = await browser.newPage();
  if (!(await drawsApart(page, '控', '制'))) {
    await browser.close();
    throw new Error('This Chromium has no Chinese font: every character is the same box. Install fonts-noto-cjk.');
  }
  await page.close();
  return browser;
}

/** Whether two characters give different pixels; without a font for them, both are the same box. */
export function drawsApart(page: Page, one: string, other: string): Promise<boolean> {
  return page.evaluate(
    (characters) => {
      // No named function in here: tsx adds a call to one that the page does not have.
      const drawn = characters.map((character) => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 48;
        const context = canvas.getContext('2d');
        if (!context) throw new Error('no canvas');
        context.font = '40px sans-serif';
        context.fillText(character, 2, 40);
        return context.getImageData(0, 0, 48, 48).data.join();
      });
      return drawn[0] !== drawn[1];
    },
    [one, other] as const,
  );
}
