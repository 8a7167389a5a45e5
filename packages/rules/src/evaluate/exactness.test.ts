import { describe, expect, test } from 'vitest';
import type { Expr, FactDef, PolicyDoc, Pred, Score } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { codegen } from './codegen.ts';
import { compile } from './compile.ts';
import { ParamNotInForce } from './param.ts';

const DATES: Dates = { decision: '2026-06-15', fiscalYearEnd: '2025-12-31' };
const TARGETS = ['reference', 'closure', codegen] as const;
const lit = (value: string): Expr => ({ k: 'lit', value, unit: 'none' });
const fact = (id: string, type: FactDef['type'], more: Partial<FactDef> = {}): FactDef => ({
  id,
  type,
  ifMissing: 'ask',
  ...more,
});
const FACTS: readonly FactDef[] = [
  fact('revenue', 'series', { unit: 'CNY', domain: { min: '0' } }),
  fact('profit', 'series', { unit: 'CNY' }),
  fact('research', 'money'),
  fact('sales', 'money', { domain: { min: '0' } }),
  fact('paid', 'money', { ifMissing: { assume: '0', why: {} } }),
  fact('veto', 'bool', { ifMissing: { assume: false, why: {} } }),
  fact('title', 'bool', { ifMissing: 'fail' }),
  fact('grant', 'money', { ifMissing: 'fail' }),
];

function policy(when: Pred, more: Partial<PolicyDoc> = {}): PolicyDoc {
  return {
    schema: 1,
    id: 'p',
    version: '1',
    status: 'published',
    inForce: { from: '2020-01-01' },
    applies: 'decision',
    facts: FACTS,
    params: [],
    tiers: [{ id: 't', gates: [], vetoes: [], routes: [{ id: 'r', k: 'criteria', when }] }],
    pick: 'highest',
    awards: [],
    stacks: [],
    pools: [],
    ...more,
  };
}

const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
/** Years up to 2025, each in 分. */
const years = (...fen: readonly bigint[]): Facts['revenue'] => ({
  known: Object.fromEntries(fen.map((x, i) => [String(2026 - fen.length + i), yuan(x)])),
});
const growth = (how: 'cagr' | 'meanYoY' | 'minYoY', n: number): Expr => ({
  k: 'growth',
  how,
  series: 'revenue',
  years: n,
  badBase: 'fail',
});
const cmp = (a: Expr, op: 'ge' | 'gt' | 'lt' | 'ne', b: string): Pred => ({ k: 'cmp', op, a, b: lit(b) });

/** The verdict of every target; all of them must say the same. */
function verdict(when: Pred, facts: Facts): string {
  const all = TARGETS.map((target) => compile(policy(when), DATES, { target }).evaluate(facts).tiers[0]?.outcome ?? '');
  expect(new Set(all).size).toBe(1);
  return all[0] ?? '';
}

// 1728 times the scale, in 分: from 17.28 yuan to beyond 10^15 分.
const SCALES = [1n, 7n, 1000n, 10n ** 6n, 123_456_789n, 10n ** 9n, 10n ** 11n, 10n ** 12n];

describe.each(SCALES)('exactly on the threshold and one 分 below, × %s', (scale) => {
  const at = (...list: readonly number[]): readonly bigint[] => list.map((x) => BigInt(x) * scale);
  const oneLess = (list: readonly bigint[]): readonly bigint[] =>
    list.map((x, i) => (i === list.length - 1 ? x - 1n : x));

  test('20 % CAGR over three years as 1000 → 1200 → 1440 → 1728', () => {
    const list = at(1000, 1200, 1440, 1728);
    expect(verdict(cmp(growth('cagr', 3), 'ge', '20%'), { revenue: years(...list) })).toBe('yes');
    expect(verdict(cmp(growth('cagr', 3), 'gt', '20%'), { revenue: years(...list) })).toBe('no');
    expect(verdict(cmp(growth('cagr', 3), 'ge', '20%'), { revenue: years(...oneLess(list)) })).toBe('no');
    expect(verdict(cmp(growth('cagr', 3), 'lt', '20%'), { revenue: years(...oneLess(list)) })).toBe('yes');
  });

  test('mean growth ½(1.15 + 1.15) − 1 ≥ 15 %, and each year ≥ 15 %', () => {
    const list = at(10_000, 11_500, 13_225);
    for (const how of ['meanYoY', 'minYoY'] as const) {
      expect(verdict(cmp(growth(how, 2), 'ge', '15%'), { revenue: years(...list) })).toBe('yes');
      expect(verdict(cmp(growth(how, 2), 'gt', '0.15'), { revenue: years(...list) })).toBe('no');
      expect(verdict(cmp(growth(how, 2), 'ge', '15%'), { revenue: years(...oneLess(list)) })).toBe('no');
    }
  });

  test('a share at the band edge, 6 % of sales and the odd 2/37', () => {
    const share: Expr = {
      k: 'div',
      num: { k: 'fact', fact: 'research' },
      den: { k: 'fact', fact: 'sales' },
      whenZero: 'notApplicable',
    };
    const of = (research: bigint, sales: bigint): Facts => ({
      research: { known: yuan(research) },
      sales: { known: yuan(sales) },
    });
    for (const [bound, n, d] of [
      ['6%', 6n, 100n],
      ['2/37', 2n, 37n],
    ] as const) {
      expect(verdict(cmp(share, 'ge', bound), of(n * scale, d * scale))).toBe('yes');
      expect(verdict(cmp(share, 'gt', bound), of(n * scale, d * scale))).toBe('no');
      expect(verdict(cmp(share, 'ge', bound), of(n * scale - 1n, d * scale))).toBe('no');
    }
    const score: Score = {
      k: 'bands',
      of: share,
      unit: 'points',
      rows: [{ ge: '6%', out: '50' }, { ge: '5%', out: '40' }, { out: '7.5' }],
    };
    const points = (p: string): Pred => ({ k: 'cmp', op: 'eq', a: score, b: lit(p) });
    expect(verdict(points('50'), of(6n * scale, 100n * scale))).toBe('yes');
    expect(verdict(points('40'), of(6n * scale - 1n, 100n * scale))).toBe('yes');
    expect(verdict(points('7.5'), of(5n * scale - 1n, 100n * scale))).toBe('yes');
  });
});

test('mean growth of unequal years exactly on the threshold, where doubles would round their products', () => {
  const when = (op: 'ge' | 'gt'): Pred => cmp(growth('meanYoY', 3), op, '20%');
  const programs = TARGETS.flatMap((target) =>
    (['ge', 'gt'] as const).map((op) => ({ op, program: compile(policy(when(op)), DATES, { target }) })),
  );
  for (let i = 1n; i <= 300n; i++) {
    const k = i * 7_654_321n + 13n;
    // 1.1, 1.2 and 1.3 times the year before; a whole number of 分 at every step.
    const exact = [1000n * k, 1100n * k, 1320n * k, 1716n * k] as const;
    const below = [exact[0], exact[1], exact[2], exact[3] - 1n] as const;
    for (const { op, program } of programs) {
      expect(program.evaluate({ revenue: years(...exact) }).best).toBe(op === 'ge' ? 't' : undefined);
      expect(program.evaluate({ revenue: years(...below) }).best).toBeUndefined();
    }
  }
});

describe('what stays on the fast path', () => {
  const revenue = years(100n, 100n, 100n, 100n);
  const prepared = (when: Pred, facts: Facts) => compile(policy(when), DATES).prepare(facts);

  test('a fact taken by assumption counts as known and is reported', () => {
    const when: Pred = { k: 'in', fact: 'veto', values: ['false'] };
    expect(prepared(when, {})).toBeDefined();
    const [tier] = compile(policy(when), DATES).evaluate({}).tiers;
    expect(tier).toMatchObject({ outcome: 'yes', assumed: ['veto'] });
  });

  test('a fact that does not apply, given or by "fail"', () => {
    const title: Pred = { k: 'in', fact: 'title', values: ['true'] };
    const grant = cmp({ k: 'fact', fact: 'grant' }, 'ne', '5');
    for (const when of [title, { k: 'not', of: title } as const, grant, { k: 'not', of: grant } as const]) {
      expect(prepared(when, {})).toBeDefined();
      const want = when.k === 'not' ? 'yes' : 'no';
      expect(verdict(when, {})).toBe(want);
      expect(verdict(when, { title: { state: 'notApplicable' }, grant: { state: 'notApplicable' } })).toBe(want);
    }
  });

  test('an unknown, a disputed and a too large figure go to the reference', () => {
    const when = cmp({ k: 'fact', fact: 'sales' }, 'ge', '5');
    expect(prepared(when, { revenue: revenue ?? { state: 'unknown' } })).toBeUndefined();
    expect(prepared(when, { sales: { state: 'unknown' } })).toBeUndefined();
    expect(prepared(when, { sales: { disputed: ['1', '9'] } })).toBeUndefined();
    expect(prepared(when, { sales: { known: '99999999999.99' } })).toBeDefined();
    expect(prepared(when, { sales: { known: '100000000000.00' } })).toBeDefined();
    expect(prepared(when, { sales: { known: '100000000000.01' } })).toBeUndefined();
    expect(verdict(when, { sales: { known: '100000000000.01' } })).toBe('yes');
  });
});

test('a parameter without a value on the day stops the compilation, for every target', () => {
  const doc = policy(cmp({ k: 'param', param: 'rate' }, 'ge', '0'), {
    params: [{ id: 'rate', unit: 'ratio', values: [{ from: '2020-01-01', to: '2026-06-14', value: '1', cite: [] }] }],
  });
  for (const target of TARGETS) {
    expect(() => compile(doc, DATES, { target })).toThrow(ParamNotInForce);
    expect(() => compile(doc, { decision: '2026-06-14' }, { target })).not.toThrow();
  }
});

test('a policy only the reference can judge exactly still compiles', () => {
  const two = policy({ k: 'cmp', op: 'ge', a: growth('cagr', 3), b: growth('cagr', 2) });
  expect(compile(two, DATES).target).toBe('reference');
});
