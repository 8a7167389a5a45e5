import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchBrowser } from './browser.ts';
import type {} from './start-site.ts';

/** The day every visit takes place on, unless it says otherwise: results must not change with the calendar. */
export const TODAY = '2022-11-25';

export interface Visit {
  readonly locale?: 'zh-CN' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** `YYYY-MM-DD` in China. */
  readonly today?: string;
  /** The device keeps the whole app for work without a network, which takes longer than most visits do. */
  readonly keepsApp?: boolean;
}

/** The real server, which the files share, and a real browser of the file’s own. */
export interface Site {
  readonly url: string;
  /** A new person on a new device: empty storage, the given language, screen and day. */
  readonly visit: (visit?: Visit) => Promise<Page>;
  /** Puts the device away. What a device has kept never meets the next visit. */
  readonly leave: (page: Page) => Promise<void>;
  /** What went wrong in any page since the last call: exceptions, console errors, breaches of the CSP. */
  readonly takeProblems: () => readonly string[];
  readonly close: () => Promise<void>;
}

export async function openSite(): Promise<Site> {
  const url = inject('siteUrl');
  const browser = await launchBrowser();
  const problems: string[] = [];
  const leaving = new Set<Page>();
  return {
    url,
    visit: async (visit = {}) => {
      const context = await newDevice(browser, url, visit);
      const page = await context.newPage();
      const note = (problem: string) => leaving.has(page) || problems.push(problem);
      page.on('pageerror', (error) => note(`${error.name}: ${error.message}`));
      page.on('console', (message) => message.type() === 'error' && note(message.text()));
      return page;
    },
    leave: async (page) => {
      leaving.add(page);
      await page.context().close();
    },
    takeProblems: () => problems.splice(0),
    close: () => browser.close(),
  };
}

async function newDevice(browser: Browser, url: string, visit: Visit): Promise<BrowserContext> {
  const { locale = 'zh-CN', theme = 'light', today = TODAY, keepsApp = false } = visit;
  const context = await browser.newContext({
    baseURL: url,
    locale,
    timezoneId: 'Asia/Shanghai',
    viewport: sizeOf(visit),
    colorScheme: theme,
    reducedMotion: 'reduce',
    serviceWorkers: keepsApp ? 'allow' : 'block',
  });
  context.setDefaultTimeout(10_000);
  await context.clock.setFixedTime(new Date(`${today}T10:00:00+08:00`));
  await context.addInitScript((chosen) => {
    // Only the first time: what the person chooses later stays. An empty page has no storage.
    if (chosen !== 'en' || !location.protocol.startsWith('http')) return;
    if (localStorage.getItem('tidu.locale') === null) localStorage.setItem('tidu.locale', 'en');
  }, locale);
  return context;
}

const sizeOf = ({ width = 1440, height = 900 }: Visit) => ({ width, height });
