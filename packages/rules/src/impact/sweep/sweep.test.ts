import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../testing/random.ts';
import { randomFirm } from '../../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../../testing/random-policy.ts';
import { factsOf, shippedPolicies } from '../../../testing/shipped.ts';
import { columnStore } from '../../evaluate/columns/column-store.ts';
import { compileColumns } from '../../evaluate/columns/compile-columns.ts';
import { compare, num } from '../../number/rational.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Dates, Facts } from '../../policy/facts.ts';
import { valueAtPath, withFigure } from './figure-at.ts';
import { addMeasures, MeasureLayout, type SweepPoint } from './outcome-measures.ts';
import { sweep } from './sweep.ts';

/** Every path at which a document holds a figure as text. */
function figuresIn(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof v === 'string') return ['value', 'ge', 'gt', 'out', 'full'].includes(key) ? [at] : [];
    return ['facts', 'cite', 'label'].includes(key) ? [] : figuresIn(v, at);
  });
}

function anew(doc: PolicyDoc, dates: Dates, path: string, value: string, firms: readonly Facts[]): SweepPoint {
  const store = columnStore({ size: firms.length, facts: (i) => firms[i] as Facts });
  const layout = new MeasureLayout(doc);
  const changed = withFigure(doc, path, value);
  const read = layout.reader(compileColumns(changed, dates, { target: 'reference' }).run(store));
  const sum = Array.from({ length: layout.size }, () => 0n);
  for (let i = 0; i < firms.length; i++) addMeasures(sum, read(i));
  return layout.point(value, sum);
}

const POSITIONS = ['0', '0.2', '19.99%', '1/3', '1', '3', '10', '12.5', '60', '1000', '1728', '30000000', '-0.1', '-3'];

// INVARIANT (sweep is re-evaluation): a position of the slider gives what evaluating every firm with that figure gives.
test('sweep is re-evaluation, for any figure of any policy', () => {
  const modes = { instant: 0, evaluated: 0 };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const random = createRandom(seed);
      const doc = randomPolicy(random);
      const firms = Array.from({ length: 20 }, (_, i) => randomFirm(random, doc, { known: i % 3 === 0 ? 85 : 100 }));
      const path = random.pick(figuresIn(doc));
      const list = { size: firms.length, facts: (i: number) => firms[i] as Facts };
      const slider = sweep(doc, TEST_DATES, path, list, { mostUnsettled: seed % 2 === 0 ? 0 : 20 });
      modes[slider.mode]++;
      for (const value of Array.from({ length: 3 }, () => random.pick(POSITIONS)))
        expect(slider.at(value), `${seed} ${path} ${value}`).toEqual(anew(doc, TEST_DATES, path, value, firms));
    }),
    { numRuns: 400 },
  );
  expect(Math.min(modes.instant, modes.evaluated)).toBeGreaterThan(50);
}, 120_000);

describe.each(shippedPolicies())('$name', ({ doc, cases }) => {
  const dates = cases[0]?.dates ?? { decision: doc.inForce.from };
  const firms = cases.map((c) => factsOf(c.facts));
  const list = { size: firms.length, facts: (i: number) => firms[i] as Facts };
  const thresholds = figuresIn(doc).filter((path) => sweep(doc, dates, path, list).mode === 'instant');

  test('its thresholds answer at once and as evaluation does, on, below and above the figure', () => {
    expect(thresholds.length).toBeGreaterThan(5);
    for (const path of thresholds.filter((_, i) => i % 4 === 0)) {
      const slider = sweep(doc, dates, path, list);
      for (const value of [slider.value, '0', '0.19', '1000000000'])
        expect(slider.at(value), path).toEqual(anew(doc, dates, path, value, firms));
    }
  });

  test('firms whose value is open are answered from passes as well', () => {
    const lacking = firms.flatMap((facts) =>
      Object.keys(facts).map((id) => ({ ...facts, [id]: { state: 'unknown' } as const })),
    );
    const some = lacking.filter((_, i) => i % Math.ceil(lacking.length / 60) === 0);
    const isTest = (path: string) => /\.[ab]\.value$/.test(path) && !path.includes('.where.');
    const tests = thresholds.filter(isTest);
    expect(tests.length).toBeGreaterThan(0);
    for (const path of tests.filter((_, i) => i % 6 === 0)) {
      const slider = sweep(
        doc,
        dates,
        path,
        { size: some.length, facts: (i) => some[i] as Facts },
        { mostUnsettled: 0 },
      );
      expect(slider.mode, path).toBe('instant');
      for (const value of [slider.value, '0.19'])
        expect(slider.at(value), path).toEqual(anew(doc, dates, path, value, some));
    }
  });

  test('a higher growth threshold never lets more firms pass', () => {
    const path = thresholds.find((p) => {
      const cmp = valueAtPath(doc, p.replace(/\.b\.value$/, '')) as { k?: string; op?: string; a?: { k: string } };
      return p.includes('.routes.') && cmp.k === 'cmp' && cmp.op === 'ge' && cmp.a?.k !== 'span';
    });
    if (path === undefined) return;
    const slider = sweep(doc, dates, path, list);
    const passing = ['0', '0.1', '0.2', '0.5', '1', '100', '100000000'].map((value) => slider.at(value).pass);
    expect(passing).toEqual(passing.toSorted((a, b) => b - a));
  });
});

describe('a figure that is more than a threshold', () => {
  const three = shippedPolicies().find((p) => p.name.startsWith('nbhtz-three-pools'));
  const doc = three?.doc as PolicyDoc;
  const dates = three?.cases[0]?.dates as Dates;
  const firms = (three?.cases ?? []).map((c) => factsOf(c.facts));
  const list = { size: firms.length, facts: (i: number) => firms[i] as Facts };
  const cap =
    figuresIn(doc).find((path) =>
      path.startsWith(`params.${doc.params.findIndex((p) => p.id === 'majorProjectCap')}.`),
    ) ?? '';

  test('is worked out position by position, and an estimate between two says that it is one', () => {
    const slider = sweep(doc, dates, cap, list);
    expect(slider.mode).toBe('evaluated');
    const [low, high] = [slider.at('100000'), slider.at('300000')];
    expect([low.exact, high.exact, slider.estimate('100000').exact]).toEqual([true, true, true]);
    const guess = slider.estimate('200000');
    expect(guess.exact).toBe(false);
    expect(compare(num(guess.total.lo), num(low.total.lo))).toBeGreaterThanOrEqual(0);
    expect(compare(num(guess.total.lo), num(high.total.lo))).toBeLessThanOrEqual(0);
    expect(slider.at('200000').exact).toBe(true);
  });

  test('a path that holds no figure is refused', () => {
    expect(() => sweep(doc, dates, 'tiers.0.nothing', { size: 0, facts: () => ({}) })).toThrow(RangeError);
  });
});
