import { and, inArray, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { holdFiles, releaseFiles } from '../../files/hold-files.ts';
import { type FactSource, firmFacts } from '../table.ts';
import type { FactCell } from './fact-cells.ts';
import { type FactRow, keyOf } from './queries.ts';

/** A figure with what stands behind it. */
export interface NewFact extends FactCell {
  readonly source: FactSource;
  readonly evidence: readonly string[];
  readonly note: string | null;
}

/**
 * Records figures in place of those that counted; the caller audits. INVARIANT (fact-history): nothing is overwritten — what
 * counted is marked as superseded in the same transaction that writes what counts now.
 */
export async function writeFacts(
  tx: Transaction,
  act: PersonalAct,
  firmId: string,
  fresh: readonly NewFact[],
  current: readonly FactRow[],
): Promise<void> {
  await supersedeFacts(
    tx,
    act,
    current.filter((row) => fresh.some((each) => replaces(each, row))),
  );
  for (const each of fresh) {
    const { evidence, ...cell } = each;
    const id = newId();
    await tx.insert(firmFacts).values({
      id,
      firmId,
      ...cell,
      evidence: JSON.stringify(evidence),
      recordedAt: act.now.toISOString(),
      recordedBy: act.actor.userId,
    });
    await holdFiles(tx, evidence, `fact:${id}`);
  }
}

/** Marks what no longer counts and lets go of its evidence. */
export async function supersedeFacts(tx: Transaction, act: PersonalAct, rows: readonly FactRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await tx
    .update(firmFacts)
    .set({ supersededAt: act.now.toISOString(), supersededBy: act.actor.userId })
    .where(and(inArray(firmFacts.id, ids), isNull(firmFacts.supersededAt)));
  for (const id of ids) await releaseFiles(tx, `fact:${id}`);
}

/** A series that is open as a whole takes the place of all its years, and a year that of the whole. */
const replaces = (fresh: FactCell, row: FactRow): boolean =>
  fresh.factId === row.factId && (keyOf(fresh) === keyOf(row) || fresh.year === '' || row.year === '');

/** Whether a figure is the one that stands there already. */
export const isSame = (cell: FactCell, row: FactRow | undefined): boolean =>
  row !== undefined && cell.state === row.state && cell.value === row.value;
