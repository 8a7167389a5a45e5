import type { Facts, PolicyDoc } from '@tidu/rules';
import type { ApplicationRow } from '../../applications/queries.ts';
import type { Reader } from '../../db/open-database.ts';
import { overrulePolicy } from '../../review/overrides/overruled-policy.ts';
import { listOverrides } from '../../review/queries.ts';

/** A criterion that a reviewer decided otherwise than it was computed; both stand in the decision. */
export interface ConsideredOverride {
  readonly path: string;
  readonly computed: string;
  readonly verdict: 'yes' | 'no';
  readonly flipped: boolean;
  readonly reason: string;
  readonly by: string;
}

/** The policy and facts to decide with, once the overrides of a case are taken in. */
export interface OverruledBasis {
  readonly doc: PolicyDoc;
  readonly facts: Facts;
  readonly overrides: readonly ConsideredOverride[];
}

export async function readOverruling(
  db: Reader,
  row: ApplicationRow,
  doc: PolicyDoc,
  facts: Facts,
): Promise<OverruledBasis> {
  const inForce = (await listOverrides(db, row.id)).filter(
    ({ endedAt, submissionId }) => endedAt === null && submissionId === row.submissionId,
  );
  const overrides = inForce.map(({ path, verdict, computed, reason, madeByName }) => {
    const { verdict: was = '', flipped = false } = JSON.parse(computed) as { verdict?: string; flipped?: boolean };
    return { path, verdict, computed: was, flipped, reason, by: madeByName };
  });
  return { ...overrulePolicy(doc, facts, overrides), overrides };
}

/** The document a decision was made with: the policy's, with the overrides of the decision where there were any. */
export const overruledDoc = (doc: PolicyDoc, { overrides }: { readonly overrides: string }): PolicyDoc =>
  overrulePolicy(doc, {}, JSON.parse(overrides) as ConsideredOverride[]).doc;
