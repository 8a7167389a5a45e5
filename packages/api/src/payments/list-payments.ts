import { dayInChina } from '../day-in-china.ts';
import type { Reader } from '../db/open-database.ts';
import { yuanText } from '../money-text.ts';
import { readScheme } from '../schemes/queries.ts';
import type { PaymentLine, PaymentPage } from './contract.ts';
import { describeInstalment, maskedAccountOf, type Reading } from './describe-instalment.ts';
import { countStates, type InstalmentRow, listInStates, listInstalments, listRowsOfCase, readPlan } from './queries.ts';
import { readCaseAround } from './read-view.ts';
import { PAYMENT_STATE_IDS, PAYMENT_STATES, type PaymentStateId } from './states.ts';

interface Asked {
  readonly state?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

const DAY_MS = 86_400_000;
/** What waits for the office, where nothing else is asked for. */
const OPEN: readonly PaymentStateId[] = ['due', 'bounced', 'waiting'];

export const statesAsked = (state: string | undefined): readonly PaymentStateId[] =>
  state === undefined ? OPEN : PAYMENT_STATE_IDS.filter((id) => state.split(',').includes(id));

/** Instalments as the finance people work through them, the longest waiting first, and how many are in each state. */
export async function listPayments(
  db: Reader,
  { state, after, limit }: Asked,
  reading: Reading & { readonly now: Date },
): Promise<PaymentPage> {
  const rows = await listInStates(db, { states: statesAsked(state), after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const counted = new Map((await countStates(db)).map((each) => [each.state, each]));
  const payments: PaymentLine[] = [];
  for (const row of page) payments.push(await describeLine(db, row, reading));
  return {
    payments,
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    counts: PAYMENT_STATE_IDS.map((id) => ({
      state: id,
      label: PAYMENT_STATES[id].staff,
      count: counted.get(id)?.count ?? 0,
      amount: yuanText(counted.get(id)?.amountFen ?? 0),
    })),
  };
}

export async function describeLine(
  db: Reader,
  row: InstalmentRow,
  reading: Reading & { readonly now: Date },
): Promise<PaymentLine> {
  const around = await readCaseAround(db, row.applicationId);
  const { application, account, firmName } = around;
  const of = (await listInstalments(db, row.applicationId)).length;
  const rows = await listRowsOfCase(db, row.applicationId);
  const plan = await readPlan(db, row.applicationId);
  const plannedAt = new Date(plan?.plannedAt ?? row.stateSince);
  const scheme = await readScheme(db, application.schemeId, application.schemeRevision);
  return {
    ...(await describeInstalment(db, row, around, { of, rows, reading })),
    number: application.number ?? '',
    firmId: application.firmId,
    firmName,
    projectName: application.projectName,
    schemeLabel: scheme?.document.label ?? { 'zh-CN': application.schemeId, en: application.schemeId },
    plannedOn: dayInChina(plannedAt),
    waitingDays: Math.max(0, Math.floor((reading.now.getTime() - plannedAt.getTime()) / DAY_MS)),
    payTo: maskedAccountOf(account, firmName),
  };
}
