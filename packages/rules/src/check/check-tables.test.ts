import { expect, test } from 'vitest';
import { createRandom } from '../../testing/random.ts';
import { all, cmp, fact, scoring, table } from '../../testing/small-policy.ts';
import { createReference } from '../evaluate/reference.ts';
import type { PolicyDoc, Pred } from '../policy/document.ts';
import { checkPolicy } from './check-policy.ts';
import { openCheck } from './context.ts';

const FIGURES = ['rate', 'worth'] as const;
const CUTS = ['0', '0.2', '0.4', '0.6', '0.8', '1'];

function randomTable(seed: number): PolicyDoc {
  const random = createRandom(seed);
  const side = (id: string): readonly Pred[] => {
    const low = random.int(5);
    const high = low + 1 + random.int(5 - low);
    const unit = id === 'rate' ? 'ratio' : 'CNY';
    return [
      cmp(fact(id), random.pick(['ge', 'gt'] as const), CUTS[low] ?? '0', unit),
      cmp(fact(id), random.pick(['le', 'lt'] as const), CUTS[high] ?? '1', unit),
    ];
  };
  const rows = random.many(2, 5, (): readonly [Pred, string] => [
    all(...FIGURES.filter((_, i) => i === 0 || random.chance(60)).flatMap(side)),
    String(random.int(9)),
  ]);
  return scoring(table('unique', ...rows));
}

/** How many rows take each of many firms: on every cut and between any two. */
function counts(doc: PolicyDoc): readonly number[] {
  const c = openCheck(doc, {});
  const route = doc.tiers[0]?.routes[0];
  const rows = route?.k === 'scored' && route.score.k === 'table' ? route.score.rows : [];
  const values = CUTS.flatMap((x) => [x, String(Number(x) + 0.1)]).filter((x) => Number(x) <= 1);
  return values.flatMap((rate) =>
    values.map((worth) => {
      const r = createReference(doc, c.dates, { ...c.plain, rate: { known: rate }, worth: { known: worth } });
      return rows.filter((row) => r.truth(row.when) === 'yes').length;
    }),
  );
}

test('rows overlap exactly where some firm is taken by two of them', () => {
  let both = 0;
  for (let seed = 0; seed < 200; seed++) {
    const doc = randomTable(seed);
    const told = checkPolicy(doc).some((f) => f.code === 'rows-overlap');
    const isSo = counts(doc).some((n) => n > 1);
    if (isSo) both++;
    // The firms tried lie on every cell of the grid, so both directions hold.
    expect(told, `seed ${seed}`).toBe(isSo);
  }
  expect(both).toBeGreaterThan(20);
  expect(both).toBeLessThan(190);
});

test('a table that takes every firm has no gap', () => {
  let whole = 0;
  for (let seed = 0; seed < 400; seed++) {
    const doc = randomTable(seed);
    if (counts(doc).some((n) => n === 0)) continue;
    whole++;
    expect(checkPolicy(doc).filter((f) => ['table-gap', 'point-gap', 'grain-gap'].includes(f.code))).toEqual([]);
  }
  expect(whole).toBeGreaterThan(0);
});

test('along one figure every hole between two rows is told', () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = createRandom(seed);
    const ends = [...new Set(random.many(2, 5, () => random.int(9)))].sort((a, b) => a - b);
    const rows = ends.map((n): readonly [Pred, string] => [
      all(cmp(fact('rate'), 'ge', `0.${n}`, 'ratio'), cmp(fact('rate'), 'lt', `0.${n + 1}`, 'ratio')),
      '1',
    ]);
    const holes = ends.slice(1).filter((n, i) => n > (ends[i] ?? 0) + 1).length;
    const found = checkPolicy(scoring(table('unique', ...rows)));
    expect(found.filter((f) => f.code === 'table-gap').length, `seed ${seed}`).toBe(holes);
  }
});
