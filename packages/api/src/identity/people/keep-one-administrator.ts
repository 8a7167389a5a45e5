import type { Transaction } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import { message, say } from '../../messages/say.ts';
import { holdersOf } from '../queries.ts';
import { ADMINISTRATORS, type StaffRole } from '../roles.ts';

/** Called after a role was taken: without an administrator nobody could ever give one again. */
export async function keepOneAdministrator(tx: Transaction, taken: StaffRole): Promise<void> {
  if (!ADMINISTRATORS.includes(taken) || (await holdersOf(tx, taken)).length > 0) return;
  const role = message(`role.${taken}`);
  throw new ApiError(409, 'last-administrator', { args: { role: say(role, 'zh-CN'), roleEn: say(role, 'en') } });
}
