import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shipped } from '../../config.ts';
import type { Reader } from '../../db/open-database.ts';
import { draftOfVersion } from '../library/queries.ts';
import type { WorkedCase } from './contract.ts';
import { listCaseRows } from './queries.ts';

/** Worked cases a new draft takes along: those of the draft it came from or was published by, or of the shipped files. */
export async function readFirstCases(db: Reader, ref: string): Promise<readonly WorkedCase[]> {
  const [kind, name = '', from = ''] = ref.split(':');
  const draftId = kind === 'draft' ? name.split('@')[0] : await draftOfVersion(db, name, from);
  if (draftId !== undefined) {
    const rows = await listCaseRows(db, draftId);
    const counting = rows.filter(({ isGenerated, confirmedAt }) => !isGenerated || confirmedAt !== null);
    return counting.map(({ content }) => JSON.parse(content) as WorkedCase);
  }
  // The name comes from a stored version, never from what was typed.
  const path = join(shipped.policiesDir, name, `${from}.cases.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as WorkedCase[]) : [];
}
