import { asOf, type Dates, type PolicyDoc, pickVersion } from '@tidu/rules';
import type { StoredVersion } from '../policies/queries.ts';
import { notInForce, unknownPolicy } from '../policies/refusals.ts';

/** The version that decides, and all documents beside it for the facts that come from another policy. */
export interface PickedPolicy {
  readonly version: StoredVersion;
  readonly docs: readonly PolicyDoc[];
}

/** The version in force on the dates; refuses with 404 where there is no such policy and 422 where none is in force. */
export function pickPolicy(versions: readonly StoredVersion[], id: string, dates: Dates): PickedPolicy {
  const docs = versions.map(({ doc }) => doc);
  const picked = pickVersion(docs, id, dates);
  if ('unknownPolicy' in picked)
    throw unknownPolicy(
      id,
      docs.map((doc) => doc.id),
      'policy',
    );
  if ('notInForce' in picked) {
    const latest = docs.find((doc) => doc.id === id);
    if (!latest) throw unknownPolicy(id, [], 'policy');
    throw notInForce(latest, dates, asOf(latest, dates), picked.notInForce);
  }
  const version = versions.find(({ doc }) => doc === picked);
  if (!version) throw new Error('pickVersion gave a document that it was not given');
  return { version, docs };
}
