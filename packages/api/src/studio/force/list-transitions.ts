import { readApplications } from '../../applications/queries.ts';
import type { Reader } from '../../db/open-database.ts';
import type { TransitionRow } from './contract.ts';
import { listTransitionRecords } from './queries.ts';

/** What became of each draft and case when a version took effect. */
export async function listTransitions(db: Reader, draftId: string): Promise<TransitionRow[]> {
  const records = await listTransitionRecords(db, draftId);
  const cases = new Map<string, { number: string | null; firmName: string }>();
  for (let from = 0; from < records.length; from += 500) {
    const ids = records.slice(from, from + 500).map(({ applicationId }) => applicationId);
    for (const { id, number, firmName } of await readApplications(db, ids)) cases.set(id, { number, firmName });
  }
  return records.map(({ applicationId, kind, rule, outcome, before, after, at }) => ({
    applicationId,
    number: cases.get(applicationId)?.number ?? null,
    firmName: cases.get(applicationId)?.firmName ?? '',
    kind,
    rule,
    outcome,
    before: JSON.parse(before ?? 'null') as TransitionRow['before'],
    after: JSON.parse(after ?? 'null') as TransitionRow['after'],
    at,
  }));
}
