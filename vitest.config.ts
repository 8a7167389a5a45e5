import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { OrderOfFiles } from './tests/support/order-of-files.ts';

// `isolate: false`: no test changes what modules share, so each worker reads them once; reading them again for every file
// took a fifth of the time.
const unit = (name: string, environment: 'node' | 'happy-dom' = 'node') => ({
  test: {
    name,
    root: `packages/${name}`,
    environment,
    include: ['src/**/*.test.{ts,tsx}'],
    // A property test takes longer on a busy machine; the limit is there for what hangs, not for what is slow.
    testTimeout: 60_000,
    isolate: false,
  },
});

const START_SITE = fileURLToPath(new URL('tests/support/start-site.ts', import.meta.url));

interface CrossingOptions {
  readonly groupOrder?: number;
  readonly globalSetup?: string[];
}

const crossing = (name: string, folders: string[], testTimeout: number, more: CrossingOptions = {}) => ({
  test: {
    name,
    root: 'tests',
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    testTimeout,
    hookTimeout: testTimeout,
    isolate: false,
    sequence: { groupOrder: more.groupOrder ?? 0 },
    globalSetup: more.globalSetup ?? [],
  },
});

export default defineConfig({
  test: {
    // By itself vitest leaves one processor free, which on a machine of two is half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['tests/proof/open-record.ts'],
    sequence: { sequencer: OrderOfFiles },
    projects: [
      unit('rules'),
      unit('api'),
      unit('web', 'happy-dom'),
      crossing('architecture', ['architecture'], 30_000),
      crossing('system', ['journeys', 'oracle', 'faults'], 60_000),
      crossing('e2e', ['e2e'], 120_000, { globalSetup: [START_SITE] }),
      // Reads what the tests of the API noted, and so comes after them.
      crossing('proof', ['proof'], 30_000, { groupOrder: 1 }),
    ],
    coverage: { provider: 'v8', include: ['packages/*/src/**/*.{ts,tsx}'] },
  },
});
