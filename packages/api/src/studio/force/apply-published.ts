import { and, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import { moveDraft } from '../../applications/drafts/move-draft.ts';
import type { ApplicationRow, SubmissionRow } from '../../applications/queries.ts';
import { decideAnew } from '../../applications/submissions/decide-anew.ts';
import { listDraftsUnder, listUndecidedUnder } from '../../applications/under-policy.ts';
import { isNoWorse, resultOf, weighCase, weighDraft } from '../../applications/weigh-rules.ts';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import type { Database, Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { getFirm } from '../../firms/queries.ts';
import { speaksOf } from '../../policies/applicable.ts';
import { listVersions, type StoredVersion } from '../../policies/queries.ts';
import { listOverruled } from '../../review/queries.ts';
import type { StudioDraftRow } from '../drafts/queries.ts';
import { policyDrafts, policyTransitions } from '../table.ts';
import { affectedHashes } from './affected.ts';
import { listDue, listTransitionRecords } from './queries.ts';

type SystemAct = Omit<Act, 'database'>;
interface Failure {
  readonly subject: string;
  readonly error: unknown;
}
export interface Applied {
  readonly moved: number;
  readonly failures: readonly Failure[];
}

/**
 * Lets published versions take effect whose day has come (施行): drafts and cases under way are kept, moved, or given the
 * better of both, as the version was approved with. Safe to run again: what has been seen to is recorded.
 */
export async function applyPublished(database: Database, now: Date): Promise<Applied> {
  const act: SystemAct = { actor: 'system', now, requestId: `force-${newId()}` };
  let moved = 0;
  const failures: Failure[] = [];
  for (const draft of await listDue(database.read, dayInChina(now))) {
    const done = await applyOne(database, act, draft);
    moved += done.moved;
    failures.push(...done.failures);
  }
  return { moved, failures };
}

async function applyOne(database: Database, act: SystemAct, draft: StudioDraftRow): Promise<Applied> {
  const { read } = database;
  const version = (await listVersions(read)).find(({ hash }) => hash === draft.hash);
  if (!version) throw new Error(`version ${draft.hash} was published and is gone`);
  const hashes = await affectedHashes(read, draft);
  const seen = new Set((await listTransitionRecords(read, draft.id)).map(({ applicationId }) => applicationId));
  const failures: Failure[] = [];
  let moved = 0;
  const each = async (application: ApplicationRow, submission?: SubmissionRow): Promise<void> => {
    if (seen.has(application.id)) return;
    try {
      if (await transfer(database, act, { draft, version, application, submission })) moved++;
    } catch (error) {
      failures.push({ subject: application.id, error });
    }
  };
  for (const application of await listDraftsUnder(read, hashes)) await each(application);
  for (const { application, submission } of await listUndecidedUnder(read, hashes)) await each(application, submission);
  // With one of them open it is tried again the next time; the version itself is in force in any case.
  if (failures.length === 0) await withTransaction(database, (tx) => settle(tx, act, draft, moved));
  return { moved, failures };
}

interface Transfer {
  readonly draft: StudioDraftRow;
  readonly version: StoredVersion;
  readonly application: ApplicationRow;
  readonly submission: SubmissionRow | undefined;
}

async function transfer(database: Database, act: SystemAct, transfer: Transfer): Promise<boolean> {
  const { draft, version, application, submission } = transfer;
  const { read } = database;
  const firm = await getFirm(read, application.firmId);
  if (!speaksOf(version, firm?.parkId ?? undefined)) return false;
  const kind = submission ? ('case' as const) : ('draft' as const);
  const rule = (submission ? draft.casesRule : draft.draftsRule) ?? 'keep';
  const record = { draftId: draft.id, applicationId: application.id, kind, rule, at: act.now.toISOString() };
  if (rule === 'keep') {
    await withTransaction(database, (tx) => note(tx, act, { ...record, outcome: 'kept', before: null, after: null }));
    return false;
  }
  const both = submission
    ? await weighCase(read, { application, submission }, version)
    : await weighDraft(read, application, version, act.now);
  // What an official has overruled by hand is not thrown over by a machine.
  const isHandled = (await listOverruled(read, application.id)).length > 0;
  const moves = both.after.assessed.ok && !isHandled && (rule === 'move' || isNoWorse(both));
  const results = { before: JSON.stringify(resultOf(both.before)), after: JSON.stringify(resultOf(both.after)) };
  const isLost = rule === 'move' && !moves;
  await withTransaction(database, async (tx) => {
    if (moves && submission) await decideAnew(tx, act, { application, submission }, both.after);
    if (moves && !submission)
      await moveDraft(tx, act, application, {
        policy: version.doc.id,
        inForceFrom: version.doc.inForce.from,
        hash: version.hash,
      });
    await note(tx, act, { ...record, ...results, outcome: moves ? 'moved' : isLost ? 'failed' : 'kept' });
  });
  return moves;
}

async function note(tx: Transaction, act: SystemAct, record: typeof policyTransitions.$inferInsert): Promise<void> {
  await tx.insert(policyTransitions).values(record);
  await appendAudit(tx, act, {
    action: `application.transition-${record.outcome}`,
    subject: { type: 'application', id: record.applicationId },
    details: { draft: record.draftId, kind: record.kind, rule: record.rule },
  });
}

/** The version is in force; drafts whose versions it has taken the place of are over. */
async function settle(tx: Transaction, act: SystemAct, draft: StudioDraftRow, moved: number): Promise<void> {
  const at = act.now.toISOString();
  const [row] = await tx
    .update(policyDrafts)
    .set({ state: 'published', appliedAt: at })
    .where(and(eq(policyDrafts.id, draft.id), eq(policyDrafts.state, 'scheduled'), isNull(policyDrafts.appliedAt)))
    .returning();
  if (!row) return;
  const ended = (await listVersions(tx)).filter(
    ({ doc, endsOn }) => doc.id === row.policyId && endsOn !== undefined && endsOn < (row.inForceFrom ?? ''),
  );
  if (ended.length > 0)
    await tx
      .update(policyDrafts)
      .set({ state: 'superseded' })
      .where(
        and(
          eq(policyDrafts.policyId, row.policyId),
          eq(policyDrafts.state, 'published'),
          ne(policyDrafts.id, row.id),
          lt(policyDrafts.inForceFrom, row.inForceFrom ?? ''),
          inArray(
            policyDrafts.hash,
            ended.map(({ hash }) => hash),
          ),
        ),
      );
  await appendAudit(tx, act, {
    action: 'policy.took-effect',
    subject: { type: 'policy', id: row.policyId },
    details: { draft: row.id, inForceFrom: row.inForceFrom, hash: row.hash, moved },
  });
}
