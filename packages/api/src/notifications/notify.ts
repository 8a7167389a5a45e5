import type { Act } from '../audit/act.ts';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { addressesOf } from '../identity/queries.ts';
import { emailsWanted } from './queries.ts';
import { queueMessage } from './queue-message.ts';
import { sayNotice } from './say-notice.ts';
import { notifications } from './table.ts';

export interface Notice {
  /** Ids of the people who are told; a person named twice is told once. */
  readonly to: readonly string[];
  /** The words are `notifications.<key>` in the messages of the API; an argument `@<key>` has words there itself. */
  readonly key: string;
  readonly args: Readonly<Record<string, string>>;
  /** Where to go from there: a path of the web. */
  readonly link?: string;
}

/**
 * Tells people in the web, and by e-mail those who have a verified address and have not switched it off, all in the
 * transaction of the act: a notice is never about something that did not happen.
 */
export async function notify(tx: Transaction, act: Pick<Act, 'now'>, { to, key, args, link }: Notice): Promise<void> {
  const userIds = [...new Set(to)];
  if (userIds.length === 0) return;
  const createdAt = act.now.toISOString();
  const row = { key, args: { ...args }, link: link ?? null, createdAt };
  for (const userId of userIds) await tx.insert(notifications).values({ ...row, id: newId(), userId });
  const wanted = await emailsWanted(tx, userIds);
  for (const { userId, email, language } of await addressesOf(tx, userIds)) {
    if (email === undefined || !wanted.has(userId)) continue;
    const text = sayNotice({ key, args }, language);
    const mail = { kind: 'email', to: email, subject: text, text } as const;
    await queueMessage(tx, act.now, link === undefined ? mail : { ...mail, link });
  }
}
