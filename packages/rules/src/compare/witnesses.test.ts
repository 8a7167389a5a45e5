import { describe, expect, test } from 'vitest';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import { edgePopulation, pivotalFirms } from '../cases/edge-population.ts';
import { type Edge, edgesOf } from '../cases/edges.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import { withFigure } from '../impact/sweep/figure-at.ts';
import { add, divide, formatNum, fromInt, multiply } from '../number/rational.ts';
import { witnessChanges } from './witnesses.ts';

const shipped = shippedPolicies();

describe.each(shipped)('$name', ({ doc, cases }) => {
  const dates = cases[0]?.dates ?? { decision: doc.inForce.from };
  const seeds = cases.map((c) => factsOf(c.facts));
  /** Half as much again; five more points, so that a mark moves past the next row of its table. */
  const higher = ({ bound, unit }: Edge): string =>
    formatNum(unit === 'points' ? add(bound, fromInt(5)) : divide(multiply(bound, fromInt(3)), fromInt(2)));

  test('witnesses differ, and every raised figure that decides for some firm has one', () => {
    const store = edgePopulation([doc], dates, seeds);
    const edges = edgesOf(doc, dates).filter((edge) => /\.(value|ge|gt)$/.test(edge.path));
    const reachable = edges.filter(
      (edge) => pivotalFirms(doc, dates, edge.path, store, 1).length > 0 && edge.bound.n !== 0n,
    );
    expect(reachable.length).toBeGreaterThan(5);
    const without: string[] = [];
    let atEdge = 0;
    for (const edge of reachable.filter((_, i) => i % 3 === 0)) {
      const changed = withFigure(doc, edge.path, higher(edge));
      const [found] = witnessChanges(doc, changed, dates, { seeds, most: 2, count: 1500 });
      expect(found?.change.type).toBe('figure');
      if (found?.witnesses.length === 0) without.push(edge.path);
      for (const w of found?.witnesses ?? []) {
        expect(evaluateReference(doc, dates, w.facts)).toEqual(w.before);
        expect(evaluateReference(changed, dates, w.facts)).toEqual(w.after);
        expect(w.differs.length).toBeGreaterThan(0);
        if (w.edge) atEdge++;
        expect(w.after).not.toEqual(w.before);
      }
    }
    expect(without).toEqual([]);
    expect(atEdge).toBeGreaterThan(0);
  }, 60_000);
});

test('between the two ladders every tier that is new has a witness', () => {
  const [v2018, v2020] = shipped.filter((p) => p.name.startsWith('nbhtz-ladder'));
  if (!v2018 || !v2020) throw new Error('no ladders');
  const dates = { decision: '2020-12-15' };
  const found = witnessChanges(v2018.doc, v2020.doc, dates);
  const added = found.filter(
    (w) => w.change.type === 'added' && w.change.key.split('.').length === 2 && w.change.key.startsWith('tiers'),
  );
  expect(added.length).toBeGreaterThan(0);
  expect(added.every((w) => w.witnesses.length > 0)).toBe(true);
});

test('nothing changed, nothing to witness', () => {
  const doc = shipped[0]?.doc;
  if (doc) expect(witnessChanges(doc, doc, { decision: doc.inForce.from })).toEqual([]);
});
