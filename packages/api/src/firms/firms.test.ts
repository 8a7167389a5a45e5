import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { notedOf } from '../../testing/noted-of.ts';
import { openOffice } from '../../testing/open-office.ts';
import { auditEntries } from '../audit/table.ts';
import { firmContacts } from './table.ts';

const registration = {
  creditCode: '91350100M000100Y43',
  name: '宁波某某新材料有限公司',
  registeredOn: '2015-05-01',
  industryCode: '398',
  industryNote: '靶材',
  parkId: 'new-materials',
  registeredAddress: '宁波高新区聚贤路 1 号',
  legalRepresentative: '王小明',
  contacts: [{ name: '李小红', duty: '财务经理', phone: '13812345678', email: 'lixiaohong@example.cn' }],
};

async function openWithFirm() {
  const office = await openOffice();
  const owner = await office.newUser('钱负责', 'firm');
  const { status, body } = await office.ask(owner, 'POST', '/api/v1/firms', registration);
  expect(status).toBe(201);
  return { ...office, owner, firmId: body.id as string, firm: body };
}

describe('registering a firm', () => {
  test('whoever registers it owns it, sees it whole, and the audit trail says so', async () => {
    const { ask, owner, firmId, firm, database } = await openWithFirm();
    expect(firm).toMatchObject({
      ...registration,
      industryLabel: '电子元件及电子专用材料制造',
      version: 1,
      isMasked: false,
    });
    expect((await ask(owner, 'GET', '/api/v1/my/firms')).body).toEqual({
      firms: [{ id: firmId, name: registration.name, creditCode: registration.creditCode, role: 'owner' }],
    });
    expect(await notedOf(database, firmId)).toEqual(['firm.member-joined', 'firm.registered']);
  });

  test('a code on file is refused with a way out, whoever asks', async () => {
    const { ask, newUser } = await openWithFirm();
    const other = await newUser('孙某', 'firm');
    const spaced = { ...registration, creditCode: ' 91350100m000100y43' };
    const { status, body } = await ask(other, 'POST', '/api/v1/firms', spaced);
    expect([status, body.error.code]).toEqual([409, 'firm-on-file']);
    expect(body.error.details[0]).toMatchObject({ path: 'creditCode', fix: expect.stringContaining('邀请') });
    expect((await ask(other, 'GET', '/api/v1/my/firms')).body).toEqual({ firms: [] });
  });

  test.each([
    ['a wrong check character', { creditCode: '91350100M000100Y44' }, ['creditCode']],
    ['a short code', { creditCode: '91350100M000100' }, ['creditCode']],
    ['an industry that is none', { industryCode: '999' }, ['industryCode']],
    ['a park that is none', { parkId: 'moon' }, ['parkId']],
    ['a day to come', { registeredOn: '2026-04-02' }, ['registeredOn']],
    [
      'several at once',
      { industryCode: 'Z', parkId: 'moon', creditCode: '1' },
      ['creditCode', 'industryCode', 'parkId'],
    ],
    ['no contact', { contacts: [] }, ['contacts']],
  ])('%s is refused with every place named', async (_, change, paths) => {
    const { ask, newUser } = await openOffice();
    const { status, body } = await ask(await newUser('赵', 'firm'), 'POST', '/api/v1/firms', {
      ...registration,
      ...change,
    });
    expect(status).toBe(422);
    expect(body.error.details.map((each: { path: string }) => each.path)).toEqual(paths);
  });

  test('today in China is no day to come', async () => {
    const { ask, newUser } = await openOffice();
    const today = { ...registration, registeredOn: '2026-04-01' };
    expect((await ask(await newUser('赵', 'firm'), 'POST', '/api/v1/firms', today)).status).toBe(201);
  });

  test('a code that fails its check is taken once it was compared; one that cannot be a code never', async () => {
    const { ask, newUser } = await openOffice();
    const person = await newUser('赵', 'firm');
    const send = (creditCode: string) =>
      ask(person, 'POST', '/api/v1/firms', { ...registration, creditCode, isCodeConfirmed: true });
    expect((await send('91350203M0001QAY9B')).body).toMatchObject({ isCodeConfirmed: true });
    expect((await send('9135020')).status).toBe(422);
  });

  test('of two who register a code at the same moment one succeeds', async () => {
    const { ask, newUser } = await openOffice();
    const [a, b] = [await newUser('甲', 'firm'), await newUser('乙', 'firm')];
    const answers = await Promise.all([a, b].map((person) => ask(person, 'POST', '/api/v1/firms', registration)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test('staff and strangers do not register firms', async () => {
    const { ask, newStaff } = await openOffice();
    expect((await ask(await newStaff('intake-clerk'), 'POST', '/api/v1/firms', registration)).status).toBe(403);
    expect((await ask(undefined, 'POST', '/api/v1/firms', registration)).status).toBe(401);
  });
});

describe('the profile', () => {
  test('changes as it was read; a stale page is refused and nothing is lost', async () => {
    const { ask, owner, firmId, database } = await openWithFirm();
    const change = (version: number, name: string) =>
      ask(owner, 'PATCH', `/api/v1/firms/${firmId}`, { version, name, industryNote: null });
    const changed = await change(1, '宁波新名有限公司');
    expect(changed.body).toMatchObject({ name: '宁波新名有限公司', version: 2, registeredOn: '2015-05-01' });
    expect(changed.body.industryNote).toBeUndefined();
    const stale = await change(1, '旧页面');
    expect([stale.status, stale.body.error.code]).toEqual([409, 'changed-meanwhile']);
    expect((await ask(owner, 'GET', `/api/v1/firms/${firmId}`)).body.name).toBe('宁波新名有限公司');
    expect((await notedOf(database, firmId)).filter((action) => action === 'firm.changed')).toHaveLength(1);
  });

  test('contacts are replaced as a whole, and a refused change leaves them', async () => {
    const { ask, owner, firmId, database } = await openWithFirm();
    const contacts = [{ name: '周五', phone: '0574-87654321' }];
    expect((await ask(owner, 'PATCH', `/api/v1/firms/${firmId}`, { version: 1, contacts })).body.contacts).toEqual(
      contacts,
    );
    const wrong = { version: 2, contacts: [], industryCode: 'Z' };
    expect((await ask(owner, 'PATCH', `/api/v1/firms/${firmId}`, wrong)).status).toBe(422);
    expect(await database.read.select().from(firmContacts)).toHaveLength(1);
  });

  test('another firm is not there; staff see contacts masked, and in full only with a note', async () => {
    const { ask, newFirm, newStaff, firmId, database } = await openWithFirm();
    const stranger = await newFirm();
    const path = `/api/v1/firms/${firmId}`;
    expect((await ask(stranger.userId, 'GET', path)).status).toBe(404);
    expect((await ask(stranger.userId, 'PATCH', path, { version: 1, name: '夺' })).status).toBe(404);
    expect((await ask(stranger.userId, 'GET', `${path}/contacts`)).status).toBe(403);
    const clerk = await newStaff('intake-clerk');
    const seen = await ask(clerk, 'GET', path);
    expect(seen.body).toMatchObject({ isMasked: true, contacts: [{ name: '李**', phone: '138****5678' }] });
    expect(JSON.stringify(seen.body)).not.toMatch(/12345678|lixiaohong/);
    expect((await ask(clerk, 'GET', `${path}/contacts`)).body).toEqual({ contacts: registration.contacts });
    expect(await notedOf(database, firmId)).toContain('firm.contacts-viewed');
    for (const role of ['auditor', 'policy-editor', 'system-administrator'] as const)
      expect((await ask(await newStaff(role), 'GET', `${path}/contacts`)).status).toBe(403);
    expect((await ask(await newStaff('panel-expert'), 'GET', path)).status).toBe(403);
    expect((await ask(clerk, 'PATCH', path, { version: 1, name: '改' })).status).toBe(403);
  });
});

test('the day of registration is asked once: profile and facts always say the same', async () => {
  const { ask, newStaff, owner, firmId } = await openWithFirm();
  const path = `/api/v1/firms/${firmId}`;
  const days = async () => {
    const { facts } = (await ask(owner, 'GET', `${path}/facts`)).body;
    const profile = (await ask(owner, 'GET', path)).body;
    return [
      profile.registeredOn,
      facts.find((each: { key: string }) => each.key === 'registeredOn')?.value,
      profile.version,
    ];
  };
  expect(await days()).toEqual(['2015-05-01', '2015-05-01', 1]);
  await ask(owner, 'PATCH', path, { version: 1, registeredOn: '2016-01-01' });
  expect(await days()).toEqual(['2016-01-01', '2016-01-01', 2]);
  await ask(owner, 'PUT', `${path}/facts`, { facts: { registeredOn: '2017-01-01' } });
  expect(await days()).toEqual(['2017-01-01', '2017-01-01', 3]);
  const about = { registeredOn: { note: '市场监管登记' } };
  const given = { source: 'register', facts: { registeredOn: '2018-01-01' }, about };
  await ask(await newStaff('intake-clerk'), 'POST', `${path}/facts/verifications`, given);
  expect(await days()).toEqual(['2018-01-01', '2018-01-01', 4]);
});

describe('finding firms', () => {
  test('by part of a name or code, page by page; signs of a pattern mean themselves', async () => {
    const { ask, newFirm, newStaff } = await openOffice();
    for (const name of ['甲新材料', '乙新材料', '丙软件', '百分之100%']) await newFirm(name);
    const clerk = await newStaff('intake-clerk');
    const find = async (query: string) => (await ask(clerk, 'GET', `/api/v1/firms?${query}`)).body;
    const names = (page: { firms: { name: string }[] }) => page.firms.map(({ name }) => name);
    expect(names(await find(`q=${encodeURIComponent('新材料')}`))).toEqual(['甲新材料', '乙新材料']);
    expect(names(await find('q=%25'))).toEqual(['百分之100%']);
    const first = await find('limit=3');
    expect(names(first)).toHaveLength(3);
    expect(names(await find(`limit=3&after=${first.next}`))).toEqual(['百分之100%']);
    expect((await ask((await newFirm()).userId, 'GET', '/api/v1/firms')).status).toBe(403);
  });
});

describe('industries and parks', () => {
  test('every section, division and group of GB/T 4754-2017 is there once, each under its parent', async () => {
    const { ask } = await openOffice();
    const { classes } = (await ask(undefined, 'GET', '/api/v1/industries')).body;
    const codes = classes.map(({ code }: { code: string }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code: string) => /^[A-T]$/.test(code))).toHaveLength(20);
    expect(codes.filter((code: string) => /^\d\d$/.test(code))).toHaveLength(97);
    expect(codes.filter((code: string) => /^\d{3}$/.test(code))).toHaveLength(473);
    for (const { code, within } of classes) {
      expect(within === undefined ? /^[A-T]$/.test(code) : codes.includes(within)).toBe(true);
      if (code.length === 3) expect(within).toBe(code.slice(0, 2));
    }
  });

  test('the system administrator edits parks; one no longer offered is refused to firms', async () => {
    const { ask, newStaff, newUser, database } = await openOffice();
    const park = { label: '光电园', labelEn: 'Optics Park', position: 5 };
    const administrator = await newStaff('system-administrator');
    const put = (who: string, body: object) => ask(who, 'PUT', '/api/v1/parks/optics', body);
    expect((await put(await newStaff('auditor'), park)).status).toBe(403);
    expect((await put(administrator, park)).body.parks).toContainEqual({ id: 'optics', ...park, isRetired: false });
    expect((await put(administrator, { ...park, isRetired: true })).status).toBe(200);
    const noted = await database.read.select().from(auditEntries).where(eq(auditEntries.action, 'park.changed'));
    expect(noted).toHaveLength(2);
    const person = await newUser('赵', 'firm');
    expect((await ask(person, 'POST', '/api/v1/firms', { ...registration, parkId: 'optics' })).status).toBe(422);
  });
});
