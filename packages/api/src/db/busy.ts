/** Another connection holds the lock, or a replica asks to come back later: the work may be done again from the start. */
export function isBusy(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    const { code, rawCode, status } = each as Error & { code?: unknown; rawCode?: unknown; status?: unknown };
    if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) return true;
    if (rawCode === 5 || status === 429 || code === 'SERVER_ERROR_429') return true;
  }
  return false;
}

const LONGEST_PAUSE_MS = 50;

/** Does the work again with a random pause while the database is busy, at most until `giveUpAfterMs`; then throws the last error. */
export async function whileBusy<T>(
  work: () => Promise<T>,
  onBusy: () => Promise<void>,
  giveUpAfterMs: number,
): Promise<T> {
  const giveUpAt = performance.now() + giveUpAfterMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await onBusy();
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * LONGEST_PAUSE_MS));
    }
  }
}
