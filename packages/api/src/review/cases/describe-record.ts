import { labelOf } from '../../applications/describe-case.ts';
import type { ApplicationEvent } from '../../applications/queries.ts';
import { listClocks, listCorrections, listDeferrals, listMessages } from '../../applications/read-case.ts';
import { listAudit } from '../../audit/queries.ts';
import type { Reader } from '../../db/open-database.ts';
import type { DaysLeft } from '../desk/contract.ts';
import type { CaseView } from './contract.ts';

const MOST_AUDITED = 200;

/** What the desk does to a case without moving it. */
const LABELS: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>> = {
  'task.answered': { 'zh-CN': '部门提出意见', en: 'A department answered' },
  'task.reopened': { 'zh-CN': '请部门重新审核', en: 'A department was asked again' },
  'criterion.overruled': { 'zh-CN': '人工改判一项条件', en: 'A criterion was overruled' },
  'override.ended': { 'zh-CN': '撤销人工改判', en: 'An override was taken back' },
  'payment.prepare': { 'zh-CN': '拨付制单', en: 'Payment prepared' },
  'payment.return': { 'zh-CN': '拨付退回', en: 'Payment sent back' },
  'duplicate.answered': { 'zh-CN': '答复重复或叠加疑点', en: 'A doubt about double money was answered' },
};

export const timelineOf = (events: readonly ApplicationEvent[]): CaseView['timeline'] =>
  events.map(({ seq, event, from, to, at, byName, duty, reason, clause }) => ({
    seq,
    event,
    label: LABELS[event] ?? labelOf(event),
    from,
    to,
    at,
    byName,
    duty,
    reason,
    clause,
  }));

/** Lists, promises, clocks and words of a case, as they are kept. */
export async function readRecord(
  db: Reader,
  applicationId: string,
  leftOf: (dueOn: string | null) => DaysLeft,
  today: string,
): Promise<Pick<CaseView, 'corrections' | 'deferrals' | 'clocks' | 'messages' | 'audit'>> {
  const corrections = await listCorrections(db, applicationId);
  const deferrals = await listDeferrals(db, applicationId);
  const clocks = await listClocks(db, applicationId);
  const messages = await listMessages(db, applicationId);
  const audit = await listAudit(db, { subjectType: 'application', subject: applicationId }, undefined, MOST_AUDITED);
  return {
    corrections: corrections.map(({ applicationId: _, raisedBy: __, ...each }) => each),
    deferrals: deferrals.map(({ materialId, promisedAt, dueOn, deliveredAt, brokenAt }) => ({
      materialId,
      promisedAt,
      dueOn,
      left: dueOn !== null && deliveredAt === null ? leftOf(dueOn) : null,
      deliveredAt,
      brokenAt,
    })),
    clocks: clocks.map((clock) => ({
      kind: clock.kind,
      limitDays: clock.limitDays,
      usedDays: clock.usedDays,
      startedOn: clock.startedOn,
      pausedOn: clock.pausedOn,
      dueOn: clock.dueOn,
      endedOn: clock.endedOn,
      isOverrun: clock.dueOn !== null && clock.dueOn < (clock.endedOn ?? today),
      overrunReason: clock.overrunReason,
    })),
    messages: messages.map(({ applicationId: _, by: __, ...each }) => each),
    audit: audit.map(({ seq, at, actorName, action }) => ({ seq, at, actorName, action })),
  };
}
