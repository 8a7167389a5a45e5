import { eq } from 'drizzle-orm';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Transaction } from '../../db/open-database.ts';
import { users } from '../table.ts';
import { type SignInContext, signInContext } from './sign-in-context.ts';

/** One write of the library, as its adapter is called. */
export interface LibraryWrite {
  readonly operation: 'create' | 'update' | 'delete';
  readonly model: string;
  /** Rows before a deletion, or the row after a creation or an update. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly changed: readonly string[];
}

const ACTIONS: Readonly<Record<string, string>> = {
  'create session': 'session.started',
  'delete session': 'session.ended',
  'create account': 'account.linked',
  'update account': 'password.changed',
  'create twoFactor': 'second-factor.prepared',
  'update twoFactor': 'second-factor.changed',
  'delete twoFactor': 'second-factor.removed',
};

/** Counting tries and storing tokens are no acts of a person. */
const isAct = ({ operation, model, changed }: LibraryWrite): boolean =>
  operation !== 'update' ||
  (model === 'account'
    ? changed.includes('password')
    : changed.some((field) => field === 'backupCodes' || field === 'verified'));

/** Writes what the library did into the audit trail, in the transaction of its write. */
export async function auditLibraryWrite(tx: Transaction, write: LibraryWrite): Promise<void> {
  const action = ACTIONS[`${write.operation} ${write.model}`];
  if (action === undefined || !isAct(write)) return;
  for (const row of write.rows) {
    const userId = String(row.userId ?? '');
    const context = signInContext.getStore();
    if (write.model === 'session' && isHalfWay(write.operation, String(row.id), context)) continue;
    const actor = context?.act.actor ?? 'system';
    const named = actor === 'system' ? await personOf(tx, userId) : actor;
    await appendAudit(
      tx,
      { actor: named, now: context?.act.now ?? new Date(), requestId: context?.act.requestId ?? 'library' },
      { action, subject: { type: 'user', id: userId }, details: detailsOf(write, row) },
    );
  }
}

/** The password step of a sign-in with a second factor begins a session and ends it at once: nobody was signed in. */
function isHalfWay(operation: string, id: string, context: SignInContext | undefined): boolean {
  if (operation === 'delete') return context?.begun.has(id) ?? false;
  if (context?.isHalfWay) context.begun.add(id);
  return context?.isHalfWay ?? false;
}

const detailsOf = ({ model }: LibraryWrite, row: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  if (model === 'session') return { secondFactor: row.secondFactorAt != null };
  return model === 'account' ? { provider: row.providerId } : {};
};

async function personOf(tx: Transaction, userId: string) {
  const [user] = await tx.select({ name: users.name, kind: users.kind }).from(users).where(eq(users.id, userId));
  return user ? { userId, ...user, staff: [], firms: [] } : 'system';
}
