import { createReadStream } from 'node:fs';
import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { newId } from '../db/new-id.ts';
import type { Database, Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError, refuseAll } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { DIGEST_ALGORITHM } from './file-store.ts';
import type { FilesDeps } from './files-deps.ts';
import { type FileRow, isContentNeeded } from './queries.ts';
import { FILE_KINDS, sniffType } from './sniff-type.ts';
import { type Spooled, spool, TooLarge } from './spool.ts';
import { files } from './table.ts';

export interface Upload {
  readonly firmId: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Looked at once more where the row is written, e.g. how many there are already. */
  readonly require?: (tx: Transaction) => Promise<void>;
}

type UploadAct = Act & { readonly database: Database };

/** Takes in a file, of a person or, with an objection, of anyone: whole or not at all, by what it is and not by what it is called. */
export async function uploadFile(act: UploadAct, deps: FilesDeps, upload: Upload): Promise<FileRow> {
  const spooled = await receive(deps, upload.content);
  try {
    const mediaType = await requireAllowed(spooled, upload.name);
    return await deps.turns(spooled.digest, () => keep(act, deps, upload, spooled, mediaType));
  } finally {
    await spooled.discard();
  }
}

async function receive({ spoolFolder, limitBytes }: FilesDeps, content: Upload['content']): Promise<Spooled> {
  try {
    return await spool(content, spoolFolder, limitBytes);
  } catch (error) {
    if (error instanceof TooLarge) throw fileTooLarge(limitBytes);
    throw error;
  }
}

export const fileTooLarge = (limitBytes: number): ApiError =>
  new ApiError(413, 'file-too-large', { args: { limit: `${Math.floor(limitBytes / 2 ** 20)} MiB` } });

async function requireAllowed({ path, sizeBytes }: Spooled, name: string): Promise<string> {
  if (sizeBytes === 0) throw refused('file-empty', 'choose-file');
  const found = await sniffType(path, name);
  if ('mediaType' in found) return found.mediaType;
  if (found.refused === 'mismatch') {
    const [ending] = FILE_KINDS[found.kind].endings;
    throw refused('file-mismatch', 'name-as', { ending });
  }
  if (found.refused === 'bomb') throw refused('file-bomb', 'choose-file');
  if (found.refused === 'macro') throw refused('file-macro', 'save-without-macro');
  throw refused('file-not-allowed', 'allowed-kinds', { kinds: Object.keys(FILE_KINDS).join('、') });
}

const refused = (code: string, fix: string, args: Readonly<Record<string, string>> = {}): ApiError =>
  refuseAll('invalid-file', [
    { path: 'file', message: message(`api.detail.${code}`, args), fix: message(`api.fix.${fix}`, args) },
  ]);

async function keep(
  act: UploadAct,
  { store, scanner }: FilesDeps,
  { firmId, name, require }: Upload,
  { path, digest, sizeBytes }: Spooled,
  mediaType: string,
): Promise<FileRow> {
  await store.put(createReadStream(path));
  const unscanned = { state: 'clean' as const, scannedBy: 'none', scannedAt: act.now.toISOString() };
  const row: FileRow = {
    id: newId(),
    firmId,
    name,
    digest,
    algorithm: DIGEST_ALGORITHM,
    sizeBytes,
    mediaType,
    ...(scanner ? { state: 'quarantined', scannedBy: null, scannedAt: null } : unscanned),
    scanTries: 0,
    uploadedAt: act.now.toISOString(),
    uploadedBy: act.actor === 'system' ? 'system' : act.actor.userId,
    side: act.actor === 'system' ? 'public' : act.actor.kind === 'staff' ? 'office' : 'firm',
    deletedAt: null,
    deletedBy: null,
  };
  try {
    await withTransaction(act.database, async (tx) => {
      await require?.(tx);
      await tx.insert(files).values(row);
      const details = { firmId, name, digest, algorithm: DIGEST_ALGORITHM, sizeBytes, mediaType, side: row.side };
      await appendAudit(tx, act, { action: 'file.uploaded', subject: { type: 'file', id: row.id }, details });
    });
  } catch (error) {
    if (!(await isContentNeeded(act.database.read, digest))) await store.remove(digest);
    throw error;
  }
  return row;
}
