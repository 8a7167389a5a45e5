import { describe, expect, test } from 'vitest';
import {
  age,
  all,
  any,
  award,
  bands,
  cmp,
  fact,
  gate,
  growth,
  indicator,
  is,
  lit,
  pool,
  route,
  scoring,
  smallPolicy,
  table,
  tier,
} from '../../testing/small-policy.ts';
import { text } from '../../testing/test-facts.ts';
import { hasMessage } from '../messages/index.ts';
import type { Award, PolicyDoc, Pred, Score } from '../policy/document.ts';
import { parsePolicy } from '../policy/parse.ts';
import { applyFix } from './apply-fix.ts';
import { checkPolicy } from './check-policy.ts';
import type { CheckOptions } from './context.ts';
import { type Finding, type FindingCode, findingCodes } from './finding.ts';
import { holdsAgain } from './witness.ts';

interface Case {
  readonly code: FindingCode;
  readonly bad: PolicyDoc;
  readonly good: PolicyDoc;
  readonly level: Finding['level'];
  readonly options?: CheckOptions;
  /** The witness is part of the finding. */
  readonly shown?: true;
  /** The fix can be carried out, and the finding is gone. */
  readonly mends?: true;
}

const rate = fact('rate');
const _staff = fact('staff');
const worth = fact('worth');
const years = (op: 'ge' | 'gt' | 'le' | 'lt', n: string): Pred => cmp(age, op, n, 'years');
const share = (op: 'ge' | 'gt' | 'le' | 'lt', n: string): Pred => cmp(rate, op, n, 'ratio');
const gated = (...whens: readonly Pred[]): PolicyDoc =>
  smallPolicy({ tiers: [tier('t', { gates: whens.map((when, i) => gate(`g${i}`, when)) })] });
const routed = (...whens: readonly Pred[]): PolicyDoc =>
  smallPolicy({ tiers: [tier('t', { routes: whens.map((when, i) => route(`r${i}`, when)) })] });
const paying = (parts: Partial<Award>, more: Partial<PolicyDoc> = {}): PolicyDoc =>
  smallPolicy({ awards: [award('a', parts)], ...more });
const row = (low: string, high: string): Pred => all(share('ge', low), share('le', high));
const marks = (most: string): Score => bands(rate, [{ ge: '0.5', out: most }, { out: '0' }]);
const local = { id: 'registeredInZone', label: text('在高新区注册'), type: 'bool', ifMissing: 'ask' } as const;
const flag = smallPolicy({}).facts.find((f) => f.id === 'flag');
const withFact = (more: Partial<PolicyDoc['facts'][number]>): PolicyDoc =>
  smallPolicy({
    facts: [...smallPolicy({}).facts, { ...local, ...more }],
    tiers: [tier('t', { gates: [gate('g', is(more.id ?? local.id))] })],
  });
const dated = (...values: readonly { readonly from: string; readonly to?: string }[]): PolicyDoc =>
  smallPolicy({
    inForce: { from: '2026-01-01', to: '2026-12-31' },
    params: [{ id: 'p', unit: 'CNY', values: values.map((v) => ({ ...v, value: '5', cite: [] })) }],
    tiers: [tier('t', { gates: [gate('g', { k: 'cmp', op: 'ge', a: worth, b: { k: 'param', param: 'p' } })] })],
  });
const inYears = (from: string, to?: string, version = '1'): PolicyDoc =>
  smallPolicy({ version, inForce: to === undefined ? { from } : { from, to } });
const milestone = (out: string): Award['pay'] => ({
  k: 'milestone',
  of: worth,
  paidBefore: 'paid',
  rows: [{ ge: '1000000', out }],
});
const stacked = (pay: Award['pay'], rule: 'topUp' | 'highestOf'): PolicyDoc =>
  smallPolicy({
    awards: [award('a', { pay: pay as NonNullable<Award['pay']> }), award('b', { pay: lit('1') })],
    stacks: [{ id: 's', awards: ['a', 'b'], rule, paidBefore: 'paid' }],
  });
const derived = (id: string, policy: string): PolicyDoc =>
  smallPolicy({ id, facts: [{ id: 'x', type: 'enum', derive: { policy, take: 'tier' }, ifMissing: 'ask' }] });
const between = (...ages: readonly [Pred, Pred]): PolicyDoc =>
  smallPolicy({
    tiers: [
      tier('low', { routes: [route('low.r', all(is('flag'), ages[0]))] }),
      tier('high', { routes: [route('high.r', all(is('flag'), ages[1]))] }),
    ],
  });
const assumed = { doc: 'x', basis: 'assumed', why: text('y') } as const;
const official = { doc: 'x', basis: 'official' } as const;

const cases: readonly Case[] = [
  // names
  {
    code: 'fact-unused',
    level: 'warn',
    bad: smallPolicy({ facts: flag ? [flag] : [] }),
    good: smallPolicy({ facts: flag ? [flag] : [], tiers: [tier('t', {})] }),
    mends: true,
  },
  {
    code: 'param-unused',
    level: 'warn',
    bad: { ...dated({ from: '2026-01-01' }), tiers: [] },
    good: dated({ from: '2026-01-01' }),
    mends: true,
  },
  {
    code: 'tier-without-award',
    level: 'hint',
    bad: smallPolicy({ tiers: [tier('t', {}), tier('u', {})], awards: [award('a', { for: 't', pay: lit('1') })] }),
    good: smallPolicy({ tiers: [tier('t', {}), tier('u', {})] }),
  },
  { code: 'award-without-money', level: 'warn', bad: paying({}), good: paying({ pay: lit('1') }) },
  {
    code: 'derive-cycle',
    level: 'error',
    bad: derived('one', 'two'),
    good: derived('one', 'two'),
    options: { others: [derived('two', 'one')] },
  },
  {
    code: 'derive-unknown-policy',
    level: 'warn',
    bad: derived('one', 'gone'),
    good: derived('one', 'two'),
    options: { others: [smallPolicy({ id: 'two' })] },
  },
  {
    code: 'label-stale',
    level: 'warn',
    bad: smallPolicy({
      tiers: [tier('t', { gates: [{ ...gate('g', share('ge', '18%')), label: text('不低于15%') }] })],
    }),
    good: smallPolicy({
      tiers: [tier('t', { gates: [{ ...gate('g', share('ge', '15%')), label: text('不低于15%') }] })],
    }),
    mends: true,
  },
  // dates
  {
    code: 'param-gap',
    level: 'error',
    bad: dated({ from: '2026-01-01', to: '2026-03-31' }, { from: '2026-05-01' }),
    good: dated({ from: '2026-01-01', to: '2026-04-30' }, { from: '2026-05-01' }),
    shown: true,
    mends: true,
  },
  {
    code: 'param-ends',
    level: 'error',
    bad: dated({ from: '2026-01-01', to: '2026-12-30' }),
    good: dated({ from: '2026-01-01', to: '2026-12-31' }),
    shown: true,
    mends: true,
  },
  {
    code: 'version-gap',
    level: 'warn',
    bad: inYears('2026-01-01', '2026-12-30'),
    good: inYears('2026-01-01', '2026-12-31'),
    options: { others: [inYears('2027-01-01', undefined, '2')] },
    mends: true,
  },
  {
    code: 'version-overlap',
    level: 'error',
    bad: inYears('2026-01-01', '2027-01-01'),
    good: inYears('2026-01-01', '2026-12-31'),
    options: { others: [inYears('2027-01-01', undefined, '2')] },
    mends: true,
  },
  {
    code: 'nothing-follows',
    level: 'hint',
    bad: inYears('2026-01-01', '2026-12-31'),
    good: inYears('2026-01-01'),
    options: { others: [] },
  },
  // bands
  {
    code: 'row-unreachable',
    level: 'warn',
    bad: scoring(bands(rate, [{ ge: '1.01', out: '9' }, { ge: '0.5', out: '5' }, { out: '0' }])),
    good: scoring(bands(rate, [{ ge: '1', out: '9' }, { ge: '0.5', out: '5' }, { out: '0' }])),
    mends: true,
  },
  {
    code: 'closedness-mixed',
    level: 'hint',
    bad: scoring(
      bands(rate, [{ ge: '0.9', out: '9' }, { gt: '0.5', out: '5' }, { ge: '0.2', out: '1' }, { out: '0' }]),
    ),
    good: scoring(bands(rate, [{ ge: '0.9', out: '9' }, { ge: '0.5', out: '5' }, { out: '0' }])),
    shown: true,
    mends: true,
  },
  {
    code: 'points-fall',
    level: 'warn',
    bad: scoring(bands(rate, [{ ge: '0.9', out: '5' }, { ge: '0.5', out: '9' }, { out: '0' }])),
    good: scoring(bands(rate, [{ ge: '0.9', out: '9' }, { ge: '0.5', out: '9' }, { out: '0' }])),
    shown: true,
    mends: true,
  },
  {
    code: 'points-zigzag',
    level: 'warn',
    bad: scoring(
      bands(age, [
        { ge: '9', out: '5' },
        { ge: '5', out: '9' },
        { ge: '2', out: '4' },
        { ge: '1', out: '1' },
        { out: '0' },
      ]),
    ),
    good: scoring(bands(age, [{ ge: '9', out: '1' }, { ge: '5', out: '3' }, { out: '6' }])),
    shown: true,
    mends: true,
  },
  {
    code: 'sliver-row',
    level: 'warn',
    bad: scoring(bands(rate, [{ ge: '0.26', out: '8' }, { ge: '0.2599', out: '5' }, { out: '0' }])),
    good: scoring(bands(rate, [{ ge: '0.03', out: '8' }, { ge: '0.02', out: '5' }, { out: '0' }])),
    mends: true,
  },
  // tables
  {
    code: 'rows-overlap',
    level: 'error',
    bad: scoring(table('unique', [row('0.1', '0.5'), '5'], [row('0.5', '0.9'), '9'])),
    good: scoring(table('unique', [all(share('ge', '0.1'), share('lt', '0.5')), '5'], [row('0.5', '0.9'), '9'])),
    shown: true,
    mends: true,
  },
  {
    code: 'row-never',
    level: 'warn',
    bad: scoring(table('first', [row('0.5', '0.4'), '5'], [row('0.5', '0.9'), '9'])),
    good: scoring(table('first', [row('0.5', '0.5'), '5'], [row('0.5', '0.9'), '9'])),
    mends: true,
  },
  {
    code: 'row-covered',
    level: 'warn',
    bad: scoring(table('first', [share('ge', '0.1'), '5'], [row('0.5', '0.9'), '9'])),
    good: scoring(table('first', [row('0.5', '0.9'), '9'], [share('ge', '0.1'), '5'])),
    mends: true,
  },
  {
    code: 'table-gap',
    level: 'warn',
    bad: scoring(table('unique', [row('0.1', '0.4'), '5'], [row('0.5', '0.9'), '9'])),
    good: scoring(table('unique', [row('0.1', '0.4'), '5'], [all(share('gt', '0.4'), share('le', '0.9')), '9'])),
    shown: true,
    mends: true,
  },
  {
    code: 'point-gap',
    level: 'warn',
    bad: scoring(
      table(
        'unique',
        [all(share('ge', '0.1'), share('lt', '0.4')), '5'],
        [all(share('gt', '0.4'), share('le', '0.9')), '9'],
      ),
    ),
    good: scoring(table('unique', [row('0.1', '0.4'), '5'], [all(share('gt', '0.4'), share('le', '0.9')), '9'])),
    shown: true,
    mends: true,
  },
  {
    code: 'grain-gap',
    level: 'error',
    bad: scoring(table('unique', [row('0.16', '0.2599'), '5'], [row('0.26', '0.3599'), '9'])),
    // Between two 分 nothing lies.
    good: scoring(
      table(
        'unique',
        [all(cmp(worth, 'ge', '10'), cmp(worth, 'le', '25.99')), '5'],
        [all(cmp(worth, 'ge', '26'), cmp(worth, 'le', '35.99')), '9'],
      ),
    ),
    shown: true,
    mends: true,
  },
  // edges
  {
    code: 'edge-twice',
    level: 'warn',
    bad: routed(all(years('le', '5'), cmp(worth, 'ge', '5')), all(years('ge', '5'), cmp(worth, 'ge', '10'))),
    good: routed(all(years('le', '5'), cmp(worth, 'ge', '5')), all(years('gt', '5'), cmp(worth, 'ge', '10'))),
    shown: true,
  },
  {
    code: 'edge-open',
    level: 'warn',
    bad: routed(all(years('lt', '5'), cmp(worth, 'ge', '5')), all(years('gt', '5'), cmp(worth, 'ge', '10'))),
    good: routed(all(years('le', '5'), cmp(worth, 'ge', '5')), all(years('gt', '5'), cmp(worth, 'ge', '10'))),
    shown: true,
  },
  {
    code: 'edge-missed',
    level: 'warn',
    bad: routed(all(years('le', '5'), cmp(worth, 'ge', '5')), all(years('ge', '7'), cmp(worth, 'ge', '10'))),
    good: routed(all(years('le', '5'), cmp(worth, 'ge', '5')), all(years('ge', '6'), cmp(worth, 'ge', '10'))),
    shown: true,
  },
  {
    code: 'edge-grain',
    level: 'error',
    bad: gated(any(row('0.1', '0.2599'), row('0.26', '0.5'))),
    good: gated(any(row('0.1', '0.26'), all(share('gt', '0.26'), share('le', '0.5')))),
    shown: true,
  },
  // marks
  {
    code: 'full-unreachable',
    level: 'warn',
    bad: scoring(indicator('i', '20', marks('15'))),
    good: scoring(indicator('i', '20', marks('20'))),
    shown: true,
    mends: true,
  },
  {
    code: 'marks-above-full',
    level: 'hint',
    bad: scoring(indicator('i', '20', marks('25'))),
    good: scoring(indicator('i', '20', marks('20'))),
    shown: true,
  },
  {
    code: 'total-not-full',
    level: 'warn',
    bad: scoring({ k: 'sum', of: [indicator('i', '60', marks('60')), indicator('j', '30', marks('30'))] }),
    good: scoring({ k: 'sum', of: [indicator('i', '60', marks('60')), indicator('j', '40', marks('40'))] }),
  },
  {
    code: 'pass-trivial',
    level: 'warn',
    bad: scoring(indicator('i', '100', marks('100')), { pass: { ge: '0' } }),
    good: scoring(indicator('i', '100', marks('100')), { pass: { gt: '0' } }),
  },
  {
    code: 'pass-unreachable',
    level: 'error',
    bad: scoring(indicator('i', '50', marks('50')), { pass: { gt: '50' } }),
    good: scoring(indicator('i', '50', marks('50')), { pass: { ge: '50' } }),
    shown: true,
  },
  {
    code: 'floor-above-full',
    level: 'error',
    bad: scoring(indicator('i', '100', marks('100')), { floors: [{ indicator: 'i', gt: '100' }] }),
    good: scoring(indicator('i', '100', marks('100')), { floors: [{ indicator: 'i', ge: '100' }] }),
    shown: true,
  },
  {
    code: 'floor-trivial',
    level: 'warn',
    bad: scoring(indicator('i', '100', marks('100')), { floors: [{ indicator: 'i', ge: '0' }] }),
    good: scoring(indicator('i', '100', marks('100')), { floors: [{ indicator: 'i', gt: '0' }] }),
  },
  // tiers
  {
    code: 'gates-contradict',
    level: 'error',
    bad: gated(years('ge', '5'), years('lt', '5')),
    good: gated(years('ge', '5'), years('le', '5')),
    shown: true,
  },
  { code: 'gate-never', level: 'error', bad: gated(share('gt', '1')), good: gated(share('ge', '1')) },
  {
    code: 'gate-always',
    level: 'warn',
    bad: gated(share('ge', '0')),
    good: gated(share('gt', '0')),
    shown: true,
    mends: true,
  },
  {
    code: 'gate-implied',
    level: 'hint',
    bad: gated(years('ge', '3'), years('ge', '2')),
    good: gated(years('ge', '3'), years('le', '9')),
    mends: true,
  },
  {
    code: 'veto-never',
    level: 'warn',
    bad: smallPolicy({ tiers: [tier('t', { vetoes: [{ id: 'v', when: share('lt', '0') }] })] }),
    good: smallPolicy({ tiers: [tier('t', { vetoes: [{ id: 'v', when: share('le', '0') }] })] }),
    mends: true,
  },
  {
    code: 'veto-kills-all',
    level: 'error',
    bad: smallPolicy({ tiers: [tier('t', { vetoes: [{ id: 'v', when: is('flag') }] })] }),
    good: smallPolicy({ tiers: [tier('t', { vetoes: [{ id: 'v', when: is('bad') }] })] }),
    shown: true,
  },
  {
    code: 'route-dead',
    level: 'warn',
    bad: smallPolicy({
      tiers: [
        tier('t', {
          gates: [gate('g', years('le', '5'))],
          routes: [route('r', is('flag')), route('s', years('ge', '6'))],
        }),
      ],
    }),
    good: smallPolicy({
      tiers: [
        tier('t', {
          gates: [gate('g', years('le', '5'))],
          routes: [route('r', is('flag')), route('s', years('ge', '5'))],
        }),
      ],
    }),
    mends: true,
  },
  {
    code: 'route-redundant',
    level: 'warn',
    bad: routed(cmp(worth, 'ge', '10'), all(cmp(worth, 'ge', '20'), is('flag'))),
    good: routed(cmp(worth, 'ge', '10'), all(cmp(worth, 'ge', '5'), is('flag'))),
    shown: true,
    mends: true,
  },
  {
    code: 'tier-never',
    level: 'error',
    bad: smallPolicy({
      tiers: [tier('t', { gates: [gate('g', is('bad', 'false'))], routes: [route('r', is('bad'))] })],
    }),
    good: smallPolicy({ tiers: [tier('t', { gates: [gate('g', is('bad'))], routes: [route('r', is('bad'))] })] }),
  },
  {
    code: 'tier-never-best',
    level: 'error',
    bad: between(cmp(worth, 'ge', '100'), cmp(worth, 'ge', '10')),
    good: between(cmp(worth, 'ge', '10'), cmp(worth, 'ge', '100')),
    shown: true,
  },
  {
    code: 'tier-gap',
    level: 'warn',
    bad: between(all(cmp(worth, 'ge', '10'), cmp(worth, 'lt', '100')), cmp(worth, 'gt', '100')),
    good: between(all(cmp(worth, 'ge', '10'), cmp(worth, 'le', '100')), cmp(worth, 'gt', '100')),
    shown: true,
  },
  {
    code: 'tier-limit-gap',
    level: 'hint',
    bad: between(all(years('le', '5'), cmp(worth, 'ge', '10')), all(years('le', '9'), cmp(worth, 'ge', '100'))),
    good: between(all(years('le', '9'), cmp(worth, 'ge', '10')), all(years('le', '9'), cmp(worth, 'ge', '100'))),
    shown: true,
  },
  {
    code: 'tier-overlap',
    level: 'warn',
    bad: smallPolicy({
      tiers: [
        tier('low', {
          routes: [
            route('a', all(years('le', '5'), cmp(worth, 'ge', '10'))),
            route('b', all(years('gt', '5'), cmp(worth, 'ge', '10'), cmp(worth, 'le', '100'))),
          ],
        }),
        tier('high', { routes: [route('c', cmp(worth, 'gt', '100'))] }),
      ],
    }),
    good: between(all(cmp(worth, 'ge', '10'), cmp(worth, 'le', '100')), cmp(worth, 'gt', '100')),
    shown: true,
  },
  { code: 'time-cliff', level: 'hint', bad: gated(years('le', '5')), good: gated(years('ge', '5')), shown: true },
  {
    code: 'time-gap',
    level: 'warn',
    bad: routed(all(years('le', '5'), cmp(worth, 'ge', '5')), all(years('gt', '5'), cmp(worth, 'ge', '10'))),
    good: routed(all(years('le', '5'), cmp(worth, 'ge', '5')), all(years('gt', '5'), cmp(worth, 'ge', '5'))),
    shown: true,
  },
  // money
  {
    code: 'award-drop',
    level: 'warn',
    bad: paying({ pay: bands(worth, [{ ge: '1000', out: '50' }, { out: '80' }], 'CNY') }),
    good: paying({ pay: bands(worth, [{ ge: '1000', out: '80' }, { out: '50' }], 'CNY') }),
    shown: true,
  },
  {
    code: 'award-jump',
    level: 'hint',
    bad: paying({ pay: bands(growth, [{ ge: '0.2', out: '75' }, { out: '50' }], 'CNY') }),
    good: paying({ pay: bands(growth, [{ ge: '0.2', out: '74' }, { out: '50' }], 'CNY') }),
    shown: true,
  },
  {
    code: 'cap-below-minimum',
    level: 'error',
    bad: paying({ pay: worth, caps: [{ kind: 'item', max: lit('999') }], floorPay: { at: '1000', below: 'none' } }),
    good: paying({ pay: worth, caps: [{ kind: 'item', max: lit('1000') }], floorPay: { at: '1000', below: 'none' } }),
    shown: true,
  },
  {
    code: 'cap-zero',
    level: 'error',
    bad: paying({ pay: worth, caps: [{ kind: 'year', max: lit('0') }] }),
    good: paying({ pay: worth, caps: [{ kind: 'year', max: lit('0.01') }] }),
    shown: true,
  },
  {
    code: 'cap-never-binds',
    level: 'hint',
    bad: paying({ pay: lit('500'), caps: [{ kind: 'item', max: lit('500') }] }),
    good: paying({ pay: lit('500'), caps: [{ kind: 'item', max: lit('499') }] }),
    mends: true,
  },
  {
    code: 'award-above-pool',
    level: 'warn',
    bad: paying({ pay: { k: 'mul', of: [lit('10%', 'ratio'), worth] } }, { pools: [pool('p', { awards: ['a'] })] }),
    good: paying(
      { pay: { k: 'mul', of: [lit('10%', 'ratio'), worth] }, caps: [{ kind: 'item', max: lit('1000000') }] },
      { pools: [pool('p', { awards: ['a'] })] },
    ),
    shown: true,
    mends: true,
  },
  {
    code: 'paid-before-twice',
    level: 'error',
    bad: stacked(milestone('100000'), 'topUp'),
    good: stacked(milestone('100000'), 'highestOf'),
    shown: true,
    mends: true,
  },
  {
    code: 'stack-of-one',
    level: 'hint',
    bad: paying({ pay: lit('1') }, { stacks: [{ id: 's', awards: ['a'], rule: 'highestOf' }] }),
    good: paying({ pay: lit('1') }, { stacks: [{ id: 's', awards: ['a'], rule: 'topUp', paidBefore: 'paid' }] }),
    mends: true,
  },
  {
    code: 'stack-without-limit',
    level: 'hint',
    bad: paying({ pay: lit('1') }, { stacks: [{ id: 's', awards: ['a'], rule: 'sum' }] }),
    good: paying({ pay: lit('1') }, { stacks: [{ id: 's', awards: ['a'], rule: 'sum', within: lit('9') }] }),
  },
  {
    code: 'stack-never-pays',
    level: 'error',
    bad: paying({ pay: lit('1') }, { stacks: [{ id: 's', awards: ['a'], rule: 'sum', within: lit('0') }] }),
    good: paying({ pay: lit('1') }, { stacks: [{ id: 's', awards: ['a'], rule: 'sum', within: lit('9') }] }),
  },
  {
    code: 'pool-minimum-above-budget',
    level: 'error',
    bad: smallPolicy({ pools: [pool('p', { minGrant: '1000001' })] }),
    good: smallPolicy({ pools: [pool('p', { minGrant: '1000000' })] }),
  },
  {
    code: 'pool-minimum-never-reached',
    level: 'error',
    bad: paying({ pay: lit('99') }, { pools: [pool('p', { awards: ['a'], minGrant: '100' })] }),
    good: paying({ pay: lit('100') }, { pools: [pool('p', { awards: ['a'], minGrant: '100' })] }),
    mends: true,
  },
  {
    code: 'pool-subs-above-budget',
    level: 'error',
    bad: smallPolicy({
      pools: [pool('p', { sub: [pool('q', { budget: '600000' }), pool('r', { budget: '400000.01' })] })],
    }),
    good: smallPolicy({
      pools: [pool('p', { sub: [pool('q', { budget: '600000' }), pool('r', { budget: '400000' })] })],
    }),
    mends: true,
  },
  {
    code: 'pool-without-awards',
    level: 'warn',
    bad: smallPolicy({ pools: [pool('p', {})] }),
    good: paying({ pay: lit('1') }, { pools: [pool('p', { sub: [pool('q', { awards: ['a'] })] })] }),
  },
  {
    code: 'award-without-pool',
    level: 'warn',
    bad: paying({ pay: lit('1') }, { pools: [pool('p', {})] }),
    good: paying({ pay: lit('1') }, { pools: [pool('p', { awards: ['a'] })] }),
  },
  {
    code: 'award-in-two-pools',
    level: 'warn',
    bad: paying({ pay: lit('1') }, { pools: [pool('p', { awards: ['a'] }), pool('q', { awards: ['a'] })] }),
    good: paying({ pay: lit('1') }, { pools: [pool('p', { awards: ['a'] })] }),
  },
  // law and sources
  {
    code: 'fairness-local',
    level: 'warn',
    bad: withFact({}),
    good: { ...withFact({}), fairness: [{ of: local.id, reason: text('r'), until: '2027-12-31' }] },
    shown: true,
  },
  {
    code: 'fairness-named',
    level: 'warn',
    bad: withFact({ id: 'onList', label: text('属于指定企业') }),
    good: withFact({ id: 'inChina', label: text('在中国境内（不含港澳台地区）注册') }),
    shown: true,
  },
  {
    code: 'fairness-cultivation',
    level: 'warn',
    bad: withFact({ id: 'listed', label: text('已列入瞪羚培育库') }),
    good: withFact({ id: 'listed', label: text('已上市') }),
  },
  {
    code: 'fairness-contribution',
    level: 'warn',
    bad: withFact({ id: 'pays', label: text('地方财政贡献超过 100 万元') }),
    good: withFact({ id: 'pays', label: text('研发投入超过 100 万元') }),
  },
  {
    code: 'fairness-ended',
    level: 'warn',
    bad: { ...withFact({}), fairness: [{ of: local.id, reason: text('r'), until: '2025-12-31' }] },
    good: { ...withFact({}), fairness: [{ of: local.id, reason: text('r'), until: '2026-01-01' }] },
  },
  {
    code: 'untranslatable-open',
    level: 'error',
    bad: smallPolicy({ untranslatable: [{ id: 'u', text: text('其他情形'), taints: [] }] }),
    good: smallPolicy({
      untranslatable: [{ id: 'u', text: text('其他情形'), taints: [], accepted: { by: 'x', on: '2026-01-01' } }],
    }),
  },
  {
    code: 'figure-assumed',
    level: 'hint',
    bad: smallPolicy({ cite: [assumed] }),
    good: smallPolicy({ cite: [official] }),
  },
];

const found = (doc: PolicyDoc, c: Case): readonly Finding[] =>
  checkPolicy(doc, c.options ?? {}).filter((f) => f.code === c.code);

describe.each(cases)('$code', (c) => {
  test('is found, with its level, words and witness', () => {
    expect(parsePolicy(c.bad)).toMatchObject({ ok: true });
    const [first] = found(c.bad, c);
    expect(first).toMatchObject({ level: c.level, msg: { key: `check.${c.code}` } });
    for (const locale of ['zh-CN', 'en'] as const) expect(hasMessage(first?.fix?.msg.key ?? '', locale)).toBe(true);
    if (c.shown) expect(first?.witness && holdsAgain(c.bad, first.witness)).toBe(true);
  });

  test('is not found where there is nothing to find', () => {
    const good = c.code === 'derive-cycle' ? { ...c, options: { others: [derived('two', 'three')] } } : c;
    expect(parsePolicy(c.good)).toMatchObject({ ok: true });
    expect(found(c.good, good)).toEqual([]);
  });

  test.runIf(c.mends)('is gone once its fix is carried out', () => {
    const [first] = found(c.bad, c);
    expect(first?.fix?.patch).toBeDefined();
    const mended = first?.fix ? applyFix(c.bad, first.fix) : c.bad;
    expect(parsePolicy(mended)).toMatchObject({ ok: true });
    expect(found(mended, c).filter((f) => f.path === first?.path)).toEqual([]);
  });
});

test('every code has its case', () => {
  expect(cases.map((c) => c.code).toSorted()).toEqual([...findingCodes].toSorted());
});
