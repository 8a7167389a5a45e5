import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { outbox } from './table.ts';

export interface OutgoingMessage {
  readonly kind: 'email' | 'sms';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A path of the web, e.g. `/my/applications/…`. */
  readonly link?: string;
  /** Holds a code or a one-time link. */
  readonly isSecret?: boolean;
}

/** Puts a message into the outbox, in the transaction of the act that causes it: both are there or neither. */
export async function queueMessage(tx: Transaction, now: Date, message: OutgoingMessage): Promise<void> {
  const at = now.toISOString();
  const { link = null, isSecret = false, ...rest } = message;
  await tx.insert(outbox).values({ ...rest, link, isSecret, id: newId(), createdAt: at, nextTryAt: at, attempts: 0 });
}
