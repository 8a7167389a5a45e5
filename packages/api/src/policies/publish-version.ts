import { dayOf, formatDay, type PolicyDoc } from '@tidu/rules';
import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { covers, lastDayOf } from './applicable.ts';
import { listVersions, type StoredVersion } from './queries.ts';
import { policyVersions } from './table.ts';

export interface NewVersion {
  readonly doc: PolicyDoc;
  readonly hash: string;
  readonly parks: readonly string[] | null;
}

const dayBefore = (day: string): string => formatDay(dayOf(day) - 1);

/**
 * Puts a version beside the others (公布), in the transaction of the act. Earlier ones for the same firms end on the day before;
 * their texts are not touched, because results were given under them (ADR 9). Returns those that end.
 */
export async function publishVersion(
  tx: Transaction,
  { doc, hash, parks }: NewVersion,
  now: Date,
): Promise<readonly StoredVersion[]> {
  const own = (await listVersions(tx)).filter((each) => each.doc.id === doc.id && each.doc.status === 'published');
  const { from, to } = doc.inForce;
  if (own.some((each) => each.doc.inForce.from === from)) throw new ApiError(409, 'studio.date-taken');
  const later = own.filter((each) => each.doc.inForce.from > from && covers(each.parks ?? null, parks));
  const next = later.map((each) => each.doc.inForce.from).toSorted()[0];
  await tx.insert(policyVersions).values({
    id: doc.id,
    inForceFrom: from,
    inForceTo: to ?? null,
    version: doc.version,
    status: 'published',
    hash,
    document: JSON.stringify(doc),
    loadedAt: now.toISOString(),
    endsOn: next === undefined || (to !== undefined && to < next) ? null : dayBefore(next),
    parks: parks === null ? null : JSON.stringify(parks),
    origin: 'studio',
    publishedAt: now.toISOString(),
  });
  const ending = own.filter((each) => endsFor(each, from, parks));
  for (const each of ending)
    await tx
      .update(policyVersions)
      .set({ endsOn: dayBefore(from) })
      .where(and(eq(policyVersions.id, doc.id), eq(policyVersions.inForceFrom, each.doc.inForce.from)));
  return ending;
}

/** An earlier version that would still be in force, for no firms but those of the new one. */
function endsFor(version: StoredVersion, from: string, parks: readonly string[] | null): boolean {
  const last = lastDayOf(version);
  const isOpen = version.doc.inForce.from < from && (last === undefined || last >= from);
  return isOpen && covers(parks, version.parks ?? null);
}
