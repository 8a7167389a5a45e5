import { type SendDeps, sendDue } from './send-due.ts';

const EVERY_MS = 2_000;

/** Looks into the outbox every two seconds, one round after the other; returns the way to stop, which waits for the round. */
export function keepSending(deps: SendDeps, onFault: (fault: unknown) => void): () => Promise<void> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      round = sendDue(deps)
        .then(() => undefined, onFault)
        .finally(() => {
          if (!isStopped) next();
        });
    }, EVERY_MS);
    timer.unref();
  };
  next();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await round;
  };
}
