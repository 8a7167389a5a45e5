import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../testing/random.ts';
import { judgementsOf, randomFirm, randomInput, YEARS } from '../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../testing/random-policy.ts';
import { compare, num } from '../number/rational.ts';
import type { FactDef, PolicyDoc, SeriesInput } from '../policy/document.ts';
import type { FactState, Facts } from '../policy/facts.ts';
import type { Decision, Range, Truth } from './decision.ts';
import { evaluateReference } from './evaluate-reference.ts';

const FIRMS = 100_000;
const FIRMS_PER_POLICY = 10;

/** One way the open facts may turn out; absent facts that the policy closes stay as they are. */
function complete(random: Random, doc: PolicyDoc, facts: Facts): Facts {
  const out: Record<string, FactState> = { ...facts };
  for (const def of doc.facts) out[def.id] = completeOne(random, def, facts[def.id]) ?? (undefined as never);
  for (const def of doc.facts) if (out[def.id] === undefined) delete out[def.id];
  for (const id of judgementsOf(doc)) out[id] ??= { known: random.chance(50) };
  return out;
}

function completeOne(random: Random, def: FactDef, state: FactState | undefined): FactState | undefined {
  const any = (): FactState => (random.chance(15) ? { state: 'notApplicable' } : { known: inDomain(random, def) });
  if (state === undefined) return def.ifMissing === 'ask' ? any() : undefined;
  if ('disputed' in state) return { known: random.pick(state.disputed) };
  if ('state' in state) return state.state === 'unknown' ? any() : state;
  if (def.type === 'series') return { known: completeYears(random, def, state.known as SeriesInput) };
  if (def.type === 'list')
    return {
      known: (state.known as readonly Record<string, boolean | string | null>[]).map((item) =>
        completeItem(random, def, item),
      ),
    };
  return state;
}

function completeYears(random: Random, def: FactDef, years: SeriesInput): SeriesInput {
  const any = inDomain(random, def) as SeriesInput;
  const out: Record<string, string | null> = { ...years };
  for (const year of YEARS) {
    const open = out[year] === null || (out[year] === undefined && def.ifMissing !== 'fail');
    if (open) out[year] = random.chance(10) ? 'notApplicable' : (any[year] ?? null);
  }
  return out;
}

const completeItem = (
  random: Random,
  def: FactDef,
  item: Record<string, boolean | string | null>,
): Record<string, boolean | string | null> => {
  const whole = (randomInput(random, { ...def }) as readonly Record<string, boolean | string | null>[])[0];
  const fill = (field: FactDef): boolean | string | null =>
    whole?.[field.id] ?? (field.type === 'enum' ? 'a' : field.type === 'date' ? '2024-01-01' : '1');
  return Object.fromEntries((def.fields ?? []).map((f) => [f.id, item[f.id] ?? fill(f)]));
};

function inDomain(random: Random, def: FactDef): ReturnType<typeof randomInput> {
  const max = def.domain?.max;
  for (;;) {
    const value = randomInput(random, def);
    if (max === undefined || typeof value !== 'string' || compare(num(value), num(max)) <= 0) return value;
  }
}

const holds = (open: Truth, full: Truth): boolean => open === 'undetermined' || open === full;
const inside = (open: Range, full: Range): boolean =>
  compare(num(open.lo), num(full.lo)) <= 0 && compare(num(full.hi), num(open.hi)) <= 0;

/** Everything in the complete result that is not inside the partial one. */
function outside(open: Decision, full: Decision): string[] {
  const wrong: string[] = [];
  const check = (what: string, ok: boolean): void => {
    if (!ok) wrong.push(what);
  };
  full.tiers.forEach((t, i) => {
    const o = open.tiers[i];
    check(`tier ${t.tier}`, o !== undefined && holds(o.outcome, t.outcome));
    t.routes.forEach((route, j) => {
      const or = o?.routes[j];
      check(
        `route ${route.route}`,
        or !== undefined &&
          holds(or.outcome, route.outcome) &&
          (!route.points || (or.points !== undefined && inside(or.points, route.points))),
      );
    });
  });
  if (open.best !== full.best) check('best', full.best === undefined ? false : open.possible.includes(full.best));
  full.awards.forEach((a, i) => {
    const o = open.awards[i];
    check(
      `award ${a.award}`,
      o !== undefined && holds(o.outcome, a.outcome) && inside(o.amount, a.amount) && inside(o.asked, a.asked),
    );
    check(`stacked ${a.award}`, o?.stackedOut === undefined || a.stackedOut !== undefined || a.amount.hi === '0');
    for (const [j, t] of (a.tranches ?? []).entries())
      check(
        `tranche ${a.award}.${j}`,
        holds(o?.tranches?.[j]?.outcome ?? 'no', t.outcome) && inside(o?.tranches?.[j]?.amount ?? t.amount, t.amount),
      );
    if (a.shares)
      for (const [payer, r] of Object.entries(a.shares))
        check(`share ${a.award}.${payer}`, inside(o?.shares?.[payer] ?? r, r));
  });
  for (const [i, p] of full.pools.entries()) check(`pool ${p.pool}`, inside(open.pools[i]?.claim ?? p.claim, p.claim));
  check('total', inside(open.total, full.total));
  return wrong;
}

// INVARIANT (bounds are sound): whatever the open facts turn out to be, the full result lies inside the partial one.
test(`bounds are sound: ${FIRMS} partial firms, each completed at random`, { timeout: 600_000 }, () => {
  const random = createRandom(20261123);
  let settled = 0;
  for (let i = 0; i < FIRMS / FIRMS_PER_POLICY; i++) {
    const doc = randomPolicy(random);
    for (let j = 0; j < FIRMS_PER_POLICY; j++) {
      const facts = randomFirm(random, doc, { known: 30 + random.int(65) });
      const open = evaluateReference(doc, TEST_DATES, facts);
      const full = evaluateReference(doc, TEST_DATES, complete(random, doc, facts));
      const wrong = outside(open, full);
      if (wrong.length > 0) expect.fail(JSON.stringify({ policy: i, firm: j, wrong, facts, open, full }, null, 1));
      settled += open.tiers.filter((t) => t.outcome !== 'undetermined').length;
    }
  }
  // The bounds must also say something: an evaluator that answers "undetermined" to everything would be sound.
  expect(settled).toBeGreaterThan(FIRMS / 4);
});
