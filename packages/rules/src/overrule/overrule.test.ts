import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import { bands, fact, indicator, lit, scoring } from '../../testing/small-policy.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import { explain } from '../explain/explain.ts';
import type { ExplainNode } from '../explain/explanation.ts';
import { sentenceOf } from '../explain/sentence.ts';
import { add, compare, formatNum, multiply, num, subtract, toDouble } from '../number/rational.ts';
import type { PolicyDoc, Score } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { walkDoc } from '../policy/walk.ts';
import { canonicalJson } from '../receipt/canonical-json.ts';
import { makeReceipt } from '../receipt/receipt.ts';
import { replay } from '../receipt/replay.ts';
import { checkPoints, stepOfPoints } from './check-points.ts';
import { markOverruled } from './mark-overruled.ts';
import { type Indicator, type Overruling, overrulableAt, overruledDoc, overrulePolicy } from './overrule-policy.ts';

const shipped = shippedPolicies().find(({ doc }) => doc.id === 'tech-sme');
if (!shipped) throw new Error('no score table is shipped');
const { doc, cases } = shipped;
const firms = cases.map((each): { readonly dates: Dates; readonly facts: Facts } => ({
  dates: each.dates,
  facts: factsOf(each.facts),
}));

const lines = (of: PolicyDoc): readonly (readonly [path: string, line: Indicator])[] => {
  const found: [string, Indicator][] = [];
  walkDoc(of, (node, path) => {
    if (node.k === 'indicator') found.push([path, node]);
  });
  return found;
};
const conditions = (of: PolicyDoc): readonly string[] => {
  const found: string[] = [];
  walkDoc(of, (node, path) => {
    if (node.k === 'cmp' || node.k === 'in' || node.k === 'all') found.push(path);
  });
  return found;
};

const firm = fc.constantFrom(...firms);
/** A line with points its table could give. */
const pointed = fc.constantFrom(...lines(doc)).chain(([path, line]) => {
  const step = num(stepOfPoints(line));
  const most = Math.round(toDouble(num(line.full)) / toDouble(step));
  return fc.nat(most).map((k) => ({ path, points: formatNum(multiply(step, num(String(k)))) }));
});
const judged = fc.record({
  path: fc.constantFrom(...conditions(doc)),
  verdict: fc.constantFrom('yes' as const, 'no' as const),
  flipped: fc.boolean(),
});
const overrulings = fc.uniqueArray(fc.oneof(pointed, judged), { selector: ({ path }) => path, maxLength: 3 });

function nodeAtPath(tree: ExplainNode, path: string): ExplainNode | undefined {
  return tree.path === path ? tree : tree.kids.map((kid) => nodeAtPath(kid, path)).find((found) => found);
}

describe('points given by a person', () => {
  it('count exactly, and the total moves by exactly the difference', () => {
    fc.assert(
      fc.property(firm, pointed, ({ dates, facts }, { path, points }) => {
        const before = explain(doc, dates, facts);
        const changed = overrulePolicy(doc, facts, [{ path, points }]);
        const after = explain(changed.doc, dates, changed.facts);
        expect(nodeAtPath(after.tree, path)?.points).toEqual({ lo: points, hi: points });
        const route = path.split('.').slice(0, 4).join('.');
        const [was, is] = [nodeAtPath(before.tree, route)?.points, nodeAtPath(after.tree, route)?.points];
        const line = nodeAtPath(before.tree, path)?.points;
        for (const end of ['lo', 'hi'] as const)
          expect(is?.[end]).toBe(formatNum(add(subtract(num(was?.[end] ?? ''), num(line?.[end] ?? '')), num(points))));
      }),
      { numRuns: 60 },
    );
  });

  // INVARIANT (overruled-bounds-are-sound): as for any policy, the full result lies inside that of a part of the facts.
  it('overruled-bounds-are-sound: whatever the open facts turn out to be, the total lies in its bounds', () => {
    fc.assert(
      fc.property(firm, overrulings, fc.infiniteStream(fc.boolean()), ({ dates, facts }, given, coins) => {
        const part: Facts = Object.fromEntries(
          Object.entries(facts).map(([id, state]) => [id, coins.next().value ? state : { state: 'unknown' }]),
        );
        const [open, full] = [overrulePolicy(doc, part, given), overrulePolicy(doc, facts, given)];
        expect(open.doc).toEqual(full.doc);
        const [wide, exact] = [open, full].map((each) => evaluateReference(each.doc, dates, each.facts));
        for (const [i, { outcome, routes }] of (exact?.tiers ?? []).entries()) {
          const tier = wide?.tiers[i];
          expect(['undetermined', outcome]).toContain(tier?.outcome);
          for (const [j, { points }] of routes.entries()) {
            const bounds = tier?.routes[j]?.points;
            if (!points || !bounds) continue;
            expect(compare(num(bounds.lo), num(points.lo))).toBeLessThanOrEqual(0);
            expect(compare(num(points.hi), num(bounds.hi))).toBeLessThanOrEqual(0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('count against a floor of their own line too', () => {
    const floor = { floors: [{ indicator: 'line', ge: '10' }] };
    const rows = [{ ge: '1', out: '30' }, { out: '0' }];
    const small = scoring(
      { k: 'sum', of: [indicator('line', '30', bands(fact('staff'), rows)), lit('60', 'points')] } as Score,
      floor,
    );
    const path = 'tiers.0.routes.0.score.of.0';
    const facts: Facts = { staff: { known: '5' } };
    const at = { decision: '2026-06-01' };
    const { doc: changed, facts: with0 } = overrulePolicy(small, facts, [{ path, points: '0' }]);
    expect(evaluateReference(small, at, facts).tiers[0]?.outcome).toBe('yes');
    expect(evaluateReference(changed, at, with0).tiers[0]?.outcome).toBe('no');
  });
});

describe('a receipt with criteria decided by a person', () => {
  // INVARIANT (overruled-document-is-settled)
  it('overruled-document-is-settled: is replayed to the same bytes from the policy alone, in whatever order they were made', () => {
    fc.assert(
      fc.property(firm, overrulings, ({ dates, facts }, given) => {
        const make = (list: readonly Overruling[]) => {
          const changed = overrulePolicy(doc, facts, list);
          const decision = evaluateReference(changed.doc, dates, changed.facts);
          return makeReceipt({ ...changed, dates, decision, engineVersion: 'test' });
        };
        const receipt = make(given);
        expect(canonicalJson(make(given.toReversed()))).toBe(canonicalJson(receipt));
        expect(canonicalJson(overruledDoc(doc, receipt.facts))).toBe(
          canonicalJson(overrulePolicy(doc, facts, given).doc),
        );
        expect(replay(receipt, [doc], evaluateReference)).toMatchObject({ same: true, differences: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('is not taken for one of another policy, and shows where points were changed afterwards', () => {
    const [{ dates, facts } = firms[0] as never] = firms;
    const [[path] = ['']] = lines(doc);
    const changed = overrulePolicy(doc, facts, [{ path, points: '0' }]);
    const decision = evaluateReference(changed.doc, dates, changed.facts);
    const receipt = makeReceipt({ ...changed, dates, decision, engineVersion: 'test' });
    expect(replay(receipt, [{ ...doc, pick: 'all' as const }], evaluateReference).same).toBe(false);
    const forged = { ...receipt, facts: { ...receipt.facts, [`overruled.${path}`]: { known: '20' } } };
    expect(replay(forged, [doc], evaluateReference).same).toBe(false);
  });
});

describe('what can be given', () => {
  const line = (of: Score, full = '20') => indicator('line', full, of) as Indicator;
  const steps = bands(fact('rate'), [{ ge: '0.3', out: '20' }, { ge: '0.1', out: '12' }, { out: '0' }]);

  it.each([
    ['rows of a table', line(steps), '4'],
    ['fractions', line(bands(fact('rate'), [{ ge: '1', out: '2.5' }, { out: '0.75' }]), '10'), '0.25'],
    [
      'straight lines',
      line({
        k: 'linear',
        of: fact('rate'),
        rows: [
          { ge: '0', out: '0' },
          { ge: '1', out: '20' },
        ],
        unit: 'points',
      } as Score),
      '0.01',
    ],
    [
      'several parts',
      line({ k: 'sum', of: [steps, { k: 'bonus', when: { k: 'provided', fact: 'flag' }, out: '3' }] } as Score, '24'),
      '1',
    ],
  ])('goes by what %s could give', (_what, given, step) => {
    expect(stepOfPoints(given)).toBe(step);
  });

  it.each([
    ['12', { points: '12' }],
    ['12.00', { points: '12' }],
    ['0', { points: '0' }],
    ['20', { points: '20' }],
    ['24', { problem: 'outside' }],
    ['10', { problem: 'off-step' }],
    ['3.9999999999', { problem: 'not-a-number' }],
    ['-4', { problem: 'not-a-number' }],
    ['1e1', { problem: 'not-a-number' }],
    ['', { problem: 'not-a-number' }],
  ])('%s points are %o', (text, answer) => {
    expect(checkPoints(line(steps), text)).toEqual(answer);
  });

  it('a line, a condition, a gate by its condition; no tier, no total, no judgement, nothing that is not there', () => {
    const [[path] = ['']] = lines(doc);
    expect(overrulableAt(doc, path)).toMatchObject({ at: path, indicator: { k: 'indicator' } });
    expect(overrulableAt(doc, 'tiers.0.gates.0')).toMatchObject({ at: 'tiers.0.gates.0.when' });
    for (const none of ['', 'tiers.0', 'tiers.0.routes.0.score', 'tiers.99.gates.0', 'id', 'facts.0'])
      expect(overrulableAt(doc, none)).toBeUndefined();
    const { doc: changed } = overrulePolicy(doc, {}, [{ path: 'tiers.0.gates.0', verdict: 'yes', flipped: false }]);
    expect(overrulableAt(changed, 'tiers.0.gates.0')).toBeUndefined();
    // A verdict is none for a line, and points are none for a condition.
    expect(
      overrulePolicy(doc, {}, [
        { path, verdict: 'yes', flipped: false },
        { path: 'tiers.0.gates.0', points: '1' },
      ]).facts,
    ).toEqual({});
  });
});

it('reads a veto the other way round: in favour of the firm means that it does not apply', () => {
  const ladder = shippedPolicies().find((each) => each.doc.tiers.some(({ vetoes }) => vetoes.length > 0))?.doc;
  if (!ladder) throw new Error('no veto is shipped');
  const path = `tiers.${ladder.tiers.findIndex(({ vetoes }) => vetoes.length > 0)}.vetoes.0`;
  const { facts, doc: changed } = overrulePolicy(ladder, {}, [{ path, verdict: 'yes', flipped: true }]);
  expect(facts).toEqual({ [`overruled.${path}`]: { known: false } });
  expect(overrulableAt(ladder, path)).toMatchObject({ at: `${path}.when` });
  expect(JSON.stringify(changed)).toContain(`"k":"judgement","id":"overruled.${path}"`);
  expect(JSON.stringify(ladder)).not.toContain('overruled.');
});

it('both-values-stay: the reason tree and its sentence say what was computed, what counts, and why', () => {
  const [{ dates, facts } = firms[0] as never] = firms;
  const [[path, line] = ['', undefined as never]] = lines(doc);
  const before = nodeAtPath(explain(doc, dates, facts).tree, path);
  const changed = overrulePolicy(doc, facts, [{ path, points: line.full }]);
  const plain = explain(changed.doc, dates, changed.facts).tree;
  const mark = { computed: { points: { lo: '8', hi: '8' } }, by: '王敏', reason: '社保名册已补正。' };
  const tree = markOverruled(plain, [{ path, ...mark }]);
  const node = nodeAtPath(tree, path);
  expect(before?.overruled).toBeUndefined();
  expect(node).toMatchObject({ overruled: mark, points: { lo: line.full } });
  expect(node && sentenceOf(node, doc, 'zh-CN')).toBe(
    '科技人员指标：系统计算得 8 分，经人工核定得 20 分（满分 20 分），理由：社保名册已补正。',
  );
  expect(node && sentenceOf(node, doc, 'en')).toContain('computed at 8 points, set to 20 points');
  const without = JSON.parse(JSON.stringify(tree), (key, value) => (key === 'overruled' ? undefined : value));
  expect(without).toEqual(JSON.parse(JSON.stringify(plain)));
  const gate = { path: 'tiers.0.gates.0', computed: { verdict: 'no' as const }, by: '王敏', reason: '登记已变更' };
  const told = nodeAtPath(markOverruled(plain, [gate]), gate.path);
  expect(told && sentenceOf(told, doc, 'zh-CN')).toMatch(
    /：系统计算的结论是“未满足”，经人工核定为“.+”，理由：登记已变更。$/,
  );
});
