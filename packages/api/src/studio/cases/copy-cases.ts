import type { Act } from '../../audit/act.ts';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { policyDraftCases } from '../table.ts';
import { byOf } from '../who.ts';
import type { WorkedCase } from './contract.ts';

/** Puts worked cases into a draft, in the caller's transaction; `isGenerated` ones wait for a person to confirm them. */
export async function copyCases(
  tx: Transaction,
  act: Pick<Act, 'actor' | 'now'>,
  draftId: string,
  cases: readonly WorkedCase[],
  isGenerated = false,
): Promise<string[]> {
  const rows = cases.map((one) => ({
    id: newId(),
    draftId,
    content: JSON.stringify(one),
    isGenerated,
    ...byOf(act),
  }));
  for (let from = 0; from < rows.length; from += 200)
    await tx.insert(policyDraftCases).values(rows.slice(from, from + 200));
  return rows.map(({ id }) => id);
}
