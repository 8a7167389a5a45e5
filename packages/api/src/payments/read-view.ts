import { listMovements, moneyIn, spentIn } from '../allocations/queries.ts';
import { type ApplicationRow, listEvents, readApplication } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { type BankAccountRow, getBankAccount } from '../firms/bank/queries.ts';
import { getFirm } from '../firms/queries.ts';
import type { Actor } from '../identity/actor.ts';
import type { PaymentView } from './guards.ts';
import type { InstalmentRow } from './queries.ts';

/** What the guards need beside the row of an instalment: the case, its money, the firm and its account. */
export interface CaseAround {
  readonly application: ApplicationRow;
  readonly shares: PaymentView['shares'];
  readonly account: BankAccountRow | undefined;
  readonly firmName: string;
  readonly leftOfPlanFen: number;
}

export async function readCaseAround(db: Reader, applicationId: string): Promise<CaseAround> {
  const application = await readApplication(db, applicationId);
  if (!application) throw new Error(`payments of case ${applicationId}, which is not there`);
  const entries = await listMovements(db, applicationId);
  const { orderedFen, paidFen } = spentIn(entries);
  const events = await listEvents(db, applicationId);
  const account = await getBankAccount(db, application.firmId);
  return {
    application,
    shares: events.flatMap(({ by, duty }) => (duty === null ? [] : [{ userId: by, duty }])),
    account: account?.sealedNumber ? account : undefined,
    firmName: (await getFirm(db, application.firmId))?.name ?? application.firmName,
    leftOfPlanFen: moneyIn(entries).committedFen - orderedFen - paidFen,
  };
}

interface Said {
  readonly reason?: string | undefined;
  readonly holderReason?: string | undefined;
  /** The account that stands in the order. */
  readonly accountId?: string | undefined;
}

export function paymentView(around: CaseAround, { amountFen }: InstalmentRow, actor: Actor, said: Said): PaymentView {
  const { application, shares, account, firmName, leftOfPlanFen } = around;
  return {
    caseState: application.state,
    openObjections: application.openObjections,
    openConflicts: application.openConflicts,
    hasAccount: account !== undefined,
    isHolderFirm: account?.holder === firmName,
    holderReason: said.holderReason,
    isAccountSame: account !== undefined && account.id === said.accountId,
    amountFen,
    leftOfPlanFen,
    shares,
    actor,
    duty: undefined,
    reason: said.reason,
  };
}
