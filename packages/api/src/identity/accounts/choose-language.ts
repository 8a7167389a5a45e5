import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { Locale } from '../../messages/say.ts';
import { users } from '../table.ts';

/** The language in which one is written to. */
export async function chooseLanguage(act: PersonalAct, language: Locale): Promise<void> {
  const id = act.actor.userId;
  await withTransaction(act.database, async (tx) => {
    await tx.update(users).set({ language, updatedAt: act.now }).where(eq(users.id, id));
    const subject = { type: 'user', id };
    await appendAudit(tx, act, { action: 'account.language-chosen', subject, details: { language } });
  });
}
