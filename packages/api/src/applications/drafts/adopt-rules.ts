import { and, eq, sql } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { markUsed } from '../../policies/mark-used.ts';
import { nextVersion } from '../change-state.ts';
import { ownCase } from '../own-case.ts';
import { applicationDrafts, applications } from '../table.ts';
import { standingOf } from './draft-change.ts';
import { openDraft } from './open-draft.ts';

/**
 * Moves a draft to the rules of today (按新规定继续), because the person has read what changed and says so; never of itself.
 * What was filled in stays.
 */
export async function adoptRules(
  act: PersonalAct & { readonly database: Database },
  applicationId: string,
  draftVersion: number,
): Promise<{ readonly draftVersion: number }> {
  const { read } = act.database;
  const row = await ownCase(read, act.actor, applicationId);
  const draft = await openDraft(read, row, act.now);
  const { latest, isBehind } = await standingOf(read, draft.rules, dayInChina(act.now));
  if (row.state !== 'draft') throw new ApiError(409, 'already-submitted');
  if (!latest) throw new ApiError(409, 'scheme-not-open');
  if (!isBehind) return { draftVersion };
  const { doc, hash } = latest.picked.version;
  return withTransaction(act.database, async (tx) => {
    const moved = await tx
      .update(applicationDrafts)
      .set({ policyHash: hash, draftVersion: sql`${applicationDrafts.draftVersion} + 1` })
      .where(and(eq(applicationDrafts.applicationId, row.id), eq(applicationDrafts.draftVersion, draftVersion)))
      .returning({ draftVersion: applicationDrafts.draftVersion });
    if (!moved[0]) throw new ApiError(409, 'changed-meanwhile');
    await tx
      .update(applications)
      .set({ schemeRevision: latest.scheme.revision, version: nextVersion })
      .where(and(eq(applications.id, row.id), eq(applications.state, 'draft')));
    await markUsed(tx, { id: doc.id, inForceFrom: doc.inForce.from }, act.now);
    await appendAudit(tx, act, {
      action: 'application.rules-adopted',
      subject: { type: 'application', id: row.id },
      details: {
        policy: { from: draft.rules.picked.version.doc.inForce.from, to: doc.inForce.from },
        scheme: { from: row.schemeRevision, to: latest.scheme.revision },
      },
    });
    return moved[0];
  });
}
