import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notedOf } from '../../../testing/noted-of.ts';
import { openOffice } from '../../../testing/open-office.ts';
import { fileUrl, openTestDatabase, testFolder } from '../../../testing/open-test-app.ts';
import { firmBankAccounts } from '../table.ts';
import { CONSENT } from './consent-text.ts';
import { openSealed, sealText } from './seal-text.ts';
import { loadSealingKey, makeSealingKey } from './sealing-key.ts';

const NUMBER = '33010402000000012345';
const account = {
  holder: '宁波甲有限公司',
  bankName: '宁波银行高新区支行',
  bankCode: '313332082914',
  number: '3301 0402 0000 0001 2345',
  consentVersion: CONSENT.version,
};

async function openWithOwner() {
  const folder = testFolder();
  const office = await openOffice({ database: await openTestDatabase(fileUrl(folder)) });
  const owner = await office.newFirm('宁波甲有限公司', 'owner');
  const path = `/api/v1/firms/${owner.firmId}/bank-account`;
  return { ...office, owner, path, folder };
}

describe('the bank account', () => {
  test('is given with consent, shown masked, opened in full by few, and every opening is noted', async () => {
    const { ask, owner, path, newStaff, database } = await openWithOwner();
    expect((await ask(owner.userId, 'GET', path)).body).toMatchObject({
      account: null,
      consent: { version: CONSENT.version },
    });
    const { status, body } = await ask(owner.userId, 'PUT', path, account);
    expect(status).toBe(200);
    expect(body.account).toMatchObject({ maskedNumber: '**** 2345', consentBy: '宁波甲有限公司的签署人' });
    expect(JSON.stringify(body)).not.toContain(NUMBER.slice(0, -4));
    for (const who of [owner.userId, await newStaff('finance-preparer'), await newStaff('finance-releaser')])
      expect((await ask(who, 'GET', `${path}/number`)).body).toEqual({ number: NUMBER });
    const noted = await notedOf(database, owner.firmId);
    expect(noted).toEqual(['firm.bank-account-recorded', ...Array(3).fill('firm.account-number-viewed')]);
  });

  test('nobody else changes or opens it', async () => {
    const { ask, owner, path, newStaff, newUser, newFirm, database } = await openWithOwner();
    await ask(owner.userId, 'PUT', path, account);
    const stranger = (await newFirm('乙', 'owner')).userId;
    for (const [method, at] of [
      ['GET', path],
      ['PUT', path],
      ['DELETE', path],
      ['GET', `${path}/number`],
    ] as const) {
      const status = async (who: string | undefined) =>
        (await ask(who, method, at, method === 'PUT' ? account : undefined)).status;
      expect([method, at, await status(stranger)]).toEqual([method, at, 404]);
      expect([method, at, await status(undefined)]).toEqual([method, at, 401]);
      expect([method, at, await status(await newStaff('intake-clerk'))]).toEqual([method, at, 403]);
    }
    expect((await ask(await newStaff('auditor'), 'GET', `${path}/number`)).status).toBe(403);
    expect((await ask(await newStaff('auditor'), 'GET', path)).status).toBe(200);
    expect(await newUser('x', 'firm')).toBeTruthy();
    expect(await notedOf(database, owner.firmId)).toEqual(['firm.bank-account-recorded']);
  });

  test.each([
    ['an older text of the consent', { consentVersion: '2020-01-01' }, 'consentVersion'],
    ['letters in the number', { number: '33010A02000000012345' }, 'number'],
    ['a short bank code', { bankCode: '3133' }, 'bankCode'],
  ])('%s is refused', async (_, change, path) => {
    const office = await openWithOwner();
    const { status, body } = await office.ask(office.owner.userId, 'PUT', office.path, { ...account, ...change });
    expect([status, body.error.details[0].path]).toEqual([422, path]);
    expect(JSON.stringify(body)).not.toContain('33010');
  });

  test('a new one replaces the old and keeps it as history; withdrawing wipes every number', async () => {
    const { ask, owner, path, database } = await openWithOwner();
    await ask(owner.userId, 'PUT', path, account);
    await ask(owner.userId, 'PUT', path, { ...account, number: '6222 0000 0000 9999' });
    expect((await ask(owner.userId, 'GET', path)).body.account.maskedNumber).toBe('**** 9999');
    expect((await ask(owner.userId, 'DELETE', path)).status).toBe(204);
    expect((await ask(owner.userId, 'DELETE', path)).status).toBe(404);
    expect((await ask(owner.userId, 'GET', `${path}/number`)).status).toBe(404);
    const rows = await database.read.select().from(firmBankAccounts);
    expect(rows.map((row) => [row.endedWhy, row.sealedNumber])).toEqual([
      ['replaced', null],
      ['consent-withdrawn', null],
    ]);
  });

  test('the number stands nowhere in the files of the database, nor in the audit trail', async () => {
    const { ask, owner, path, folder } = await openWithOwner();
    await ask(owner.userId, 'PUT', path, account);
    const names = readdirSync(folder);
    expect(names).toContain('tidu.db');
    const bytes = Buffer.concat(names.map((name) => readFileSync(join(folder, name))));
    // What is not secret is there, so the search would find what is.
    expect(bytes.includes('宁波银行高新区支行')).toBe(true);
    for (const trace of [NUMBER, account.number, NUMBER.slice(0, 12)])
      expect([trace, bytes.includes(trace)]).toEqual([trace, false]);
  });
});

describe('sealing', () => {
  const key = makeSealingKey(new Uint8Array(32).fill(1));

  test('any text opens again, under its key and in its row alone, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (text, row) => {
        const sealed = sealText(key, text, row);
        expect(openSealed(key, sealed, row)).toBe(text);
        expect(sealText(key, text, row)).not.toBe(sealed);
        expect(() => openSealed(key, sealed, `${row}x`)).toThrow();
        expect(() => openSealed(makeSealingKey(new Uint8Array(32).fill(2)), sealed, row)).toThrow();
      }),
    );
  });

  test('a changed byte is found', () => {
    const bytes = Buffer.from(sealText(key, NUMBER, 'row'), 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openSealed(key, changed.toString('base64'), 'row')).toThrow();
    }
  });
});

describe('the key', () => {
  test('is made once, for the account of the server alone', () => {
    const dataDir = testFolder();
    const first = loadSealingKey({ dataDir });
    expect(loadSealingKey({ dataDir }).id).toBe(first.id);
    expect(loadSealingKey({ dataDir: testFolder() }).id).not.toBe(first.id);
    expect(statSync(join(dataDir, 'data.key')).mode & 0o777).toBe(0o600);
  });

  test('of the configuration goes first, in either writing', () => {
    const dataDir = testFolder();
    const bytes = Buffer.alloc(32, 9);
    const [hex, base64] = [bytes.toString('hex'), bytes.toString('base64')].map((dataKey) =>
      loadSealingKey({ dataKey, dataDir }),
    );
    expect(hex?.id).toBe(base64?.id);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test('that is damaged stops the start', () => {
    const dataDir = testFolder();
    writeFileSync(join(dataDir, 'data.key'), 'abc');
    expect(() => loadSealingKey({ dataDir })).toThrow('DATA_KEY');
  });

  test('other than the one a number was sealed under is told, not a fault', async () => {
    const { ask, owner, path, database } = await openWithOwner();
    await ask(owner.userId, 'PUT', path, account);
    const other = await openOffice({ database, sealingKey: makeSealingKey(new Uint8Array(32).fill(3)) });
    const { status, body } = await other.ask(owner.userId, 'GET', `${path}/number`);
    expect([status, body.error.code]).toEqual([503, 'other-data-key']);
  });
});
