import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import type { Accounts } from '../identity/accounts/open-accounts.ts';
import { findUser } from '../identity/queries.ts';
import { inSignIn } from '../identity/sign-in/sign-in-context.ts';

export interface DemoCookie {
  readonly name: string;
  readonly token: string;
  readonly secret: string;
}

/** A session in the place of a made-up person. Only the demo has this door: its people have no passwords. */
export async function enterAs(accounts: Accounts, act: Act, userId: string): Promise<DemoCookie> {
  const user = await findUser(accounts.database.read, userId);
  if (!user?.email.endsWith('.example') && !user?.email.endsWith('@example.com')) throw new ApiError(404, 'not-found');
  const { internalAdapter, authCookies, secret } = await accounts.auth.$context;
  const session = await inSignIn(act, { secondFactor: true }, () => internalAdapter.createSession(userId));
  if (!session) throw new ApiError(404, 'not-found');
  await withTransaction(accounts.database, (tx) =>
    appendAudit(tx, act, { action: 'demo.entered', subject: { type: 'user', id: userId } }),
  );
  return { name: authCookies.sessionToken.name, token: session.token, secret };
}
