import { readCalendar } from '../calendar/queries.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Reader } from '../db/open-database.ts';
import type { Actor } from '../identity/actor.ts';
import { type Locale, message, say } from '../messages/say.ts';
import { yuanText } from '../money-text.ts';
import { readScheme, type StoredScheme } from '../schemes/queries.ts';
import type { SchemeDocument } from '../schemes/scheme.ts';
import type { Application, ApplicationLine, TimelineEntry } from './contract.ts';
import { guardView } from './guard-view.ts';
import { TRANSITIONS } from './lifecycle.ts';
import { mayPromise } from './may-promise.ts';
import { missingYearOf } from './missing-year.ts';
import type { ApplicationEvent, ApplicationRow } from './queries.ts';
import { listClocks, listCorrections, listDeferrals, listMessages, listSubmissions } from './read-case.ts';
import { STATES } from './states.ts';
import { readStepTimes } from './step-times.ts';
import { stepsOnTheWay } from './steps-on-the-way.ts';
import { readSurroundings } from './surroundings.ts';
import { permittedEvents } from './transition.ts';

/** A case as one line, for people of the firm. */
export function lineOf(row: ApplicationRow, scheme: StoredScheme | undefined): ApplicationLine {
  const state = STATES[row.state];
  return {
    id: row.id,
    ...(row.number ? { number: row.number } : {}),
    schemeId: row.schemeId,
    schemeLabel: scheme?.document.label ?? { 'zh-CN': row.schemeId, en: row.schemeId },
    firmId: row.firmId,
    firmName: row.firmName,
    projectName: row.projectName,
    state: row.state,
    stateLabel: state.firm,
    turn: state.turn,
    ...(row.claimFen === null ? {} : { claim: yuanText(row.claimFen) }),
    ...(row.amountFen === null ? {} : { amount: yuanText(row.amountFen) }),
    createdAt: row.createdAt,
    ...(row.submittedAt ? { submittedAt: row.submittedAt } : {}),
    stateSince: row.stateSince,
    ...(row.dueOn ? { dueOn: row.dueOn } : {}),
    openCorrections: row.openCorrections,
    openDeferrals: row.openDeferrals,
  };
}

interface Reading {
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
}

/** A whole case for the firm: where it stands, whose turn it is, what was said; names of officials are left out. */
export async function describeCase(
  db: Reader,
  row: ApplicationRow,
  { actor, now, locale }: Reading,
): Promise<Application> {
  const scheme = await readScheme(db, row.schemeId, row.schemeRevision);
  const around = await readSurroundings(db, row, dayInChina(now));
  const view = guardView(row, around, { actor, now, requestId: '' });
  const clocks = await listClocks(db, row.id);
  const missingYear = missingYearOf(clocks, await readCalendar(db));
  const times = await readStepTimes(db, around.scheme.document);
  return {
    ...lineOf(row, scheme),
    ...(missingYear === undefined ? {} : { missingYear }),
    creditCode: row.creditCode,
    schemeRevision: row.schemeRevision,
    poolYear: row.poolYear,
    version: row.version,
    isTerminal: STATES[row.state].terminal,
    permitted: permittedEvents(row.state, row.firmId, view).map(({ event, permitted, blockedBy }) => ({
      event,
      label: labelOf(event),
      permitted,
      blockedBy: blockedBy.map((key) => ({ key, message: say(message(`api.guard.${key}`), locale) })),
    })),
    steps: stepsOnTheWay(row, around.events, clocks, times),
    timeline: around.events.filter(isForTheFirm).map((event) => entryOf(event, actor, row)),
    ...(await papersOf(db, row, actor, around.scheme.document)),
    overruns: clocks.flatMap(({ kind, overranOn, overrunReason }) =>
      overranOn ? [{ kind, dueOn: overranOn, ...(overrunReason ? { reason: overrunReason } : {}) }] : [],
    ),
  };
}

/** Corrections, promises, submissions and the messages both sides read. */
async function papersOf(db: Reader, row: ApplicationRow, actor: Actor, scheme: SchemeDocument) {
  const deferrals = await listDeferrals(db, row.id);
  const submissions = await listSubmissions(db, row.id);
  const messages = (await listMessages(db, row.id)).filter(({ visibility }) => visibility === 'shared');
  return {
    corrections: (await listCorrections(db, row.id)).map(({ lateReason, answeredAt, answer, ...each }) => ({
      id: each.id,
      round: each.round,
      subject: each.subject,
      problem: each.problem,
      howToFix: each.howToFix,
      ...(lateReason ? { lateReason } : {}),
      ...(answeredAt ? { answeredAt } : {}),
      ...(answer ? { answer } : {}),
    })),
    deferrals: deferrals.map(({ materialId, promisedAt, dueOn, deliveredAt, brokenAt }) => ({
      materialId,
      promisedAt,
      ...(dueOn ? { dueOn } : {}),
      ...(deliveredAt ? { deliveredAt } : {}),
      isBroken: brokenAt !== null,
    })),
    mayPromise: await mayPromise(db, actor, row, { scheme, last: submissions[0], deferrals }),
    submissions: submissions.map((each) => ({
      id: each.id,
      round: each.round,
      submittedAt: each.submittedAt,
      certifierName: each.certifierName,
      receiptNumber: each.receiptNumber,
      policyInForceFrom: each.policyInForceFrom,
      schemeRevision: each.schemeRevision,
      algorithm: each.algorithm,
      digest: each.digest,
    })),
    messages: messages.map(({ id, visibility, side, text, at, byName }) => ({
      id,
      visibility,
      side,
      text,
      at,
      byName: side === 'firm' ? byName : '',
    })),
  };
}

/** Changes of state, and the few other things that concern the firm; shares in the work of the office do not. */
const ALSO_TOLD: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>> = {
  'deferral-promised': { 'zh-CN': '签署容缺承诺', en: 'Promised to hand in later' },
  'deferral-delivered': { 'zh-CN': '补交容缺材料', en: 'Handed in a deferred material' },
  overran: { 'zh-CN': '办理超过了承诺的期限', en: 'This step has taken longer than promised' },
  'overrun-explained': { 'zh-CN': '说明了超期的原因', en: 'The reason for the delay was given' },
  'silence-recorded': {
    'zh-CN': '有部门到期没有答复，已记录在案，办理继续',
    en: 'A department did not answer in time; this is on record and the case goes on',
  },
  'silence-consent': {
    'zh-CN': '有部门到期没有答复，按规定视为同意',
    en: 'A department did not answer in time; by the rules this counts as consent',
  },
};

const TOLD_BY_FIRM: readonly string[] = ['deferral-promised', 'deferral-delivered'];

/** What becomes of the money. Who prepares and releases it stays in the office. */
const OF_THE_MONEY: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>> = {
  'payment.planned': { 'zh-CN': '形成拨付计划', en: 'Payment planned' },
  'payment.confirm': { 'zh-CN': '确认拨付条件已满足', en: 'Condition of a payment confirmed' },
  'payment.release': { 'zh-CN': '提交银行拨付', en: 'Sent to the bank' },
  'payment.note-paid': { 'zh-CN': '已拨付', en: 'Paid' },
  'payment.note-bounced': { 'zh-CN': '银行退票', en: 'Sent back by the bank' },
  'payment.stop': { 'zh-CN': '停止拨付', en: 'Payment stopped' },
  'payment.resume': { 'zh-CN': '恢复拨付', en: 'Payment resumed' },
  'payment.recovery-claimed': { 'zh-CN': '要求退回资金', en: 'Money claimed back' },
  'payment.recovery-received': { 'zh-CN': '收到退回的资金', en: 'Money came back' },
  'payment.recovery-withdrawn': { 'zh-CN': '撤销追回', en: 'Claim withdrawn' },
};

const isForTheFirm = ({ event, from, to }: ApplicationEvent): boolean =>
  from !== to || event in ALSO_TOLD || event in OF_THE_MONEY;

export const labelOf = (event: string): { readonly 'zh-CN': string; readonly en: string } =>
  TRANSITIONS.find((each) => each.event === event)?.label ??
  ALSO_TOLD[event] ??
  OF_THE_MONEY[event] ?? { 'zh-CN': event, en: event };

function entryOf(event: ApplicationEvent, actor: Actor, row: ApplicationRow): TimelineEntry {
  const transition = TRANSITIONS.find((each) => each.event === event.event);
  const isFirms =
    TOLD_BY_FIRM.includes(event.event) ||
    (transition !== undefined && transition.by !== 'system' && 'firm' in transition.by);
  const side = event.by === 'system' ? 'system' : isFirms ? 'firm' : 'office';
  const isOfFirm = actor.firms.some(({ firmId }) => firmId === row.firmId);
  return {
    seq: event.seq,
    event: event.event,
    label: labelOf(event.event),
    at: event.at,
    to: event.to,
    side,
    ...(side === 'firm' && isOfFirm ? { byName: event.byName } : {}),
    ...(event.reason ? { reason: event.reason } : {}),
    ...(event.clause ? { clause: event.clause } : {}),
  };
}
