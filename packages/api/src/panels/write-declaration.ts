import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import type { ConflictKind } from './conflict-kinds.ts';
import { panelDeclarations } from './table.ts';

export interface Declaration {
  readonly panelId: string;
  readonly applicationId: string;
  readonly userId: string;
  readonly hasConflict: boolean;
  readonly kind?: ConflictKind;
  readonly note?: string | undefined;
  readonly foundBy: 'expert' | 'system';
}

/** Writes down what was declared or found; a conflict takes the place of "none", never the other way round. */
export async function writeDeclaration(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  { panelId, applicationId, userId, ...said }: Declaration,
): Promise<void> {
  const row = { ...said, kind: said.kind ?? null, note: said.note ?? null, at: act.now.toISOString() };
  await tx
    .insert(panelDeclarations)
    .values({ panelId, applicationId, userId, ...row })
    .onConflictDoUpdate({
      target: [panelDeclarations.panelId, panelDeclarations.applicationId, panelDeclarations.userId],
      set: row,
    });
  await appendAudit(tx, act, {
    action: said.hasConflict ? 'panel.conflict-declared' : 'panel.no-conflict-declared',
    subject: { type: 'application', id: applicationId },
    details: { panelId, expert: userId, foundBy: said.foundBy, ...(said.kind ? { kind: said.kind } : {}) },
  });
}
