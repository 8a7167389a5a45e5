import type { OverruledAt, Overruling, Range, Verdict } from '@tidu/rules';
import type { ApplicationRow } from '../../applications/queries.ts';
import type { Reader } from '../../db/open-database.ts';
import { listOverrides, type Override } from '../queries.ts';

export interface Computed {
  readonly verdict?: Verdict;
  readonly points?: Range;
  readonly flipped?: boolean;
}

/** The overrides that count now: of the last submission, and not taken back. */
export const readOverridesInForce = async (
  db: Reader,
  { id, submissionId }: Pick<ApplicationRow, 'id' | 'submissionId'>,
): Promise<readonly Override[]> =>
  (await listOverrides(db, id)).filter((each) => each.endedAt === null && each.submissionId === submissionId);

/** What of an override counts for the result. */
export type Considered = Pick<Override, 'path' | 'verdict' | 'points' | 'computed' | 'madeByName' | 'reason'>;

/** An override as the rules take it. */
export function overrulingOf({ path, verdict, points, computed }: Considered): Overruling {
  if (points !== null) return { path, points };
  return { path, verdict: verdict ?? 'no', flipped: (JSON.parse(computed) as Computed).flipped === true };
}

/** What the reason tree says of it where it stands. */
export function markOf({ path, computed, madeByName, reason }: Considered): OverruledAt {
  const { verdict, points } = JSON.parse(computed) as Computed;
  return { path, computed: { verdict, points }, by: madeByName, reason };
}
