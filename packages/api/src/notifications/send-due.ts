import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { dueMessages, type OutboxMessage } from './queries.ts';
import { outbox } from './table.ts';
import type { Transport } from './transport.ts';

export interface SendDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly transport: Transport;
  /** The address people type, for links. */
  readonly site: string;
}

const AT_ONCE = 20;
const CLAIM_MS = 5 * 60_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

/**
 * Sends what is due and says how many went out. INVARIANT (outbox-keeps): a message leaves the outbox only after the
 * transport has taken it; a process that dies in between sends it once more after the claim has run out.
 */
export async function sendDue(deps: SendDeps): Promise<number> {
  const { database, clock } = deps;
  let sent = 0;
  for (const { id } of await dueMessages(database.read, clock(), AT_ONCE)) {
    const message = await claim(deps, id);
    if (message && (await sendOne(deps, message))) sent++;
  }
  return sent;
}

/** Takes a message for a while, so that two processes do not send it side by side. */
async function claim({ database, clock }: SendDeps, id: string): Promise<OutboxMessage | undefined> {
  const now = clock();
  const until = new Date(now.getTime() + CLAIM_MS).toISOString();
  return withTransaction(database, async (tx) => {
    const [found] = await tx
      .select()
      .from(outbox)
      .where(and(eq(outbox.id, id), isNull(outbox.sentAt)));
    if (!found || found.nextTryAt > now.toISOString()) return undefined;
    const attempts = found.attempts + 1;
    await tx.update(outbox).set({ nextTryAt: until, attempts }).where(eq(outbox.id, id));
    return { ...found, attempts };
  });
}

async function sendOne({ database, clock, transport, site }: SendDeps, message: OutboxMessage): Promise<boolean> {
  const text = message.link === null ? message.text : `${message.text}\n\n${site}${message.link}`;
  const failure = await transport({ ...message, text }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 300),
  );
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (message.attempts - 1));
  const nextTryAt = new Date(clock().getTime() + pause).toISOString();
  const wiped = message.isSecret ? { text: '', link: null } : {};
  const result =
    failure === undefined
      ? { sentAt: clock().toISOString(), lastError: null, ...wiped }
      : { nextTryAt, lastError: failure };
  await withTransaction(database, (tx) => tx.update(outbox).set(result).where(eq(outbox.id, message.id)));
  return failure === undefined;
}
