import type { Logger } from 'pino';
import type { Database } from '../db/open-database.ts';
import { logFault } from '../http/error-responses.ts';
import { passTime } from './pass-time.ts';

interface Watch {
  readonly database: Database;
  readonly clock: () => Date;
  readonly log: Logger;
  /** 0 for never: another process does it. */
  readonly everySeconds: number;
  /** Working days before a firm's last day at which it is reminded; 0 for never. */
  readonly remindWorkingDays: number;
}

/** Lets time pass at once and again every few minutes. `stop` waits for what is under way. */
export function watchDeadlines({ database, clock, log, everySeconds, remindWorkingDays }: Watch): {
  stop(): Promise<void>;
} {
  if (everySeconds === 0) return { stop: async () => {} };
  let running: Promise<void> | undefined;
  const run = () => {
    running ??= once(database, clock(), log, remindWorkingDays).finally(() => {
      running = undefined;
    });
  };
  run();
  const timer = setInterval(run, everySeconds * 1000);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

async function once(database: Database, now: Date, log: Logger, remindWorkingDays: number): Promise<void> {
  try {
    const { moved, failures } = await passTime(database, now, remindWorkingDays);
    if (moved > 0) log.info({ moved }, 'deadlines');
    for (const { subject, error } of failures) logFault(log, `deadline ${subject}`, error);
  } catch (error) {
    logFault(log, 'deadlines', error);
  }
}
