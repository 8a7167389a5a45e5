import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../../testing/random.ts';
import { randomFirm } from '../../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../../testing/random-policy.ts';
import { shippedPolicies } from '../../../testing/shipped.ts';
import { text } from '../../../testing/test-facts.ts';
import { deriveFacts } from '../../advise/derive-facts.ts';
import type { ColumnRange, ColumnResults } from '../../evaluate/columns/column-results.ts';
import { columnStore } from '../../evaluate/columns/column-store.ts';
import { compileColumns } from '../../evaluate/columns/compile-columns.ts';
import { evaluateReference } from '../../evaluate/evaluate-reference.ts';
import { formatNum, num, subtract } from '../../number/rational.ts';
import type { Expr, FactDef, PolicyDoc, Pred } from '../../policy/document.ts';
import type { Dates, Facts } from '../../policy/facts.ts';
import { yuanOf } from '../../pools/fen.ts';
import { withFigure } from '../sweep/figure-at.ts';
import { MeasureLayout, type SweepPoint } from '../sweep/outcome-measures.ts';
import { sweep } from '../sweep/sweep.ts';
import { syntheticPopulation } from '../synthetic/synthetic-population.ts';
import { plus } from './plus.ts';
import { policiesFollowing } from './policies-following.ts';
import { sweepFollowing } from './sweep-following.ts';
import type { Programs } from './text-on-trial.ts';
import { startWholeImpact } from './whole-impact.ts';

const programOf: Programs['programOf'] = ({ doc, dates }) => compileColumns(doc, dates);
const PROGRAMS: Programs = { programOf, remembered: programOf };

/** A policy that goes by the tier of another: so does its lowest tier, and an award. */
function follower(random: Random, id: string, of: PolicyDoc): PolicyDoc {
  const doc = randomPolicy(random);
  const rung: FactDef = {
    ...{ id: `${id}-rung`, label: text('rung'), type: 'enum', ifMissing: 'ask' },
    domain: { values: ['none', ...of.tiers.map((tier) => tier.id)].map((word) => ({ id: word, label: text(word) })) },
    derive: { policy: of.id, take: 'tier' },
  };
  const holds = { k: 'in', fact: rung.id, values: [random.pick(of.tiers).id] } as const;
  return {
    ...doc,
    id,
    facts: [...doc.facts, rung],
    tiers: doc.tiers.map((tier, i) =>
      i > 0 ? tier : { ...tier, gates: [...tier.gates, { id: `${id}-gate`, when: holds }] },
    ),
    awards: [
      ...doc.awards,
      { id: `${id}-award`, for: holds, pay: { k: 'lit', value: random.pick(['8', '0.07']), unit: 'CNY' } },
    ],
  };
}

/** A policy whose lowest tier hangs on one figure that firms lie on both sides of. */
function hanging(random: Random, doc: PolicyDoc): PolicyDoc {
  const figure = { k: 'lit', value: '1000', unit: 'CNY' } as const;
  const when: Pred = { k: 'cmp', op: random.pick(['ge', 'gt', 'lt']), a: random.pick(OF), b: figure };
  const [lowest, ...others] = doc.tiers;
  const route = { k: 'direct', id: 'hangs', when } as const;
  return lowest ? { ...doc, tiers: [{ ...lowest, gates: [], vetoes: [], routes: [route] }, ...others] } : doc;
}
const OF: readonly Expr[] = [
  { k: 'fact', fact: 'm1' },
  { k: 'fact', fact: 's1', year: 'T' },
];
const HANGS = 'tiers.0.routes.0.when.b.value';

/** What firms come to, each judged by the reference. */
function judged(doc: PolicyDoc, firms: readonly Facts[]): ColumnResults {
  const store = columnStore({ size: firms.length, facts: (i) => firms[i] as Facts });
  return compileColumns(doc, TEST_DATES, { target: 'reference' }).run(store);
}

function comeTo(doc: PolicyDoc, firms: readonly Facts[], value: string): SweepPoint {
  const layout = new MeasureLayout(doc);
  return layout.point(value, layout.sum(judged(doc, firms)));
}

/** The money alone, in whole 分 however much it is. */
function moneyOf(doc: PolicyDoc, firms: readonly Facts[]): Pick<SweepPoint, 'total' | 'awards' | 'pools'> {
  const { total, awards, claims } = judged(doc, firms);
  const sum = (column: Float64Array): string =>
    column.every(Number.isFinite)
      ? yuanOf([...column].reduce((all, fen) => all + BigInt(Math.floor(fen)), 0n))
      : column.some((fen) => fen === Number.POSITIVE_INFINITY)
        ? 'inf'
        : '-inf';
  const range = ({ lo, hi }: ColumnRange) => ({ lo: sum(lo), hi: sum(hi) });
  const named = (parts: readonly { readonly id: string }[], of: readonly ColumnRange[]) =>
    Object.fromEntries(parts.map(({ id }, i) => [id, range(of[i] as ColumnRange)]));
  return { total: range(total), awards: named(doc.awards, awards), pools: named(doc.pools, claims) };
}

const told = (doc: PolicyDoc, facts: Facts): string =>
  evaluateReference(doc, TEST_DATES, facts)
    .tiers.map(({ outcome }) => outcome)
    .join();

const PATHS = /^(tiers|params)\..*\.(value|ge|gt|out)$/;
function figuresIn(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return PATHS.test(path) && typeof value === 'string' ? [path] : [];
  return Object.entries(value).flatMap(([key, v]) => figuresIn(v, path === '' ? key : `${path}.${key}`));
}

const POSITIONS = ['0', '0.2', '19.99%', '1/3', '1', '3', '10', '12.5', '60', '1000', '1728', '30000000', '-0.1'];

// INVARIANT (slider with what follows): a position is the policy for every firm and those that follow, for the firms
// whose tiers are not the same at all positions, each judged by the reference.
test('slider with what follows is evaluation by the reference, firm by firm', () => {
  const seen = { instant: 0, evaluated: 0, moving: 0, far: 0 };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const random = createRandom(seed);
      const isHanging = random.chance(60);
      const doc = isHanging ? hanging(random, randomPolicy(random)) : randomPolicy(random);
      const near = follower(random, 'near', doc);
      const far = follower(random, 'far', near);
      const firms = Array.from({ length: 12 }, (_, i) => randomFirm(random, doc, { known: i % 3 === 0 ? 85 : 100 }));
      const path = isHanging ? HANGS : random.pick(figuresIn(doc));
      const unread = random.chance(30) ? ['m1', 's1'] : [];
      const texts = [near, far].map((each) => ({ doc: each, docs: [near, far], unread }));
      const list = { size: firms.length, facts: (i: number) => firms[i] as Facts };
      const slider = sweep(doc, TEST_DATES, path, list, { mostUnsettled: seed % 2 === 0 ? 0 : 20 });
      const values = random.many(2, 4, () => random.pick(POSITIONS));
      const judging = { dates: TEST_DATES, programs: PROGRAMS };
      const points = sweepFollowing({ slider, doc, following: texts, firms: list }, values, judging);
      const docs = values.map((value) => withFigure(doc, path, value));
      const moving = firms.filter((facts) => new Set(docs.map((each) => told(each, facts))).size > 1);
      seen[slider.mode]++;
      seen.moving += moving.length;
      values.forEach((value, p) => {
        const at = docs[p] as PolicyDoc;
        const wanted = texts.reduce(
          (sum, { doc: each }) => {
            const facts = moving.map((firm) => {
              const read = Object.fromEntries(Object.entries(firm).filter(([id]) => !unread.includes(id)));
              // The tier is that of all the firm tells; only the policy that follows reads some of it otherwise.
              const tier = deriveFacts([at], near, TEST_DATES, firm)['near-rung'];
              return deriveFacts([near], each, TEST_DATES, { ...read, ...(tier ? { 'near-rung': tier } : {}) });
            });
            const more = moneyOf(each, facts);
            if (each === far && more.total.hi !== '0') seen.far++;
            const [awards, pools] = [
              { ...more.awards, ...sum.awards },
              { ...more.pools, ...sum.pools },
            ];
            return Object.assign(sum, { total: plus(sum.total, more.total), awards, pools });
          },
          comeTo(at, firms, value),
        );
        expect(points[p], `${seed} ${path} ${value}`).toEqual(wanted);
      });
    }),
    { numRuns: 80 },
  );
  expect(Math.min(seen.instant, seen.evaluated, seen.far)).toBeGreaterThan(10);
  expect(seen.moving).toBeGreaterThan(100);
}, 120_000);

const shipped = shippedPolicies();
const LADDER = shipped.find(({ name }) => name.startsWith('nbhtz-ladder/2020'))?.doc as PolicyDoc;
const POOLS = shipped.find(({ name }) => name.startsWith('nbhtz-three-pools'))?.doc as PolicyDoc;
const DATES: Dates = { filing: '2021-04-01', decision: '2021-04-01', fiscalYearEnd: '2020-12-31' };
const GROWTH = 'tiers.1.routes.1.when.of.1.b.value';

test('two positions alone are the trial of the two figures, and the difference is the same among more', () => {
  const made = syntheticPopulation([LADDER, POOLS], DATES, { count: 1500, seed: 4 });
  const firms = {
    ...made,
    facts: (i: number) => Object.fromEntries(Object.entries(made.facts(i)).filter(([id]) => id !== 'zoneTier')),
  };
  const following = [{ doc: POOLS, docs: [LADDER, POOLS], unread: [] }];
  const slider = sweep(LADDER, DATES, GROWTH, firms);
  const judging = { dates: DATES, programs: PROGRAMS };
  const along = (values: readonly string[]) =>
    sweepFollowing({ slider, doc: LADDER, following, firms }, values, judging);
  const side = (value: string) => ({ doc: withFigure(LADDER, GROWTH, value), docs: [], unread: [] });
  const trial = startWholeImpact({ before: side('15%'), after: side('40%'), following, dates: DATES }, PROGRAMS);
  trial.add(firms);
  const { total, pools, awards } = trial.report();
  const [from, to] = along(['15%', '40%']);
  expect([from?.total, to?.total]).toEqual([total.before, total.after]);
  expect(Object.keys(pools).length).toBeGreaterThan(0);
  for (const [id, { before, after }] of Object.entries(pools))
    expect([from?.pools[id], to?.pools[id]]).toEqual([before?.claimed, after?.claimed]);
  expect(awards['gazelle-award']?.before?.amount).toEqual(from?.awards['gazelle-award']);
  const [, low, , high] = along(['5%', '15%', '20%', '40%', '90%']);
  const fell = (a: SweepPoint | undefined, b: SweepPoint | undefined) =>
    formatNum(subtract(num(a?.total.lo ?? ''), num(b?.total.lo ?? '')));
  expect(fell(low, high)).toBe(fell(from, to));
  expect(Number(fell(from, to))).toBeGreaterThan(0);
});

test('policies that follow are those in force that take a tier, straight or through another', () => {
  const random = createRandom(5);
  const far = follower(random, 'far', { ...POOLS, tiers: LADDER.tiers });
  const later = { ...POOLS, inForce: { from: '2030-01-01' } };
  const found = (dates: Dates) =>
    policiesFollowing([LADDER, POOLS, later, far], LADDER.id, dates).map(({ id, inForce }) => [id, inForce.from]);
  expect(found(DATES)).toEqual([
    [POOLS.id, '2018-03-01'],
    ['far', '2020-01-01'],
  ]);
  expect(found({ ...DATES, filing: '2017-04-01', decision: '2017-04-01' })).toEqual([]);
});
