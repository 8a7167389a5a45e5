import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Contact } from '../contact.ts';
import { findUserByContact, holdersOf } from '../queries.ts';
import { digestSecret, newToken } from '../secrets/digest-secret.ts';
import { issueSecret } from '../secrets/issue-secret.ts';
import { dropSecrets, findByDigest } from '../secrets/use-secret.ts';
import { checkPassword } from '../sign-in/password-rules.ts';
import { staffRoles } from '../table.ts';
import { addUser } from './add-user.ts';
import type { Accounts } from './open-accounts.ts';

const SUBJECT = 'first-administrator';

/** A new token for the one-time link while there is no system administrator; the link printed before no longer works. */
export async function makeSetUpToken(accounts: Accounts, now: Date): Promise<string | undefined> {
  const { database, secret, settings } = accounts;
  if ((await holdersOf(database.read, 'system-administrator')).length > 0) return undefined;
  const token = newToken();
  const digest = digestSecret(secret, 'set-up', '', token);
  const minutes = settings.setUpHours * 60;
  await withTransaction(database, (tx) =>
    issueSecret(tx, { purpose: 'set-up', subject: SUBJECT, digest, now, minutes, tries: 0 }),
  );
  return token;
}

export interface SetUp {
  readonly token: string;
  readonly name: string;
  readonly contact: Contact;
  readonly password: string;
}

/** The first system administrator, by the link the server printed. There is no second time. */
export async function setUp(accounts: Accounts, act: Act, { token, name, contact, password }: SetUp): Promise<void> {
  const { database, secret, settings } = accounts;
  const digest = digestSecret(secret, 'set-up', '', token);
  if (!(await findByDigest(database.read, 'set-up', digest, act.now))) throw new ApiError(422, 'code-expired');
  checkPassword(password, [name, contact.value], settings);
  const passwordHash = await (await accounts.auth.$context).password.hash(password);
  await withTransaction(database, async (tx) => {
    if ((await holdersOf(tx, 'system-administrator')).length > 0) throw new ApiError(409, 'set-up-done');
    if (!(await findByDigest(tx, 'set-up', digest, act.now))) throw new ApiError(422, 'code-expired');
    if (await findUserByContact(tx, contact)) throw new ApiError(409, 'contact-taken');
    await dropSecrets(tx, 'set-up', SUBJECT);
    const userId = await addUser(tx, act.now, { name, contact, kind: 'staff', isVerified: true, passwordHash });
    const role = 'system-administrator' as const;
    const grantedAt = act.now.toISOString();
    await tx.insert(staffRoles).values({ id: newId(), userId, role, grantedAt, grantedBy: 'set-up' });
    const actor = { userId, name, kind: 'staff', staff: [], firms: [] } as const;
    await appendAudit(
      tx,
      { ...act, actor },
      { action: 'system.set-up', subject: { type: 'user', id: userId }, details: { role } },
    );
  });
}
