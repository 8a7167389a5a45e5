import type { Reader } from '../db/open-database.ts';
import type { ChainReport } from './contract.ts';
import { type AuditEntry, digestOf, GENESIS } from './entry-digest.ts';
import { auditHead, entriesFrom } from './queries.ts';

const AT_ONCE = 1000;

/**
 * Walks the chain from the first row to the head and names the first row that does not hold. INVARIANT (audit-chain): any
 * single row changed, removed, put in or moved is found, because each digest covers its row and the digest before, and the
 * head says where the chain ends.
 */
export async function verifyChain(db: Reader): Promise<ChainReport> {
  const head = await auditHead(db);
  let entries = 0;
  let before = GENESIS;
  for (;;) {
    const rows = await entriesFrom(db, { after: entries, limit: AT_ONCE });
    for (const row of rows) {
      const kind = problemOf(row, entries + 1, before);
      if (kind !== undefined) return { entries, head: before, problem: kind };
      before = row.digest;
      entries++;
    }
    if (rows.length === 0) break;
  }
  return { entries, head: before, problem: problemAtEnd(entries, before, head) };
}

function problemOf(row: AuditEntry, seq: number, before: string): ChainReport['problem'] | undefined {
  if (row.seq !== seq) return { seq, kind: 'missing' };
  if (digest(row) !== row.digest) return { seq, kind: 'changed' };
  if (row.previousDigest === before) return undefined;
  // This row is whole but follows another one: the row before was rewritten together with its digest.
  return { seq: Math.max(1, seq - 1), kind: 'changed' };
}

/** An algorithm nobody knows is a change like any other. */
function digest(row: AuditEntry): string | undefined {
  try {
    return digestOf(row);
  } catch {
    return undefined;
  }
}

function problemAtEnd(
  entries: number,
  last: string,
  head: { readonly seq: number; readonly digest: string } | undefined,
): ChainReport['problem'] {
  const { seq, digest: known } = head ?? { seq: 0, digest: GENESIS };
  if (seq > entries) return { seq: entries + 1, kind: 'missing' };
  if (seq < entries) return { seq: seq + 1, kind: 'inserted' };
  return known === last ? null : { seq: entries, kind: 'changed' };
}
