import { and, desc, eq, isNotNull, lt } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { readScheme } from '../schemes/queries.ts';
import type { ApplicationPage, OverrunList } from './contract.ts';
import { lineOf } from './describe-case.ts';
import { applicationClocks, applications } from './table.ts';

/** The applications of a firm, the latest first; `after` is the id of the last one seen. */
export async function listApplications(
  db: Reader,
  firmId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<ApplicationPage> {
  const older = after === undefined ? undefined : lt(applications.id, after);
  const rows = await db
    .select()
    .from(applications)
    .where(and(eq(applications.firmId, firmId), older))
    .orderBy(desc(applications.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const lines = [];
  for (const row of page) lines.push(lineOf(row, await readScheme(db, row.schemeId, row.schemeRevision)));
  const last = page.at(-1);
  return { applications: lines, ...(rows.length > limit && last ? { next: last.id } : {}) };
}

const MOST = 200;

/** Steps of the office that passed their limit, the latest first, with the reason as far as it was given. */
export async function listOverruns(db: Reader): Promise<OverrunList> {
  const { kind, limitDays, overranOn, endedOn, overrunReason } = applicationClocks;
  const rows = await db
    .select({
      number: applications.number,
      schemeId: applications.schemeId,
      revision: applications.schemeRevision,
      kind,
      limitDays,
      overranOn,
      endedOn,
      overrunReason,
    })
    .from(applicationClocks)
    .innerJoin(applications, eq(applications.id, applicationClocks.applicationId))
    .where(isNotNull(overranOn))
    .orderBy(desc(overranOn))
    .limit(MOST);
  const overruns = [];
  for (const row of rows) {
    const scheme = await readScheme(db, row.schemeId, row.revision);
    overruns.push({
      number: row.number ?? '',
      schemeId: row.schemeId,
      schemeLabel: scheme?.document.label ?? { 'zh-CN': row.schemeId, en: row.schemeId },
      kind: row.kind,
      limitDays: row.limitDays,
      dueOn: row.overranOn ?? '',
      ...(row.endedOn ? { endedOn: row.endedOn } : {}),
      ...(row.overrunReason ? { reason: row.overrunReason } : {}),
    });
  }
  return { overruns };
}
