import { describe, expect, test } from 'vitest';
import { createRandom } from '../../testing/random.ts';
import { randomFirm } from '../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../testing/random-policy.ts';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { pathsTo } from './paths.ts';

/** INVARIANT (every path is verified): the whole policy with the moved facts and dates gives the tier. */
function checkPaths(doc: PolicyDoc, dates: Dates, facts: Facts): number {
  let found = 0;
  for (const tier of doc.tiers) {
    const now = evaluateReference(doc, dates, facts).tiers.find((t) => t.tier === tier.id)?.outcome;
    const paths = pathsTo(doc, dates, facts, tier.id, { max: 4 });
    if (now === 'yes') expect(paths).toEqual([]);
    for (const path of paths) {
      found++;
      expect(evaluateReference(doc, path.dates, path.facts).tiers.find((t) => t.tier === tier.id)?.outcome).toBe('yes');
      expect(path.result.outcome).toBe('yes');
      expect(path.moves.length).toBeGreaterThan(0);
      for (const move of path.moves.filter((m) => m.kind === 'change')) {
        const dir = doc.facts.find((d) => d.id === move.fact)?.move?.dir;
        expect(['up', 'down', 'both']).toContain(dir);
      }
    }
    const costs = paths.map((p) => p.cost);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  }
  return found;
}

const movable = (doc: PolicyDoc): PolicyDoc => ({
  ...doc,
  facts: doc.facts.map((def) => ({ ...def, move: { dir: 'both', cost: 1 } })),
});

describe('pathsTo', () => {
  test('every path on generated policies is verified', () => {
    const random = createRandom(99);
    let found = 0;
    for (let i = 0; i < 150; i++) {
      const doc = movable(randomPolicy(random));
      found += checkPaths(doc, TEST_DATES, randomFirm(random, doc, { known: random.pick([60, 95]) }));
    }
    expect(found).toBeGreaterThan(30);
  }, 120_000);

  test.each(shippedPolicies().map((p) => [p.name, p] as const))(
    '%s: every path from a worked case is verified',
    (_, { doc, cases }) => {
      let found = 0;
      for (const c of cases.filter((_x, i) => i % 4 === 0)) found += checkPaths(doc, c.dates, factsOf(c.facts));
      if (doc.tiers.length > 0) expect(found).toBeGreaterThan(0);
    },
    120_000,
  );
});

const known = (value: string | boolean | Record<string, string>): Facts[string] => ({ known: value });
const DATES: Dates = { filing: '2026-05-01', decision: '2026-06-01' };

describe('paths of a scored tier', () => {
  const doc = shippedPolicies().find((p) => p.name.startsWith('tech-sme/'))?.doc as PolicyDoc;
  const firm: Facts = {
    registeredInChina: known(true),
    bannedProducts: known(false),
    employees: known({ '2025': '100' }),
    scienceStaff: known({ '2025': '24' }),
    revenue: known({ '2025': '50000000' }),
    totalAssets: known({ '2025': '40000000' }),
    rdExpense: known({ '2025': '1500000' }),
    costExpense: known({ '2025': '45000000' }),
    classIProperty: known('0'),
    classIIProperty: known('3'),
    hnteCertificate: known(false),
    ledStandard: known(false),
    rdInstitutionLevel: known('none'),
  };
  const goal = doc.tiers[0]?.id ?? '';
  const first = (facts: Facts) => pathsTo(doc, DATES, facts, goal)[0];

  test('50 points: the cheapest mix of steps that reaches 60', () => {
    const before = evaluateReference(doc, DATES, firm).tiers[0];
    expect(before?.routes[0]?.points).toEqual({ lo: '50', hi: '50' });
    const paths = pathsTo(doc, DATES, firm, goal, { max: 9 });
    const moves = paths.map((path) => path.moves.map((m) => `${m.kind} ${m.fact} ${m.by ?? m.to}`).join(', '));
    // One class I right (5) is cheaper than two scientists and a class II right (4 + 4 + 2), and both than a certificate (60).
    // The same step taken further (two class I rights, a national institution) is no other way.
    expect(moves.filter((each) => !each.startsWith('change nationalAwards'))).toEqual([
      'change classIProperty 1',
      'change hnteCertificate true',
      'change rdInstitutionLevel province',
      'change ledStandard true',
    ]);
    const free = new Set(['scienceStaff', 'classIIProperty', 'rdExpense']);
    const narrow = {
      ...doc,
      facts: doc.facts.map((d) => (free.has(d.id) ? d : { ...d, move: { dir: 'never' } as const })),
    };
    const mixed = pathsTo(narrow, DATES, firm, goal)[0];
    expect(mixed?.cost).toBe(10);
    expect(mixed?.moves).toContainEqual({
      kind: 'change',
      fact: 'scienceStaff',
      year: 2025,
      from: '24',
      to: '26',
      by: '2',
      unit: 'people',
      along: 'employees',
    });
  });

  test('a figure that is not known becomes something to show', () => {
    const { classIIProperty: _, ...rest } = firm;
    const path = first({ ...rest, rdExpense: known({ '2025': '3000000' }) });
    expect(path).toBeUndefined();
    const open = first({ ...rest, rdExpense: known({ '2025': '2000000' }) });
    expect(open?.moves.some((m) => m.kind === 'evidence' && m.fact === 'classIIProperty')).toBe(true);
  });

  test('what a firm cannot move is not on any path', () => {
    expect(pathsTo(doc, DATES, { ...firm, registeredInChina: known(false) }, goal)).toEqual([]);
    expect(pathsTo(doc, DATES, firm, 'no-such-tier')).toEqual([]);
  });
});

describe('waiting', () => {
  const doc: PolicyDoc = {
    schema: 1,
    id: 'age',
    version: '1',
    status: 'published',
    inForce: { from: '2020-01-01', to: '2027-12-31' },
    applies: 'filing',
    facts: [{ id: 'founded', type: 'date', ifMissing: 'ask', move: { dir: 'time' } }],
    params: [],
    tiers: [
      {
        id: 'grown',
        gates: [],
        vetoes: [],
        routes: [
          {
            id: 'old',
            k: 'criteria',
            when: {
              k: 'cmp',
              op: 'ge',
              a: { k: 'span', from: 'founded', to: 'asOf', how: 'anniversaryYears' },
              b: { k: 'lit', value: '3', unit: 'years' },
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

  test('until the day an age is reached, but not beyond the last day of the policy', () => {
    const path = pathsTo(doc, DATES, { founded: known('2024-08-15') }, 'grown')[0];
    expect(path?.moves).toEqual([{ kind: 'wait', fact: 'founded', on: '2027-08-15' }]);
    expect(path?.dates.filing).toBe('2027-08-15');
    expect(pathsTo(doc, DATES, { founded: known('2025-08-15') }, 'grown')).toEqual([]);
  });
});
