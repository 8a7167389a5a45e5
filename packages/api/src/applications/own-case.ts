import type { Reader } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { type Actor, roleInFirm } from '../identity/actor.ts';
import type { FirmRole } from '../identity/roles.ts';
import { type ApplicationRow, readApplication } from './queries.ts';

/** A case of a firm the person works for, in one of these roles where named; another firm's case is not there (404). */
export async function ownCase(
  db: Reader,
  actor: Actor,
  id: string,
  roles?: readonly FirmRole[],
): Promise<ApplicationRow> {
  const row = await readApplication(db, id);
  const role = row && roleInFirm(actor, row.firmId);
  if (!row || role === undefined) throw new ApiError(404, 'not-found');
  if (roles && !roles.includes(role)) throw new ApiError(403, 'not-your-role');
  return row;
}

/** Who signs for a firm. */
export const CERTIFIERS: readonly FirmRole[] = ['owner', 'certifier'];
