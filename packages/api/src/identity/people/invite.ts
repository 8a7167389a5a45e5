import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { type Locale, message, say } from '../../messages/say.ts';
import { queueMessage } from '../../notifications/queue-message.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import type { Contact } from '../contact.ts';
import { languageOf } from '../language.ts';
import { maskContact } from '../mask.ts';
import { findUserByContact } from '../queries.ts';
import type { FirmRole, StaffRole } from '../roles.ts';
import { digestSecret, newToken } from '../secrets/digest-secret.ts';
import { issueSecret } from '../secrets/issue-secret.ts';
import { invitations } from '../table.ts';

/** Whom to invite into what; `inviteStaff` and the firms' feature decide whether that may be. */
export interface Invited {
  readonly name: string;
  readonly contact: Contact;
  readonly into: { readonly firmId: string; readonly role: FirmRole } | { readonly staff: StaffRole | undefined };
}

/**
 * Writes an invitation and sends its one-time link; an open one to the same person for the same place is replaced. Returns
 * its id. The caller has checked that the actor may invite.
 */
export async function invite(accounts: Pick<Accounts, 'secret' | 'settings'>, act: PersonalAct, invited: Invited) {
  const { name, contact, into } = invited;
  const days = accounts.settings.invitationDays;
  const token = newToken();
  const id = newId();
  const firmId = 'firmId' in into ? into.firmId : null;
  const role = 'firmId' in into ? into.role : into.staff;
  await withTransaction(act.database, async (tx) => {
    const before = and(
      eq(invitations.contact, contact.value),
      firmId === null ? eq(invitations.kind, 'staff') : eq(invitations.firmId, firmId),
      isNull(invitations.acceptedAt),
      isNull(invitations.revokedAt),
    );
    await tx.update(invitations).set({ revokedAt: act.now.toISOString() }).where(before);
    await tx.insert(invitations).values({
      id,
      kind: firmId === null ? 'staff' : 'firm',
      firmId,
      firmRole: 'firmId' in into ? into.role : null,
      staffRole: 'staff' in into ? (into.staff ?? null) : null,
      name,
      contact: contact.value,
      invitedBy: act.actor.userId,
      createdAt: act.now.toISOString(),
      expiresAt: new Date(act.now.getTime() + days * 86_400_000).toISOString(),
    });
    const digest = digestSecret(accounts.secret, 'invitation', '', token);
    await issueSecret(tx, { purpose: 'invitation', subject: id, digest, now: act.now, minutes: days * 1440, tries: 0 });
    // Who is new has chosen no language: then that of whoever invites.
    const known = await findUserByContact(tx, contact);
    const locale = await languageOf(tx, known?.id ?? act.actor.userId);
    const words = { inviter: act.actor.name, role: roleWords(role, locale), days: String(days) };
    await queueMessage(tx, act.now, {
      kind: contact.kind === 'phone' ? 'sms' : 'email',
      to: contact.value,
      subject: say(message('mail.invitation.subject'), locale),
      text: say(message('mail.invitation', words), locale),
      link: `/accept?token=${token}`,
      isSecret: true,
    });
    await appendAudit(tx, act, {
      action: 'invitation.sent',
      subject: firmId === null ? { type: 'invitation', id } : { type: 'firm', id: firmId },
      details: { invitation: id, contact: maskContact(contact.value), role: role ?? null },
    });
  });
  return id;
}

const roleWords = (role: FirmRole | StaffRole | undefined, locale: Locale): string =>
  say(message(role === undefined ? 'mail.staff' : `role.${role}`), locale);
