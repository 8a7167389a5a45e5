import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../testing/random.ts';
import { randomFirm } from '../../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../../testing/random-policy.ts';
import { factsOf, shippedPolicies } from '../../../testing/shipped.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Dates, Facts } from '../../policy/facts.ts';
import { compile } from '../compile.ts';
import { evaluateReference } from '../evaluate-reference.ts';
import type { ColumnBackend } from './column-backend.ts';
import { type ColumnResults, openResults, writeDecision } from './column-results.ts';
import { columnStore } from './column-store.ts';
import { columnsCodegen } from './columns-codegen.ts';
import { compileColumns } from './compile-columns.ts';
import { vectors } from './vectors.ts';

const BACKENDS: readonly ColumnBackend[] = [vectors, columnsCodegen];
const POLICIES = 700;
const FIRMS = 150;

function byReference(
  doc: PolicyDoc,
  dates: Dates,
  firms: readonly Facts[],
): Omit<ColumnResults, 'size' | 'byReference'> {
  const results = openResults(doc, firms.length);
  firms.forEach((facts, i) => {
    writeDecision(results, i, evaluateReference(doc, dates, facts));
  });
  return results;
}

const bytes = ({ best, tiers, points, awards, claims, total }: Omit<ColumnResults, 'size' | 'byReference'>): string =>
  [best, ...tiers, ...[...points, ...awards, ...claims, total].flatMap((r) => [r.lo, r.hi])]
    .map((column) => column.join())
    .join('|');

const storeOf = (firms: readonly Facts[]) => columnStore({ size: firms.length, facts: (i) => firms[i] as Facts });

// INVARIANT (columns are the reference): whatever a column says of a firm, the reference says of it.
test('columns are the reference, on 105,000 pairs of policy and firm, by vectors and by generated code', () => {
  let fast = 0;
  for (let p = 0; p < POLICIES; p++) {
    const random = createRandom(31_000 + p);
    const doc = randomPolicy(random);
    const known = p % 7 === 0 ? 90 : 100;
    const { prepare } = compile(doc, TEST_DATES);
    // Most of the time a firm that columns can judge themselves.
    const draw = (tries: number): Facts => {
      const facts = randomFirm(random, doc, { known });
      return tries === 0 || prepare(facts) ? facts : draw(tries - 1);
    };
    const firms = Array.from({ length: FIRMS }, () => draw(3));
    const want = bytes(byReference(doc, TEST_DATES, firms));
    const store = storeOf(firms);
    for (const target of BACKENDS) {
      const program = compileColumns(doc, TEST_DATES, { target });
      expect(program.target).toBe(target.target);
      const got = program.run(store);
      if (bytes(got) !== want) expect.fail(`policy ${p}, ${target.target}`);
      if (target === columnsCodegen) fast += FIRMS - got.byReference.size;
    }
  }
  expect(POLICIES * FIRMS).toBeGreaterThanOrEqual(100_000);
  expect(fast).toBeGreaterThan(0.5 * POLICIES * FIRMS);
}, 240_000);

describe.each(shippedPolicies())('$name', ({ doc, cases }) => {
  test('columns are the reference on the worked cases, across the edges of blocks', () => {
    const [first] = cases;
    const dates = first?.dates ?? { decision: doc.inForce.from };
    const few = cases.filter((c) => JSON.stringify(c.dates) === JSON.stringify(dates)).map((c) => factsOf(c.facts));
    const firms = Array.from({ length: 2100 }, (_, i) => few[i % few.length] as Facts);
    const want = bytes(byReference(doc, dates, firms));
    for (const target of BACKENDS)
      expect(bytes(compileColumns(doc, dates, { target }).run(storeOf(firms))) === want).toBe(true);
  });
});

test('two versions read a shared figure once', () => {
  const ladders = shippedPolicies().filter((p) => p.name.startsWith('nbhtz-ladder'));
  let reads = 0;
  const facts = (): Facts => {
    reads++;
    return {};
  };
  const firms = columnStore({ size: 10, facts });
  const dates = { decision: '2021-03-01' };
  firms.columns(ladders.flatMap((p) => compileColumns(p.doc, dates).plans));
  expect(reads).toBe(10);
  for (const p of ladders) firms.columns(compileColumns(p.doc, dates).plans);
  expect(reads).toBe(10);
});

test('a store renewed for some firms holds what one read anew holds, and the old one what it held', () => {
  let marked = 0;
  for (let p = 0; p < 60; p++) {
    const random = createRandom(77_000 + p);
    const doc = randomPolicy(random);
    const { plans } = compileColumns(doc, TEST_DATES);
    const draw = (): Facts => randomFirm(random, doc, { known: 70 });
    const before = Array.from({ length: 40 }, draw);
    const changed = before.flatMap((_, i) => (random.chance(25) ? [i] : []));
    const after = [...before.map((facts, i) => (changed.includes(i) ? draw() : facts)), draw(), draw()];
    const old = storeOf(before);
    const held = JSON.stringify(old.columns(plans));
    const asked: number[] = [];
    const facts = (i: number): Facts => {
      asked.push(i);
      return after[i] as Facts;
    };
    const renewed = old.renewed({ size: after.length, facts }, changed);
    if (plans.length > 0) expect(asked).toEqual([...changed, 40, 41]);
    const columns = renewed.columns(plans);
    const fresh = storeOf(after).columns(plans);
    columns.forEach(({ values, open }, c) => {
      expect(values).toEqual(fresh[c]?.values);
      expect([...(open ?? new Uint8Array(42))]).toEqual([...(fresh[c]?.open ?? new Uint8Array(42))]);
      if (open?.some((mark) => mark !== 0)) marked++;
    });
    expect(JSON.stringify(old.columns(plans))).toBe(held);
  }
  expect(marked).toBeGreaterThan(50);
});

test('where code may not be generated, vectors take its place', () => {
  const own = globalThis.Function;
  globalThis.Function = class {
    constructor() {
      throw new EvalError('forbidden');
    }
  } as unknown as FunctionConstructor;
  try {
    expect(compileColumns(randomPolicy(createRandom(1)), TEST_DATES, { target: columnsCodegen }).target).toBe(
      'columns-vector',
    );
  } finally {
    globalThis.Function = own;
  }
});
