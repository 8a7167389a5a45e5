import { describe, expect, test } from 'vitest';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import type { FactDef, PolicyDoc, Pred } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { deriveFacts } from './derive-facts.ts';
import { nextQuestions } from './next-questions.ts';

const DATES: Dates = { filing: '2026-05-01', decision: '2026-06-01' };
const ask: FactDef['ask'] = { group: 'people', question: { 'zh-CN': '?' } };
const bool = (id: string, asked = true): FactDef => ({ id, type: 'bool', ifMissing: 'ask', ...(asked ? { ask } : {}) });
const is = (fact: string): Pred => ({ k: 'in', fact, values: ['true'] });
const doc: PolicyDoc = {
  schema: 1,
  id: 'p',
  version: '1',
  status: 'published',
  inForce: { from: '2020-01-01' },
  applies: 'filing',
  facts: [
    bool('gate'),
    bool('one'),
    bool('other'),
    bool('silent', false),
    { id: 'staff', type: 'int', unit: 'people', ifMissing: 'ask', ask },
  ],
  params: [],
  tiers: [
    {
      id: 'rung',
      gates: [{ id: 'g', when: is('gate') }],
      vetoes: [],
      routes: [
        { id: 'a', k: 'criteria', when: { k: 'all', of: [is('one'), is('other')] } },
        {
          id: 'b',
          k: 'criteria',
          when: { k: 'cmp', op: 'ge', a: { k: 'fact', fact: 'staff' }, b: { k: 'lit', value: '100', unit: 'people' } },
        },
        { id: 'c', k: 'criteria', when: is('silent') },
      ],
    },
  ],
  pick: 'highest',
  awards: [],
  stacks: [],
  pools: [],
};
const known = (value: string | boolean): Facts[string] => ({ known: value });
const order = (facts: Facts, max = 9): readonly string[] =>
  nextQuestions(doc, DATES, facts, { max }).map((q) => q.fact);

describe('nextQuestions', () => {
  test('first the one whose answer can settle the tier by itself', () => {
    expect(order({})[0]).toBe('gate');
    expect(nextQuestions(doc, DATES, {}, { max: 1 })).toHaveLength(1);
    expect(nextQuestions(doc, DATES, {})[0]?.decides).toEqual([{ policy: 'p', tier: 'rung' }]);
  });

  test('then the shorter way in', () => {
    const left = order({ gate: known(true) });
    expect(left[0]).toBe('staff');
    expect([...left].sort()).toEqual(['one', 'other', 'staff']);
  });

  test('nothing that is known, settled, or has no question', () => {
    expect(order({ gate: known(false) })).toEqual([]);
    expect(order({ gate: known(true), staff: known('100') })).toEqual([]);
    expect(order({ gate: known(true), staff: known('99'), one: known(false) })).toEqual([]);
    expect(order({ gate: { state: 'unknown' } })).toContain('gate');
  });

  test('shipped policies: every question is open, has words, and carries a weight in order', () => {
    const docs = shippedPolicies();
    for (const { doc: shipped, cases } of docs) {
      for (const c of cases.filter((_, i) => i % 10 === 0)) {
        const facts = factsOf(c.facts);
        const questions = nextQuestions(shipped, c.dates, facts, { max: 5 });
        const decision = evaluateReference(shipped, c.dates, deriveFacts([shipped], shipped, c.dates, facts));
        const needs = new Set([...decision.tiers, ...decision.awards].flatMap((x) => x.needs));
        for (const q of questions) {
          expect(needs.has(q.fact)).toBe(true);
          expect(shipped.facts.find((d) => d.id === q.fact)?.ask).toBeDefined();
          expect(q.weight).toBeGreaterThan(0);
        }
        const weights = questions.map((q) => q.weight);
        expect(weights).toEqual([...weights].sort((a, b) => b - a));
      }
    }
  });

  test('all policies together ask for what the other policy needs, not for its result', () => {
    const docs = shippedPolicies()
      .map((p) => p.doc)
      .filter((d) => !d.inForce.to || d.inForce.to >= '2025-06-30');
    const derived = docs.flatMap((d) => d.facts.filter((f) => f.derive).map((f) => f.id));
    const questions = nextQuestions(docs, { filing: '2025-06-30', decision: '2025-07-20' }, {}, { max: 20 });
    expect(questions.length).toBeGreaterThan(10);
    expect(questions.some((q) => derived.includes(q.fact))).toBe(false);
  });
});
