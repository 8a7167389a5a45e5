import type { Facts } from '@tidu/rules';
import type { Reader } from '../db/open-database.ts';
import { type Actor, roleInFirm } from '../identity/actor.ts';
import type { SchemeDocument } from '../schemes/scheme.ts';
import { hasBrokenPromise } from './broken-promise.ts';
import { isAskedFor } from './drafts/find-missing.ts';
import { CERTIFIERS } from './own-case.ts';
import type { ApplicationRow } from './queries.ts';
import type { Deferral, Submission } from './read-case.ts';

interface Papers {
  readonly scheme: SchemeDocument;
  readonly last: Submission | undefined;
  readonly deferrals: readonly Deferral[];
}

/**
 * Minor materials this person may still promise to hand in later (签署容缺承诺) while the case is at intake: also one that
 * was handed in, where the office finds it wanting.
 */
export async function mayPromise(
  db: Reader,
  actor: Actor,
  row: ApplicationRow,
  { scheme, last, deferrals }: Papers,
): Promise<string[]> {
  const role = roleInFirm(actor, row.firmId);
  if (row.state !== 'submitted' || !last || role === undefined || !CERTIFIERS.includes(role)) return [];
  const facts = JSON.parse(last.facts) as Facts;
  const promised = new Set(deferrals.map(({ materialId }) => materialId));
  const open = scheme.materials.filter((each) => each.kind === 'late' && isAskedFor(each, facts));
  const ids = open.map(({ id }) => id).filter((id) => !promised.has(id));
  return ids.length === 0 || (await hasBrokenPromise(db, row.firmId)) ? [] : ids;
}
