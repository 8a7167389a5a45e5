import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import type { Firm } from './contract.ts';
import { readContacts } from './describe-firm.ts';
import { getFirm } from './queries.ts';

/** Shows an official the contacts of a firm in full, and notes who looked. */
export const viewContacts = (act: PersonalAct, firmId: string): Promise<Firm['contacts']> =>
  withTransaction(act.database, async (tx) => {
    if (!(await getFirm(tx, firmId))) throw new ApiError(404, 'not-found');
    await appendAudit(tx, act, { action: 'firm.contacts-viewed', subject: { type: 'firm', id: firmId } });
    return readContacts(tx, firmId);
  });
