import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { dayInChina } from '../day-in-china.ts';
import { newId } from '../db/new-id.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { joinFirm } from '../identity/join-firm.ts';
import { message } from '../messages/say.ts';
import { checkCode, checkProfile, refuseProblems } from './check-profile.ts';
import type { FirmRegistration } from './contract.ts';
import { dayToFacts } from './facts/registration-day.ts';
import { type FirmRow, firmByCode } from './queries.ts';
import { firms } from './table.ts';
import { writeContacts } from './write-contacts.ts';

/** Puts a firm on file; whoever does it is its first owner. A code is on file once: others ask its owner to let them in. */
export function registerFirm(act: PersonalAct, given: FirmRegistration): Promise<FirmRow> {
  if (act.actor.kind !== 'firm') throw new ApiError(403, 'not-your-role');
  const { code, problems } = checkCode(given.creditCode, given.isCodeConfirmed ?? false);
  return withTransaction(act.database, async (tx) => {
    refuseProblems([...problems, ...(await checkProfile(tx, given, dayInChina(act.now)))]);
    if (await firmByCode(tx, code)) throw firmOnFile();
    const row = rowOf(act, given, code);
    await tx.insert(firms).values(row);
    await writeContacts(tx, row.id, given.contacts);
    await dayToFacts(tx, act, row.id, row.registeredOn);
    await joinFirm(tx, act, { firmId: row.id, userId: act.actor.userId, role: 'owner' });
    const details = { creditCode: code, name: row.name, isCodeConfirmed: row.isCodeConfirmed };
    await appendAudit(tx, act, { action: 'firm.registered', subject: { type: 'firm', id: row.id }, details });
    return row;
  });
}

const firmOnFile = (): ApiError =>
  new ApiError(409, 'firm-on-file', {
    details: [{ path: 'creditCode', message: message('api.firm-on-file'), fix: message('api.fix.ask-owner') }],
  });

function rowOf(act: PersonalAct, given: FirmRegistration, creditCode: string): FirmRow {
  const at = act.now.toISOString();
  return {
    id: newId(),
    creditCode,
    isCodeConfirmed: given.isCodeConfirmed ?? false,
    name: given.name,
    registeredOn: given.registeredOn,
    industryCode: given.industryCode,
    industryNote: given.industryNote ?? null,
    parkId: given.parkId ?? null,
    registeredAddress: given.registeredAddress,
    legalRepresentative: given.legalRepresentative,
    version: 1,
    createdAt: at,
    createdBy: act.actor.userId,
    updatedAt: at,
    updatedBy: act.actor.userId,
  };
}
