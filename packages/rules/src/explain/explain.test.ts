import { describe, expect, test } from 'vitest';
import { createRandom } from '../../testing/random.ts';
import { randomFirm } from '../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../testing/random-policy.ts';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import { createReference } from '../evaluate/reference.ts';
import { not } from '../evaluate/truth.ts';
import type { Expr, PolicyDoc, Pred } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { truthBehind } from './draft.ts';
import { explain } from './explain.ts';
import type { ExplainNode } from './explanation.ts';
import { isPred, nodeAt } from './node-at.ts';

const all = (node: ExplainNode): readonly ExplainNode[] => [node, ...node.kids.flatMap(all)];
const KINDS_OF_RULE = new Set(['cmp', 'in', 'all', 'any', 'not', 'atLeast', 'exists', 'provided', 'judgement']);

function checkTree(doc: PolicyDoc, dates: Dates, facts: Facts): void {
  const { decision, tree } = explain(doc, dates, facts);
  expect(decision).toEqual(evaluateReference(doc, dates, facts));
  const r = createReference(doc, dates, facts);
  for (const node of all(tree)) {
    const rule = nodeAt(doc, node.path) as Expr | Pred | undefined;
    if (KINDS_OF_RULE.has(node.kind) && rule && isPred(rule)) {
      const truth = r.truth(rule);
      expect(truthBehind(node.verdict), node.path).toBe(node.flipped ? not(truth) : truth);
    }
    if (truthBehind(node.verdict) !== 'undetermined' && node.kind !== 'cap' && KINDS_OF_RULE.has(node.kind))
      expect(node.needs).toEqual([]);
    if (node.nearMiss) expect(node.verdict, node.path).toBe('no');
    if (node.up && node.verdict !== undefined) expect(node.verdict).not.toBe('yes');
    for (const kid of node.kids)
      expect(kid.path === '' || kid.path.startsWith(node.path) || node.path === '').toBe(true);
  }
  decision.tiers.forEach((result, i) => {
    const tier = tree.kids[i];
    expect(truthBehind(tier?.verdict)).toBe(result.outcome);
    // INVARIANT (every verdict explains itself): what fails or is open is named below it.
    if (result.outcome === 'no') expect(tier?.kids.some((kid) => kid.verdict === 'no')).toBe(true);
    if (result.outcome === 'undetermined')
      expect(tier?.kids.some((kid) => truthBehind(kid.verdict) === 'undetermined')).toBe(true);
  });
}

describe('explain', () => {
  test('agrees with the reference and explains itself on generated policies and firms', () => {
    const random = createRandom(20_260_301);
    for (let i = 0; i < 150; i++) {
      const doc = randomPolicy(random);
      for (let j = 0; j < 4; j++)
        checkTree(doc, TEST_DATES, randomFirm(random, doc, { known: random.pick([20, 60, 95]) }));
    }
  }, 60_000);

  test.each(shippedPolicies().map((p) => [p.name, p] as const))('%s: every worked case', (_, { doc, cases }) => {
    for (const c of cases) checkTree(doc, c.dates, factsOf(c.facts));
  });

  test('a node without a citation of its own shows the nearest one above, and the weakest basis counts', () => {
    for (const { doc, cases } of shippedPolicies()) {
      const [c] = cases;
      if (!c) continue;
      const nodes = all(explain(doc, c.dates, factsOf(c.facts)).tree);
      for (const node of nodes.filter((n) => n.kind !== 'policy'))
        expect(node.cite.length, `${doc.id} ${node.path}`).toBeGreaterThan(0);
      for (const node of nodes) if (node.cite.some((x) => x.basis === 'assumed')) expect(node.basis).toBe('assumed');
    }
  });
});

const DATES: Dates = { filing: '2026-05-01', decision: '2026-06-01' };
const known = (value: string | boolean | Record<string, string | null>): Facts[string] => ({ known: value });

describe('decisive and near miss', () => {
  const doc: PolicyDoc = {
    schema: 1,
    id: 'small',
    version: '1',
    status: 'published',
    inForce: { from: '2020-01-01' },
    applies: 'filing',
    facts: [
      { id: 'staff', type: 'int', unit: 'people', ifMissing: 'ask' },
      { id: 'patents', type: 'int', unit: 'count', ifMissing: 'ask' },
      { id: 'listed', type: 'bool', ifMissing: 'ask' },
      { id: 'clean', type: 'bool', ifMissing: { assume: true, why: { 'zh-CN': '通常如此' } } },
    ],
    params: [],
    tiers: [
      {
        id: 'rung',
        gates: [
          {
            id: 'size',
            when: {
              k: 'cmp',
              op: 'ge',
              a: { k: 'fact', fact: 'staff' },
              b: { k: 'lit', value: '100', unit: 'people' },
            },
          },
          { id: 'clean', when: { k: 'in', fact: 'clean', values: ['true'] } },
        ],
        vetoes: [{ id: 'listed', when: { k: 'in', fact: 'listed', values: ['true'] } }],
        routes: [
          {
            id: 'few',
            k: 'criteria',
            when: { k: 'cmp', op: 'ge', a: { k: 'fact', fact: 'patents' }, b: { k: 'lit', value: '4', unit: 'count' } },
          },
          { id: 'expert', k: 'negotiated', when: { k: 'judgement', id: 'leading', question: { 'zh-CN': '是否领先' } } },
        ],
      },
    ],
    pick: 'highest',
    awards: [],
    stacks: [],
    pools: [],
  };
  const tierOf = (facts: Facts): ExplainNode => explain(doc, DATES, facts).tree.kids[0] as ExplainNode;
  const node = (facts: Facts, id: string): ExplainNode => all(tierOf(facts)).find((n) => n.id === id) as ExplainNode;

  test('only what alone would turn the tier is decisive', () => {
    const facts = { staff: known('99'), patents: known('4'), listed: known(false), leading: known(false) };
    expect(tierOf(facts).verdict).toBe('no');
    expect(node(facts, 'size').decisive).toBe(true);
    expect(node(facts, 'clean').decisive).toBe(false);
    expect(node(facts, 'few').decisive).toBe(false);
    const both = { ...facts, listed: known(true) };
    expect(
      all(tierOf(both))
        .filter((n) => n.kind === 'gate' || n.kind === 'veto')
        .map((n) => n.decisive),
    ).toEqual([false, false, false]);
  });

  test('a veto that is not triggered is good, and what is below it is read the other way round', () => {
    const facts = { staff: known('100'), patents: known('4'), listed: known(false), leading: known(false) };
    const veto = node(facts, 'listed');
    expect([veto.verdict, veto.flipped, veto.kids[0]?.verdict, veto.kids[0]?.flipped]).toEqual([
      'yes',
      undefined,
      'yes',
      true,
    ]);
    expect(node({ ...facts, listed: known(true) }, 'listed').verdict).toBe('no');
    expect(node({ ...facts, listed: { state: 'unknown' } }, 'listed').verdict).toBe('undetermined');
  });

  test.each([
    ['89', false],
    ['90', true],
    ['99', true],
    ['100', false],
  ])('%s of 100 people within reach: %s', (staff, near) => {
    const leaf = node({ staff: known(staff) }, 'size').kids[0];
    expect(leaf?.nearMiss).toBe(near);
  });

  test.each([
    ['2', false],
    ['3', true],
    ['4', false],
  ])('%s of 4 patents within reach: %s', (patents, near) => {
    expect(node({ patents: known(patents) }, 'few').kids[0]?.nearMiss).toBe(near);
  });

  test('what only a person can decide says so, all the way up', () => {
    const facts = { staff: known('100'), patents: known('0'), listed: known(false) };
    expect([tierOf(facts).verdict, node(facts, 'expert').verdict]).toEqual(['judgement', 'judgement']);
    expect(tierOf({ ...facts, staff: { state: 'unknown' } }).verdict).toBe('undetermined');
    expect(tierOf({ ...facts, leading: known(true) }).verdict).toBe('yes');
  });

  test('a pool names what is open in the awards of its sub-pools as well', () => {
    const award = (id: string, fact: string) =>
      ({ id, for: { k: 'in', fact: 'clean', values: ['true'] }, pay: { k: 'fact', fact } }) as const;
    const pool = { id: 'all', budget: '100', order: [], method: 'rankFull', awards: ['a'] } as const;
    const withPools: PolicyDoc = {
      ...doc,
      facts: [...doc.facts, ...['x', 'y'].map((id) => ({ id, type: 'money', ifMissing: 'ask' }) as const)],
      awards: [award('a', 'x'), award('b', 'y')],
      pools: [{ ...pool, sub: [{ ...pool, id: 'part', awards: ['b'] }] }],
    };
    const top = explain(withPools, DATES, {}).tree.kids.find((n) => n.id === 'all');
    expect(top?.needs).toEqual(['x', 'y']);
  });

  test('an assumption is named on every node that rests on it', () => {
    expect(node({}, 'clean').assumed).toEqual(['clean']);
    expect(node({ clean: known(true) }, 'clean').assumed).toEqual([]);
  });
});
