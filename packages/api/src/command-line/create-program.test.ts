import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dates2022, gazelleOnTheLine } from '../../testing/firms.ts';
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

/** Runs one command in a folder of its own, as `npm run tidu -- …` does. */
async function tidu(args: string, files: Record<string, string | Uint8Array> = {}, folder = testFolder()) {
  vi.stubEnv('INIT_CWD', folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const out: string[] = [];
  const err: string[] = [];
  const program = createProgram((text) => out.push(text));
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ writeOut: (text) => void out.push(text), writeErr: (text) => void err.push(text) });
    command.exitOverride();
  }
  await runProgram(program, args === '' ? [] : args.split(' '), (text) => void err.push(text));
  return { code: process.exitCode ?? 0, out: out.join('\n'), err: err.join(''), folder };
}

async function sheetsOf(path: string) {
  const { sheets } = await readXlsx(readFileSync(path));
  return sheets.map((sheet) => sheet.rows);
}

const firm = JSON.stringify(gazelleOnTheLine);
const LADDER = `--policy nbhtz-ladder --date ${dates2022.decision}`;

describe('usage', () => {
  test.each([
    '',
    '--help',
    'evaluate --help',
    'check --help',
    'cases --help',
    'template --help',
    'serve --help',
    'migrate --help',
  ])('%s shows help', async (args) => {
    const { code, out } = await tidu(args);
    expect([code, out]).toEqual([0, expect.stringContaining('用法 · Usage:')]);
  });

  test.each([
    ['nope', '没有这个命令'],
    ['evaluate', '缺少'],
    ['evaluate firm.json', '缺少必填选项'],
    ['evaluate firm.json --policy x --wrong', '没有这个选项'],
    [`evaluate firm.json ${LADDER} --locale fr`, '选项取值不对'],
    ['cases a b', '参数过多'],
    ['evaluate firm.json --policy nope', 'nbhtz-ladder'],
    ['evaluate firm.json --policy nbhtz-ladder --date 2022-02-30', '--date 2022-02-30'],
    ['evaluate firm.json --policy nbhtz-ladder --date 2010-01-01', '2018-03-01'],
    [`evaluate firms.csv ${LADDER}`, '--out'],
    [`evaluate firm.json ${LADDER} --out r.xlsx`, '--out'],
    [`evaluate firms.csv ${LADDER} --out r.csv`, '.xlsx'],
    [`evaluate firms.xls ${LADDER} --out r.xlsx`, '另存为'],
    [`template ${LADDER} --out t.csv`, '.xlsx'],
    ['cases nope', 'nope'],
  ])('%s is a clear error with exit code 2', async (args, words) => {
    const { code, err } = await tidu(args, { 'firm.json': firm });
    expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('evaluate one firm', () => {
  test('the result is told in Chinese, in English on demand, or as JSON', async () => {
    const zh = await tidu(`evaluate firm.json ${LADDER}`, { 'firm.json': firm });
    expect(zh.out).toMatch(/达到的最高一级：瞪羚企业[\s\S]*凭证 TD-2022-/);
    const english = await tidu(`evaluate firm.json ${LADDER} --locale en`, {
      'firm.json': JSON.stringify({ facts: gazelleOnTheLine }),
    });
    expect(english.out).toContain('Best tier: Gazelle');
    expect(english.out).not.toMatch(/[\u4e00-\u9fff]/);
    const json = await tidu(`evaluate firm.json ${LADDER} --json`, { 'firm.json': firm });
    expect(JSON.parse(json.out)).toMatchObject({ best: 'gazelle' });
  });

  test('assumptions are marked, and blanks that are taken as clean are counted', async () => {
    const { out } = await tidu(`evaluate firm.json ${LADDER}`, { 'firm.json': firm });
    expect(out).toMatch(/✗ “初创示范企业”未满足.*〔暂定〕/);
    expect(out).toMatch(/✓ “瞪羚企业”已满足[^〔]*\n/);
    expect(out).toContain('5 项，其中 5 项未填写，暂按没有此类记录计算');
    const answered = { ...gazelleOnTheLine, majorAccident: false, seriousEnvironmentalOffence: false };
    const second = await tidu(`evaluate firm.json ${LADDER}`, { 'firm.json': JSON.stringify(answered) });
    expect(second.out).toContain('5 项，其中 3 项未填写');
  });

  test('nothing known is still open, never refused', async () => {
    const { out } = await tidu(`evaluate firm.json ${LADDER}`, { 'firm.json': '{}' });
    expect(out).toContain('达到的最高一级：尚待确认');
    expect(out).not.toContain('未达到任何一级');
  });

  test('without --date it is the day in China', async () => {
    vi.useFakeTimers({ now: new Date('2026-03-31T20:00:00Z'), toFake: ['Date'] });
    const { out } = await tidu('evaluate firm.json --policy nbhtz-ladder', { 'firm.json': '{}' });
    vi.useRealTimers();
    expect(out).toContain('基准日 2026-04-01');
  });

  test.each([
    ['{"revenu": {}}', 'facts.revenu'],
    ['{"revenue": {"2021": "3000万"}}', 'facts.revenue.2021'],
    ['{"revenue": ', 'JSON'],
    ['[]', 'facts'],
  ])('%s is told with exit code 1', async (content, words) => {
    const { code, err } = await tidu(`evaluate firm.json ${LADDER}`, { 'firm.json': content });
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
  });

  test('a file that is not there', async () => {
    const { code, err } = await tidu(`evaluate gone.json ${LADDER}`);
    expect([code, err]).toEqual([1, expect.stringContaining('gone.json')]);
  });
});

describe('evaluate a sheet of firms', () => {
  const headers =
    '企业名称,独立法人、独立核算,注册地在宁波高新区,在宁波高新区纳税,主营产品（服务）所属战略性新兴产业,成立日期,核心技术拥有自主知识产权,营业收入 2019（万元）,营业收入 2020（万元）,营业收入 2021（万元）,营业利润 2021（元）,备注';
  const rows = [
    '甲,是,是,是,新材料,2015-05-01,是,10000,11500,13225,1,刚好',
    '乙,是,是,是,新材料,2015年5月1日,是,10000,11500,13224.9999,1,差一分',
    '丙,是,是,是,新材料,昨天,是,10000,11500,很多,1,两处',
    ',,,,,,,,,,,',
  ];
  const csv = `\uFEFF${[headers, ...rows].join('\r\n')}\r\n`;

  test('one row a firm, and every cell that could not be read with column, problem and fix', async () => {
    const { code, out, folder } = await tidu(`evaluate firms.csv ${LADDER} --out r.xlsx`, { 'firms.csv': csv });
    expect([code, out]).toEqual([0, expect.stringContaining('3 家，判定 3 家')]);
    const [results, problems] = await sheetsOf(join(folder, 'r.xlsx'));
    const gazelle = results?.[0]?.indexOf('瞪羚企业') ?? -1;
    expect(results?.map((row) => [row[0], row[1], row[3], row[gazelle]])).toEqual([
      ['行号', '企业名称', '达到的最高一级', '瞪羚企业'],
      [2, '甲', '瞪羚企业', '已满足'],
      [3, '乙', '尚待确认', '未满足'],
      [4, '丙', '尚待确认', '尚待确认'],
    ]);
    expect(results?.[3]?.at(-1)).toContain('2 处');
    expect(problems?.slice(1).map((row) => [row[0], row[2], row[3] || null])).toEqual([
      [1, '请核对', null],
      [4, '需改正', '成立日期'],
      [4, '需改正', '营业收入 2021（万元）'],
    ]);
    expect(problems?.[2]?.[5]).toContain('2023-05-01');
  });

  test('a refused firm is told why, tier by tier, and way by way where only these fail', async () => {
    const { folder } = await tidu(`evaluate firms.csv ${LADDER} --out r.xlsx`, { 'firms.csv': csv });
    const [results] = await sheetsOf(join(folder, 'r.xlsx'));
    const at = results?.[0]?.indexOf('未满足的原因') ?? -1;
    const [reached, refused, open] = (results ?? []).slice(1).map((row) => String(row[at] ?? ''));
    expect(reached).not.toContain('瞪羚企业');
    expect(refused).toMatch(/“瞪羚企业”[\s\S]*路径二[\s\S]*两年复合增长率不低于 15%/);
    expect(open).not.toContain('瞪羚企业');
  });

  test('figures that contradict each other and codes that fail their check are to be looked at; the firm is decided', async () => {
    const sheet = [
      '企业名称,统一社会信用代码,职工总数 2021（人）,科技人员数 2021（人）',
      '甲,913302007645281201,10,11',
      '乙,913302007645281202,11,11',
      '丙,12345,11,11',
    ];
    const { out, folder } = await tidu(`evaluate firms.csv ${LADDER} --out r.xlsx`, { 'firms.csv': sheet.join('\n') });
    expect(out).toContain('3 家，判定 3 家，问题 3 处');
    const [results, problems] = await sheetsOf(join(folder, 'r.xlsx'));
    expect(problems?.slice(1).map((row) => row.slice(0, 4))).toEqual([
      [2, '甲', '请核对', '科技人员数 2021（人）'],
      [3, '乙', '请核对', '统一社会信用代码'],
      [4, '丙', '请核对', '统一社会信用代码'],
    ]);
    expect(problems?.[1]?.[4]).toBe('“科技人员数”为 11 人，大于它所属的“职工总数”10 人，请核对。');
    expect(problems?.[2]?.[4]).toContain('应为 1');
    expect(results?.[1]?.at(-1)).toBe('有 1 处请核对，见“问题”表');
  });

  test('the workbook says by which rules and days, what was assumed and what a person decides', async () => {
    const { folder } = await tidu(`evaluate firms.csv ${LADDER} --out r.xlsx`, { 'firms.csv': csv });
    const [results, , about] = await sheetsOf(join(folder, 'r.xlsx'));
    expect(results?.[0]).toEqual(expect.arrayContaining(['初创示范企业〔暂定〕', '瞪羚企业', '独角兽企业〔暂定〕']));
    const text = (about ?? []).map((row) => row.join(' ')).join('\n');
    for (const words of ['nbhtz-ladder', '自 2020-11-23 起施行', '基准日 2022-05-01，基准年度 2021 年', 'sha256:'])
      expect(text).toContain(words);
    expect(text).toMatch(/暂定 .*严重失信.*未填写时/);
    expect(text).toMatch(/需人工判断 .*开放性条件.*涉及：初创示范企业、瞪羚企业/);
  });

  test('in GB18030, as Excel saves a CSV in China', async () => {
    const sheet = Buffer.concat([
      Buffer.from('firm.name,listed\n'),
      Buffer.from([0xbc, 0xd7]),
      Buffer.from(','),
      Buffer.from([0xca, 0xc7]),
    ]);
    const { folder } = await tidu(`evaluate firms.csv ${LADDER} --out r.xlsx`, { 'firms.csv': sheet });
    const [results, problems] = await sheetsOf(join(folder, 'r.xlsx'));
    expect([results?.[1]?.[1], problems?.length]).toEqual(['甲', 1]);
  });

  test('as a workbook it is the same', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 's', rows: [headers.split(','), ...rows.map((row) => row.split(','))] }],
    });
    const { out, folder } = await tidu(`evaluate firms.xlsx ${LADDER} --out r.xlsx`, { 'firms.xlsx': bytes });
    expect(out).toContain('3 家，判定 3 家');
    const [results] = await sheetsOf(join(folder, 'r.xlsx'));
    expect(results?.slice(1).map((row) => row[3])).toEqual(['瞪羚企业', '尚待确认', '尚待确认']);
  });

  test('amounts are numbers to count with, open ones are ranges', async () => {
    const sheet =
      'zoneTier,titleAwardPaidBefore,registeredInZone,taxInZone,independentLegalPerson,majorAccident\n,,是,是,是,否\n,,是,是,是,是\n';
    const { folder, err } = await tidu(`evaluate firms.csv --policy nbhtz-three-pools --date 2022-05-01 --out r.xlsx`, {
      'firms.csv': sheet,
    });
    expect(err).toBe('');
    const [results] = await sheetsOf(join(folder, 'r.xlsx'));
    expect(results?.[1]?.some((cell) => typeof cell === 'string' && /元至/.test(cell))).toBe(true);
    expect(results?.[2]?.filter((cell) => cell === 0)).toHaveLength(13);
    expect(results?.[0]).toContain('瞪羚企业奖励（元）〔暂定〕');
    expect(results?.[0]).not.toContain('达到的最高一级');
  });

  test.each([
    ['营业收入 2021,成立日期\n1,2020-01-01\n', '万元'],
    ['a,b\n1,2\n', '模板'],
    ['', '空'],
  ])('headers that cannot be read stop it: %s', async (content, words) => {
    const { code, err } = await tidu(`evaluate firms.csv ${LADDER} --out r.xlsx`, { 'firms.csv': content });
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
  });

  test('a broken workbook and a zip bomb are refused unopened', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 's', rows: [['a']] }] });
    const broken = await tidu(`evaluate f.xlsx ${LADDER} --out r.xlsx`, { 'f.xlsx': bytes.slice(0, -5) });
    expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('xlsx')]);
    const bomb = new Uint8Array(bytes);
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2 ** 30, true);
    const refused = await tidu(`evaluate f.xlsx ${LADDER} --out r.xlsx`, { 'f.xlsx': bomb });
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('100 MB')]);
  });

  test('the template is a sheet that evaluate takes', async () => {
    const folder = testFolder();
    await tidu(`template --policy nbhtz-three-pools --date 2022-05-01 --out t.xlsx`, {}, folder);
    const [firms, guide] = await sheetsOf(join(folder, 't.xlsx'));
    expect(guide).toHaveLength((firms?.[0]?.length ?? 0) + 1);
    const filled = await writeXlsx({ sheets: [{ name: 's', rows: [firms?.[0] ?? [], ['甲']] }] });
    const { out, err } = await tidu(
      `evaluate f.xlsx --policy nbhtz-three-pools --date 2022-05-01 --out r.xlsx`,
      { 'f.xlsx': filled },
      folder,
    );
    expect([out, err]).toEqual([expect.stringContaining('1 家，判定 1 家，问题 0 处'), '']);
  });
});

describe('check and cases', () => {
  const [file] = ['2017-05-03'];
  const path = join(shipped.policiesDir, 'tech-sme', `${file}.json`);

  test('a shipped policy is without errors and its cases beside it are run', async () => {
    const { code, out } = await tidu(`check ${path}`);
    expect([code, out]).toEqual([0, expect.stringMatching(/无误[\s\S]*个算例通过/)]);
  });

  test('all errors of a file at once, each with path and fix, exit code 1', async () => {
    const doc = JSON.parse(readFileSync(path, 'utf8'));
    doc.pick = 'lowest';
    doc.facts[0].type = 'boolean';
    const { code, err } = await tidu('check p.json', { 'p.json': JSON.stringify(doc) });
    expect(code).toBe(1);
    for (const words of ['pick', 'facts.0.type', '→']) expect(err).toContain(words);
  });

  test('a case that fails is named and the exit code is 1', async () => {
    const doc = readFileSync(path, 'utf8');
    const cases = [
      { name: 'wrong on purpose', facts: {}, dates: { decision: '2022-05-01' }, expect: { best: 'tech-sme' } },
    ];
    const { code, out } = await tidu('check p.json', { 'p.json': doc, 'p.cases.json': JSON.stringify(cases) });
    expect([code, out]).toEqual([1, expect.stringMatching(/0\/1[\s\S]*wrong on purpose/)]);
  });

  test('cases of one policy, with what they cover', async () => {
    const { code, out } = await tidu('cases torch-gazelle');
    expect([code, out]).toEqual([0, expect.stringMatching(/torch-gazelle 2014-01-01：(\d+)\/\1 [\s\S]*覆盖/)]);
  });
});

describe('migrate', () => {
  test('brings an empty folder up to date, and again', async () => {
    const folder = testFolder();
    vi.stubEnv('DATA_DIR', folder);
    expect((await tidu('migrate', {}, folder)).out).toContain('tidu.db');
    expect((await tidu('migrate', {}, folder)).code).toBe(0);
  });

  test('a wrong variable is named with exit code 1', async () => {
    vi.stubEnv('PORT', 'abc');
    const { code, err } = await tidu('migrate');
    expect([code, err]).toEqual([1, expect.stringContaining('PORT=abc')]);
  });
});
