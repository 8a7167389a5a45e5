import { and, eq, sql } from 'drizzle-orm';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Transaction } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import { listFirmMembers } from '../../identity/firm-people.ts';
import { notify } from '../../notifications/notify.ts';
import { nextVersion } from '../change-state.ts';
import type { ApplicationRow } from '../queries.ts';
import { applicationDrafts, applications } from '../table.ts';

interface Move {
  readonly policy: string;
  readonly inForceFrom: string;
  readonly hash: string;
}

/**
 * Moves a draft to a version that has taken effect, because the transition rule published with it says so (过渡办法). What was
 * filled in stays; the firm is told.
 */
export async function moveDraft(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  row: ApplicationRow,
  { policy, inForceFrom, hash }: Move,
): Promise<void> {
  const still = and(eq(applications.id, row.id), eq(applications.state, 'draft'));
  const [found] = await tx.update(applications).set({ version: nextVersion }).where(still).returning();
  if (!found) throw new ApiError(409, 'changed-meanwhile');
  await tx
    .update(applicationDrafts)
    .set({ policyHash: hash, draftVersion: sql`${applicationDrafts.draftVersion} + 1` })
    .where(eq(applicationDrafts.applicationId, row.id));
  await appendAudit(tx, act, {
    action: 'application.rules-moved',
    subject: { type: 'application', id: row.id },
    details: { policy, inForceFrom, hash },
  });
  await notify(tx, act, {
    to: (await listFirmMembers(tx, row.firmId)).map(({ userId }) => userId),
    key: 'application.rules-moved',
    args: { project: row.projectName, from: inForceFrom },
    link: `/my/applications/${row.id}`,
  });
}
