import { type SendDeps, sendDue } from './send-due.ts';

const EVERY_MS = 2_000;

interface KeepSendingDeps extends SendDeps {
  readonly everyMs?: number;
}

/** Looks into the outbox every two seconds, one round after the other; returns the way to stop, which waits for the round. */
export function keepSending(deps: KeepSendingDeps, onFault: (fault: unknown) => void): () => Promise<void> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      round = Promise.resolve()
        .then(() => sendDue(deps))
        .then(() => undefined, onFault)
        .finally(() => {
          if (!isStopped) next();
        });
    }, deps.everyMs ?? EVERY_MS);
    timer.unref();
  };
  next();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await round;
  };
}
