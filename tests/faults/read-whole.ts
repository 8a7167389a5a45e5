import { hashOf } from '@tidu/rules';
import type { Database } from '../../packages/api/src/db/open-database.ts';
import * as schema from '../../packages/api/src/db/schema.ts';

/** Everything that a submission writes, counted for one case: none of it or all of it. */
export interface Whole {
  readonly id: string;
  readonly state: string;
  readonly number: string | null;
  readonly version: number;
  readonly draft: number;
  readonly submissions: number;
  readonly frozen: boolean;
  readonly events: number;
  readonly clocks: number;
  readonly holds: number;
  readonly indexed: number;
  readonly facts: number;
  readonly audited: number;
}

const FROZEN = [
  'policyId',
  'policyInForceFrom',
  'policyHash',
  'schemeRevision',
  'engineVersion',
  'submittedAt',
  'certifierId',
  'certifierName',
  'content',
  'facts',
  'dates',
  'decision',
  'explanation',
  'receipt',
  'receiptNumber',
] as const;

/** Reads all cases; the digest of what was frozen is worked out anew. */
export async function readWhole({ read }: Database): Promise<readonly Whole[]> {
  const submissions = await read.select().from(schema.submissions);
  const bySubmission = new Map(submissions.map((row) => [row.applicationId, row]));
  const drafts = countBy(await read.select().from(schema.applicationDrafts), (row) => row.applicationId);
  const events = countBy(await read.select().from(schema.applicationEvents), (row) => row.applicationId);
  const clocks = countBy(await read.select().from(schema.applicationClocks), (row) => row.applicationId);
  const holds = countBy(await read.select().from(schema.fileHolds), (row) => row.holder);
  const texts = countBy(await read.select().from(schema.caseTexts), (row) => row.applicationId);
  const facts = countBy(await read.select().from(schema.firmFacts), (row) => row.firmId);
  const entries = await read.select().from(schema.auditEntries);
  const audited = countBy(
    entries.filter(({ action }) => action === 'application.submit'),
    (row) => row.subjectId,
  );
  const rounds = countBy(submissions, (row) => row.applicationId);
  return (await read.select().from(schema.applications)).map((row) => {
    const frozen = bySubmission.get(row.id);
    return {
      id: row.id,
      state: row.state,
      number: row.number,
      version: row.version,
      draft: drafts(row.id),
      submissions: rounds(row.id),
      frozen:
        frozen !== undefined && frozen.digest === hashOf(Object.fromEntries(FROZEN.map((key) => [key, frozen[key]]))),
      events: events(row.id),
      clocks: clocks(row.id),
      holds: holds(`submission:${row.submissionId}`),
      indexed: texts(row.id),
      facts: facts(row.firmId),
      audited: audited(row.id),
    };
  });
}

function countBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): (key: string) => number {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return (key) => counts.get(key) ?? 0;
}
