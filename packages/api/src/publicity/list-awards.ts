import { listApproved } from '../applications/queries.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Reader } from '../db/open-database.ts';
import { yuanTextOr } from '../money-text.ts';
import type { AwardList } from './contract.ts';
import { listRowsOfCase } from './queries.ts';

/** Support that was approved after its notice, for everyone to read. */
export async function listAwards(db: Reader, before: string | undefined, limit: number): Promise<AwardList> {
  const page = await listApproved(db, before, limit + 1);
  const shown = page.slice(0, limit);
  const awards: AwardList['awards'] = [];
  for (const row of shown) {
    const [published] = await listRowsOfCase(db, row.id);
    if (!published) continue;
    const { notice, row: line } = published;
    awards.push({
      applicationId: row.id,
      firmName: row.firmName,
      creditCode: row.creditCode,
      projectName: row.projectName,
      schemeId: row.schemeId,
      scheme: { 'zh-CN': notice.schemeLabel, en: notice.schemeLabelEn },
      tier: line.tier === null ? null : { 'zh-CN': line.tier, en: line.tierEn ?? line.tier },
      amount: yuanTextOr(row.amountFen),
      year: row.poolYear,
      approvedOn: dayInChina(new Date(row.stateSince)),
    });
  }
  return { awards, next: page.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
