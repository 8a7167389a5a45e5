import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { corrections } from './table.ts';

export interface CorrectionItem {
  readonly subject: string;
  readonly problem: string;
  readonly howToFix: string;
  readonly lateReason?: string | undefined;
}

/** Writes the lines of one complete list (一次性告知清单). The state and the count of the case are the caller's. */
export async function raiseCorrections(
  tx: Transaction,
  applicationId: string,
  round: number,
  items: readonly CorrectionItem[],
  by: { readonly at: string; readonly userId: string },
): Promise<void> {
  await tx.insert(corrections).values(
    items.map(({ subject, problem, howToFix, lateReason }) => ({
      id: newId(),
      applicationId,
      round,
      subject,
      problem,
      howToFix,
      lateReason: lateReason ?? null,
      raisedAt: by.at,
      raisedBy: by.userId,
    })),
  );
}
