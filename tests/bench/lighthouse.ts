import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { launchBrowser } from '../support/browser.ts';
import { freePort, startServer } from '../support/server.ts';

const PAGES = ['/', '/self-check'];
const RUNS = 3;
/** What the project asks of itself, in hundredths. */
const LIMITS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
type Category = keyof typeof LIMITS;
const CATEGORIES = Object.keys(LIMITS) as Category[];

interface Scores {
  readonly path: string;
  /** Median of the runs, 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Audits that cost points. */
  readonly lost: readonly string[];
  readonly paintMs: number;
  readonly blockingMs: number;
}

/** Lighthouse, desktop preset, on the real server over the loopback: no other host is asked for anything. */
export async function printScores(): Promise<void> {
  const port = await freePort();
  const [server, browser] = await Promise.all([
    startServer({ RATE_LIMIT_PER_MINUTE: '0' }),
    launchBrowser([`--remote-debugging-port=${port}`]),
  ]);
  try {
    console.log(`\nLighthouse, desktop preset, median of ${RUNS} runs`);
    for (const path of PAGES) print(await measurePage(`${server.url}${path}`, path, port));
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function measurePage(url: string, path: string, port: number): Promise<Scores> {
  const runs: Result[] = [];
  for (let i = 0; i < RUNS; i++) {
    const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: CATEGORIES }, desktopConfig);
    if (!result) throw new Error(`Lighthouse gave nothing for ${path}`);
    runs.push(result.lhr);
  }
  const scoreOf = (category: Category) => median(runs.map((run) => 100 * (run.categories[category]?.score ?? 0)));
  const audit = (id: string) => median(runs.map((run) => run.audits[id]?.numericValue ?? 0));
  const weighty = runs.flatMap((run) =>
    CATEGORIES.flatMap((category) => run.categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (run.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => id),
  );
  return {
    path,
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
    },
    lost: [...new Set(weighty)],
    paintMs: audit('largest-contentful-paint'),
    blockingMs: audit('total-blocking-time'),
  };
}

function print({ path, scores, lost, paintMs, blockingMs }: Scores): void {
  const figures = CATEGORIES.map((category) => {
    const isKept = scores[category] >= LIMITS[category];
    return `${category} ${scores[category].toFixed(0)} (limit ${LIMITS[category]}${isKept ? '' : ', missed'})`;
  });
  const times = `largest paint ${paintMs.toFixed(0)} ms, blocked ${blockingMs.toFixed(0)} ms`;
  console.log(
    `${path}  ${figures.join(', ')}; ${times}${lost.length > 0 ? `; points lost in ${lost.join(', ')}` : ''}`,
  );
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
