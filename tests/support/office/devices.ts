import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Person } from './person.ts';

export interface Devices {
  /** A page on a device of its own where this person is signed in; nobody for a visitor. */
  readonly pageOf: (person?: Person, size?: { readonly width: number; readonly height: number }) => Promise<Page>;
  /** What went wrong in any page since the last call: exceptions, console errors, breaches of the CSP. */
  readonly takeProblems: () => readonly string[];
  /** Shows the moved clock to the pages that are open. */
  readonly followClock: () => Promise<void>;
  /** Pictures of all open pages, named after `path`. */
  readonly takePictures: (path: string) => Promise<void>;
  readonly closePages: () => Promise<void>;
}

// The browser itself writes a line for every answer of 400 and above; the journeys look at those answers on purpose.
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Devices of people in one browser, all on the clock of the server. */
export function openDevices(browser: Browser, url: string, clock: { now: Date }): Devices {
  const problems: string[] = [];
  const contexts = new Set<BrowserContext>();
  const pageOf: Devices['pageOf'] = async (person, size = { width: 1440, height: 900 }) => {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: size,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    contexts.add(context);
    context.on('close', () => contexts.delete(context));
    context.setDefaultTimeout(15_000);
    await context.clock.setFixedTime(clock.now);
    const jar = [...(person?.cookies() ?? [])].map(([name, value]) => ({ name, value, url }));
    await context.addCookies(jar);
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(`${error.name}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !REFUSAL.test(message.text())) problems.push(message.text());
    });
    return page;
  };
  return {
    pageOf,
    takeProblems: () => problems.splice(0),
    takePictures: async (path) => {
      const pages = [...contexts].flatMap((context) => context.pages());
      await Promise.all(pages.map((page, i) => page.screenshot({ path: `${path}-${i + 1}.png`, fullPage: true })));
    },
    closePages: async () => {
      await Promise.all([...contexts].map((context) => context.close()));
    },
    followClock: async () => {
      await Promise.all([...contexts].map((context) => context.clock.setFixedTime(clock.now)));
    },
  };
}
