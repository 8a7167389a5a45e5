import type { ScanRun } from './scan-pending.ts';

const EVERY_MS = 10 * 60_000;

/** Scans what waits now and again from time to time, so that a scanner that was away for a while is asked anew. */
export function repeatScans(scan: ScanRun, onFault: (fault: unknown) => void): () => void {
  const run = () => void scan().catch(onFault);
  run();
  const timer = setInterval(run, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
