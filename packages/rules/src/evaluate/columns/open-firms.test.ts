import { expect, test } from 'vitest';
import { createRandom } from '../../../testing/random.ts';
import { randomFirm } from '../../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../../testing/random-policy.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Facts } from '../../policy/facts.ts';
import { evaluateReference } from '../evaluate-reference.ts';
import { type ColumnRange, type ColumnResults, openResults, writeDecision } from './column-results.ts';
import { columnStore } from './column-store.ts';
import { columnsCodegen } from './columns-codegen.ts';
import { compileColumns } from './compile-columns.ts';
import { vectors } from './vectors.ts';

type Parts = Omit<ColumnResults, 'size' | 'byReference'>;
const ranges = ({ points, awards, claims, total }: Parts): readonly ColumnRange[] => [
  ...points,
  ...awards,
  ...claims,
  total,
];
const partsOf = (r: Parts, firm: number): readonly number[] => [
  ...[r.best, ...r.tiers].map((column) => column[firm] as number),
  ...ranges(r).flatMap(({ lo, hi }) => [lo[firm] as number, hi[firm] as number]),
];

const POLICIES = 60;
const FIRMS = 45;

// INVARIANT (columns are the reference): also of a firm with open facts, whose results are ranges.
test('columns are the reference on firms with open facts, by vectors and by generated code', () => {
  let fast = 0;
  let all = 0;
  const judge = (doc: PolicyDoc, seed: number): void => {
    const random = createRandom(seed);
    const firms = Array.from({ length: FIRMS }, (_, i) => randomFirm(random, doc, { known: [95, 80, 50][i % 3] ?? 0 }));
    const want = openResults(doc, FIRMS);
    firms.forEach((facts, i) => {
      writeDecision(want, i, evaluateReference(doc, TEST_DATES, facts));
    });
    for (const target of [vectors, columnsCodegen]) {
      const store = columnStore({ size: FIRMS, facts: (i) => firms[i] ?? {} });
      const got = compileColumns(doc, TEST_DATES, { target, worthwhile: 1 }).run(store);
      firms.forEach((facts, i) => {
        if (partsOf(got, i).join() !== partsOf(want, i).join())
          expect(partsOf(got, i), `${seed} ${target.target} ${JSON.stringify(facts)}`).toEqual(partsOf(want, i));
      });
      all += FIRMS;
      fast += FIRMS - got.byReference.size;
    }
  };
  for (let p = 0; p < POLICIES; p++) judge(randomPolicy(createRandom(61_000 + p)), 62_000 + p);
  // What is disputed or too large goes to the reference, and generated firms have much of it.
  expect(fast).toBeGreaterThan(0.35 * all);
}, 240_000);

test('an open word of which nobody says what it may be is undetermined for every target', () => {
  const base = randomPolicy(createRandom(1));
  const doc: PolicyDoc = {
    ...base,
    facts: [{ id: 'title', type: 'enum', ifMissing: 'ask' }],
    tiers: [
      {
        id: 't',
        gates: [],
        vetoes: [],
        routes: [{ k: 'direct', id: 'r', when: { k: 'in', fact: 'title', values: ['gazelle'] } }],
      },
    ],
    ...{ awards: [], stacks: [], pools: [] },
  };
  const known: Facts = { title: { known: 'gazelle' } };
  const firms = columnStore({ size: 2, facts: (i) => (i === 0 ? {} : known) });
  for (const target of ['reference', vectors, columnsCodegen] as const)
    expect([...(compileColumns(doc, TEST_DATES, { target, worthwhile: 1 }).run(firms).tiers[0] ?? [])]).toEqual([2, 1]);
});
