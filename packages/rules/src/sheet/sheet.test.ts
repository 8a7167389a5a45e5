import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMessage } from '../messages/index.ts';
import type { FactDef, PolicyDoc } from '../policy/document.ts';
import { readDate } from './cell-date.ts';
import { type Cell, readNumber, textOfDouble } from './cell-number.ts';
import { matchHeaders } from './match-headers.ts';
import { cellAsShown, rowToFacts } from './row-to-facts.ts';
import { decodeSheetText, readZipClaim } from './sheet-bytes.ts';
import { columnsOf } from './sheet-columns.ts';

const fact = (id: string, zh: string, rest: Partial<FactDef>): FactDef => ({
  id,
  label: { 'zh-CN': zh, en: id },
  type: 'num',
  ifMissing: 'ask',
  ...rest,
});

const doc: PolicyDoc = {
  schema: 1,
  id: 'p',
  version: '1',
  status: 'published',
  inForce: { from: '2020-01-01' },
  applies: 'decision',
  facts: [
    fact('revenue', '营业收入', {
      type: 'series',
      unit: 'CNY',
      ask: { group: 'finance', question: { 'zh-CN': '营业收入' } },
    }),
    fact('rdShare', '研发费用占比', { unit: 'ratio', domain: { min: '0', max: '1' } }),
    fact('staff', '职工总数', { type: 'int', unit: 'people', domain: { min: '0' } }),
    fact('registeredOn', '注册日期', { type: 'date', ask: { group: 'identity', question: { 'zh-CN': '注册日期' } } }),
    fact('listed', '已上市', { type: 'bool' }),
    fact('industry', '产业领域', {
      type: 'enum',
      domain: { values: [{ id: 'new-materials', label: { 'zh-CN': '新材料', en: 'New materials' } }] },
    }),
    fact('awards', '获奖', {
      type: 'list',
      fields: [
        fact('on', '日期', { type: 'date' }),
        fact('name', '名称', { type: 'enum', domain: { values: [{ id: 'gold', label: { 'zh-CN': '金奖' } }] } }),
      ],
    }),
    fact('zoneTier', '梯队', { type: 'enum', derive: { policy: 'other', take: 'tier' } }),
  ],
  params: [],
  tiers: [
    {
      id: 't',
      gates: [{ id: 'open', when: { k: 'judgement', id: 'innovative', question: { 'zh-CN': '是否具有创新性' } } }],
      vetoes: [],
      routes: [
        {
          id: 'r',
          k: 'criteria',
          when: {
            k: 'cmp',
            op: 'ge',
            a: { k: 'growth', how: 'cagr', series: 'revenue', years: 2, badBase: 'zero' },
            b: { k: 'lit', value: '20%', unit: 'ratio' },
          },
        },
      ],
    },
  ],
  pick: 'highest',
  awards: [],
  stacks: [],
  pools: [],
};
const dates = { decision: '2026-05-01' };
const columns = columnsOf(doc, dates);

const read = (headers: readonly Cell[], row: readonly Cell[]) => {
  const matched = matchHeaders(headers, columns);
  return { ...rowToFacts(row, matched.columns), headerProblems: matched.problems.map((p) => `${p.path} ${p.code}`) };
};
const codes = (firm: { problems: readonly { path: string; code: string }[] }) =>
  firm.problems.map((p) => `${p.path} ${p.code}`);

describe('columns of a policy', () => {
  test('series get a column for every year that is looked at, in the order of the form', () => {
    expect(columns.map((c) => c.key)).toEqual([
      'firm.name',
      'firm.code',
      'registeredOn',
      'revenue@2023',
      'revenue@2024',
      'revenue@2025',
      'rdShare',
      'staff',
      'listed',
      'industry',
      'awards',
      'zoneTier',
      'innovative',
    ]);
    expect(columns.find((c) => c.key === 'revenue@2025')?.header).toEqual({
      'zh-CN': '营业收入 2025（万元）',
      en: 'revenue 2025 (10k CNY)',
    });
  });

  test('a fact that another policy of the set fills has no column', () => {
    expect(columnsOf([doc, { ...doc, id: 'other' }], dates).some((c) => c.key === 'zoneTier')).toBe(false);
  });
});

describe('headers', () => {
  test.each([
    ['营业收入 2025（万元）', '30000000'],
    ['2025年营业收入(元)', '3000'],
    ['营业收入（2025年度）（亿元）', '300000000000'],
    ['营业收入 2025【单位：万元】', '30000000'],
    ['revenue FY2025 (10k CNY)', '30000000'],
    ['revenue@2025', '3000'],
  ])('%s', (header, yuan) => {
    expect(read([header], [3000]).facts).toEqual({ revenue: { known: { 2025: yuan } } });
  });

  test('money without a unit, a wrong unit, a column twice and an unknown column are all told at once', () => {
    const { headerProblems } = read(['营业收入 2024', '研发费用占比（万元）', '职工总数', 'staff', '备注'], []);
    expect(headerProblems).toEqual([
      'header.1 sheet-unit-missing',
      'header.2 sheet-header-unit',
      'header.4 sheet-column-twice',
      'header.5 sheet-column-unknown',
    ]);
  });

  test('a sheet of which no column is known is an error, with one known column it is not', () => {
    expect(read(['备注'], []).headerProblems).toContain('header.1 sheet-no-columns');
    expect(read(['备注', '已上市'], []).headerProblems).toEqual(['header.1 sheet-column-unknown']);
  });

  test('a year that the policy does not look at is another column', () => {
    expect(read(['营业收入 2022（万元）', '已上市'], [1, '是']).facts).toEqual({ listed: { known: true } });
  });
});

describe('the template of every shipped policy', () => {
  const folder = new URL('../../policies/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => /\d\.json$/.test(f));
  test.each(files)('%s: each header is read back as its own column, in both languages', (file) => {
    const shipped = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as PolicyDoc;
    const all = columnsOf(shipped, { decision: shipped.inForce.from });
    for (const locale of ['zh-CN', 'en']) {
      const headers = all.map((c) => c.header[locale]);
      const { columns: found, problems } = matchHeaders(headers, all);
      expect(problems).toEqual([]);
      expect(found.map((m) => m.column.key)).toEqual(all.map((c) => c.key));
    }
  });
});

describe('cells', () => {
  test('a row in the words of people', () => {
    const firm = read(
      [
        '企业名称',
        '统一社会信用代码',
        '营业收入 2024（万元）',
        '营业收入 2025（万元）',
        '研发费用占比（%）',
        '职工总数（人）',
        '注册日期',
        '已上市',
        '产业领域',
        '获奖',
        '是否具有创新性',
      ],
      [
        '甬江材料',
        '91330200MA2AXXXX0A',
        '3,000',
        '0.5亿元',
        '6.5',
        '１２人',
        '2019年5月1日',
        '否',
        '新材料',
        '2024-01-02|金奖;2025/3/4|金奖',
        '不清楚',
      ],
    );
    expect(firm.problems).toEqual([]);
    expect(firm).toMatchObject({ name: '甬江材料', code: '91330200MA2AXXXX0A' });
    expect(firm.facts).toEqual({
      revenue: { known: { 2024: '30000000', 2025: '50000000' } },
      rdShare: { known: '0.065' },
      staff: { known: '12' },
      registeredOn: { known: '2019-05-01' },
      listed: { known: false },
      industry: { known: 'new-materials' },
      awards: {
        known: [
          { on: '2024-01-02', name: 'gold' },
          { on: '2025-03-04', name: 'gold' },
        ],
      },
      innovative: { state: 'unknown' },
    });
  });

  test('empty is left out, 不清楚 is unknown, 不适用 is not applicable, also within a series', () => {
    const firm = read(
      ['营业收入 2023（万元）', '营业收入 2024（万元）', '营业收入 2025（万元）', '职工总数', '已上市', '产业领域'],
      ['不适用', '不清楚', null, '', '不清楚', '不适用'],
    );
    expect(firm.facts).toEqual({
      revenue: { known: { 2023: 'notApplicable', 2024: null } },
      listed: { state: 'unknown' },
      industry: { state: 'notApplicable' },
    });
  });

  test('every wrong cell of a row is told, and its fact stays unknown', () => {
    const firm = read(
      [
        '营业收入 2025（万元）',
        '研发费用占比（%）',
        '职工总数',
        '注册日期',
        '已上市',
        '产业领域',
        '获奖',
        '是否具有创新性',
      ],
      ['很多', '120', '12.5', '2023-02-30', '也许', '钢铁', '2024-01-02|银奖', 'maybe'],
    );
    expect(codes(firm)).toEqual([
      'revenue@2025 sheet-not-number',
      'rdShare sheet-out-of-range',
      'staff sheet-not-whole',
      'registeredOn sheet-not-date',
      'listed sheet-not-bool',
      'industry sheet-not-word',
      'awards sheet-not-list',
      'innovative sheet-not-bool',
    ]);
    expect(firm.facts.staff).toEqual({ state: 'unknown' });
    expect(firm.facts.revenue).toEqual({ known: { 2025: null } });
  });

  test.each([
    ['100', '1'],
    ['0', '0'],
    [100, '1'],
    ['35%', '0.35'],
  ])('a ratio of %s under a header in %%', (cell, ratio) => {
    expect(read(['研发费用占比（%）'], [cell]).facts.rdShare).toEqual({ known: ratio });
  });

  test('what may be given is said in both languages, in the unit people use', () => {
    const fixes = (row: readonly Cell[], locale: 'zh-CN' | 'en') =>
      read(['研发费用占比（%）', '职工总数', '产业领域', '获奖'], row).problems.map(
        (p) => p.fix && renderMessage(p.fix, locale),
      );
    const wrong: readonly Cell[] = ['120', '-1', '钢铁', 'x'];
    expect(fixes(wrong, 'zh-CN')).toEqual([
      '可填范围：0%–100%',
      '可填范围：≥ 0 人',
      '可选项：新材料',
      '每条记录一行，各项依次用 | 隔开：日期 | 名称',
    ]);
    expect(fixes(wrong, 'en')).toEqual([
      'It may be 0%–100%',
      'It may be ≥ 0 people',
      'The choices are New materials',
      'One record a line, its parts in order with | between them: on | name',
    ]);
  });

  test('just above the upper bound is refused', () => {
    expect(codes(read(['研发费用占比（%）'], ['100.0001']))).toEqual(['rdShare sheet-out-of-range']);
  });

  test.each([
    ['3000万', '30000000'],
    ['3000 万元', '30000000'],
    ['¥1,234.50', '1234.50'],
    ['.5亿', '50000000'],
    ['（50）', '-50'],
    ['(1,234.50)', '-1234.50'],
    ['¥(3万)', '-30000'],
    ['(-5)', 'not-number'],
    ['(5', 'not-number'],
    ['1,23', 'not-number'],
    ['3000万美元', 'unit-mismatch'],
    ['12%', 'unit-mismatch'],
    ['3000 kg', 'unit-unknown'],
    ['1e9', 'unit-unknown'],
    ['--5', 'not-number'],
  ])('%s as money', (cell, expected) => {
    const got = readNumber(cell, 'CNY');
    expect(got === expected || Number(got) === Number(expected)).toBe(true);
  });

  test('a percentage of a workbook is not divided again', () => {
    expect(cellAsShown(0.35, '0.00%')).toBe('35%');
    expect(cellAsShown(0.35, '0.00')).toBe(0.35);
    expect(cellAsShown(0.07, '0%')).toBe('7%');
  });

  test.each([
    [43586, '2019-05-01'],
    [20190501, '2019-05-01'],
    ['2019/5/1', '2019-05-01'],
    ['2019.05.01 00:00', '2019-05-01'],
    ['20190501', '2019-05-01'],
    [61, '1900-03-01'],
    [60, undefined],
    [43586.5, undefined],
    ['2019-13-01', undefined],
    ['昨天', undefined],
  ])('date %s', (cell, iso) => expect(readDate(cell)).toBe(iso));

  test('doubles keep the 15 digits people see', () => {
    expect(textOfDouble(0.1 + 0.2)).toBe('0.3');
    expect(textOfDouble(1e15 + 1)).toBe('1000000000000000');
    expect(textOfDouble(-1234.5)).toBe('-1234.5');
    expect(textOfDouble(1e20)).toBeUndefined();
    expect(textOfDouble(1e-45)).toBe('0');
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (n, places) => {
        const x = n / 10 ** places;
        expect(Number(textOfDouble(x))).toBe(x);
      }),
    );
  });
});

describe('bytes', () => {
  test('text by its mark, else UTF-8, else GB18030', () => {
    const utf8 = new TextEncoder().encode('企业名称');
    expect(decodeSheetText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toBe('企业名称');
    expect(decodeSheetText(utf8)).toBe('企业名称');
    expect(decodeSheetText(new Uint8Array([0xc6, 0xf3, 0xd2, 0xb5]))).toBe('企业');
    expect(decodeSheetText(new Uint8Array([0xff, 0xfe, 0x01, 0x4f]))).toBe('企');
  });

  test('a zip file says what it unpacks to', () => {
    expect(readZipClaim(zip([5, 700]))).toEqual({ entries: 2, unpackedBytes: 705 });
    expect(readZipClaim(zip([0xffffffff]))).toBeUndefined();
    expect(readZipClaim(zip([5]).subarray(1))).toBeUndefined();
    expect(readZipClaim(new Uint8Array(10))).toBeUndefined();
  });
});

/** The directory of a zip file without its contents. */
function zip(sizes: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(sizes.length * 46 + 22);
  const view = new DataView(bytes.buffer);
  sizes.forEach((size, i) => {
    view.setUint32(i * 46, 0x02014b50, true);
    view.setUint32(i * 46 + 24, size, true);
  });
  const end = sizes.length * 46;
  view.setUint32(end, 0x06054b50, true);
  view.setUint16(end + 10, sizes.length, true);
  return bytes;
}
