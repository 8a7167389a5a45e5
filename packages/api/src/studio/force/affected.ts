import type { Reader } from '../../db/open-database.ts';
import { listVersions } from '../../policies/queries.ts';
import type { StudioDraftRow } from '../drafts/queries.ts';

/** The versions whose drafts and cases a draft's transition is about: all other published ones of its policy. */
export async function affectedHashes(db: Reader, { policyId, hash }: StudioDraftRow): Promise<readonly string[]> {
  const own = (await listVersions(db)).filter(({ doc }) => doc.id === policyId && doc.status === 'published');
  return own.map((each) => each.hash).filter((each) => each !== hash);
}
