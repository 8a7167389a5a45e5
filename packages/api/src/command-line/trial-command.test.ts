import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Impact, PolicyCase } from '@tidu/rules';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testFolder } from '../../testing/open-test-app.ts';
import { shipped } from '../config.ts';
import { createProgram, runProgram } from './create-program.ts';

beforeEach(() => {
  process.exitCode = undefined;
});
afterEach(() => {
  process.exitCode = undefined;
  vi.unstubAllEnvs();
});

const ladder = (from: string): string =>
  readFileSync(join(shipped.policiesDir, 'nbhtz-ladder', `${from}.json`), 'utf8');
const OLD = ladder('2020-11-23');
const NEW = OLD.replace('"value": "20%"', '"value": "100%"');

const POOLS = readFileSync(join(shipped.policiesDir, 'nbhtz-three-pools', '2018-03-01.json'), 'utf8');

async function trial(args: string, files: Readonly<Record<string, string>> = {}) {
  const folder = testFolder();
  vi.stubEnv('INIT_CWD', folder);
  for (const [name, text] of Object.entries({ 'old.json': OLD, 'new.json': NEW, ...files }))
    writeFileSync(join(folder, name), text);
  const out: string[] = [];
  const err: string[] = [];
  const program = createProgram((text) => out.push(text));
  await runProgram(program, ['trial', 'old.json', 'new.json', '--day', '2021-06-15', ...args.split(' ')], (text) =>
    err.push(text),
  );
  return { code: process.exitCode ?? 0, out: out.join('\n'), err: err.join(''), folder };
}

test('tells who moves, and writes the whole impact as JSON', async () => {
  const { code, out, folder } = await trial('--population synthetic:2000 --out impact.json');
  expect(code).toBe(0);
  expect(out).toContain('2,000 家企业');
  expect(out).toMatch(/受益 0 家，受损 \d+ 家/);
  const impact = JSON.parse(readFileSync(join(folder, 'impact.json'), 'utf8')) as Impact;
  expect(impact.firms).toBe(2000);
  expect(impact.losers.count).toBeGreaterThan(0);
  expect(impact.matrix.flat().reduce((a, b) => a + b, 0)).toBe(2000);
  expect(out).toContain(`受损 ${impact.losers.count} 家`);
});

test('writes a workbook with the matrix, the money and the firms by name', async () => {
  const { folder } = await trial('--population synthetic:300 --out impact.xlsx --locale en');
  const { sheets } = await readXlsx(readFileSync(join(folder, 'impact.xlsx')));
  expect(sheets.map((s) => s.name)).toEqual(['Transitions', 'Money', 'Winners', 'Losers', 'Near misses', 'Segments']);
  expect(sheets[5]?.rows.length).toBeGreaterThan(5);
});

test('reads firms line by line, and tells the lines it cannot read', async () => {
  const firm = { id: 'a', facts: { revenue: { '2020': '36000000', '2019': '30000000', '2018': '20000000' } } };
  const lines = [JSON.stringify(firm), 'no json', JSON.stringify({ facts: { revenue: 7 } })].join('\n');
  const { out, code } = await trial('--population firms.ndjson', { 'firms.ndjson': lines });
  expect(code).toBe(0);
  expect(out).toContain('：1 家企业');
  expect(out).toContain('2 行读不出');
});

test('reads a sheet of firms by its headers', async () => {
  const sheet = '企业名称,营业收入 2020（万元）\n甲公司,"3,600"\n乙公司,1000\n';
  const { out, code } = await trial('--population firms.csv', { 'firms.csv': sheet });
  expect(code).toBe(0);
  expect(out).toContain('：2 家企业');
});

/** A gazelle of the worked cases; the rung it was told by hand is that of no text on trial. */
const CASES = readFileSync(join(shipped.policiesDir, 'nbhtz-ladder', '2020-11-23.cases.json'), 'utf8');
const full = (JSON.parse(CASES) as readonly PolicyCase[]).find(({ name }) => name === 'gazelle-full');
const gazelle = (more: object) => JSON.stringify({ id: 'g', facts: { ...full?.facts, zoneTier: 'unicorn', ...more } });
/** What the pools ask beside the rung: no incubator, no rent. */
const settled = { incubatorLevel: 'none', rentedArea: '0', rentMonths: '0', rentCost: '0' };

describe('what follows in the policies that pay by the ladder', () => {
  test('is told with their pools, on screen and in the workbook', async () => {
    const { out, folder } = await trial('--population synthetic:3000 --out impact.xlsx');
    expect(out).toMatch(/含随之变化的政策：.+（nbhtz-three-pools 2018-03-01）/);
    const [, before = '', after = ''] = /优质创新创业项目资金池：申请 (\S+) → (\S+) 元/.exec(out) ?? [];
    const yuan = (text: string) => Number(text.replaceAll(',', ''));
    expect(yuan(before)).toBeGreaterThan(yuan(after));
    const { sheets } = await readXlsx(readFileSync(join(folder, 'impact.xlsx')));
    const money = sheets[1]?.rows.find((row) => row[2] === '优质创新创业项目资金池');
    expect(money?.slice(0, 5)).toEqual([
      '资金池',
      expect.stringContaining('5000'),
      '优质创新创业项目资金池',
      before,
      after,
    ]);
  });

  test('a list is read by them as well, and a rung that is worked out is not taken from it', async () => {
    const innovation = async (more: object) => {
      const told = { 'firms.ndjson': gazelle(more) };
      const { out, code } = await trial('--population firms.ndjson --day 2022-12-20', told);
      expect([code, out.includes('读不出')]).toEqual([0, false]);
      return /优质创新创业项目资金池：申请 (\S+) → (\S+) 元/.exec(out)?.slice(1);
    };
    expect(await innovation({})).toEqual(['300,000–4,300,000', '0–2,000,000']);
    expect(await innovation(settled)).toEqual(['300,000', '0']);
  });

  test('can be left out, and other texts can be named', async () => {
    const alone = await trial('--population synthetic:300 --no-following');
    expect(alone.out).not.toMatch(/随之变化|资金池/);
    const files = { 'pools.json': POOLS.replace('优质创新创业项目资金池', '另一资金池') };
    const named = await trial('--population synthetic:3000 --following pools.json', files);
    expect(named.out).toContain('另一资金池：申请');
  });
});

test.each([
  ['--population synthetic:10 --following old.json', '--following nbhtz-ladder'],
  ['--population firms.pdf', '--population firms.pdf'],
  ['--population synthetic:10 --out result.doc', '--out'],
])('refuses %s', async (args, told) => {
  const { code, err } = await trial(args);
  expect([code, err.includes(told)]).toEqual([2, true]);
});
