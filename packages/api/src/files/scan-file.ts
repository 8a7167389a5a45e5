import { and, eq, sql } from 'drizzle-orm';
import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { dropContent } from './drop-content.ts';
import type { FilesDeps } from './files-deps.ts';
import type { FileRow } from './queries.ts';
import type { Scanner, ScanResult } from './scanner.ts';
import { spool } from './spool.ts';
import { files } from './table.ts';

type ScanAct = Act & { readonly database: Database };

/** Has a file in quarantine looked at and lets it out or rejects it; without a result it stays for another try. */
export async function scanFile(act: ScanAct, deps: FilesDeps, file: FileRow): Promise<ScanResult> {
  const { scanner } = deps;
  if (!scanner) return 'failed';
  const result = await scanContent(deps, scanner, file.digest);
  const waits = and(eq(files.id, file.id), eq(files.state, 'quarantined'));
  await withTransaction(act.database, async (tx) => {
    if (result === 'failed') {
      await tx
        .update(files)
        .set({ scanTries: sql`${files.scanTries} + 1` })
        .where(waits);
      return;
    }
    const state = result === 'clean' ? 'clean' : 'rejected';
    const seen = { state, scannedBy: scanner.name, scannedAt: act.now.toISOString() } as const;
    const changed = await tx.update(files).set(seen).where(waits).returning({ id: files.id });
    if (changed.length === 0) return;
    const details = { firmId: file.firmId, name: file.name, scannedBy: scanner.name };
    await appendAudit(tx, act, { action: `file.${state}`, subject: { type: 'file', id: file.id }, details });
  });
  if (result === 'infected') await dropContent(deps, act.database, file.digest);
  return result;
}

/** The scanner gets a copy: what it does to the file (some mend or move it) does not touch the store. */
async function scanContent({ store, spoolFolder }: FilesDeps, scanner: Scanner, digest: string): Promise<ScanResult> {
  try {
    const copy = await spool(await store.open(digest), spoolFolder);
    return await scanner.scan(copy.path).finally(() => copy.discard());
  } catch {
    return 'failed';
  }
}
