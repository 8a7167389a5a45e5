import type {
  Award,
  Band,
  Bound,
  CmpOp,
  Expr,
  PolicyDoc,
  Pool,
  Pred,
  Route,
  Score,
  Stack,
  Tier,
} from '../src/policy/document.ts';
import type { Random } from './random.ts';
import { TEST_FACTS, text } from './test-facts.ts';

export { TEST_DATES, TEST_FACTS } from './test-facts.ts';

const BOOLS = ['b1', 'b2', 'b3'];
const NUMBERS = ['i1', 'i2', 'i3', 'x1', 'x2', 'm1', 'm2', 'm3'];
const SERIES = ['s1', 's2', 's3'];
const LITS = ['0', '1', '3', '10', '0.2', '15%', '1/3', '2/37', '1000', '1728', '30000000', '-0.1', '6%'];
const OUTS = ['0', '4', '8', '10', '12.5', '20', '50'];
const OPS: readonly CmpOp[] = ['lt', 'le', 'eq', 'ne', 'ge', 'gt'];

/** A policy over `TEST_FACTS` with every node kind in reach. It need not make sense; it must have a meaning. */
export function randomPolicy(random: Random): PolicyDoc {
  const make = nodesOf(random);
  const tiers = random.many(1, 3, () => 0).map((_, i) => make.tier(`t${i}`));
  const awards = random.many(0, 4, () => 0).map((_, i) => make.award(`a${i}`, tiers));
  return {
    schema: 1,
    id: 'generated',
    label: text('generated'),
    version: '1',
    status: 'published',
    inForce: { from: '2020-01-01' },
    applies: 'decision',
    facts: TEST_FACTS,
    params: [{ id: 'p1', unit: 'CNY', values: [{ from: '2020-01-01', value: random.pick(LITS), cite: [] }] }],
    tiers,
    pick: 'highest',
    awards,
    stacks: make.stacks(awards),
    pools: make.pools(awards),
  };
}

function nodesOf(random: Random) {
  let n = 0;
  const id = (): string => `n${n++}`;
  const lit = (): Expr => ({ k: 'lit', value: random.pick(LITS), unit: 'none' });
  const leaf = (): Expr => {
    const kind = random.int(8);
    if (kind < 2) return lit();
    if (kind < 5) return { k: 'fact', fact: random.pick(NUMBERS) };
    if (kind < 6) return { k: 'fact', fact: random.pick(SERIES), year: random.pick(['T', 'T-1', 'T-2'] as const) };
    if (kind < 7) return { k: 'param', param: 'p1' };
    return {
      k: 'agg',
      how: random.pick(['sum', 'mean', 'min', 'max'] as const),
      series: random.pick(SERIES),
      last: 1 + random.int(4),
    };
  };
  const rows = (otherwise: boolean): Band[] => {
    const bounds = [
      ...new Set(random.many(1, 4, () => random.pick(['0', '1', '3', '10', '0.2', '1/3', '1000', '1728', '30000000']))),
    ];
    const order = bounds.sort((a, b) => ratioOf(b) - ratioOf(a));
    const bounded = order.map(
      (b): Band => (random.chance(50) ? { ge: b, out: random.pick(OUTS) } : { gt: b, out: random.pick(OUTS) }),
    );
    return otherwise ? [...bounded, { out: random.pick(OUTS) }] : bounded;
  };
  const growth = (): Expr => ({
    k: 'growth',
    how: random.pick(['cagr', 'meanYoY', 'minYoY'] as const),
    series: random.pick(SERIES),
    years: 1 + random.int(3),
    badBase: random.pick(['zero', 'fail', 'useNext'] as const),
  });
  /** A value that is only compared or banded. */
  const compared = (depth: number): Expr => (random.chance(20) ? growth() : expr(depth));
  const some = (depth: number): Expr[] => random.many(1, 3, () => expr(depth - 1));
  const preds = (depth: number): Pred[] => random.many(1, 3, () => pred(depth - 1));

  const makers: readonly ((d: number) => Expr)[] = [
    (d) => ({ k: random.pick(['add', 'sub', 'mul', 'min', 'max'] as const), of: some(d) }),
    (d) => ({ k: 'neg', of: expr(d - 1) }),
    (d) => ({
      k: 'div',
      num: expr(d - 1),
      den: expr(d - 1),
      whenZero: random.pick(['unknown', 'notApplicable', '0', '1'] as const),
    }),
    (d) => ({
      k: 'round',
      of: expr(d - 1),
      mode: random.pick(['halfUp', 'halfEven', 'up', 'down'] as const),
      step: random.pick(['1', '0.01', '1000', '1/3']),
    }),
    () => ({
      k: 'span',
      from: random.pick(['d1', 'd2']),
      to: random.pick(['asOf', 'd1']),
      how: random.pick(['calendarYears', 'anniversaryYears', 'anniversaryMonths', 'days', 'days365'] as const),
    }),
    (d) => ({ k: 'fx', of: expr(d - 1), to: 'CNY', rate: lit() }),
    (d) => ({ k: 'cond', if: pred(d - 1), then: expr(d - 1), else: expr(d - 1) }),
    (d) => ({ k: 'milestone', of: compared(d - 1), paidBefore: random.pick(['m1', 'm3']), rows: rows(true) }),
    (d) => score(d),
    (d) => score(d),
  ];
  function expr(depth: number): Expr {
    return depth <= 0 || random.chance(25) ? leaf() : random.pick(makers)(depth);
  }
  function score(d: number): Score {
    const kind = random.int(9);
    if (kind === 0) return { k: 'bands', of: compared(d - 1), rows: rows(random.chance(90)), unit: 'points' };
    if (kind === 1)
      return {
        k: 'bandsBy',
        by: compared(d - 1),
        rows: rows(true).map(({ out: _, ...row }) => ({ ...row, use: expr(d - 1) })),
      };
    if (kind === 2)
      return {
        k: 'table',
        hit: random.pick(['unique', 'first', 'maxOut', 'sumOut'] as const),
        rows: random.many(1, 3, () => ({ when: pred(d - 1), out: random.pick(OUTS) })),
        otherwise: random.pick(OUTS),
        unit: 'points',
      };
    if (kind === 3) return { k: 'marginal', of: expr(d - 1), rows: rows(random.chance(50)), unit: 'CNY' };
    if (kind === 4) return { k: 'linear', of: expr(d - 1), rows: rows(false), unit: 'points' };
    if (kind === 5) return { k: 'indicator', id: id(), full: random.pick(['10', '20', '50']), of: expr(d - 1) };
    if (kind === 6)
      return { k: 'bonus', when: pred(d - 1), out: random.pick(OUTS), ...(random.chance(50) ? { cap: '10' } : {}) };
    return {
      k: kind === 7 ? 'sum' : 'bestOf',
      of: some(d),
      ...(random.chance(50) ? { cap: random.pick(['10', '60']) } : {}),
    };
  }
  const inItem = (): Pred =>
    random.pick<Pred>([
      { k: 'in', fact: 'item.level', values: ['a', 'b'] },
      {
        k: 'cmp',
        op: random.pick(OPS),
        a: { k: 'fact', fact: 'item.rank' },
        b: { k: 'lit', value: '3', unit: 'count' },
      },
      {
        k: 'all',
        of: [
          { k: 'in', fact: 'item.level', values: ['c'] },
          { k: 'cmp', op: 'ge', a: { k: 'fact', fact: 'item.worth' }, b: { k: 'fact', fact: 'm1' } },
        ],
      },
    ]);
  const predMakers: readonly ((d: number) => Pred)[] = [
    (d) => ({ k: random.pick(['all', 'any'] as const), of: preds(d) }),
    (d) => ({ k: 'not', of: pred(d - 1) }),
    (d) => ({ k: 'atLeast', n: 1 + random.int(2), of: preds(d) }),
    (d) => ({ k: 'cmp', op: random.pick(OPS), a: compared(d - 1), b: expr(d - 1) }),
  ];
  const leafPred = (): Pred => {
    const kind = random.int(8);
    if (kind < 3) return { k: 'cmp', op: random.pick(OPS), a: random.chance(30) ? growth() : leaf(), b: lit() };
    if (kind < 4) return { k: 'in', fact: random.pick(BOOLS), values: [random.pick(['true', 'false'])] };
    if (kind < 5) return { k: 'in', fact: 'e1', values: random.many(1, 2, () => random.pick(['a', 'b', 'c'])) };
    if (kind < 6)
      return {
        k: 'exists',
        list: 'l1',
        where: inItem(),
        ...(random.chance(40) ? { min: 2 } : {}),
        ...(random.chance(40) ? { withinYears: 5 } : {}),
      };
    if (kind < 7) return { k: 'provided', fact: random.pick(['b1', 'b2', 'm2', 'l1', 'd2']) };
    return { k: 'judgement', id: random.pick(['j1', 'j2']), question: text('?') };
  };
  function pred(depth: number): Pred {
    return depth <= 0 || random.chance(40) ? leafPred() : random.pick(predMakers)(depth);
  }
  const bound = (): Bound => (random.chance(50) ? { ge: random.pick(['10', '60']) } : { gt: random.pick(['0', '20']) });
  const route = (): Route => {
    if (random.chance(60))
      return { k: random.pick(['direct', 'criteria', 'negotiated'] as const), id: id(), when: pred(2) };
    const parts = random.many(1, 3, (): Score & { id: string } => ({
      k: 'indicator',
      id: id(),
      full: random.pick(['20', '50']),
      of: expr(2),
    }));
    const [first] = parts;
    return {
      k: 'scored',
      id: id(),
      score: { k: 'sum', of: parts },
      pass: bound(),
      ...(first && random.chance(60) ? { floors: [{ indicator: first.id, ...bound() }] } : {}),
    };
  };
  return {
    tier: (tierId: string): Tier => ({
      id: tierId,
      gates: random.many(0, 2, () => ({ id: id(), when: pred(2) })),
      vetoes: random.many(0, 1, () => ({ id: id(), when: pred(1) })),
      routes: random.many(1, 3, route),
    }),
    award: (awardId: string, tiers: readonly Tier[]): Award => ({
      id: awardId,
      for: random.chance(50) ? random.pick(tiers).id : pred(2),
      ...(random.chance(85) ? { pay: expr(2) } : {}),
      ...(random.chance(25)
        ? {
            match: {
              upstream: random.pick(['m1', 'm2']),
              ratio: random.pick(['0.5', '1', '1/3']),
              ...(random.chance(50) ? { cap: '1000' } : {}),
            },
          }
        : {}),
      ...(random.chance(50)
        ? {
            caps: random.many(1, 2, () => ({
              kind: random.pick(['item', 'year', 'lifetime'] as const),
              max: random.chance(60) ? lit() : expr(1),
              ...(random.chance(40) ? { used: 'm3' } : {}),
            })),
          }
        : {}),
      ...(random.chance(30)
        ? { floorPay: { at: random.pick(['10', '1000']), below: random.pick(['none', 'raise'] as const) } }
        : {}),
      ...(random.chance(30) ? { share: { city: '1/3', district: '2/3' } } : {}),
      ...(random.chance(30)
        ? {
            tranches: [
              { pct: '50%', when: pred(1) },
              { pct: '0.3', when: pred(1) },
              { pct: '20%', when: pred(1) },
            ],
          }
        : {}),
    }),
    stacks: (awards: readonly Award[]): Stack[] => {
      if (awards.length < 2) return [];
      const rule = random.pick(['highestOf', 'topUp', 'first', 'sum'] as const);
      return [
        {
          id: 'st',
          awards: awards.slice(0, -1).map((a) => a.id),
          rule,
          ...(rule === 'topUp' ? { paidBefore: 'm3' } : {}),
          ...(rule === 'sum' && random.chance(60) ? { within: expr(1) } : {}),
        },
      ];
    },
    pools: (awards: readonly Award[]): Pool[] =>
      awards.length === 0
        ? []
        : [{ id: 'pool', budget: '50000', awards: awards.map((a) => a.id), order: [], method: 'rankFull' }],
  };
}

/** Only for ordering generated bounds. */
function ratioOf(s: string): number {
  const [p = '0', q = '1'] = s.split('/');
  return Number(p) / Number(q);
}
