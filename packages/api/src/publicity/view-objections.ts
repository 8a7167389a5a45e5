import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { hasStaffRole } from '../identity/actor.ts';
import type { CasePublicity } from './contract.ts';
import { readCasePublicity } from './read-notices.ts';

/** Reads what was objected to a case; that names and contacts were seen is noted in the audit trail. */
export async function viewObjections(
  act: PersonalAct & { readonly database: Database },
  applicationId: string,
): Promise<CasePublicity> {
  const found = await readCasePublicity(act.database.read, act.actor, applicationId);
  const named = found.objections.filter(({ contact }) => contact !== null);
  if (named.length > 0 && hasStaffRole(act.actor, ['decision-maker']))
    await withTransaction(act.database, (tx) =>
      appendAudit(tx, act, {
        action: 'objection.contacts-viewed',
        subject: { type: 'application', id: applicationId },
        details: { objections: named.map(({ number }) => number) },
      }),
    );
  return found;
}
