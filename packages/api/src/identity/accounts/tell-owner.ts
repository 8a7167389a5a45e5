import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Transaction } from '../../db/open-database.ts';
import { message, say } from '../../messages/say.ts';
import { queueMessage } from '../../notifications/queue-message.ts';
import type { Contact } from '../contact.ts';
import type { User } from '../queries.ts';

/** Tells the owner of a number or address that somebody else has tried to use it; nobody else learns that there is one. */
export async function tellOwner(tx: Transaction, act: Act, { id, language }: User, contact: Contact): Promise<void> {
  const locale = language ?? 'zh-CN';
  await queueMessage(tx, act.now, {
    kind: contact.kind === 'phone' ? 'sms' : 'email',
    to: contact.value,
    subject: say(message('mail.contact-known.subject'), locale),
    text: say(message('mail.contact-known'), locale),
    link: '/sign-in',
  });
  await appendAudit(tx, act, { action: 'contact.owner-told', subject: { type: 'user', id } });
}
