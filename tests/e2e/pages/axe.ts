import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

// The short form of the source: every page reads it anew.
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Which of axe's rules are asked: those about colours take most of the time. */
export type Rules = 'all' | 'colours' | 'all but colours';

/** What axe finds on the page as it stands, one line each; nothing when all is well. */
export async function violationsOf(page: Page, rules: Rules = 'all'): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(source);
  return page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    // Half-way through a change of colour there is no contrast to measure.
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})));
    const colours = ['color-contrast', 'link-in-text-block'];
    const options = {
      all: {},
      colours: { runOnly: { type: 'rule' as const, values: colours } },
      'all but colours': { rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) },
    };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...options[asked] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
    );
  }, rules);
}

/** How far the page runs out of the screen sideways, in pixels, and what sticks out. */
export function overflowOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.querySelectorAll('body *')].filter((el) => el.getBoundingClientRect().right > width + 0.5);
    return out.slice(-3).map((el) => `${el.tagName} ${el.className} “${(el.textContent ?? '').slice(0, 30)}”`);
  });
}
