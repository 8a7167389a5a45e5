import { and, asc, desc, eq } from 'drizzle-orm';
import type { ApplicationRow } from '../../applications/queries.ts';
import { UNDECIDED } from '../../applications/under-policy.ts';
import type { Reader } from '../../db/open-database.ts';
import { getFirm } from '../../firms/queries.ts';
import { readScheme } from '../../schemes/queries.ts';
import { policyDrafts, policyNotices, policyTransitions } from '../table.ts';
import { parksOf } from '../texts.ts';
import type { CaseTransition } from './contract.ts';

/**
 * What the change of a policy means for one draft or case under way (过渡办法), for the firm: what is to come while a version
 * is published and not in force yet, else what was done when the last one took effect; null where none concerns it.
 */
export async function transitionOfCase(db: Reader, row: ApplicationRow): Promise<CaseTransition | null> {
  return (await coming(db, row)) ?? (await done(db, row));
}

async function coming(db: Reader, row: ApplicationRow): Promise<CaseTransition | null> {
  const isDraft = row.state === 'draft';
  if (!isDraft && !UNDECIDED.includes(row.state)) return null;
  const scheme = await readScheme(db, row.schemeId, row.schemeRevision);
  const scheduled = await db
    .select({ draft: policyDrafts, noticeId: policyNotices.id })
    .from(policyDrafts)
    .innerJoin(policyNotices, eq(policyNotices.draftId, policyDrafts.id))
    .where(and(eq(policyDrafts.policyId, scheme?.document.policy ?? ''), eq(policyDrafts.state, 'scheduled')))
    .orderBy(asc(policyDrafts.inForceFrom));
  const park = (await getFirm(db, row.firmId))?.parkId ?? '';
  const next = scheduled.find(({ draft }) => parksOf(draft)?.includes(park) ?? true);
  if (!next) return null;
  const { draft, noticeId } = next;
  return {
    kind: isDraft ? 'draft' : 'case',
    rule: (isDraft ? draft.draftsRule : draft.casesRule) ?? 'keep',
    outcome: null,
    inForceFrom: draft.inForceFrom ?? '',
    reason: draft.transitionReason ?? '',
    noticeId,
  };
}

async function done(db: Reader, { id }: ApplicationRow): Promise<CaseTransition | null> {
  const [last] = await db
    .select({ record: policyTransitions, draft: policyDrafts, noticeId: policyNotices.id })
    .from(policyTransitions)
    .innerJoin(policyDrafts, eq(policyDrafts.id, policyTransitions.draftId))
    .innerJoin(policyNotices, eq(policyNotices.draftId, policyTransitions.draftId))
    .where(eq(policyTransitions.applicationId, id))
    .orderBy(desc(policyTransitions.at))
    .limit(1);
  if (!last) return null;
  const { kind, rule, outcome } = last.record;
  const { inForceFrom, transitionReason } = last.draft;
  const { noticeId } = last;
  return { kind, rule, outcome, inForceFrom: inForceFrom ?? '', reason: transitionReason ?? '', noticeId };
}
