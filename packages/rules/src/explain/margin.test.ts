import { describe, expect, test } from 'vitest';
import { createRandom } from '../../testing/random.ts';
import { randomFirm } from '../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../testing/random-policy.ts';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import { createReference } from '../evaluate/reference.ts';
import { add, compare, fromInt, num, type Rational, sign, subtract } from '../number/rational.ts';
import { baseYear } from '../policy/dates-of.ts';
import type { Expr, FactDef, PolicyDoc, Pred } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { changeBy, stepOf } from './change-fact.ts';
import type { Cmp } from './drivers.ts';
import { explain } from './explain.ts';
import type { ExplainNode, Margin } from './explanation.ts';
import { type Case, isNear, marginOf } from './margin.ts';
import { nodeAt } from './node-at.ts';
import { datesOn } from './wait-margin.ts';

const all = (node: ExplainNode): readonly ExplainNode[] => [node, ...node.kids.flatMap(all)];

/** The facts after using up a margin, `more` steps further. */
function moved(doc: PolicyDoc, dates: Dates, facts: Facts, m: Margin, more: number): Facts | undefined {
  const r = createReference(doc, dates, facts);
  const def = r.firm.def(m.fact ?? '') as FactDef;
  const year = baseYear(dates);
  const step: Rational = { n: stepOf(def).n * BigInt(more), d: stepOf(def).d };
  const driver = {
    fact: def.id,
    back: m.year === undefined ? 0 : year - m.year,
    ...(m.along === undefined ? {} : { along: m.along }),
  };
  return changeBy(r, facts, year, driver, add(num(m.factBy ?? '0'), step));
}

/** INVARIANT (a margin never lies): using it up turns the node, one step less (or, for what may be lost, more) does not. */
function checkMargins(doc: PolicyDoc, dates: Dates, facts: Facts): number {
  let checked = 0;
  for (const node of all(explain(doc, dates, facts).tree)) {
    if (node.kind !== 'cmp') continue;
    const rule = nodeAt(doc, node.path) as Pred;
    const holds = (f: Facts): boolean =>
      (createReference(doc, dates, f).truth(rule) === 'yes') !== (node.flipped ?? false);
    const m = node.up ?? node.down;
    if (m?.fact === undefined || m.factBy === undefined) continue;
    const enough = moved(doc, dates, facts, m, 0);
    expect(enough && holds(enough), node.path).toBe(true);
    const away = node.up ? -sign(num(m.factBy)) : losing(holds, doc, dates, facts, m);
    const beyond = moved(doc, dates, facts, m, away);
    if (beyond) expect(holds(beyond), `${node.path} one step`).toBe(false);
    checked++;
  }
  return checked;
}

/** The direction in which a margin that may be lost is used up. */
function losing(holds: (f: Facts) => boolean, doc: PolicyDoc, dates: Dates, facts: Facts, m: Margin): number {
  if (sign(num(m.factBy ?? '0')) !== 0) return sign(num(m.factBy ?? '0'));
  const less = moved(doc, dates, facts, m, -1);
  return less && !holds(less) ? -1 : 1;
}

describe('margins', () => {
  test('never lie, on generated policies and firms', () => {
    const random = createRandom(7);
    let checked = 0;
    for (let i = 0; i < 250; i++) {
      const doc = randomPolicy(random);
      for (let j = 0; j < 3; j++) checked += checkMargins(doc, TEST_DATES, randomFirm(random, doc, { known: 95 }));
    }
    expect(checked).toBeGreaterThan(200);
  }, 60_000);

  test('never lie, on every worked case of the shipped policies', () => {
    let checked = 0;
    for (const { doc, cases } of shippedPolicies())
      for (const c of cases) checked += checkMargins(doc, c.dates, factsOf(c.facts));
    expect(checked).toBeGreaterThan(500);
  }, 60_000);
});

// ── hand-made: exact figures ─────────────────────────────────────────────────────────────────────────────────────

const DATES: Dates = { filing: '2026-05-01', decision: '2026-06-01' };
const doc = (applies: PolicyDoc['applies'] = 'filing'): PolicyDoc => ({
  schema: 1,
  id: 'm',
  version: '1',
  status: 'published',
  inForce: { from: '2000-01-01' },
  applies,
  facts: [
    { id: 'staff', type: 'int', unit: 'people', ifMissing: 'ask' },
    { id: 'science', type: 'int', unit: 'people', ifMissing: 'ask', partOf: 'staff' },
    { id: 'revenue', type: 'series', unit: 'CNY', domain: { min: '0' }, ifMissing: 'ask' },
    { id: 'rd', type: 'money', domain: { min: '0' }, ifMissing: 'ask' },
    { id: 'founded', type: 'date', ifMissing: 'ask' },
  ],
  params: [],
  tiers: [],
  pick: 'highest',
  awards: [],
  stacks: [],
  pools: [],
});

function caseOf(facts: Facts, d: PolicyDoc = doc(), dates: Dates = DATES): Case {
  return { r: createReference(d, dates, facts), doc: d, dates, facts, year: baseYear(dates) };
}
const known = (value: string | Record<string, string>): Facts[string] => ({ known: value });
const lit = (value: string, unit: 'ratio' | 'people' | 'CNY' | 'years' | 'months' | 'days') =>
  ({ k: 'lit', value, unit }) as const;
const cmp = (a: Expr, op: Cmp['op'], b: Expr): Cmp => ({ k: 'cmp', op, a, b });
const fact = (id: string): Expr => ({ k: 'fact', fact: id });
const share: Expr = { k: 'div', num: fact('science'), den: fact('staff'), whenZero: 'notApplicable' };
const cagr: Expr = { k: 'growth', how: 'cagr', series: 'revenue', years: 2, badBase: 'fail' };

describe('the one fact to change', () => {
  test('science staff rise with all staff: 24 of 100 needs 9 more for 30%, and 4 for 27%', () => {
    const c = caseOf({ staff: known('100'), science: known('24') });
    expect(marginOf(c, cmp(share, 'ge', lit('0.3', 'ratio'))).up).toMatchObject({
      by: '0.06',
      fact: 'science',
      factBy: '9',
      along: 'staff',
    });
    expect(marginOf(c, cmp(share, 'ge', lit('0.27', 'ratio'))).up?.factBy).toBe('5');
    // 33/109 is just above 30 %; more than 33/109 needs one more.
    expect(marginOf(c, cmp(share, 'gt', lit('33/109', 'ratio'))).up?.factBy).toBe('10');
  });

  test('how many may leave: 31 of 100 keeps 30% until one has left', () => {
    const at = (science: string): string | undefined =>
      marginOf(caseOf({ staff: known('100'), science: known(science) }), cmp(share, 'ge', lit('0.3', 'ratio'))).down
        ?.factBy;
    expect([at('30'), at('31'), at('33')]).toEqual(['0', '-1', '-4']);
  });

  test('a ceiling asks for fewer', () => {
    const goal = cmp(fact('staff'), 'le', lit('500', 'people'));
    expect(marginOf(caseOf({ staff: known('503') }), goal).up).toMatchObject({ by: '3', factBy: '-3' });
    expect(marginOf(caseOf({ staff: known('500') }), goal).down).toMatchObject({ by: '0', factBy: '0' });
    expect(marginOf(caseOf({ staff: known('100') }), cmp(fact('staff'), 'gt', lit('100', 'people'))).up).toMatchObject({
      by: '1',
      factBy: '1',
    });
  });

  test('growth: the revenue that is exactly enough, to the 分', () => {
    const c = (end: string): Case =>
      caseOf({ revenue: known({ '2023': '10000000', '2024': '11000000', '2025': end }) });
    const goal = cmp(cagr, 'ge', lit('0.2', 'ratio'));
    expect(marginOf(c('14399999.99'), goal).up).toMatchObject({ fact: 'revenue', factBy: '0.01', year: 2025 });
    expect(marginOf(c('14400000'), goal).down).toMatchObject({ factBy: '0', by: '0' });
    expect(marginOf(c('14400000'), cmp(cagr, 'gt', lit('0.2', 'ratio'))).up?.factBy).toBe('0.01');
    expect(marginOf(c('12100000'), goal).up?.by).toBe('0.1');
    expect(marginOf(c('10000000'), cmp(cagr, 'ge', lit('1/3', 'ratio'))).up?.factBy).toBe('7777777.78');
  });

  test('mean of yearly ratios and the weakest year', () => {
    const facts = { revenue: known({ '2023': '1000', '2024': '1150', '2025': '1200' }) };
    const mean: Expr = { k: 'growth', how: 'meanYoY', series: 'revenue', years: 2, badBase: 'fail' };
    const least: Expr = { k: 'growth', how: 'minYoY', series: 'revenue', years: 2, badBase: 'fail' };
    expect(marginOf(caseOf(facts), cmp(mean, 'ge', lit('0.15', 'ratio'))).up?.factBy).toBe('122.5');
    expect(marginOf(caseOf(facts), cmp(least, 'ge', lit('0.1', 'ratio'))).up?.factBy).toBe('65');
    // The year before last is too weak whatever this year brings: no single change is offered.
    expect(marginOf(caseOf(facts), cmp(least, 'ge', lit('0.16', 'ratio'))).up?.fact).toBeUndefined();
  });

  test('a share of another figure', () => {
    const goal = cmp(fact('rd'), 'ge', {
      k: 'mul',
      of: [lit('6%', 'ratio'), { k: 'fact', fact: 'revenue', year: 'T' }],
    });
    const c = caseOf({ rd: known('100'), revenue: known({ '2025': '33333.33' }) });
    expect(marginOf(c, goal).up).toMatchObject({ fact: 'rd', factBy: '1900' });
    expect(compare(subtract(num('2000'), num('1999.9998')), fromInt(0))).toBe(1);
  });

  test('nothing is claimed where a figure is not known or the relation is not simple', () => {
    expect(marginOf(caseOf({ staff: known('100') }), cmp(share, 'ge', lit('0.3', 'ratio')))).toEqual({});
    const larger: Expr = { k: 'max', of: [fact('staff'), fact('science')] };
    const up = marginOf(caseOf({ staff: known('10'), science: known('3') }), cmp(larger, 'ge', lit('20', 'people'))).up;
    expect(up).toMatchObject({ by: '10' });
    expect(up?.fact).toBeUndefined();
  });
});

describe('isNear', () => {
  test.each([
    ['0.18', '0.2', 'ratio', true],
    ['0.1799', '0.2', 'ratio', false],
    ['0', '0', 'CNY', true],
    ['-0.01', '0', 'CNY', false],
  ] as const)('%s against %s %s: %s', (found, asked, unit, near) => {
    const wide = {
      ...doc(),
      facts: doc().facts.map((d) => (d.id === 'rd' ? ({ id: d.id, type: 'num', unit, ifMissing: 'ask' } as const) : d)),
    };
    const up = marginOf(
      caseOf({ rd: known(found) }, wide),
      cmp(fact('rd'), unit === 'CNY' ? 'gt' : 'ge', { k: 'lit', value: asked, unit }),
    ).up;
    expect(isNear(up, asked)).toBe(near);
  });

  test('one person short of a share counts, two do not', () => {
    const up = (science: string) =>
      marginOf(caseOf({ staff: known('10'), science: known(science) }), cmp(share, 'ge', lit('0.5', 'ratio'))).up;
    expect(up('4')?.factBy).toBe('2');
    expect(isNear(up('4'), '0.5')).toBe(false);
    const small = marginOf(
      caseOf({ staff: known('5'), science: known('2') }),
      cmp(share, 'ge', lit('0.5', 'ratio')),
    ).up;
    expect([small?.factBy, isNear(small, '0.5')]).toEqual(['1', true]);
  });
});

describe('waiting', () => {
  const age = (how: 'calendarYears' | 'anniversaryYears' | 'anniversaryMonths' | 'days' | 'days365'): Expr => ({
    k: 'span',
    from: 'founded',
    to: 'asOf',
    how,
  });
  const on = (founded: string, a: Expr, op: Cmp['op'], b: Expr, d = doc()): string | undefined => {
    const m = marginOf(caseOf({ founded: known(founded) }, d), cmp(a, op, b));
    return (m.up ?? m.down)?.on;
  };

  test('until an age is reached, by each way of counting', () => {
    expect(on('2024-08-15', age('calendarYears'), 'ge', lit('3', 'years'))).toBe('2027-01-01');
    expect(on('2024-08-15', age('anniversaryYears'), 'ge', lit('3', 'years'))).toBe('2027-08-15');
    expect(on('2024-02-29', age('anniversaryYears'), 'ge', lit('3', 'years'))).toBe('2027-02-28');
    expect(on('2026-01-31', age('anniversaryMonths'), 'gt', lit('3', 'months'))).toBe('2026-05-31');
    expect(on('2025-05-02', age('days'), 'ge', lit('365', 'days'))).toBe('2026-05-02');
    expect(on('2025-05-02', age('days365'), 'gt', lit('1', 'years'))).toBe('2026-05-03');
  });

  test('the last day of an age that may not be exceeded', () => {
    expect(on('2016-08-15', age('calendarYears'), 'le', lit('10', 'years'))).toBe('2026-12-31');
    expect(on('2016-08-15', age('anniversaryYears'), 'lt', lit('10', 'years'))).toBe('2026-08-14');
  });

  test('an age that is already too high does not come down by waiting', () => {
    expect(on('2000-08-15', age('calendarYears'), 'le', lit('10', 'years'))).toBeUndefined();
  });

  test('a policy that looks from the end of the fiscal year waits for one', () => {
    const d = doc('fiscalYearEnd');
    expect(on('2024-08-15', age('anniversaryYears'), 'ge', lit('3', 'years'), d)).toBe('2027-12-31');
    expect(datesOn(d, DATES, '2027-12-31')).toMatchObject({ fiscalYearEnd: '2027-12-31' });
  });
});
