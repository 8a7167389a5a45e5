import { and, asc, count, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import type { ApplicationRow, SubmissionRow } from './queries.ts';
import type { StateId } from './states.ts';
import { applicationDrafts, applications, submissions } from './table.ts';

/** States before a decision: another version may still be applied to the case. */
export const UNDECIDED: readonly StateId[] = [
  'submitted',
  'returned',
  'in-review',
  'in-panel',
  'in-ranking',
  'in-decision',
];

export interface Usage {
  readonly submissions: number;
  readonly casesInFlight: number;
  readonly drafts: number;
}

const lastSubmission = eq(submissions.id, applications.submissionId);

/** How many submissions, cases under way and drafts of firms stand under each policy version, by its hash. */
export async function usageByPolicy(db: Reader): Promise<(hash: string) => Usage> {
  const hash = submissions.policyHash;
  const sent = await db.select({ hash, n: count() }).from(submissions).groupBy(hash);
  const open = await db
    .select({ hash, n: count() })
    .from(applications)
    .innerJoin(submissions, lastSubmission)
    .where(isNull(applications.endedAt))
    .groupBy(hash);
  const drafts = await db
    .select({ hash: applicationDrafts.policyHash, n: count() })
    .from(applicationDrafts)
    .innerJoin(applications, eq(applications.id, applicationDrafts.applicationId))
    .where(eq(applications.state, 'draft'))
    .groupBy(applicationDrafts.policyHash);
  const n = (rows: readonly { hash: string; n: number }[], of: string) => rows.find((row) => row.hash === of)?.n ?? 0;
  return (of) => ({ submissions: n(sent, of), casesInFlight: n(open, of), drafts: n(drafts, of) });
}

/** First drafts firms are writing under one of these versions. */
export const listDraftsUnder = (db: Reader, hashes: readonly string[]): Promise<ApplicationRow[]> =>
  db
    .select({ application: applications })
    .from(applicationDrafts)
    .innerJoin(applications, eq(applications.id, applicationDrafts.applicationId))
    .where(and(eq(applications.state, 'draft'), inArray(applicationDrafts.policyHash, [...hashes])))
    .orderBy(asc(applications.id))
    .then((rows) => rows.map(({ application }) => application));

/** Cases under one of these versions that are not decided yet, with their last submission. */
export const listUndecidedUnder = (
  db: Reader,
  hashes: readonly string[],
): Promise<{ application: ApplicationRow; submission: SubmissionRow }[]> =>
  db
    .select({ application: applications, submission: submissions })
    .from(applications)
    .innerJoin(submissions, lastSubmission)
    .where(and(inArray(applications.state, [...UNDECIDED]), inArray(submissions.policyHash, [...hashes])))
    .orderBy(asc(applications.id));

/** What came of the cases under one version. */
export interface CameOf {
  readonly submissions: number;
  readonly approved: number;
  readonly refused: number;
  readonly open: number;
  readonly claimedFen: number;
  readonly decidedFen: number;
  /** Cases by the best tier the engine found. */
  readonly byBest: Readonly<Record<string, number>>;
}

const ENDED: readonly StateId[] = ['approved', 'refused', 'refused-finally', 'not-accepted', 'withdrawn', 'lapsed'];
const REFUSED: readonly StateId[] = ['refused', 'refused-finally'];
const PAGE = 500;

/** Counted page by page: each decision is read for its tier, and other requests get their turn. */
export async function cameOfPolicy(db: Reader, hash: string): Promise<CameOf> {
  const byBest: Record<string, number> = {};
  const came = { submissions: 0, approved: 0, refused: 0, open: 0, claimedFen: 0, decidedFen: 0 };
  for (let after = ''; ; ) {
    const rows = await casesUnder(db, hash, after);
    for (const { state, claimFen, amountFen, best } of rows) {
      const isApproved = state === 'approved';
      came.submissions++;
      came.approved += isApproved ? 1 : 0;
      came.refused += REFUSED.includes(state) ? 1 : 0;
      came.open += ENDED.includes(state) ? 0 : 1;
      came.claimedFen += claimFen ?? 0;
      came.decidedFen += isApproved ? (amountFen ?? 0) : 0;
      byBest[best ?? 'none'] = (byBest[best ?? 'none'] ?? 0) + 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return { ...came, byBest };
    after = last.id;
  }
}

const casesUnder = (db: Reader, hash: string, after: string) =>
  db
    .select({
      id: applications.id,
      state: applications.state,
      claimFen: applications.claimFen,
      amountFen: applications.amountFen,
      best: sql<string | null>`json_extract(${submissions.decision}, '$.best')`,
    })
    .from(applications)
    .innerJoin(submissions, lastSubmission)
    .where(and(eq(submissions.policyHash, hash), isNotNull(applications.submissionId), gt(applications.id, after)))
    .orderBy(asc(applications.id))
    .limit(PAGE);
