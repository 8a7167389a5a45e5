import { withTransaction } from '../db/with-transaction.ts';
import type { PersonalAct } from './act.ts';
import { appendAudit } from './append-audit.ts';

interface PersonalView {
  /** Whose data: a firm, a person, an application. */
  readonly subject: { readonly type: string; readonly id: string };
  /** Which fields were shown whole, e.g. `['phone', 'bankAccount']`; never their values. */
  readonly fields: readonly string[];
}

/** Notes that a person has seen personal data unmasked (查看个人信息留痕). Call it before they are shown. */
export async function logPersonalView(act: PersonalAct, { subject, fields }: PersonalView): Promise<void> {
  await withTransaction(act.database, (tx) =>
    appendAudit(tx, act, { action: 'personal-data.viewed', subject, details: { fields } }),
  );
}
