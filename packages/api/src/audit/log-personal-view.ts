import { dayInChina, startOfDayInChina } from '../day-in-china.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import type { PersonalAct } from './act.ts';
import { appendAudit } from './append-audit.ts';
import { hasDone } from './queries.ts';

interface PersonalView {
  /** Whose data: a firm, a person, an application. */
  readonly subject: { readonly type: string; readonly id: string };
  /** Which fields were shown, e.g. `['legalRepresentative']`; never their values. */
  readonly fields: readonly string[];
}

const action = 'personal-data.viewed';

/**
 * Notes that an official has seen personal data (查看个人信息留痕), once a person, subject and day: a page that is opened
 * twenty times says no more than one that was opened. Call it before they are shown. What people see of their own firm is
 * no view in this sense.
 */
export async function logPersonalView(
  act: PersonalAct & { readonly database: Database },
  { subject, fields }: PersonalView,
): Promise<void> {
  if (act.actor.kind === 'firm') return;
  const seen = { actorId: act.actor.userId, action, subject };
  if (await hasDone(act.database.read, seen, startOfDayInChina(dayInChina(act.now)))) return;
  await withTransaction(act.database, (tx) => appendAudit(tx, act, { action, subject, details: { fields } }));
}
