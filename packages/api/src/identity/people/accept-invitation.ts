import type { Act } from '../../audit/act.ts';
import type { Reader } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Locale } from '../../messages/say.ts';
import { addUser } from '../accounts/add-user.ts';
import type { Accounts } from '../accounts/open-accounts.ts';
import type { Actor } from '../actor.ts';
import { readContact } from '../contact.ts';
import { findUserByContact } from '../queries.ts';
import { digestSecret } from '../secrets/digest-secret.ts';
import { findByDigest } from '../secrets/use-secret.ts';
import { checkPassword } from '../sign-in/password-rules.ts';
import { closeInvitation } from './close-invitation.ts';
import { type Invitation, pendingInvitation } from './queries.ts';

/** The invitation behind a link, and whether its address already has an account. */
export async function viewInvitation({ database, secret }: Accounts, token: string, now: Date) {
  const invited = await byToken(database.read, secret, token, now);
  const contact = readContact(invited.contact);
  const known = contact && (await findUserByContact(database.read, contact));
  return { invited, hasAccount: known !== undefined };
}

async function byToken(db: Reader, secret: string, token: string, now: Date): Promise<Invitation> {
  const found = await findByDigest(db, 'invitation', digestSecret(secret, 'invitation', '', token), now);
  const invited = found && (await pendingInvitation(db, found.subject, now));
  if (!invited) throw new ApiError(422, 'code-expired');
  return invited;
}

interface Acceptance {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  readonly language: Locale;
}

/** Opens the account a person was invited to; the link has proven the address. Returns the address to sign in with. */
export async function acceptInvitation(accounts: Accounts, act: Act, { token, name, password, language }: Acceptance) {
  const { database, secret, settings } = accounts;
  const invited = await byToken(database.read, secret, token, act.now);
  const contact = readContact(invited.contact);
  if (!contact) throw new ApiError(422, 'invalid-contact');
  checkPassword(password, [name, contact.value], settings);
  const passwordHash = await (await accounts.auth.$context).password.hash(password);
  await withTransaction(database, async (tx) => {
    const open = await byToken(tx, secret, token, act.now);
    if (await findUserByContact(tx, contact)) throw new ApiError(409, 'contact-taken');
    const userId = await addUser(tx, act.now, {
      name,
      contact,
      kind: open.kind,
      isVerified: true,
      passwordHash,
      language,
    });
    const actor: Actor = { userId, name, kind: open.kind, staff: [], firms: [] };
    await closeInvitation(tx, { ...act, actor }, open, userId);
  });
  return contact.value;
}

/** Someone who is signed in joins one more firm with the account there is. */
export async function joinByInvitation(accounts: Accounts, act: Act & { readonly actor: Actor }, token: string) {
  await withTransaction(accounts.database, async (tx) => {
    const open = await byToken(tx, accounts.secret, token, act.now);
    const contact = readContact(open.contact);
    const known = contact && (await findUserByContact(tx, contact));
    // The link was sent to one address: whoever holds another account cannot use it.
    if (known?.id !== act.actor.userId || open.kind !== act.actor.kind)
      throw new ApiError(409, 'invitation-for-other-kind');
    await closeInvitation(tx, act, open, act.actor.userId);
  });
}
