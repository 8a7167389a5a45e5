import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/open-database.ts';
import { type WriteContext, withTransaction } from '../db/with-transaction.ts';
import type { PolicyFile } from './read-policy-files.ts';
import { policyVersions } from './table.ts';

/** A version that results were given under was edited. Its results could no longer be replayed, so the server does not start. */
export class PolicyEditedError extends Error {
  override readonly name = 'PolicyEditedError';
}

/**
 * Brings the shipped policies into the database: a new version is added, a version nobody has used yet is replaced, a
 * used one must be the same to the byte. All of them or, where any was edited, none.
 */
export const loadPolicies = (context: WriteContext, files: readonly PolicyFile[], loadedAt: Date): Promise<void> =>
  withTransaction(context, async (tx) => {
    const edited: string[] = [];
    for (const file of files) if (!(await loadVersion(tx, file, loadedAt))) edited.push(`  ${file.path}`);
    if (edited.length > 0) throw new PolicyEditedError(explain(edited));
  });

async function loadVersion(tx: Transaction, { doc, hash }: PolicyFile, loadedAt: Date): Promise<boolean> {
  const row = {
    id: doc.id,
    inForceFrom: doc.inForce.from,
    inForceTo: doc.inForce.to ?? null,
    version: doc.version,
    status: doc.status,
    hash,
    document: JSON.stringify(doc),
    loadedAt: loadedAt.toISOString(),
  };
  const same = and(eq(policyVersions.id, row.id), eq(policyVersions.inForceFrom, row.inForceFrom));
  const [known] = await tx
    .select({ hash: policyVersions.hash, usedAt: policyVersions.usedAt, origin: policyVersions.origin })
    .from(policyVersions)
    .where(same);
  if (!known) await tx.insert(policyVersions).values(row);
  // What was published in the studio is law, used or not: no file takes its place.
  else if (known.hash !== hash && (known.usedAt !== null || known.origin === 'studio')) return false;
  else if (known.hash !== hash) await tx.update(policyVersions).set(row).where(same);
  return true;
}

const explain = (edited: readonly string[]): string =>
  [
    '以下政策版本已用于判定，又被改动；用过的版本不可再改，否则已出的凭证无法复算。',
    'These policy versions were edited after results were given under them:',
    ...edited,
    '请恢复原文件，另建一个起始日不同的新版本文件；若这只是试用数据，可换一个 DATA_DIR。',
    'Restore the file and add a new version under a new date; for trial data, use another DATA_DIR.',
  ].join('\n');
