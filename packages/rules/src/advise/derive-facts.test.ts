import { describe, expect, test } from 'vitest';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { pickVersion } from '../policy/pick-version.ts';
import { deriveFacts } from './derive-facts.ts';

const DATES: Dates = { filing: '2026-05-01', decision: '2026-06-01' };
const lit = (value: string) => ({ k: 'lit', value, unit: 'people' }) as const;
const base = {
  schema: 1,
  version: '1',
  status: 'published',
  applies: 'filing',
  params: [],
  pick: 'highest',
  awards: [],
  stacks: [],
  pools: [],
} as const;
const ladder = (id: string, from: string, small: string): PolicyDoc => ({
  ...base,
  id,
  inForce: { from },
  facts: [{ id: 'staff', type: 'int', unit: 'people', ifMissing: 'ask' }],
  tiers: [small, '100'].map((min, i) => ({
    id: i === 0 ? 'small' : 'large',
    gates: [],
    vetoes: [],
    routes: [
      { id: `r${i}`, k: 'criteria', when: { k: 'cmp', op: 'ge', a: { k: 'fact', fact: 'staff' }, b: lit(min) } },
    ],
  })),
});
const money: PolicyDoc = {
  ...base,
  id: 'money',
  inForce: { from: '2020-01-01' },
  facts: [
    {
      id: 'rung',
      type: 'enum',
      domain: { values: ['none', 'small', 'large'].map((id) => ({ id, label: { 'zh-CN': id } })) },
      ifMissing: 'ask',
      derive: { policy: 'ladder', take: 'tier' },
    },
  ],
  tiers: [],
};
const docs = [ladder('ladder', '2020-01-01', '10'), money];
const rung = (facts: Facts, all: readonly PolicyDoc[] = docs, dates = DATES): Facts[string] | undefined =>
  deriveFacts(all, money, dates, facts).rung;

describe('deriveFacts', () => {
  test.each([
    ['9', { known: 'none' }],
    ['10', { known: 'small' }],
    ['99', { known: 'small' }],
    ['100', { known: 'large' }],
  ])('staff %s gives %o', (staff, state) => {
    expect(rung({ staff: { known: staff } })).toEqual(state);
  });

  test('what is open stays one of the tiers still possible', () => {
    expect(rung({})).toEqual({ disputed: ['none', 'small', 'large'] });
    expect(rung({ staff: { disputed: ['50', '200'] } })).toEqual({ disputed: ['small', 'large'] });
  });

  test('what the caller gives wins, even "unknown"', () => {
    expect(rung({ staff: { known: '100' }, rung: { known: 'none' } })).toEqual({ known: 'none' });
    expect(rung({ staff: { known: '100' }, rung: { state: 'unknown' } })).toEqual({ state: 'unknown' });
  });

  test('the version in force on the dates counts; without one the fact stays as it is', () => {
    const later = ladder('ladder', '2026-05-01', '20');
    const old = { ...ladder('ladder', '2020-01-01', '10'), inForce: { from: '2020-01-01', to: '2026-04-30' } };
    expect(rung({ staff: { known: '15' } }, [old, later, money])).toEqual({ known: 'none' });
    expect(
      rung({ staff: { known: '15' } }, [old, later, money], { filing: '2026-04-30', decision: '2026-06-01' }),
    ).toEqual({ known: 'small' });
    expect(rung({ staff: { known: '15' } }, [money])).toBeUndefined();
  });

  test('policies that refer to each other do not run in circles', () => {
    const circle: PolicyDoc = {
      ...ladder('ladder', '2020-01-01', '10'),
      facts: [
        ...(docs[0]?.facts ?? []),
        { id: 'back', type: 'enum', ifMissing: 'ask', derive: { policy: 'money', take: 'tier' } },
      ],
    };
    expect(rung({ staff: { known: '10' } }, [circle, money])).toEqual({ known: 'small' });
  });

  test('the three pools take the rung of the zone ladder', () => {
    const shipped = shippedPolicies();
    const all = shipped.map((p) => p.doc);
    const pools = all.find((d) => d.id === 'nbhtz-three-pools') as PolicyDoc;
    const derived = pools.facts.find((d) => d.derive)?.id ?? '';
    for (const c of shipped.find((p) => p.name === 'nbhtz-ladder/2020-11-23')?.cases ?? []) {
      const facts = factsOf(c.facts);
      const picked = pickVersion(all, 'nbhtz-ladder', c.dates) as PolicyDoc;
      const { best, possible } = evaluateReference(picked, c.dates, facts);
      const state = deriveFacts(all, pools, c.dates, facts)[derived];
      expect(state, c.name).toEqual(
        possible.length === 0 ? { known: best ?? 'none' } : { disputed: [best ?? 'none', ...possible] },
      );
    }
  });
});
