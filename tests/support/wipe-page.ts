import type { Page } from 'playwright-core';

// With an icon, or the browser would ask the server for one.
const BLANK = '<!doctype html><link rel="icon" href="data:,">';

/**
 * Makes a page that was left as empty as a new device; what the browser keeps of scripts stays, for reading them anew is
 * most of what a new one costs. Says whether the page can be used again.
 */
export async function wipePage(page: Page): Promise<boolean> {
  const context = page.context();
  if (page.isClosed() || context.pages().length !== 1) return false;
  await page.unrouteAll();
  // Off the app first, to a page of its origin: it writes what is unsaved when it is left.
  await page.route('**/wiped', (route) => route.fulfill({ contentType: 'text/html', body: BLANK }));
  await page.goto('/wiped');
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.unrouteAll();
  await context.clearCookies();
  return true;
}
