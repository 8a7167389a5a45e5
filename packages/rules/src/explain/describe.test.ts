import { describe, expect, test } from 'vitest';
import { createRandom } from '../../testing/random.ts';
import { randomPolicy } from '../../testing/random-policy.ts';
import { shippedPolicies } from '../../testing/shipped.ts';
import type { Locale } from '../messages/index.ts';
import type { Expr, FactDef, PolicyDoc, Pred } from '../policy/document.ts';
import { walkDoc } from '../policy/walk.ts';
import { describeNode } from './describe.ts';
import type { Describable } from './node-at.ts';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const fact = (id: string, zh: string, en: string, more: Partial<FactDef>): FactDef => ({
  id,
  label: text(zh, en),
  type: 'money',
  ifMissing: 'ask',
  ...more,
});

const doc: PolicyDoc = {
  schema: 1,
  id: 'words',
  version: '1',
  status: 'published',
  inForce: { from: '2020-01-01' },
  applies: 'filing',
  facts: [
    fact('revenue', '营业收入', 'revenue', { type: 'series', unit: 'CNY' }),
    fact('rd', '研发费用', 'R&D spending', {}),
    fact('paid', '已获奖补', 'money received', {}),
    fact('staff', '职工总数', 'staff', { type: 'int', unit: 'people' }),
    fact('science', '科技人员', 'science staff', { type: 'int', unit: 'people', partOf: 'staff' }),
    fact('listed', '已上市', 'Listed', { type: 'bool' }),
    fact('founded', '成立日期', 'the date of registration', { type: 'date' }),
    fact('opened', '启用日期', 'the opening day', { type: 'date' }),
    fact('usd', '估值（美元）', 'valuation in USD', { unit: 'USD' }),
    fact('field', '所属领域', 'Field', {
      type: 'enum',
      domain: {
        values: [
          { id: 'a', label: text('新材料', 'new materials') },
          { id: 'b', label: text('生物', 'biology') },
        ],
      },
    }),
    fact('awards', '科技奖励', 'science awards', {
      type: 'list',
      fields: [
        fact('level', '级别', 'level', {
          type: 'enum',
          domain: { values: [{ id: 'n', label: text('国家级', 'national') }] },
        }),
      ],
    }),
  ],
  params: [
    {
      id: 'cap',
      label: text('补助上限', 'ceiling'),
      unit: 'CNY',
      values: [{ from: '2020-01-01', value: '5000000', cite: [] }],
    },
    {
      id: 'rate',
      label: text('补助比例', 'rate'),
      unit: 'ratio',
      values: [
        { from: '2020-01-01', to: '2024-12-31', value: '0.2', cite: [] },
        { from: '2025-01-01', value: '0.3', cite: [] },
      ],
    },
  ],
  tiers: [],
  pick: 'highest',
  awards: [],
  stacks: [],
  pools: [],
};
const rev: Expr = { k: 'fact', fact: 'revenue', year: 'T' };
const rd: Expr = { k: 'fact', fact: 'rd' };
const pct = (value: string): Expr => ({ k: 'lit', value, unit: 'ratio' });
const cny = (value: string): Expr => ({ k: 'lit', value, unit: 'CNY' });
const growth = (how: 'cagr' | 'meanYoY' | 'minYoY', years: number): Expr => ({
  k: 'growth',
  how,
  series: 'revenue',
  years,
  badBase: 'fail',
});
const cmp = (a: Expr, op: 'ge' | 'gt' | 'le' | 'lt' | 'eq' | 'ne', b: Expr): Pred => ({ k: 'cmp', op, a, b });
const listed: Pred = { k: 'in', fact: 'listed', values: ['true'] };

/** Rule → words in both languages. */
const RULES: readonly (readonly [Describable, string, string])[] = [
  [
    cmp(growth('cagr', 2), 'gt', pct('0.2')),
    '近两年营业收入年均复合增长率高于 20%',
    'compound annual growth of revenue over the last two years is more than 20%',
  ],
  [
    cmp(rev, 'ge', cny('30000000')),
    '上一年度营业收入不低于 3,000 万元',
    'revenue in the last fiscal year is at least CNY 30 million',
  ],
  [
    cmp({ k: 'fact', fact: 'usd' }, 'ge', { k: 'lit', value: '1000000000', unit: 'USD' }),
    '估值（美元）不低于 10 亿美元',
    'valuation in USD is at least USD 1 billion',
  ],
  [
    cmp(rd, 'ge', { k: 'mul', of: [pct('6%'), rev] }),
    '研发费用不低于上一年度营业收入的 6%',
    'R&D spending is at least 6% of revenue in the last fiscal year',
  ],
  [
    cmp(
      { k: 'div', num: { k: 'fact', fact: 'science' }, den: { k: 'fact', fact: 'staff' }, whenZero: '0' },
      'lt',
      pct('0.3'),
    ),
    '科技人员占职工总数的比例低于 30%',
    'science staff as a share of staff is less than 30%',
  ],
  [
    cmp({ k: 'fact', fact: 'staff' }, 'le', { k: 'lit', value: '500', unit: 'people' }),
    '职工总数不超过 500 人',
    'staff is at most 500 people',
  ],
  [cmp(rd, 'eq', cny('0')), '研发费用等于 0 元', 'R&D spending is equal to CNY 0'],
  [
    cmp(rd, 'ne', { k: 'param', param: 'cap' }),
    '研发费用不等于补助上限（500 万元）',
    'R&D spending is other than ceiling (CNY 5 million)',
  ],
  [
    cmp({ k: 'span', from: 'founded', to: 'asOf', how: 'calendarYears' }, 'le', {
      k: 'lit',
      value: '10',
      unit: 'years',
    }),
    '自成立日期起的自然年数不超过 10 年',
    'calendar years since the date of registration is at most 10 years',
  ],
  [
    { k: 'span', from: 'founded', to: 'opened', how: 'days365' },
    '从成立日期到启用日期的年数（每年按 365 天计）',
    'years of 365 days from the date of registration to the opening day',
  ],
  [
    { k: 'fact', fact: 'revenue', year: 'T-2' },
    '上一年度之前第 2 年的营业收入',
    'revenue 2 years before the last fiscal year',
  ],
  [{ k: 'param', param: 'rate' }, '补助比例', 'rate'],
  [
    { k: 'add', of: [rd, rev] },
    '研发费用和上一年度营业收入合计',
    'the sum of R&D spending and revenue in the last fiscal year',
  ],
  [{ k: 'sub', of: [rd, cny('10000')] }, '研发费用减去 1 万元', 'R&D spending less CNY 10,000'],
  [{ k: 'min', of: [rd, cny('10000')] }, '研发费用和 1 万元中的较低者', 'the lower of R&D spending and CNY 10,000'],
  [{ k: 'max', of: [rd, cny('10000')] }, '研发费用和 1 万元中的较高者', 'the higher of R&D spending and CNY 10,000'],
  [{ k: 'neg', of: rd }, '研发费用的相反数', 'minus R&D spending'],
  [
    { k: 'round', of: rd, mode: 'down', step: '10000' },
    '研发费用（舍去尾数到 1 万元）',
    'R&D spending (rounded down to CNY 10,000)',
  ],
  [growth('cagr', 1), '营业收入比上年增长率', 'growth of revenue on the year before'],
  [growth('meanYoY', 3), '近三年营业收入年增长率的平均值', 'mean yearly growth of revenue over the last three years'],
  [growth('minYoY', 2), '近两年各年营业收入增长率的最低值', 'growth of revenue in the weakest of the last two years'],
  [
    { k: 'agg', how: 'mean', series: 'revenue', last: 4 },
    '近四年营业收入平均值',
    'mean revenue over the last four years',
  ],
  [
    { k: 'fx', of: { k: 'fact', fact: 'usd' }, to: 'CNY', rate: { k: 'lit', value: '7.1', unit: 'none' } },
    '估值（美元）（按汇率 7.1 折合人民币）',
    'valuation in USD (in CNY at a rate of 7.1)',
  ],
  [
    { k: 'cond', if: listed, then: cny('0'), else: rd },
    '如“已上市”为“是”，按 0 元计；否则按研发费用计',
    'if “Listed” is “yes”: CNY 0; otherwise: R&D spending',
  ],
  [
    {
      k: 'milestone',
      of: rev,
      paidBefore: 'paid',
      rows: [
        { ge: '1000000000', out: '300000' },
        { ge: '100000000', out: '100000' },
      ],
    },
    '上一年度营业收入达到的档次金额，扣除已获奖补（不低于 10 亿元为 30 万元；不低于 1 亿元为 10 万元）',
    'the amount of the step reached by revenue in the last fiscal year, less money received (at least CNY 1 billion: CNY 300,000; at least CNY 100 million: CNY 100,000)',
  ],
  [
    { k: 'bands', of: rd, unit: 'points', rows: [{ ge: '1000000', out: '20' }, { gt: '0', out: '5' }, { out: '0' }] },
    '研发费用：不低于 100 万元得 20 分；高于 0 元得 5 分；其余得 0 分',
    'R&D spending – at least CNY 1 million: 20 points; more than CNY 0: 5 points; otherwise: 0 points',
  ],
  [
    { k: 'bandsBy', by: rd, rows: [{ ge: '10000', use: pct('0.2') }, { use: pct('0.1') }] },
    '按研发费用分档：不低于 1 万元时，20%；其余时，10%',
    'by R&D spending – at least CNY 10,000: 20%; otherwise: 10%',
  ],
  [
    { k: 'table', hit: 'first', unit: 'points', otherwise: '0', rows: [{ when: listed, out: '10' }] },
    '按最先符合的情形：“已上市”为“是”：10 分；其余得 0 分',
    'by the first case that applies – “Listed” is “yes”: 10 points; otherwise: 0 points',
  ],
  [
    {
      k: 'marginal',
      of: rd,
      unit: 'CNY',
      rows: [
        { ge: '1000000', out: '0.1' },
        { ge: '0', out: '0.2' },
      ],
    },
    '研发费用分段累计：超过 0 元的部分按 20%；超过 100 万元的部分按 10%',
    'R&D spending, slice by slice – the part above CNY 0 at 20%; the part above CNY 1 million at 10%',
  ],
  [
    {
      k: 'linear',
      of: rd,
      unit: 'points',
      rows: [
        { ge: '1000000', out: '20' },
        { ge: '0', out: '0' },
      ],
    },
    '研发费用在各档之间按直线计算：0 元对应 0 分；100 万元对应 20 分',
    'R&D spending, along straight lines – CNY 0 gives 0 points; CNY 1 million gives 20 points',
  ],
  [
    {
      k: 'indicator',
      id: 'i',
      label: text('人员指标', 'People'),
      full: '20',
      of: { k: 'bonus', when: listed, out: '5' },
    },
    '人员指标（满分 20 分）：“已上市”为“是”，加 5 分',
    'People (up to 20 points): “Listed” is “yes”: 5 points extra',
  ],
  [
    { k: 'sum', cap: '100', of: [{ k: 'indicator', id: 'i', label: text('人员指标', 'People'), full: '20', of: rd }] },
    '以下各项相加：人员指标（20 分）（最高 100 分）',
    'all of these added up: People(20 points) (at most 100 points)',
  ],
  [
    { k: 'bestOf', of: [rd, rev] },
    '以下各项取最高：研发费用；上一年度营业收入',
    'the highest of these: R&D spending; revenue in the last fiscal year',
  ],
  [{ k: 'in', fact: 'listed', values: ['false'] }, '“已上市”为“否”', '“Listed” is “no”'],
  [{ k: 'in', fact: 'field', values: ['a'] }, '所属领域为“新材料”', 'Field is “new materials”'],
  [
    { k: 'in', fact: 'field', values: ['a', 'b'] },
    '所属领域为“新材料或生物”之一',
    'Field is one of “new materials or biology”',
  ],
  [
    { k: 'all', of: [listed, { k: 'any', of: [listed, listed] }] },
    '同时满足：“已上市”为“是”；（满足以下任一条件：“已上市”为“是”；“已上市”为“是”）',
    'all of these: “Listed” is “yes”; (any of these: “Listed” is “yes”; “Listed” is “yes”)',
  ],
  [{ k: 'not', of: listed }, '不符合以下情形：“已上市”为“是”', 'not the case that “Listed” is “yes”'],
  [
    { k: 'atLeast', n: 2, of: [listed, listed, listed] },
    '以下条件至少满足 2 项：“已上市”为“是”；“已上市”为“是”；“已上市”为“是”',
    'at least 2 of these: “Listed” is “yes”; “Listed” is “yes”; “Listed” is “yes”',
  ],
  [
    { k: 'exists', list: 'awards', withinYears: 5, where: { k: 'in', fact: 'item.level', values: ['n'] } },
    '近五年内至少有 1 项科技奖励符合：级别为“国家级”',
    'within the last five years, at least 1 of science awards with level is “national”',
  ],
  [{ k: 'provided', fact: 'rd' }, '已提供研发费用', 'R&D spending has been supplied'],
  [
    { k: 'judgement', id: 'j', question: text('是否处于行业前列', 'Is it among the leaders?') },
    '由人工判断：是否处于行业前列',
    'a person decides: Is it among the leaders?',
  ],
  [
    { kind: 'year', max: { k: 'param', param: 'cap' }, used: 'paid' },
    '每年最高 500 万元（已获奖补计算在内）',
    'at most CNY 5 million a year (counting money received)',
  ],
];

describe('describeNode', () => {
  test.each(RULES.map(([node, zh, en]) => [zh, en, node] as const))('%s', (zh, en, node) => {
    expect(describeNode(doc, node, 'zh-CN')).toBe(zh);
    expect(describeNode(doc, node, 'en')).toBe(en);
  });

  test('with dates the fiscal years are named', () => {
    const dates = { filing: '2026-05-01', decision: '2026-06-01' };
    expect(describeNode(doc, rev, 'zh-CN', dates)).toBe('2025 年营业收入');
    expect(describeNode(doc, growth('cagr', 2), 'zh-CN', dates)).toBe('2023—2025 年营业收入年均复合增长率');
    expect(describeNode(doc, growth('meanYoY', 2), 'en', dates)).toBe('mean yearly growth of revenue, 2024–2025');
    expect(describeNode(doc, { k: 'agg', how: 'sum', series: 'revenue', last: 3 }, 'zh-CN', dates)).toBe(
      '2023—2025 年营业收入合计',
    );
  });

  test('every kind of node is in the table above', () => {
    const kinds = new Set(RULES.flatMap(([node]) => kindsIn(node)));
    const shipped = new Set(shippedPolicies().flatMap((p) => kindsOf(p.doc)));
    const random = createRandom(3);
    const generated = Array.from({ length: 60 }, () => kindsOf(randomPolicy(random))).flat();
    expect([...new Set([...shipped, ...generated])].filter((k) => !kinds.has(k))).toEqual([]);
  });

  test('every part of every shipped policy reads without a gap', () => {
    for (const { doc: shipped } of shippedPolicies()) {
      for (const locale of LOCALES)
        for (const said of everything(shipped, locale)) expect(said).not.toMatch(/\{|\}|rule\.|undefined|^$/);
    }
  });

  test('tiers, gates, vetoes, routes, awards, stacks and pools of generated policies have words', () => {
    const random = createRandom(11);
    for (let i = 0; i < 100; i++) {
      const generated = randomPolicy(random);
      for (const locale of LOCALES)
        for (const said of everything(generated, locale)) expect(said).not.toMatch(/\{|\}|rule\.|undefined|^$/);
    }
  });
});

const kindsIn = (node: object): readonly string[] => {
  const own = 'k' in node && typeof node.k === 'string' ? [node.k] : [];
  return [
    ...own,
    ...Object.values(node).flatMap((x) => (typeof x === 'object' && x !== null ? kindsIn(x as object) : [])),
  ];
};

function kindsOf(of: PolicyDoc): readonly string[] {
  const kinds: string[] = [];
  walkDoc(of, (node) => kinds.push(node.k));
  return kinds;
}

function everything(of: PolicyDoc, locale: Locale): readonly string[] {
  const parts: Describable[] = [...of.awards, ...of.stacks, ...of.pools, ...of.awards.flatMap((a) => a.caps ?? [])];
  for (const tier of of.tiers) parts.push(tier, ...tier.gates, ...tier.vetoes, ...tier.routes);
  walkDoc(of, (node, path) => {
    if (!path.includes('.where')) parts.push(node);
  });
  return parts.map((part) => describeNode(of, part, locale));
}
