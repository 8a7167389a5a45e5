import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../../testing/random.ts';
import { randomFirm } from '../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../testing/random-policy.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { codegen } from './codegen.ts';
import { compile, type Program } from './compile.ts';
import { evaluateReference } from './evaluate-reference.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

const POLICIES = 625;
const FIRMS = 160;

/** A firm whose facts are all given, most of the time one the fast path takes. */
function knownFirm(random: Random, doc: PolicyDoc, program: Program): Facts {
  for (let tries = 0; tries < 3; tries++) {
    const facts = randomFirm(random, doc, { known: 100 });
    if (program.prepare(facts)) return facts;
  }
  return randomFirm(random, doc, { known: 100 });
}

const plain = (o: Outcome) => ({
  best: o.best,
  tiers: [...o.tiers],
  points: [...o.points].map((n, i) => n / (o.scales[i] ?? 1)),
  awards: [...o.awards],
  claims: [...o.claims],
});

test('closures and generated code give the decision of the reference, byte for byte, on 100,000 pairs of policy and firm', () => {
  let fast = 0;
  for (let p = 0; p < POLICIES; p++) {
    const random = createRandom(7_000 + p);
    const doc = randomPolicy(random);
    const closures = compile(doc, TEST_DATES);
    const generated = compile(doc, TEST_DATES, { target: codegen });
    expect([closures.target, generated.target]).toEqual(['closure', 'codegen']);
    for (let f = 0; f < FIRMS; f++) {
      const facts = knownFirm(random, doc, closures);
      const want = JSON.stringify(evaluateReference(doc, TEST_DATES, facts));
      const same =
        JSON.stringify(closures.evaluate(facts)) === want && JSON.stringify(generated.evaluate(facts)) === want;
      if (!same) expect.fail(`policy ${p}, firm ${f}: ${JSON.stringify(facts)}`);
      if (closures.prepare(facts)) fast++;
    }
  }
  expect(POLICIES * FIRMS).toBeGreaterThanOrEqual(100_000);
  expect(fast).toBeGreaterThan(0.8 * POLICIES * FIRMS);
}, 180_000);

test('firms with gaps are judged as by the reference too', () => {
  for (let p = 0; p < 60; p++) {
    const random = createRandom(90_000 + p);
    const doc = randomPolicy(random);
    const programs = [compile(doc, TEST_DATES), compile(doc, TEST_DATES, { target: codegen })];
    for (let f = 0; f < 30; f++) {
      const facts = randomFirm(random, doc, { known: [40, 80, 97][f % 3] ?? 80 });
      const want = evaluateReference(doc, TEST_DATES, facts);
      for (const program of programs) expect(program.evaluate(facts)).toEqual(want);
    }
  }
});

test('the compact outcome says what the decision says', () => {
  // The last one takes off points of which there are none.
  for (const seed of [...Array.from({ length: 80 }, (_, p) => 50_000 + p), 127_182]) {
    const random = createRandom(seed);
    const doc = randomPolicy(random);
    for (const target of ['reference', 'closure', codegen] as const) {
      const program = compile(doc, TEST_DATES, { target });
      for (let f = 0; f < 20; f++) {
        const facts = randomFirm(random, doc, { known: 100 });
        const slots = program.prepare(facts);
        if (!slots) continue;
        expect(plain(program.run(slots))).toEqual(plain(outcomeOf(doc, program.evaluate(facts))));
      }
    }
  }
});

describe('where code may not be generated', () => {
  test('generated code falls back to closures', () => {
    const own = globalThis.Function;
    globalThis.Function = class {
      constructor() {
        throw new EvalError('forbidden');
      }
    } as unknown as FunctionConstructor;
    try {
      expect(compile(randomPolicy(createRandom(1)), TEST_DATES, { target: codegen }).target).toBe('closure');
    } finally {
      globalThis.Function = own;
    }
  });
});
