import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notedOf } from '../../../testing/noted-of.ts';
import { openOffice } from '../../../testing/open-office.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { listFirmMembers } from '../../identity/firm-people.ts';
import { joinFirm } from '../../identity/join-firm.ts';
import type { FirmRole } from '../../identity/roles.ts';

async function openWithOwner() {
  const office = await openOffice();
  const owner = await office.newFirm('甲', 'owner');
  const { firmId } = owner;
  const path = `/api/v1/firms/${firmId}`;
  const join = async (name: string, role: FirmRole) => {
    const userId = await office.newUser(name, 'firm');
    const act = { actor: 'system', now: new Date(), requestId: 'test' } as const;
    await withTransaction(office.database, (tx) => joinFirm(tx, act, { firmId, userId, role }));
    return userId;
  };
  const roles = async () =>
    (await office.ask(owner.userId, 'GET', `${path}/members`)).body.members.map(
      (each: { name: string; role: FirmRole }) => `${each.name} ${each.role}`,
    );
  return { ...office, owner, firmId, path, join, roles };
}

describe('members', () => {
  test('an owner sees contacts, others a part of them and no invitations', async () => {
    const { ask, owner, path, join } = await openWithOwner();
    const editor = await join('填报人', 'editor');
    await ask(owner.userId, 'POST', `${path}/invitations`, {
      name: '新人',
      contact: 'new@example.cn',
      role: 'certifier',
    });
    const seen = (await ask(owner.userId, 'GET', `${path}/members`)).body;
    expect(seen.members.map((each: { contact: string }) => each.contact)).toEqual([
      `${owner.userId}@example.org`,
      `${editor}@example.org`,
    ]);
    expect(seen.invitations).toMatchObject([{ name: '新人', role: 'certifier', contact: 'new@example.cn' }]);
    const masked = (await ask(editor, 'GET', `${path}/members`)).body;
    expect(masked.invitations).toEqual([]);
    expect(masked.members[0].contact).not.toContain(owner.userId);
    expect(masked.members[1]).toMatchObject({ contact: `${editor}@example.org`, isSelf: true });
  });

  test('an invitation is sent, replaced, taken back, and noted', async () => {
    const { ask, owner, path, firmId, database } = await openWithOwner();
    const send = (contact: string) =>
      ask(owner.userId, 'POST', `${path}/invitations`, { name: '新人', contact, role: 'editor' });
    expect((await send('138 1234 5678')).status).toBe(201);
    const again = await send('13812345678');
    expect(again.body.invitations).toHaveLength(1);
    const revoked = await ask(owner.userId, 'DELETE', `${path}/invitations/${again.body.invitations[0].id}`);
    expect([revoked.status, revoked.body.invitations]).toEqual([200, []]);
    expect((await send('nobody')).status).toBe(422);
    expect((await send(`${owner.userId}@example.org`)).body.error.code).toBe('already-member');
    expect(await notedOf(database, firmId)).toEqual(['invitation.sent', 'invitation.sent', 'invitation.revoked']);
  });

  test('roles change, members leave, and each change is noted', async () => {
    const { ask, owner, path, firmId, join, roles, database } = await openWithOwner();
    const person = await join('某人', 'editor');
    expect((await ask(owner.userId, 'PUT', `${path}/members/${person}`, { role: 'certifier' })).status).toBe(200);
    expect(await roles()).toEqual(['甲的签署人 owner', '某人 certifier']);
    expect((await ask(owner.userId, 'DELETE', `${path}/members/${person}`)).status).toBe(204);
    expect(await roles()).toEqual(['甲的签署人 owner']);
    expect((await ask(person, 'GET', `${path}/members`)).status).toBe(404);
    expect((await ask(owner.userId, 'DELETE', `${path}/members/${person}`)).status).toBe(404);
    expect(await notedOf(database, firmId)).toEqual([
      'firm.member-joined',
      'firm.member-role-changed',
      'firm.member-left',
    ]);
  });

  test('only owners do it; another firm is not there', async () => {
    const { ask, owner, path, join, newFirm, newStaff, newUser } = await openWithOwner();
    const body = { name: 'x', contact: 'x@example.cn', role: 'owner' };
    const attempts = [
      ['POST', `${path}/invitations`, body],
      ['PUT', `${path}/members/${owner.userId}`, { role: 'owner' }],
      ['DELETE', `${path}/members/${owner.userId}`, undefined],
      ['DELETE', `${path}/invitations/x`, undefined],
    ] as const;
    const stranger = (await newFirm('乙', 'owner')).userId;
    for (const [method, at, given] of attempts) {
      const status = async (who: string | undefined) => (await ask(who, method, at, given)).status;
      expect([method, at, await status(await join('e', 'editor'))]).toEqual([method, at, 403]);
      expect([method, at, await status(await join('c', 'certifier'))]).toEqual([method, at, 403]);
      expect([method, at, await status(stranger)]).toEqual([method, at, 404]);
      expect([method, at, await status(await newStaff('intake-clerk'))]).toEqual([method, at, 403]);
      expect([method, at, await status(undefined)]).toEqual([method, at, 401]);
    }
    expect((await ask(await newUser('x', 'firm'), 'GET', `${path}/members`)).status).toBe(404);
  });

  test('the last owner neither leaves nor steps down', async () => {
    const { ask, owner, path } = await openWithOwner();
    const self = `${path}/members/${owner.userId}`;
    expect((await ask(owner.userId, 'DELETE', self)).body.error.code).toBe('last-owner');
    expect((await ask(owner.userId, 'PUT', self, { role: 'editor' })).body.error.code).toBe('last-owner');
    expect((await ask(owner.userId, 'PUT', self, { role: 'owner' })).status).toBe(200);
  });

  test('INVARIANT firm-has-owner: whatever owners do to each other, also at once, one is left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom('editor', 'owner', undefined)), { maxLength: 8 }),
        async (steps) => {
          const { ask, owner, path, join, database, firmId } = await openWithOwner();
          const people = [owner.userId, await join('二', 'owner'), await join('三', 'owner')];
          await Promise.all(
            steps.map(([by, of, role]) => {
              const at = `${path}/members/${people[of]}`;
              return role === undefined ? ask(people[by], 'DELETE', at) : ask(people[by], 'PUT', at, { role });
            }),
          );
          expect(await listFirmMembers(database.read, firmId, ['owner'])).not.toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  });
});
