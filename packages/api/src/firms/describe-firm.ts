import type { Reader } from '../db/open-database.ts';
import { type Actor, roleInFirm } from '../identity/actor.ts';
import type { FirmRole } from '../identity/roles.ts';
import type { Firm } from './contract.ts';
import { industryLabel } from './industries.ts';
import { maskContact } from './mask-contact.ts';
import { type FirmRow, listContacts } from './queries.ts';

/** A firm as it goes out: its own people see everything, others its contacts masked. */
export async function describeFirm(db: Reader, row: FirmRow, actor: Actor): Promise<Firm> {
  const isMasked = roleInFirm(actor, row.id) === undefined;
  const contacts = await readContacts(db, row.id);
  return {
    id: row.id,
    creditCode: row.creditCode,
    isCodeConfirmed: row.isCodeConfirmed,
    name: row.name,
    registeredOn: row.registeredOn,
    industryCode: row.industryCode,
    industryLabel: industryLabel(row.industryCode) ?? row.industryCode,
    ...(row.industryNote === null ? {} : { industryNote: row.industryNote }),
    ...(row.parkId === null ? {} : { parkId: row.parkId }),
    registeredAddress: row.registeredAddress,
    legalRepresentative: row.legalRepresentative,
    contacts: isMasked ? contacts.map(maskContact) : contacts,
    isMasked,
    may: mayDo(roleInFirm(actor, row.id)),
    version: row.version,
    updatedAt: row.updatedAt,
  };
}

const mayDo = (role: FirmRole | undefined): Firm['may'] =>
  role === undefined ? [] : role === 'owner' ? ['change', 'manage-members', 'manage-account'] : ['change'];

export async function readContacts(db: Reader, firmId: string): Promise<Firm['contacts']> {
  const rows = await listContacts(db, firmId);
  return rows.map(({ name, duty, phone, email }) => ({
    name,
    ...(duty === null ? {} : { duty }),
    phone,
    ...(email === null ? {} : { email }),
  }));
}
