import type { Text } from '@tidu/rules';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { ApplicationRow } from '../applications/queries.ts';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { dayInChina } from '../day-in-china.ts';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { yuanTextOr } from '../money-text.ts';
import { nextNumber } from '../next-number.ts';
import type { StoredScheme } from '../schemes/queries.ts';
import { countRows, lastNoticeNumber, readNotice } from './queries.ts';
import { noticeRows, notices } from './table.ts';

type NoticingAct = Omit<PersonalAct, 'database'>;

export interface Proposed {
  readonly row: ApplicationRow;
  readonly decision: { readonly id: string };
  readonly scheme: StoredScheme;
  readonly tier: Text | undefined;
  /** Of a batch: its first case opens the notice, the others join it. */
  readonly noticeId?: string | undefined;
}

/** Publishes what is proposed for a case (公示), in a notice of its own or of the batch; an earlier row is replaced by it. */
export async function publishNotice(tx: Transaction, act: NoticingAct, proposed: Proposed): Promise<string> {
  const { row, decision, tier } = proposed;
  const noticeId = await openNotice(tx, act, proposed);
  await tx.insert(noticeRows).values({
    noticeId,
    applicationId: row.id,
    position: (await countRows(tx, noticeId)) + 1,
    decisionId: decision.id,
    firmName: row.firmName,
    creditCode: row.creditCode,
    projectName: row.projectName,
    tier: tier?.['zh-CN'] ?? null,
    tierEn: tier?.en ?? null,
    amountFen: row.amountFen,
  });
  const earlier = and(
    eq(noticeRows.applicationId, row.id),
    ne(noticeRows.noticeId, noticeId),
    isNull(noticeRows.replacedBy),
  );
  await tx.update(noticeRows).set({ replacedBy: noticeId }).where(earlier);
  await appendAudit(tx, act, {
    action: 'notice.published',
    subject: { type: 'notice', id: noticeId },
    details: { applicationId: row.id, amount: yuanTextOr(row.amountFen) },
  });
  return noticeId;
}

async function openNotice(tx: Transaction, act: NoticingAct, { scheme, noticeId }: Proposed): Promise<string> {
  const shared = noticeId === undefined ? undefined : await readNotice(tx, noticeId);
  if (shared?.schemeId === scheme.id) return shared.id;
  const id = shared || noticeId === undefined ? newId() : noticeId;
  const { label, contact, limits } = scheme.document;
  const start = `公示〔${dayInChina(act.now).slice(0, 4)}〕`;
  await tx.insert(notices).values({
    id,
    number: nextNumber(start, await lastNoticeNumber(tx, start), { end: '号' }),
    schemeId: scheme.id,
    schemeLabel: label['zh-CN'],
    schemeLabelEn: label.en,
    contact: contact['zh-CN'],
    contactEn: contact.en,
    workingDays: limits.publicity,
    publishedAt: act.now.toISOString(),
    publishedBy: act.actor.userId,
  });
  return id;
}
