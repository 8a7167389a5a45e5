import { advanceCase } from '../applications/advance-case.ts';
import { noteResult } from '../applications/note-result.ts';
import { readApplications } from '../applications/queries.ts';
import { recordShare } from '../applications/record-share.ts';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { newId } from '../db/new-id.ts';
import type { Database, Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { fenOfText, yuanText } from '../money-text.ts';
import type { ConfirmRequest } from './contract.ts';
import { accountOf, type LoadedRanking, loadRanking, sealedRanking, versionsOf } from './load-ranking.ts';
import { openPoolYear } from './open-pool-year.ts';
import { leftIn, type PoolKey } from './queries.ts';
import { reserveMoney } from './settle-money.ts';
import { allocations } from './table.ts';

export interface Confirmed {
  readonly id: string;
  readonly digest: string;
  readonly placed: number;
  readonly funded: number;
}

/**
 * Confirms a ranking (确认排序分配) exactly as it was previewed: stored for good, money reserved, every case sent on. Throws
 * 409 `ranking-changed` where a case, a score or the money has changed since.
 */
export async function confirmAllocation(
  act: PersonalAct & { readonly database: Database },
  key: PoolKey,
  { digest, reason }: ConfirmRequest,
): Promise<Confirmed> {
  const loaded = await loadRanking(act.database.read, key);
  if (loaded.claims.length === 0) throw new ApiError(409, 'nothing-to-rank');
  if (loaded.digest !== digest) throw new ApiError(409, 'ranking-changed');
  const sealed = sealedRanking(loaded);
  return withTransaction(act.database, async (tx) => {
    await requireSame(tx, loaded);
    await openPoolYear(tx, { ...loaded.found, path: [loaded.root] }, act.now);
    const id = newId();
    const { funded, placed } = await placeAll(tx, act, loaded, id);
    await tx.insert(allocations).values({
      id,
      ...key,
      ...sealed,
      algorithm: 'SHA-256',
      confirmedAt: act.now.toISOString(),
      confirmedBy: act.actor.userId,
      confirmedByName: act.actor.name,
      reason,
      placed: JSON.stringify(placed),
    });
    await appendAudit(tx, act, {
      action: 'allocation.confirmed',
      subject: { type: 'allocation', id },
      details: { ...key, digest: sealed.digest, paid: loaded.result.paid, claims: loaded.claims.length, reason },
    });
    return { id, digest: sealed.digest, placed: loaded.claims.length, funded };
  });
}

async function requireSame(tx: Transaction, { key, root, account, cases }: LoadedRanking): Promise<void> {
  const rows = await readApplications(
    tx,
    cases.map(({ row }) => row.id),
  );
  const isSame =
    JSON.stringify(sorted(versionsOf(rows))) === JSON.stringify(sorted(versionsOf(cases.map((c) => c.row))));
  const now = await accountOf(tx, key, root);
  const isMoneySame = leftIn(now) === leftIn(account);
  if (!isSame || !isMoneySame) throw new ApiError(409, 'ranking-changed');
}

const sorted = (versions: Readonly<Record<string, number>>) =>
  Object.entries(versions).toSorted(([a], [b]) => (a < b ? -1 : 1));

interface Placed {
  readonly funded: number;
  /** Version of each case once it is placed. */
  readonly placed: Readonly<Record<string, number>>;
}

/** Money that is given back moves first, so that there is room for what others get. */
async function placeAll(
  tx: Transaction,
  act: Omit<PersonalAct, 'database'>,
  { result, cases }: LoadedRanking,
  allocationId: string,
): Promise<Placed> {
  const byId = new Map(cases.map((each) => [each.row.id, each]));
  const grants = result.grants.flatMap(({ id, got }) => {
    const found = byId.get(id);
    return found ? [{ ...found, amountFen: fenOfText(got) ?? 0 }] : [];
  });
  const placed: Record<string, number> = {};
  for (const { row, amountFen } of grants.toSorted(
    (a, b) => a.amountFen - a.reservedFen - (b.amountFen - b.reservedFen),
  )) {
    const details = { allocationId, amount: yuanText(amountFen) };
    await recordShare(tx, act, row, { what: 'ranking.confirmed', duty: 'decide', details });
    const noted = await noteResult(tx, row.id, { isPlaced: true, amountFen });
    await reserveMoney(tx, act, noted, amountFen);
    placed[row.id] = (await advanceCase(tx, act, row.id)).version;
  }
  return { funded: grants.filter(({ amountFen }) => amountFen > 0).length, placed };
}
