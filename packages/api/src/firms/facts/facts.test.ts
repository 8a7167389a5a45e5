import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notedOf } from '../../../testing/noted-of.ts';
import { openOffice } from '../../../testing/open-office.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { fileHolds, files } from '../../files/table.ts';
import { departments } from '../../identity/table.ts';
import { firmFacts } from '../table.ts';
import { readFirmFacts } from './queries.ts';

async function openWithFirm() {
  const office = await openOffice();
  const firm = await office.newFirm('宁波甲有限公司', 'editor');
  const path = `/api/v1/firms/${firm.firmId}/facts`;
  const put = (body: object, who = firm.userId) => office.ask(who, 'PUT', path, body);
  const get = async () => (await office.ask(firm.userId, 'GET', path)).body;
  const newFile = async (firmId = firm.firmId, more: Partial<typeof files.$inferInsert> = {}) => {
    const id = newId();
    const row = { id, firmId, name: '审计报告.pdf', digest: 'a'.repeat(64), algorithm: 'sha256', sizeBytes: 1 };
    const seen = { mediaType: 'application/pdf', state: 'clean' as const, uploadedAt: '', uploadedBy: firm.userId };
    await withTransaction(office.database, (tx) => tx.insert(files).values({ ...row, ...seen, ...more }));
    return id;
  };
  return { ...office, firm, path, put, get, newFile };
}

describe('recording facts', () => {
  test('years of a series are kept each for itself; applications read them with their sources', async () => {
    const { put, get, firm, database } = await openWithFirm();
    const first = await put({ facts: { revenue: { 2024: '115000000', 2025: null }, registeredOn: '2015-05-01' } });
    expect([first.status, first.body.changed]).toEqual([200, ['revenue@2024', 'revenue@2025', 'registeredOn']]);
    await put({ facts: { revenue: { 2025: '132250000', 2013: 'notApplicable' }, listed: { state: 'unknown' } } });
    const { facts, years } = await get();
    expect(years).toEqual(['2013', '2024', '2025']);
    expect(facts.find((each: { key: string }) => each.key === 'revenue@2025')).toMatchObject({
      value: '132250000',
      source: 'declared',
      recordedBy: '宁波甲有限公司的签署人',
    });
    const read = await readFirmFacts(database.read, firm.firmId);
    const where = { source: 'declared', asOf: '2026-04-01' };
    expect(read.facts).toEqual({
      listed: { state: 'unknown' },
      registeredOn: { known: '2015-05-01', ...where },
      revenue: { known: { 2013: 'notApplicable', 2024: '115000000', 2025: '132250000' }, ...where },
    });
    expect(read.sources['revenue@2024']).toEqual({ source: 'declared', year: '2024', evidence: [] });
    expect(await notedOf(database, firm.firmId)).toEqual(['firm.facts-recorded', 'firm.facts-recorded']);
  });

  test('what is the same writes nothing and leaves no note', async () => {
    const { put, firm, database } = await openWithFirm();
    await put({ facts: { listed: false } });
    expect((await put({ facts: { listed: false } })).body.changed).toEqual([]);
    expect(await notedOf(database, firm.firmId)).toHaveLength(1);
    expect(await database.read.select().from(firmFacts)).toHaveLength(1);
  });

  test('a series that is unknown as a whole takes the place of its years, and a year that of the whole', async () => {
    const { put, firm, database } = await openWithFirm();
    const revenue = async () => (await readFirmFacts(database.read, firm.firmId)).facts.revenue;
    await put({ facts: { revenue: { 2024: '1', 2025: '2' } } });
    await put({ facts: { revenue: null } });
    expect(await revenue()).toEqual({ state: 'unknown' });
    await put({ facts: { revenue: { 2025: '3' } } });
    expect(await revenue()).toMatchObject({ known: { 2025: '3' } });
    expect(await database.read.select().from(firmFacts)).toHaveLength(4);
  });

  test('what others decide is left out and said so', async () => {
    const { put, firm, database } = await openWithFirm();
    const { body } = await put({ facts: { zoneTier: 'unicorn', listed: true } });
    expect([body.changed, body.skipped]).toEqual([['listed'], ['zoneTier']]);
    expect((await readFirmFacts(database.read, firm.firmId)).facts.zoneTier).toBeUndefined();
  });

  test('every error comes at once with its place and a fix, and nothing is written', async () => {
    const { put, newFile, newFirm, database } = await openWithFirm();
    const foreign = await newFile((await newFirm()).firmId);
    const { status, body } = await put({
      facts: {
        revenue: { 2025: 'viel' },
        employees: { 2025: '1.5' },
        registeredOn: '2025-02-30',
        listd: true,
        listed: true,
      },
      about: { listed: { evidence: [foreign, 'none'] } },
    });
    expect([status, body.error.code]).toEqual([422, 'invalid-facts']);
    expect(body.error.details.map((each: { path: string }) => each.path)).toEqual([
      'facts.revenue.2025',
      'facts.employees.2025',
      'facts.registeredOn',
      'facts.listd',
      'about.listed.evidence.0',
      'about.listed.evidence.1',
    ]);
    for (const detail of body.error.details) expect(detail.fix).toBeTruthy();
    expect(await database.read.select().from(firmFacts)).toEqual([]);
  });

  test('a stale tab is told what changed and overwrites nothing', async () => {
    const { put, get } = await openWithFirm();
    await put({ facts: { listed: false } });
    const [{ id }] = (await get()).facts;
    await put({ facts: { listed: true }, about: { listed: { basedOn: id } } });
    const stale = await put({ facts: { listed: false }, about: { listed: { basedOn: id } } });
    expect([stale.status, stale.body.error.code]).toEqual([409, 'facts-changed']);
    expect(stale.body.error.details[0].path).toBe('facts.listed');
    const early = await put({ facts: { founderLed: true }, about: { founderLed: { basedOn: 'x' } } });
    expect(early.status).toBe(409);
    expect((await get()).facts).toMatchObject([{ key: 'listed', value: true }]);
  });

  test('evidence is held while its figure counts, and let go when it no longer does', async () => {
    const { put, newFile, database } = await openWithFirm();
    const [a, b] = [await newFile(), await newFile()];
    const held = async () => (await database.read.select().from(fileHolds)).map(({ fileId }) => fileId).toSorted();
    await put({ facts: { listed: false }, about: { listed: { evidence: [a, b], note: '招股书' } } });
    expect(await held()).toEqual([a, b].toSorted());
    await put({ about: { listed: { evidence: [b] } } });
    expect(await held()).toEqual([b]);
    await put({ clear: ['listed'] });
    expect(await held()).toEqual([]);
    expect((await put({ about: { listed: { note: 'x' } } })).status).toBe(422);
  });

  test('a file that is rejected or deleted is no evidence', async () => {
    const { put, newFile } = await openWithFirm();
    for (const more of [{ state: 'rejected' as const }, { deletedAt: '2026-01-01' }]) {
      const file = await newFile(undefined, more);
      expect((await put({ facts: { listed: true }, about: { listed: { evidence: [file] } } })).status).toBe(422);
    }
  });

  test('another firm is not there; staff do not fill in; strangers sign in first', async () => {
    const { ask, path, put, newFirm, newStaff } = await openWithFirm();
    const stranger = (await newFirm()).userId;
    for (const [method, at] of [
      ['GET', path],
      ['PUT', path],
      ['GET', `${path}/listed/history`],
    ] as const) {
      expect([method, (await ask(stranger, method, at, method === 'PUT' ? {} : undefined)).status]).toEqual([
        method,
        404,
      ]);
    }
    expect((await put({}, await newStaff('intake-clerk'))).status).toBe(403);
    expect((await ask(await newStaff('auditor'), 'GET', path)).status).toBe(200);
    expect((await ask(await newStaff('panel-expert'), 'GET', path)).status).toBe(403);
    expect((await ask(undefined, 'GET', path)).status).toBe(401);
  });
});

describe('history', () => {
  test('shows every value with who wrote and who replaced it', async () => {
    const { ask, put, path, firm } = await openWithFirm();
    await put({ facts: { revenue: { 2025: '1' } } });
    await put({ facts: { revenue: { 2025: '2' } } });
    const { entries } = (await ask(firm.userId, 'GET', `${path}/revenue@2025/history`)).body;
    expect(entries.map((each: { value: string }) => each.value)).toEqual(['2', '1']);
    expect(entries[1].supersededBy).toBe('宁波甲有限公司的签署人');
    expect(entries[0].supersededAt).toBeUndefined();
    expect((await ask(firm.userId, 'GET', `${path}/revenue@25/history`)).status).toBe(422);
  });

  test('INVARIANT fact-history: after any changes the current value is the last one, and every one is still there', async () => {
    const { put, firm, database } = await openWithFirm();
    const year = fc.constantFrom('2024', '2025');
    const figure = fc.constantFrom('1', '2', '3', null, 'notApplicable');
    const step = fc.oneof(
      fc.record({ facts: fc.record({ revenue: fc.dictionary(year, figure, { minKeys: 1 }) }) }),
      fc.record({ facts: fc.record({ revenue: fc.constant(null) }) }),
      fc.record({ clear: fc.subarray(['revenue', 'revenue@2024', 'revenue@2025'], { minLength: 1 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        await withTransaction(database, (tx) => tx.delete(firmFacts));
        let model = new Map<string, unknown>();
        let ever = 0;
        for (const each of steps) {
          const before = new Map(model);
          if ('clear' in each) for (const key of each.clear) model.delete(key);
          else if (each.facts.revenue === null) model = new Map([['revenue', null]]);
          else {
            model.delete('revenue');
            for (const [at, value] of Object.entries(each.facts.revenue)) model.set(`revenue@${at}`, value);
          }
          ever += [...model].filter(([key, value]) => !before.has(key) || before.get(key) !== value).length;
          expect((await put(each)).status).toBe(200);
        }
        const rows = await database.read.select().from(firmFacts);
        expect(rows).toHaveLength(ever);
        const state = (await readFirmFacts(database.read, firm.firmId)).facts.revenue;
        const years = [...model].filter(([key]) => key !== 'revenue').map(([key, value]) => [key.slice(8), value]);
        if (model.has('revenue')) expect(state).toEqual({ state: 'unknown' });
        else if (model.size === 0) expect(state).toBeUndefined();
        else expect(state).toMatchObject({ known: Object.fromEntries(years) });
      }),
      { numRuns: 25 },
    );
  });
});

describe('proving', () => {
  const prove = (office: Awaited<ReturnType<typeof openWithFirm>>, who: string, body: object) =>
    office.ask(who, 'POST', `${office.path}/verifications`, body);

  test('an official proves a figure as it stands with evidence; the firm keeps it so until it says otherwise', async () => {
    const office = await openWithFirm();
    const { put, get, newFile, newStaff, firm, database } = office;
    const file = await newFile();
    await put({ facts: { revenue: { 2025: '1000' } } });
    const clerk = await newStaff('intake-clerk');
    const bare = await prove(office, clerk, { source: 'proven', confirm: ['revenue@2025'] });
    expect([bare.status, bare.body.error.details[0].path]).toEqual([422, 'about.revenue@2025']);
    const about = { 'revenue@2025': { evidence: [file] } };
    expect((await prove(office, clerk, { source: 'proven', confirm: ['revenue@2025'], about })).status).toBe(200);
    expect((await get()).facts[0]).toMatchObject({
      source: 'proven',
      value: '1000',
      evidence: [file],
      recordedBy: '管委会',
    });
    await put({ facts: { revenue: { 2025: '1000' } } });
    expect((await get()).facts[0].source).toBe('proven');
    expect((await get()).doubts).toEqual([]);
    await put({ facts: { revenue: { 2025: '1001' } } });
    const after = await get();
    expect(after.facts[0].source).toBe('declared');
    expect(after.doubts).toMatchObject([{ kind: 'provenDiffers', key: 'revenue@2025' }]);
    expect(await notedOf(database, firm.firmId)).toContain('firm.facts-verified');
  });

  test('figures from a register name it', async () => {
    const office = await openWithFirm();
    await withTransaction(office.database, (tx) =>
      tx.insert(departments).values({ id: 'science', label: '科技局', labelEn: 'Science Bureau', position: 1 }),
    );
    const clerk = await office.newStaff('department-reviewer', '李工', 'science');
    const facts = { registeredOn: '2018-05-01' };
    expect((await prove(office, clerk, { source: 'register', facts })).status).toBe(422);
    const about = { registeredOn: { note: '市场监管登记，2026-03-31' } };
    expect((await prove(office, clerk, { source: 'register', facts, about })).status).toBe(200);
    expect((await office.get()).facts[0]).toMatchObject({ source: 'register', value: '2018-05-01' });
    // The firm learns which department it was, officials who.
    const history = `${office.path}/registeredOn/history`;
    const [forFirm] = (await office.ask(office.firm.userId, 'GET', history)).body.entries;
    const [forOffice] = (await office.ask(clerk, 'GET', history)).body.entries;
    expect([forFirm.recordedBy, forOffice.recordedBy]).toEqual(['科技局', '李工']);
    expect(await notedOf(office.database, office.firm.firmId)).toContain('personal-data.viewed');
  });

  test('nobody else proves', async () => {
    const office = await openWithFirm();
    const body = { source: 'proven', confirm: [] };
    for (const role of ['auditor', 'decision-maker', 'system-administrator'] as const)
      expect((await prove(office, await office.newStaff(role), body)).status).toBe(403);
    expect((await prove(office, office.firm.userId, body)).status).toBe(403);
  });
});

test('doubts are said with the names of the figures and what to do, and refuse nothing', async () => {
  const { put } = await openWithFirm();
  const { status, body } = await put({
    facts: {
      registeredOn: '2024-06-01',
      employees: { 2025: '10' },
      scienceStaff: { 2025: '11' },
      revenue: { 2023: '5', 2024: '10', 2025: '100' },
      operatingProfit: { 2025: '101' },
    },
  });
  expect(status).toBe(200);
  const said = body.current.doubts.map((each: { key: string; message: string }) => `${each.key} ${each.message}`);
  expect(said).toEqual([
    'scienceStaff@2025 2025 年“科技人员数”大于“职工总数”',
    'operatingProfit@2025 2025 年“营业利润”大于“营业收入”',
    'revenue@2025 “营业收入”2025 年与上一年相差 5 倍以上',
    'revenue@2023 “营业收入”早于“成立日期”',
  ]);
  for (const doubt of body.current.doubts) expect(doubt.fix).toContain('没有错就不用改');
});
