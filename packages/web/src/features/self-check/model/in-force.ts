import type { PolicySummary } from '@tidu/api/policies/contract';
import type { Dates, Id, IsoDate } from '@tidu/rules';

export interface VersionKey {
  readonly id: Id;
  readonly inForceFrom: IsoDate;
}

/**
 * Versions that may be in force on the day, to be read; which one counts is decided by `pickVersion` on the documents,
 * because only they say which date they go by. Versions for parks the firm is not in are left out.
 */
export function versionsToRead(
  policies: readonly PolicySummary[],
  dates: Dates,
  park: string | undefined,
): readonly VersionKey[] {
  const days = [dates.filing, dates.decision, dates.fiscalYearEnd].filter((day) => day !== undefined);
  const [first, last] = [days.toSorted().at(0) ?? '', days.toSorted().at(-1) ?? ''];
  return policies.flatMap((policy) =>
    policy.versions
      .filter(
        (v) =>
          v.status === 'published' &&
          v.inForceFrom <= last &&
          (v.inForceTo === undefined || v.inForceTo >= first) &&
          speaksOf(v, park),
      )
      .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1))
      // Of versions without a last day only the latest begun can count on the later day, and one before it on the earlier.
      .slice(0, 2)
      .map((v) => ({ id: policy.id, inForceFrom: v.inForceFrom })),
  );
}

/** Whether a version is for firms of the park; one for the whole zone is for all. */
const speaksOf = ({ parks }: { readonly parks?: readonly string[] | undefined }, park: string | undefined): boolean =>
  parks === undefined || (park !== undefined && parks.includes(park));

/** Whether a policy counts on the days for some park. */
export const isElsewhere = (policy: PolicySummary, dates: Dates): boolean =>
  policy.versions.some(({ parks = [] }) => parks.some((park) => versionsToRead([policy], dates, park).length > 0));
