import type { Reader } from '../../db/open-database.ts';
import { filesByIds } from '../../files/queries.ts';
import type { Override } from '../overrides/contract.ts';
import { listOverrides } from '../queries.ts';
import { fileOf } from './figures.ts';

/** Every override of a case, also those taken back, with the files it rests on. */
export async function describeOverrides(
  db: Reader,
  { id, firmId }: { readonly id: string; readonly firmId: string },
): Promise<Override[]> {
  const rows = await listOverrides(db, id);
  const ids = rows.flatMap(({ evidence }) => JSON.parse(evidence) as string[]);
  const files = new Map((await filesByIds(db, firmId, ids)).map((file) => [file.id, fileOf(file)]));
  return rows.map((row) => ({
    id: row.id,
    path: row.path,
    computed: JSON.parse(row.computed) as Record<string, unknown>,
    verdict: row.verdict,
    points: row.points,
    reason: row.reason,
    evidence: (JSON.parse(row.evidence) as string[]).flatMap((fileId) => files.get(fileId) ?? []),
    madeAt: row.madeAt,
    madeByName: row.madeByName,
    endedAt: row.endedAt,
    endedByName: row.endedByName,
    endReason: row.endReason,
  }));
}
