import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { dropSecrets } from '../secrets/use-secret.ts';
import { invitations } from '../table.ts';

/** Takes back an invitation that was not accepted: of the office, or of one firm. */
export async function revokeInvitation(
  act: PersonalAct,
  id: string,
  of: 'staff' | { readonly firmId: string },
): Promise<void> {
  const whose = of === 'staff' ? eq(invitations.kind, 'staff') : eq(invitations.firmId, of.firmId);
  await withTransaction(act.database, async (tx) => {
    const gone = await tx
      .update(invitations)
      .set({ revokedAt: act.now.toISOString() })
      .where(and(eq(invitations.id, id), whose, isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
      .returning({ firmId: invitations.firmId });
    const [found] = gone;
    if (!found) throw new ApiError(404, 'not-found');
    await dropSecrets(tx, 'invitation', id);
    await appendAudit(tx, act, {
      action: 'invitation.revoked',
      subject: found.firmId === null ? { type: 'invitation', id } : { type: 'firm', id: found.firmId },
      details: { invitation: id },
    });
  });
}
