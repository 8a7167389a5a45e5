import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { exportAudit } from '../audit/export-audit.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import { readConfig } from '../config.ts';
import { type Database, openDatabase } from '../db/open-database.ts';
import { CommandError } from './command-error.ts';
import { fromCaller } from './read-input.ts';

const PROBLEMS = {
  changed: '被改动过 · was changed',
  missing: '缺失 · is missing',
  inserted: '是后来插入的 · was put in afterwards',
};

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig().database);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** `tidu audit verify`: walks the digest chain; exit code 1 and the first broken row where it does not hold. */
export async function verifyCommand(print: (text: string) => void): Promise<void> {
  const { entries, head, problem } = await withDatabase((database) => verifyChain(database.read));
  if (problem)
    throw new CommandError(
      `操作留痕第 ${problem.seq} 条${PROBLEMS[problem.kind]}；之前的 ${entries} 条完好 · row ${problem.seq} of the audit trail; the ${entries} rows before it hold`,
    );
  print(`操作留痕完好：${entries} 条 · the audit trail holds: ${entries} rows`);
  print(`最后一条的摘要 · digest of the last row: ${head}`);
}

export interface AuditExportOptions {
  readonly out: string;
  readonly format: 'csv' | 'ndjson';
  readonly from?: string;
  readonly to?: string;
  readonly action?: string;
}

/** `tidu audit export`: the trail, or the part of it that is asked for, into a file. */
export async function exportCommand(options: AuditExportOptions, print: (text: string) => void): Promise<void> {
  const { out, format, ...filters } = options;
  await withDatabase((database) =>
    pipeline(
      exportAudit(() => database.read, filters, format),
      createWriteStream(fromCaller(out), { mode: 0o600 }),
    ),
  );
  print(`已导出 · exported: ${out}`);
}
