import { and, count, desc, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { fileHolds, files } from './table.ts';

export type FileRow = typeof files.$inferSelect;

/** One file of a firm, also one that was deleted; nothing where it is another firm's. */
export async function getFile(db: Reader, firmId: string, fileId: string): Promise<FileRow | undefined> {
  const [row] = await db
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.firmId, firmId)));
  return row;
}

export interface FilePage {
  readonly files: readonly (FileRow & { readonly isHeld: boolean })[];
  readonly next?: string;
}

/** The files of a firm that are not deleted, the latest first. */
export async function listFiles(db: Reader, firmId: string, limit: number, before?: string): Promise<FilePage> {
  const of = and(eq(files.firmId, firmId), isNull(files.deletedAt), ...(before ? [lt(files.id, before)] : []));
  const rows = await db
    .select()
    .from(files)
    .where(of)
    .orderBy(desc(files.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const held = await heldAmong(
    db,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    files: page.map((row) => ({ ...row, isHeld: held.has(row.id) })),
    ...(rows.length > limit && last ? { next: last.id } : {}),
  };
}

/** Files of a firm by their ids, deleted ones too; ids of others are simply not there. */
export async function filesByIds(db: Reader, firmId: string, ids: readonly string[]): Promise<readonly FileRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(files)
    .where(and(inArray(files.id, [...new Set(ids)]), eq(files.firmId, firmId)));
}

/** Those of the files that something still needs. */
export async function heldAmong(db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: fileHolds.fileId })
    .from(fileHolds)
    .where(inArray(fileHolds.fileId, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** Whether any file still needs the content under a digest. */
export async function isContentNeeded(db: Reader, digest: string): Promise<boolean> {
  const needs = and(eq(files.digest, digest), isNull(files.deletedAt), ne(files.state, 'rejected'));
  const [row] = await db.select({ n: count() }).from(files).where(needs);
  return (row?.n ?? 0) > 0;
}

/** Files that wait for the scanner, the oldest first. */
export const listQuarantined = (db: Reader, limit: number): Promise<readonly FileRow[]> =>
  db
    .select()
    .from(files)
    .where(and(eq(files.state, 'quarantined'), isNull(files.deletedAt)))
    .orderBy(files.scanTries, files.id)
    .limit(limit);

/** Files of other firms with the same content, deleted ones too: evidence that two firms show as their own. */
export async function filesElsewhere(
  db: Reader,
  firmId: string,
  digests: readonly string[],
): Promise<readonly Pick<FileRow, 'firmId' | 'digest' | 'name'>[]> {
  if (digests.length === 0) return [];
  return db
    .select({ firmId: files.firmId, digest: files.digest, name: files.name })
    .from(files)
    .where(and(inArray(files.digest, [...new Set(digests)]), ne(files.firmId, firmId)))
    .groupBy(files.firmId, files.digest);
}

/** Files sent with any of these objections, the first one first. */
export const filesOfOwners = async (db: Reader, owners: readonly string[]): Promise<readonly FileRow[]> =>
  owners.length === 0
    ? []
    : db
        .select()
        .from(files)
        .where(and(inArray(files.firmId, [...owners]), isNull(files.deletedAt)))
        .orderBy(files.id);

export async function countFilesOf(db: Reader, owner: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(files)
    .where(and(eq(files.firmId, owner), isNull(files.deletedAt)));
  return row?.n ?? 0;
}
