import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string;
  }
}

/** One server for all browser tests that keep nothing on it: a process takes longer to start than most of them run. */
export default async function startSite({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startServer({ RATE_LIMIT_PER_MINUTE: '0' });
  provide('siteUrl', server.url);
  return () => server.stop();
}
