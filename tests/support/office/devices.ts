import type { Browser, BrowserContext, Page } from 'playwright-core';
import { wipePage } from '../wipe-page.ts';
import type { Person } from './person.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Devices {
  /** A page on a device of its own where this person is signed in; nobody for a visitor. */
  readonly pageOf: (person?: Person, size?: Size) => Promise<Page>;
  /** What went wrong in any page since the last call: exceptions, console errors, breaches of the CSP. */
  readonly takeProblems: () => readonly string[];
  /** Shows the moved clock to the pages that are open. */
  readonly followClock: () => Promise<void>;
  /** Pictures of all open pages, named after `path`. */
  readonly takePictures: (path: string) => Promise<void>;
  /** Ends what all open pages show; some of the devices, wiped, serve the next person. */
  readonly closePages: () => Promise<void>;
}

// The browser itself writes a line for every answer of 400 and above; the journeys look at those answers on purpose.
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** So many devices wait for the next person at most. */
const SPARE = 2;

/** Devices of people in one browser, all on the clock of the server. */
export function openDevices(browser: Browser, url: string, clock: { now: Date }): Devices {
  const problems: string[] = [];
  const pages = new Set<Page>();
  const spare: Page[] = [];
  const contextsOf = (): ReadonlySet<BrowserContext> => new Set([...pages].map((page) => page.context()));
  const newPage = async (size: Size): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: size,
      colorScheme: 'light',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    // What a page says while it is being wiped is nobody's fault.
    const note = (problem: string) => pages.has(page) && problems.push(problem);
    // A test may put a device away by itself.
    page.on('close', () => pages.delete(page));
    page.on('pageerror', (error) => note(`${error.name}: ${error.message}`));
    page.on(
      'console',
      (message) => message.type() === 'error' && !REFUSAL.test(message.text()) && note(message.text()),
    );
    return page;
  };
  const pageOf: Devices['pageOf'] = async (person, size = { width: 1440, height: 900 }) => {
    const page = spare.pop() ?? (await newPage(size));
    await page.setViewportSize(size);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.context().clock.setFixedTime(clock.now);
    const jar = [...(person?.cookies() ?? [])].map(([name, value]) => ({ name, value, url }));
    await page.context().addCookies(jar);
    pages.add(page);
    return page;
  };
  return {
    pageOf,
    takeProblems: () => problems.splice(0),
    takePictures: async (path) => {
      const open = [...contextsOf()].flatMap((context) => context.pages());
      await Promise.all(open.map((page, i) => page.screenshot({ path: `${path}-${i + 1}.png`, fullPage: true })));
    },
    closePages: async () => {
      const open = [...pages];
      pages.clear();
      for (const page of open) {
        if (spare.length < SPARE && (await wipePage(page))) spare.push(page);
        else await page.context().close();
      }
    },
    followClock: async () => {
      await Promise.all([...contextsOf()].map((context) => context.clock.setFixedTime(clock.now)));
    },
  };
}
