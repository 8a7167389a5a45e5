import { namedStates } from '../applications/queries.ts';
import { STATES } from '../applications/states.ts';
import type { Reader } from '../db/open-database.ts';
import { listFirmMembers } from '../identity/firm-people.ts';
import { loadActor } from '../identity/load-actor.ts';
import { listPeople } from '../identity/people/queries.ts';
import type { Locale } from '../messages/say.ts';
import type { DemoPerson } from './contract.ts';

/** Everyone of the office, and one firm for each state a case may be in: those a visitor can step into. */
export async function listDemoPeople(db: Reader, locale: Locale): Promise<readonly DemoPerson[]> {
  const staff = await listPeople(db, { kind: 'staff', limit: 100 });
  const office = await Promise.all(staff.map(({ id }) => loadActor(db, id)));
  const firms = await namedStates(db);
  const people: DemoPerson[] = office.flatMap((actor) =>
    actor ? [{ userId: actor.userId, name: actor.name, kind: 'staff', staffRoles: [...actor.staff] }] : [],
  );
  for (const { firmId, firmName, state } of firms) {
    const [member] = await listFirmMembers(db, firmId);
    if (!member) continue;
    const firm = { name: firmName, role: member.role, state: STATES[state].firm[locale] };
    people.push({ userId: member.userId, name: member.name, kind: 'firm', staffRoles: [], firm });
  }
  return people;
}
