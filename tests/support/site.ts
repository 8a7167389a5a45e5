import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startServer } from './server.ts';

/** The day every visit takes place on, unless it says otherwise: results must not change with the calendar. */
export const TODAY = '2022-11-25';

export interface Visit {
  readonly locale?: 'zh-CN' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** `YYYY-MM-DD` in China. */
  readonly today?: string;
}

/** The real server and one real browser. */
export interface Site {
  readonly url: string;
  /** A new person on a new device: empty storage, the given language, screen and day. */
  readonly visit: (visit?: Visit) => Promise<Page>;
  /** What went wrong in any page since the last call: exceptions, console errors, breaches of the CSP. */
  readonly takeProblems: () => readonly string[];
  readonly close: () => Promise<void>;
}

export async function openSite(): Promise<Site> {
  const [server, browser] = await Promise.all([startServer({ RATE_LIMIT_PER_MINUTE: '0' }), launchBrowser()]);
  const problems: string[] = [];
  return {
    url: server.url,
    visit: async (visit = {}) => {
      const context = await newDevice(browser, server.url, visit);
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(`${error.name}: ${error.message}`));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      return page;
    },
    takeProblems: () => problems.splice(0),
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

async function newDevice(browser: Browser, url: string, visit: Visit): Promise<BrowserContext> {
  const { locale = 'zh-CN', theme = 'light', width = 1440, height = 900, today = TODAY } = visit;
  const context = await browser.newContext({
    baseURL: url,
    locale,
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
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
