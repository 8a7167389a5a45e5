import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/server.ts';

const ENTRY = fileURLToPath(new URL('office-process.ts', import.meta.url));
const START_LIMIT_MS = 60_000;

export interface ServerProcess {
  readonly url: string;
  /** SIGKILL: no time to close anything. */
  readonly kill: () => Promise<void>;
}

/** Starts the server on this data folder, in a process of its own, and waits until it answers. */
export async function startProcess(dataDir: string, now: Date): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, now.toISOString()], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'error',
      RATE_LIMIT_PER_MINUTE: '0',
      DEADLINES_EVERY_SECONDS: '0',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (const giveUpAt = Date.now() + START_LIMIT_MS; !(await answers(url)); await pause(50))
    if (hasExited(child) || Date.now() > giveUpAt) throw new Error('The server did not start.');
  return {
    url,
    kill: async () => {
      if (hasExited(child)) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const hasExited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
