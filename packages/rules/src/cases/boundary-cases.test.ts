import { describe, expect, test } from 'vitest';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import { canonicalJson } from '../receipt/canonical-json.ts';
import { boundaryCases } from './boundary-cases.ts';
import { coverCases } from './cover-cases.ts';
import { edgesOf } from './edges.ts';
import { runCases, uncovered } from './run-cases.ts';

describe.each(shippedPolicies())('$name', ({ doc, cases }) => {
  const dates = cases[0]?.dates ?? { decision: doc.inForce.from };
  const made = boundaryCases(doc, dates, { seeds: cases.slice(0, 40).map((c) => factsOf(c.facts)) });

  test('has three generated cases at nearly every edge, each as the reference says, none twice', () => {
    const edges = edgesOf(doc, dates);
    expect(edges.length).toBeGreaterThan(5);
    const at = edges.filter((e) => made.filter((m) => m.edge === e.path).length >= 2);
    expect(
      at.length,
      edges
        .filter((e) => !at.includes(e))
        .map((e) => e.path)
        .join('\n'),
    ).toBeGreaterThan(0.6 * edges.length);
    expect(runCases(doc, made, evaluateReference).results.filter((r) => !r.ok)).toEqual([]);
    expect(new Set(made.map((m) => canonicalJson(m.facts))).size).toBe(made.length);
    expect(made.every((m) => m.source === 'generated' && m.note !== undefined)).toBe(true);
  });

  test('covers the rows of tables better with them than without', () => {
    const [alone, more] = [coverCases(doc, cases), coverCases(doc, [...cases, ...made])];
    expect(more.both).toBeGreaterThanOrEqual(alone.both);
    expect(more.all).toBe(alone.all);
  });

  test('counts tiers, routes and awards as the run of the cases does', () => {
    const { coverage } = runCases(doc, cases, evaluateReference);
    const items = new Map(coverCases(doc, cases).items.map((item) => [item.path, item.hits]));
    for (const [path, hits] of Object.entries(coverage)) {
      if (path.startsWith('awards')) expect(items.has(path)).toBe(true);
      else expect(items.get(path), path).toEqual(hits);
    }
    expect(uncovered(Object.fromEntries(items))).not.toContain('tiers.0');
  });

  test('sees a gate that no case ever fails', () => {
    const passing = cases.filter((c) => evaluateReference(doc, c.dates, factsOf(c.facts)).tiers[0]?.outcome === 'yes');
    const gates = coverCases(doc, passing).items.filter((item) => item.path.startsWith('tiers.0.gates.'));
    expect(gates.every((gate) => gate.hits.no === 0 && gate.hits.yes === passing.length)).toBe(true);
  });
});
