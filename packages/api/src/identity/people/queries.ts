import { and, asc, desc, eq, gt, isNull, or, type SQLWrapper, sql } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { departments, invitations, staffRoles, users } from '../table.ts';

export type Invitation = typeof invitations.$inferSelect;

const isOpen = (now: Date) =>
  and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now.toISOString()));

/** An invitation that still waits for an answer. */
export async function pendingInvitation(db: Reader, id: string, now: Date): Promise<Invitation | undefined> {
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), isOpen(now)));
  return row;
}

export async function pendingInvitationTo(
  db: Reader,
  kind: Invitation['kind'],
  contact: string,
  now: Date,
): Promise<Invitation | undefined> {
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.kind, kind), eq(invitations.contact, contact), isOpen(now)))
    .orderBy(desc(invitations.id));
  return row;
}

/** Invitations that wait for an answer: of the office, or of one firm. */
export async function listInvitations(db: Reader, of: 'staff' | { readonly firmId: string }, now: Date) {
  const whose = of === 'staff' ? eq(invitations.kind, 'staff') : eq(invitations.firmId, of.firmId);
  return db
    .select()
    .from(invitations)
    .where(and(whose, isOpen(now)))
    .orderBy(desc(invitations.id))
    .limit(200);
}

export async function listDepartments(db: Reader) {
  return db.select().from(departments).orderBy(asc(departments.position), asc(departments.id));
}

/** A page of the office's people, or of all people whose name, address or number holds `search`. */
export async function listPeople(
  db: Reader,
  { kind, search, after, limit }: { kind: 'staff' | 'firm'; search?: string; after?: string; limit: number },
) {
  const holds = (column: SQLWrapper) => gt(sql`instr(lower(${column}), ${search?.toLowerCase()})`, 0);
  const found = search === undefined ? undefined : or(holds(users.name), holds(users.email), holds(users.phoneNumber));
  return db
    .select()
    .from(users)
    .where(and(eq(users.kind, kind), found, after === undefined ? undefined : gt(users.id, after)))
    .orderBy(asc(users.id))
    .limit(limit);
}

export async function rolesHeld(db: Reader, userId: string) {
  return db
    .select()
    .from(staffRoles)
    .where(and(eq(staffRoles.userId, userId), isNull(staffRoles.revokedAt)))
    .orderBy(asc(staffRoles.id));
}
