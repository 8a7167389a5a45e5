import type { Decision, Receipt } from '@tidu/rules';
import { readCaseMoney } from '../allocations/queries.ts';
import { appendEvent } from '../applications/append-event.ts';
import type { ApplicationRow } from '../applications/queries.ts';
import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { listDecisions } from '../decisions/queries.ts';
import { yuanText } from '../money-text.ts';
import { listVersions } from '../policies/queries.ts';
import { readScheme } from '../schemes/queries.ts';
import { type PlannedPart, splitPlan } from './split-plan.ts';
import { instalments, paymentPlans } from './table.ts';
import { tellFinance, tellFirm } from './tell-payment.ts';

/**
 * Makes the payment plan of a case in the transaction that approves it (拨付计划), from the decision as it was written down:
 * nothing is evaluated. A case without money has none.
 */
export async function planPayment(tx: Transaction, act: Omit<Act, 'database'>, row: ApplicationRow): Promise<void> {
  if (row.state !== 'approved') return;
  const { committedFen, pool } = await readCaseMoney(tx, row.id);
  if (!pool || committedFen <= 0) return;
  const at = act.now.toISOString();
  const plan = { applicationId: row.id, firmId: row.firmId, ...pool, totalFen: committedFen, plannedAt: at };
  await tx.insert(paymentPlans).values(plan);
  const parts = await partsOf(tx, row, committedFen);
  await tx.insert(instalments).values(parts.map((part, i) => valuesOf(part, i, row.id, at)));
  const details = { total: yuanText(committedFen), instalments: parts.map(({ amountFen }) => yuanText(amountFen)) };
  await appendEvent(tx, act, row.id, {
    event: 'payment.planned',
    from: row.state,
    to: row.state,
    duty: null,
    reason: null,
    clause: null,
    details: JSON.stringify(details),
  });
  await appendAudit(tx, act, { action: 'payment.planned', subject: { type: 'application', id: row.id }, details });
  const args = { amount: details.total, count: String(parts.length) };
  await tellFirm(tx, act, row, 'planned', args);
  await tellFinance(tx, act, {
    role: 'finance-preparer',
    key: 'payment-planned',
    args: { number: row.number ?? '', firm: row.firmName, ...args },
    link: '/payments',
  });
}

const valuesOf = ({ label, condition, amountFen }: PlannedPart, i: number, applicationId: string, at: string) => ({
  id: newId(),
  applicationId,
  seq: i + 1,
  label: label['zh-CN'],
  labelEn: label.en,
  condition: condition?.['zh-CN'] ?? null,
  conditionEn: condition?.en ?? null,
  amountFen,
  state: condition ? ('waiting' as const) : ('due' as const),
  version: 1,
  stateSince: at,
});

async function partsOf(tx: Transaction, row: ApplicationRow, amountFen: number): Promise<readonly PlannedPart[]> {
  const last = (await listDecisions(tx, row.id)).at(-1);
  const scheme = await readScheme(tx, row.schemeId, row.schemeRevision);
  const receipt = last && (JSON.parse(last.receipt) as Receipt);
  const version = (await listVersions(tx)).find(({ hash }) => hash === last?.policyHash);
  const decision: Decision | undefined = receipt?.decision;
  return splitPlan(amountFen, version?.doc, decision, scheme?.document.awards ?? []);
}
