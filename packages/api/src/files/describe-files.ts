import type { Reader } from '../db/open-database.ts';
import { namePeople } from '../identity/name-people.ts';
import type { EvidenceFile } from './contract.ts';
import { type FileRow, filesByIds, heldAmong } from './queries.ts';

type Shown = FileRow & { readonly isHeld: boolean };

/** Files as they go out, with the names of who sent them. */
export async function describeFiles(db: Reader, rows: readonly Shown[]): Promise<EvidenceFile[]> {
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
    uploadedBy: names.get(row.uploadedBy) ?? row.uploadedBy,
    isHeld: row.isHeld,
    ...(row.deletedAt === null ? {} : { deletedAt: row.deletedAt }),
  }));
}

/** Files of a firm by id as they go out: what stands behind a figure or a submission. */
export async function describeFilesById(db: Reader, firmId: string, ids: readonly string[]): Promise<EvidenceFile[]> {
  const rows = await filesByIds(db, firmId, ids);
  const held = await heldAmong(
    db,
    rows.map(({ id }) => id),
  );
  return describeFiles(
    db,
    rows.map((row) => ({ ...row, isHeld: held.has(row.id) })),
  );
}
