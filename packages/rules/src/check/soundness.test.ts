import { describe, expect, test } from 'vitest';
import every from '../../fixtures/every-kind.policy.json' with { type: 'json' };
import suqian from '../../fixtures/suqian-unicorn.policy.json' with { type: 'json' };
import uk from '../../fixtures/uk-bands.policy.json' with { type: 'json' };
import { mutatePolicy } from '../../testing/mutate-policy.ts';
import { createRandom, type Random } from '../../testing/random.ts';
import { randomFirm } from '../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../testing/random-policy.ts';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import { createReference, type Reference } from '../evaluate/reference.ts';
import { nodeAt } from '../explain/node-at.ts';
import { compare, num } from '../number/rational.ts';
import type { Expr, PolicyDoc, Pred, Score } from '../policy/document.ts';
import type { Dates, FactState, Facts } from '../policy/facts.ts';
import { parsePolicy } from '../policy/parse.ts';
import { walkNode } from '../policy/walk.ts';
import { routeOutcome } from '../tiers/decide-tier.ts';
import { applyFix } from './apply-fix.ts';
import { runChecks } from './check-policy.ts';
import { openCheck } from './context.ts';
import type { Finding, Shown, Witness } from './finding.ts';
import { checks } from './registry.ts';

// ── what a witness has to show, worked out here from the decision alone ────────────────────────────────────────────

type Judge = (doc: PolicyDoc, f: Finding, w: Witness) => boolean;

const decision = (doc: PolicyDoc, w: Witness, which: Shown['firm'] = 'one') => {
  const firm = which === 'one' ? w : (w.other ?? w);
  return evaluateReference(doc, firm.dates, firm.facts);
};
const tierOf = (doc: PolicyDoc, w: Witness, id: string | undefined, which?: Shown['firm']) =>
  decision(doc, w, which).tiers.find((t) => t.tier === id)?.outcome;
const money = (doc: PolicyDoc, w: Witness, id: string | undefined, which?: Shown['firm']) =>
  num(decision(doc, w, which).awards.find((a) => a.award === id)?.amount.lo ?? '0');
const opened = (doc: PolicyDoc, w: Witness, which: Shown['firm'] = 'one'): Reference => {
  const firm = which === 'one' ? w : (w.other ?? w);
  return createReference(doc, firm.dates, firm.facts);
};
const truth = (doc: PolicyDoc, w: Witness, path: string | undefined, which?: Shown['firm']) =>
  opened(doc, w, which).truth(nodeAt(doc, path ?? '') as Pred);
const value = (doc: PolicyDoc, w: Witness, path: string | undefined, which?: Shown['firm']) =>
  opened(doc, w, which).number(nodeAt(doc, path ?? '') as Expr).lo;

const nowhere = (doc: PolicyDoc, w: Witness): boolean => decision(doc, w).tiers.every((t) => t.outcome === 'no');
const sameFirm = (w: Witness): boolean => JSON.stringify(w.facts) === JSON.stringify(w.other?.facts);
const branches = (doc: PolicyDoc, f: Finding, w: Witness) =>
  [f.msg.args.ruleA, f.msg.args.ruleB].map((path) => {
    const node = nodeAt(doc, path ?? '') as PolicyDoc['tiers'][number]['routes'][number] | Pred;
    return ['direct', 'criteria', 'negotiated'].includes(node.k)
      ? routeOutcome(opened(doc, w), node as PolicyDoc['tiers'][number]['routes'][number])
      : opened(doc, w).truth(node as Pred);
  });
const left: Judge = (doc, f, w) => {
  const { tier } = f.msg.args;
  return (
    sameFirm(w) &&
    tierOf(doc, w, tier) === 'yes' &&
    tierOf(doc, w, tier, 'other') === 'no' &&
    w.dates.decision <= (w.other?.dates.decision ?? '')
  );
};

const judges: Readonly<Record<string, Judge>> = {
  'edge-twice': (doc, f, w) => branches(doc, f, w).every((t) => t === 'yes'),
  'edge-open': (doc, f, w) => branches(doc, f, w).every((t) => t === 'no'),
  'edge-missed': (doc, f, w) => branches(doc, f, w).every((t) => t === 'no'),
  'edge-grain': (doc, f, w) => branches(doc, f, w).every((t) => t === 'no'),
  'tier-gap': (doc, f, w) => nowhere(doc, w) && tierOf(doc, w, f.msg.args.tier, 'other') === 'yes',
  'tier-limit-gap': (doc, f, w) => nowhere(doc, w) && tierOf(doc, w, f.msg.args.tier, 'other') === 'yes',
  'tier-overlap': (doc, f, w) => [f.msg.args.tier, f.msg.args.other].every((id) => tierOf(doc, w, id) === 'yes'),
  'tier-never-best': (doc, f, w) =>
    tierOf(doc, w, f.msg.args.tier) === 'yes' && decision(doc, w).best !== f.msg.args.tier,
  'time-cliff': left,
  'time-gap': left,
  'award-drop': (doc, f, w) =>
    compare(money(doc, w, f.msg.args.award, 'other'), money(doc, w, f.msg.args.award)) < 0 &&
    compare(money(doc, w, f.msg.args.award), num(f.msg.args.before ?? '')) === 0,
  'award-jump': (doc, f, w) =>
    Number(f.msg.args.percent) >= 50 &&
    compare(money(doc, w, f.msg.args.award, 'other'), money(doc, w, f.msg.args.award)) > 0,
  'award-above-pool': (doc, f, w) => compare(money(doc, w, f.msg.args.award), num(f.msg.args.budget ?? '')) > 0,
  'rows-overlap': (doc, f, w) =>
    [f.msg.args.row, f.msg.args.next].every(
      (row) => truth(doc, w, `${f.msg.args.rule}.rows.${Number(row) - 1}.when`) === 'yes',
    ),
  'table-gap': (doc, f, w) => inNoRow(doc, f, w),
  'point-gap': (doc, f, w) => inNoRow(doc, f, w),
  'grain-gap': (doc, f, w) => inNoRow(doc, f, w),
  'veto-kills-all': (doc, f, w) => truth(doc, w, f.msg.args.rule) === 'yes' && tierOf(doc, w, f.msg.args.tier) === 'no',
  'points-fall': (doc, f, w) =>
    compare(value(doc, w, f.msg.args.rule), value(doc, w, f.msg.args.rule, 'other')) ===
    compare(num(f.msg.args.high ?? ''), num(f.msg.args.low ?? '')),
  'marks-above-full': (doc, f, w) => compare(value(doc, w, `${f.path}.of`), num(f.msg.args.full ?? '')) > 0,
  'full-unreachable': (doc, f, w) => compare(value(doc, w, f.msg.args.rule), num(f.msg.args.full ?? '')) < 0,
};
const inNoRow: Judge = (doc, f, w) => {
  const table = nodeAt(doc, f.msg.args.rule ?? '') as Extract<Score, { k: 'table' }>;
  return table.rows.every((_, i) => truth(doc, w, `${f.msg.args.rule}.rows.${i}.when`) === 'no');
};

// ── what no firm may contradict ───────────────────────────────────────────────────────────────────────────────────

type Refute = (doc: PolicyDoc, f: Finding, dates: Dates, facts: Facts) => boolean;
const node = (doc: PolicyDoc, path: string): Pred => nodeAt(doc, path) as Pred;
const at = (doc: PolicyDoc, dates: Dates, facts: Facts): Reference => createReference(doc, dates, facts);
const tier = (doc: PolicyDoc, dates: Dates, facts: Facts, id: string | undefined) =>
  evaluateReference(doc, dates, facts).tiers.find((t) => t.tier === id);
const whenOf = (doc: PolicyDoc, f: Finding, id: string | undefined): Pred => {
  const t = doc.tiers.find((x) => x.id === f.msg.args.tier);
  return [...(t?.gates ?? []), ...(t?.vetoes ?? [])].find((g) => g.id === id)?.when as Pred;
};

/** Whether a firm shows that a finding about all firms is wrong. */
const refutes: Readonly<Record<string, Refute>> = {
  'gate-never': (doc, f, dates, facts) => at(doc, dates, facts).truth(node(doc, `${f.path}.when`)) === 'yes',
  'veto-never': (doc, f, dates, facts) => at(doc, dates, facts).truth(node(doc, `${f.path}.when`)) === 'yes',
  'gate-always': (doc, f, dates, facts) => {
    const r = at(doc, dates, facts);
    return r.truth(node(doc, `${f.path}.when`)) === 'no' && !restsOnNothing(r, node(doc, `${f.path}.when`));
  },
  'gate-implied': (doc, f, dates, facts) =>
    at(doc, dates, facts).truth(whenOf(doc, f, f.msg.args.other)) === 'yes' &&
    at(doc, dates, facts).truth(whenOf(doc, f, f.msg.args.gate)) === 'no',
  'gates-contradict': (doc, f, dates, facts) => tier(doc, dates, facts, f.msg.args.tier)?.outcome === 'yes',
  'tier-never': (doc, f, dates, facts) => tier(doc, dates, facts, f.msg.args.tier)?.outcome === 'yes',
  'veto-kills-all': (doc, f, dates, facts) => tier(doc, dates, facts, f.msg.args.tier)?.outcome === 'yes',
  'route-dead': (doc, f, dates, facts) => {
    const t = tier(doc, dates, facts, f.msg.args.tier);
    return t?.outcome === 'yes' && t.routes.find((r) => r.route === f.msg.args.route)?.outcome === 'yes';
  },
  'route-redundant': (doc, f, dates, facts) => {
    const routes = tier(doc, dates, facts, f.msg.args.tier)?.routes ?? [];
    const outcome = (id: string | undefined) => routes.find((r) => r.route === id)?.outcome;
    return outcome(f.msg.args.route) === 'yes' && outcome(f.msg.args.other) === 'no';
  },
  'tier-never-best': (doc, f, dates, facts) => evaluateReference(doc, dates, facts).best === f.msg.args.tier,
  'row-unreachable': (doc, f, dates, facts) => {
    const r = at(doc, dates, facts);
    const e = nodeAt(doc, f.msg.args.rule ?? '') as Extract<Expr, { k: 'bands' | 'bandsBy' }>;
    return r.bandRow(r.number(e.k === 'bandsBy' ? e.by : e.of), e.rows) === Number(f.msg.args.row) - 1;
  },
  'row-never': (doc, f, dates, facts) => at(doc, dates, facts).truth(node(doc, `${f.path}.when`)) === 'yes',
  'row-covered': (doc, f, dates, facts) => {
    const by = `${f.msg.args.rule}.rows.${Number(f.msg.args.by) - 1}.when`;
    const r = at(doc, dates, facts);
    return r.truth(node(doc, `${f.path}.when`)) === 'yes' && r.truth(node(doc, by)) === 'no';
  },
  'full-unreachable': (doc, f, dates, facts) =>
    compare(at(doc, dates, facts).number(nodeAt(doc, f.msg.args.rule ?? '') as Expr).hi, num(f.msg.args.full ?? '')) ===
    0,
  'pool-minimum-never-reached': (doc, f, dates, facts) => {
    const award = evaluateReference(doc, dates, facts).awards.find((a) => a.award === f.msg.args.award);
    return compare(num(award?.amount.lo ?? '0'), num(f.msg.args.least ?? '0')) >= 0;
  },
  'cap-never-binds': (doc, f, dates, facts) => {
    const award = evaluateReference(doc, dates, facts).awards.find((a) => a.award === f.msg.args.award);
    return compare(num(award?.asked.lo ?? '0'), num(f.msg.args.most ?? '0')) > 0;
  },
};

/** Some figure the condition rests on does not apply to the firm. */
function restsOnNothing(r: Reference, p: Pred): boolean {
  let found = false;
  walkNode(p, '', (n) => {
    if (n.k === 'cmp') found ||= !r.number(n.a).some || !r.number(n.b).some;
    if (n.k === 'in') found ||= r.firm.words(n.fact).na;
  });
  return found;
}

// ── documents and firms ───────────────────────────────────────────────────────────────────────────────────────────

/** Firms as they can be entered: people and things are whole. */
function wholeFirm(random: Random, doc: PolicyDoc, known: number): Facts {
  const whole = new Set(doc.facts.filter((d) => d.unit === 'people' || d.unit === 'count').map((d) => d.id));
  // Words of another policy's tiers are listed nowhere in this one.
  const words = ['none', 'gazelle', 'unicorn'].map((id) => ({ id, label: { 'zh-CN': id } }));
  const facts = doc.facts.map((d) => (d.derive ? { ...d, domain: { values: words } } : d));
  return Object.fromEntries(
    Object.entries(randomFirm(random, { ...doc, facts }, { known })).map(([id, state]): [string, FactState] => {
      if (!whole.has(id) || !('known' in state) || typeof state.known !== 'object') return [id, state];
      const years = Object.entries(state.known as Readonly<Record<string, string | null>>);
      return [id, { known: Object.fromEntries(years.map(([y, v]) => [y, v?.replace(/\.\d+$/, '') ?? null])) }];
    }),
  );
}

const originals = [...shippedPolicies().map((x) => x.doc), every, suqian, uk] as unknown as readonly PolicyDoc[];
const mutated = (seed: number): PolicyDoc =>
  mutatePolicy(createRandom(seed), originals[seed % originals.length] as PolicyDoc);

function hold(doc: PolicyDoc, dates: Dates, firms: readonly Facts[]): readonly Finding[] {
  const c = openCheck(doc, { dates });
  const found = runChecks(c, checks);
  for (const f of found) {
    if (f.witness) expect(judges[f.code]?.(doc, f, f.witness) ?? true, `${f.code} at ${f.path}`).toBe(true);
    const refute = refutes[f.code];
    const against = refute && firms.find((facts) => refute(doc, f, c.dates, facts));
    expect(against, `${f.code} at ${f.path}`).toBeUndefined();
  }
  return found;
}

describe('every witness is re-evaluated', () => {
  test('no box, no firm: on generated policies nothing said of all firms is refuted, and every witness shows it', () => {
    const codes = new Set<string>();
    for (let seed = 0; seed < 150; seed++) {
      const random = createRandom(seed);
      const doc = randomPolicy(random);
      const firms = Array.from({ length: 40 }, (_, i) => wholeFirm(random, doc, i < 25 ? 100 : 70));
      for (const f of hold(doc, TEST_DATES, firms)) codes.add(f.code);
    }
    expect(codes.size).toBeGreaterThan(15);
  });

  test('on shipped policies with figures and operators changed', () => {
    const codes = new Set<string>();
    const shipped = shippedPolicies();
    for (let seed = 0; seed < 40; seed++) {
      const doc = mutated(seed);
      if (!parsePolicy(doc).ok) continue;
      const random = createRandom(seed);
      const worked = shipped.find((x) => x.doc.id === doc.id)?.cases.map((x) => factsOf(x.facts)) ?? [];
      const firms = [...Array.from({ length: 15 }, () => wholeFirm(random, doc, 100)), ...worked.slice(0, 30)];
      for (const f of hold(doc, { decision: '2026-06-15', fiscalYearEnd: '2025-12-31' }, firms)) {
        codes.add(f.code);
        if (f.fix?.patch) expect(parsePolicy(applyFix(doc, f.fix)).ok, `${f.code} at ${f.path}`).toBe(true);
      }
    }
    expect(codes.size).toBeGreaterThan(10);
  });
});
