import type { Reader } from '../db/open-database.ts';
import type { Actor } from '../identity/actor.ts';
import { namePeople } from '../identity/name-people.ts';
import type { EvidenceFile } from './contract.ts';
import { type FileRow, filesByIds, heldAmong } from './queries.ts';

type Shown = FileRow & { readonly isHeld: boolean };

type Viewer = Pick<Actor, 'kind'>;

/** Files as they go out, with the names of who sent them; firms do not read the names of officials. */
export async function describeFiles(db: Reader, rows: readonly Shown[], viewer: Viewer): Promise<EvidenceFile[]> {
  const names = await namePeople(
    db,
    rows.map(({ uploadedBy }) => uploadedBy),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    sizeBytes: row.sizeBytes,
    mediaType: row.mediaType,
    digest: row.digest,
    algorithm: row.algorithm,
    state: row.state,
    ...(row.scannedBy === null ? {} : { scannedBy: row.scannedBy }),
    uploadedAt: row.uploadedAt,
    side: row.side,
    uploadedBy: row.side === 'office' && viewer.kind === 'firm' ? '' : (names.get(row.uploadedBy) ?? row.uploadedBy),
    isHeld: row.isHeld,
    ...(row.deletedAt === null ? {} : { deletedAt: row.deletedAt }),
  }));
}

/** Files of a firm by id as they go out: what stands behind a figure or a submission. */
export async function describeFilesById(
  db: Reader,
  firmId: string,
  ids: readonly string[],
  viewer: Viewer,
): Promise<EvidenceFile[]> {
  const rows = await filesByIds(db, firmId, ids);
  const held = await heldAmong(
    db,
    rows.map(({ id }) => id),
  );
  return describeFiles(
    db,
    rows.map((row) => ({ ...row, isHeld: held.has(row.id) })),
    viewer,
  );
}
