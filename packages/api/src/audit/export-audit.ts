import type { Reader } from '../db/open-database.ts';
import type { AuditFilters } from './contract.ts';
import type { AuditEntry } from './entry-digest.ts';
import { auditHead, entriesFrom } from './queries.ts';

const AT_ONCE = 500;
const COLUMNS = [
  'seq',
  'at',
  'actorId',
  'actorName',
  'action',
  'subjectType',
  'subjectId',
  'details',
  'requestId',
  'algorithm',
  'previousDigest',
  'digest',
] as const satisfies readonly (keyof AuditEntry)[];

/** Exactly the filtered entries up to now, page by page: the size of the trail does not matter. */
export async function* exportAudit(
  db: () => Reader,
  filters: AuditFilters,
  format: 'csv' | 'ndjson',
): AsyncGenerator<string> {
  const last = (await auditHead(db()))?.seq ?? 0;
  // The mark tells spreadsheets that the Chinese is UTF-8.
  if (format === 'csv') yield `\uFEFF${COLUMNS.join(',')}\r\n`;
  for (let after = 0; ; ) {
    const rows = await entriesFrom(db(), { filters, after, last, limit: AT_ONCE });
    const end = rows.at(-1);
    if (!end) return;
    yield rows.map(format === 'csv' ? csvLine : jsonLine).join('');
    after = end.seq;
  }
}

const jsonLine = (row: AuditEntry): string => `${JSON.stringify({ ...row, details: JSON.parse(row.details) })}\n`;
const csvLine = (row: AuditEntry): string => `${COLUMNS.map((name) => csvCell(String(row[name]))).join(',')}\r\n`;

/** A cell that a spreadsheet would take for a formula is made text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
