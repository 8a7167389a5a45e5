import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectStatus, openSignIn, openStaff, PASSWORD } from '../../../testing/open-sign-in.ts';
import { auditEntries, firmMembers, users } from '../../db/schema.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { SessionAnswer } from '../contract.ts';
import { joinFirm } from '../join-firm.ts';
import { conflictOf } from '../role-rules.ts';
import { ADMINISTRATORS, CASE_ROLES, READ_ONLY, STAFF_ROLES, type StaffRole } from '../roles.ts';
import type { DepartmentList, People, StaffInvitations } from './contract.ts';
import { invite } from './invite.ts';
import { seedDepartments } from './seed-departments.ts';

/** An office with its system administrator, its security administrator and one clerk without a role. */
async function openOffice() {
  const site = await openSignIn();
  await seedDepartments(site.database, site.clock());
  const system = (await openStaff(site, 'system@example.cn', 'set-up')).page;
  const call = (contact: string, role?: StaffRole) =>
    system.post('/api/v1/staff-invitations', { name: '受邀人', contact, ...(role && { role }) });
  await expectStatus(call('security@example.cn', 'security-administrator'), 201);
  const security = (await openStaff(site, 'security@example.cn')).page;
  await expectStatus(call('clerk@example.cn'), 201);
  const clerk = (await openStaff(site, 'clerk@example.cn')).page;
  const idOf = async (email: string) =>
    (await site.database.read.select().from(users).where(eq(users.email, email)))[0]?.id ?? '';
  const grant = (email: string, role: StaffRole, department?: string) =>
    idOf(email).then((id) => security.post(`/api/v1/people/${id}/roles`, { role, ...(department && { department }) }));
  return { ...site, system, security, clerk, call, idOf, grant };
}

const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;
type Page = { json<T>(path: string): Promise<T> };
const rolesOf = async (page: Page) =>
  (await page.json<SessionAnswer>('/api/v1/session')).session?.staff.map(({ role }) => role);

describe('invitations', () => {
  test('staff come in by invitation alone; the first security administrator by the only role an invitation may carry', async () => {
    const office = await openOffice();
    expect(await rolesOf(office.security)).toEqual(['security-administrator']);
    expect(await rolesOf(office.clerk)).toEqual([]);
    expect(await codeOf(await office.call('second@example.cn', 'security-administrator'))).toBe('role-by-invitation');
    expect(await codeOf(await office.call('other@example.cn', 'decision-maker'))).toBe('role-by-invitation');
    expect(await codeOf(await office.call('clerk@example.cn'))).toBe('contact-taken');
    expect((await office.clerk.post('/api/v1/staff-invitations', { name: 'x', contact: 'y@example.cn' })).status).toBe(
      403,
    );
    expect(await office.actions()).toEqual(expect.arrayContaining(['invitation.sent', 'invitation.accepted']));
  });

  test('a link opens one account, for seven days, until it is taken back', async () => {
    const office = await openOffice();
    const accept = async (token: string | null) =>
      (await office.browser().post('/api/v1/invitations/acceptance', { token, name: '新人', password: PASSWORD }))
        .status;
    await office.call('new@example.cn');
    const token = await office.tokenTo('new@example.cn');
    const view = await office.browser().post('/api/v1/invitations/view', { token });
    expect(await view.json()).toMatchObject({ kind: 'staff', contact: 'ne***@example.cn', hasAccount: false });
    expect([await accept(token), await accept(token)]).toEqual([201, 422]);
    await office.call('late@example.cn');
    const late = await office.tokenTo('late@example.cn');
    office.moveOn(7 * 86_400_000);
    expect(await accept(late)).toBe(422);
  });

  test('one that was sent again or taken back no longer works', async () => {
    const office = await openOffice();
    await office.call('new@example.cn');
    const first = await office.tokenTo('new@example.cn');
    await office.call('new@example.cn');
    const second = await office.tokenTo('new@example.cn');
    const view = async (token: string | null) =>
      (await office.browser().post('/api/v1/invitations/view', { token })).status;
    expect([await view(first), await view(second)]).toEqual([422, 200]);
    const { invitations } = await office.system.json<StaffInvitations>('/api/v1/staff-invitations');
    expect(invitations).toHaveLength(1);
    const path = `/api/v1/staff-invitations/${invitations[0]?.id}`;
    expect((await office.security.send('DELETE', path)).status).toBe(403);
    await expectStatus(office.system.send('DELETE', path), 204);
    expect([await view(second), (await office.system.send('DELETE', path)).status]).toEqual([422, 404]);
  });

  test('into a firm: a new person opens an account, one who has an account joins with it', async () => {
    const office = await openOffice();
    const owner = await office.signUp('13800138000');
    const actor = { userId: 'owner', name: '老板', kind: 'firm', staff: [], firms: [] } as const;
    const act = { database: office.database, actor, now: office.clock(), requestId: 'r' };
    const into = (firmId: string) => ({ firmId, role: 'editor' as const });
    await invite(office.accounts, act, {
      name: '王',
      contact: { kind: 'phone', value: '13800138000' },
      into: into('f1'),
    });
    const token = await office.tokenTo('13800138000');
    const stranger = await office.signUp('13700137000');
    expect((await stranger.post('/api/v1/invitations/joining', { token })).status).toBe(409);
    await expectStatus(owner.post('/api/v1/invitations/joining', { token }), 204);
    await invite(office.accounts, act, {
      name: '新',
      contact: { kind: 'email', value: 'new@firm.cn' },
      into: into('f2'),
    });
    const page = office.browser();
    const fresh = await office.tokenTo('new@firm.cn');
    await expectStatus(
      page.post('/api/v1/invitations/acceptance', { token: fresh, name: '新人', password: PASSWORD }),
      201,
    );
    await expectStatus(page.post('/api/v1/session', { contact: 'new@firm.cn', password: PASSWORD }), 200);
    expect((await page.json<SessionAnswer>('/api/v1/session')).session).toMatchObject({
      kind: 'firm',
      firms: [{ firmId: 'f2', role: 'editor' }],
    });
    expect((await office.database.read.select().from(firmMembers)).map(({ firmId }) => firmId).toSorted()).toEqual([
      'f1',
      'f2',
    ]);
  });

  test.each([
    ['owner', 'editor', 'owner'],
    ['editor', 'certifier', 'certifier'],
    ['editor', 'owner', 'owner'],
  ] as const)('who is %s by the time an invitation as %s is taken up is %s', async (before, invitedAs, after) => {
    const office = await openOffice();
    const member = await office.signUp('13800138000');
    const userId = (await office.database.read.select().from(users).where(eq(users.phoneNumber, '13800138000')))[0]?.id;
    const actor = { userId: 'owner', name: '老板', kind: 'firm', staff: [], firms: [] } as const;
    const act = { database: office.database, actor, now: office.clock(), requestId: 'r' };
    const contact = { kind: 'phone', value: '13800138000' } as const;
    await invite(office.accounts, act, { name: '王', contact, into: { firmId: 'f1', role: invitedAs } });
    await withTransaction(office.database, (tx) =>
      joinFirm(tx, act, { firmId: 'f1', userId: userId ?? '', role: before }),
    );
    const token = await office.tokenTo('13800138000');
    await expectStatus(member.post('/api/v1/invitations/joining', { token }), 204);
    expect((await office.database.read.select().from(firmMembers)).map(({ role }) => role)).toEqual([after]);
  });
});

describe('roles', () => {
  test('the security administrator gives and takes them; each time the person is told and the trail has a row', async () => {
    const office = await openOffice();
    await expectStatus(office.grant('clerk@example.cn', 'intake-clerk'), 204);
    await expectStatus(office.grant('clerk@example.cn', 'department-reviewer', 'science'), 204);
    expect(await rolesOf(office.clerk)).toEqual(['intake-clerk', 'department-reviewer']);
    expect(await codeOf(await office.grant('clerk@example.cn', 'intake-clerk'))).toBe('role-held');
    expect(await codeOf(await office.grant('clerk@example.cn', 'department-reviewer'))).toBe('department-needed');
    const { people } = await office.security.json<People>('/api/v1/people?search=clerk');
    const [clerk] = people;
    expect(clerk).toMatchObject({ contact: 'cl***@example.cn', secondFactor: true });
    const first = clerk?.roles[0]?.id;
    await expectStatus(office.security.send('DELETE', `/api/v1/people/${clerk?.userId}/roles/${first}`), 204);
    expect(await rolesOf(office.clerk)).toEqual(['department-reviewer']);
    const notices = await office.clerk.json<{ unread: number; notifications: { text: string }[] }>(
      '/api/v1/notifications',
    );
    expect(notices.notifications.map(({ text }) => text)).toEqual([
      '您的角色“受理人员”已被收回',
      '您已获授角色：部门审核人员',
      '您已获授角色：受理人员',
    ]);
    const rows = await office.database.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, clerk?.userId ?? ''));
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['role.granted', 'role.revoked']));
  });

  test('nobody changes their own, and the system administrator none at all', async () => {
    const office = await openOffice();
    expect(await codeOf(await office.grant('security@example.cn', 'auditor'))).toBe('own-roles');
    const id = await office.idOf('clerk@example.cn');
    expect((await office.system.post(`/api/v1/people/${id}/roles`, { role: 'auditor' })).status).toBe(403);
    expect((await office.clerk.post(`/api/v1/people/${id}/roles`, { role: 'decision-maker' })).status).toBe(403);
  });

  test('an administrator is given no role on cases, and who works on cases none of administration', async () => {
    const office = await openOffice();
    expect(await codeOf(await office.grant('system@example.cn', 'decision-maker'))).toBe('roles-conflict');
    await office.grant('clerk@example.cn', 'decision-maker');
    for (const role of [...ADMINISTRATORS, ...READ_ONLY])
      expect([role, await codeOf(await office.grant('clerk@example.cn', role))]).toEqual([role, 'roles-conflict']);
  });

  // INVARIANT (separate-duties)
  test('whatever is granted in whatever order, nobody holds an administration beside another role', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STAFF_ROLES), { maxLength: 12 }), (wanted) => {
        const held: StaffRole[] = [];
        for (const role of wanted) if (conflictOf(held, role) === undefined && !held.includes(role)) held.push(role);
        const alone = held.filter((role) => [...ADMINISTRATORS, ...READ_ONLY].includes(role));
        expect(alone.length === 0 || held.length === 1).toBe(true);
      }),
    );
    expect(conflictOf(['intake-clerk'], 'decision-maker')).toBeUndefined();
    expect(CASE_ROLES.every((role) => conflictOf([role], 'auditor') === role)).toBe(true);
  });

  test('the last administrator stays', async () => {
    const office = await openOffice();
    const id = await office.idOf('system@example.cn');
    const { people } = await office.security.json<People>('/api/v1/people?search=system');
    const role = people[0]?.roles[0]?.id;
    expect(await codeOf(await office.security.send('DELETE', `/api/v1/people/${id}/roles/${role}`))).toBe(
      'last-administrator',
    );
    expect(await codeOf(await office.security.post(`/api/v1/people/${id}/disabling`))).toBe('last-administrator');
    expect(await rolesOf(office.system)).toEqual(['system-administrator']);
  });
});

describe('accounts in the hands of the security administrator', () => {
  test('disabling ends every session and bars the way in; enabling opens it', async () => {
    const office = await openOffice();
    const id = await office.idOf('clerk@example.cn');
    expect((await office.system.post(`/api/v1/people/${id}/disabling`)).status).toBe(403);
    await expectStatus(office.security.post(`/api/v1/people/${id}/disabling`), 204);
    expect((await office.clerk.json<SessionAnswer>('/api/v1/session')).session).toBeNull();
    const enter = () => office.browser().post('/api/v1/session', { contact: 'clerk@example.cn', password: PASSWORD });
    expect((await enter()).status).toBe(401);
    await expectStatus(office.security.post(`/api/v1/people/${id}/enabling`), 204);
    expect((await enter()).status).toBe(200);
    expect(await office.actions()).toEqual(expect.arrayContaining(['account.disabled', 'account.enabled']));
  });

  test('a locked account can be opened at once, a lost second factor reset, sessions seen and ended', async () => {
    const office = await openOffice();
    const id = await office.idOf('clerk@example.cn');
    const enter = (password: string) =>
      office.browser('198.51.100.9').post('/api/v1/session', { contact: 'clerk@example.cn', password });
    for (let i = 0; i < 6; i++) await enter('wrong');
    expect((await enter(PASSWORD)).status).toBe(429);
    const { people } = await office.security.json<People>('/api/v1/people?search=clerk');
    expect(people[0]?.lockedUntil).not.toBeNull();
    await expectStatus(office.security.post(`/api/v1/people/${id}/unlocking`), 204);
    expect((await enter(PASSWORD)).status).toBe(200);
    const seen = await office.security.json<{ sessions: unknown[] }>(`/api/v1/people/${id}/sessions`);
    expect(seen.sessions).toHaveLength(1);
    await expectStatus(office.security.post(`/api/v1/people/${id}/second-factor-reset`), 204);
    expect(await (await enter(PASSWORD)).json()).toEqual({ step: 'enrol-second-factor' });
    await expectStatus(office.security.send('DELETE', `/api/v1/people/${id}/sessions`), 204);
    expect((await office.security.json<{ sessions: unknown[] }>(`/api/v1/people/${id}/sessions`)).sessions).toEqual([]);
    expect(await office.actions()).toEqual(
      expect.arrayContaining(['account.unlocked', 'second-factor.reset', 'session.revoked']),
    );
  });
});

test('departments are seeded once, changed by the system administrator, and kept while somebody reviews for them', async () => {
  const office = await openOffice();
  await seedDepartments(office.database, office.clock());
  const list = async () => (await office.clerk.json<DepartmentList>('/api/v1/departments')).departments;
  expect((await list()).map(({ label }) => label)).toEqual([
    '科技局',
    '财政局',
    '市场监管局',
    '税务局',
    '生态环境局',
    '应急管理局',
  ]);
  const words = { label: '人社局', labelEn: 'Human Resources', position: 15 };
  expect((await office.clerk.post('/api/v1/departments', words)).status).toBe(403);
  const made = (await (await expectStatus(office.system.post('/api/v1/departments', words), 201)).json()) as {
    id: string;
  };
  await expectStatus(
    office.system.send('PUT', `/api/v1/departments/${made.id}`, { ...words, label: '人力社保局' }),
    204,
  );
  expect((await list())[1]?.label).toBe('人力社保局');
  await office.grant('clerk@example.cn', 'department-reviewer', made.id);
  expect((await office.system.send('DELETE', `/api/v1/departments/${made.id}`)).status).toBe(409);
  expect((await office.system.send('DELETE', '/api/v1/departments/tax')).status).toBe(204);
  expect((await office.system.send('DELETE', '/api/v1/departments/tax')).status).toBe(404);
  expect(await office.actions()).toEqual(
    expect.arrayContaining(['department.added', 'department.changed', 'department.removed']),
  );
});
