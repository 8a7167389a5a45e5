import type { Database } from '../db/open-database.ts';
import type { FilesDeps } from './files-deps.ts';
import { listQuarantined } from './queries.ts';
import { scanFile } from './scan-file.ts';

const AT_ONCE = 50;

/** Scans what waits; a second call while one runs makes it look once more. */
export type ScanRun = () => Promise<void>;

/** Scans files in quarantine one after the other; those without a result wait for the next run. */
export function createScanRun(database: Database, deps: FilesDeps, clock: () => Date): ScanRun {
  let running: Promise<void> | undefined;
  let isAsked = false;
  const scanAll = async () => {
    do {
      isAsked = false;
      for (const file of await listQuarantined(database.read, AT_ONCE)) {
        await scanFile({ database, actor: 'system', now: clock(), requestId: 'scan' }, deps, file);
      }
    } while (isAsked);
  };
  return () => {
    if (!deps.scanner) return Promise.resolve();
    isAsked = true;
    running ??= scanAll().finally(() => {
      running = undefined;
    });
    return running;
  };
}
