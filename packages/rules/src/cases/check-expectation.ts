import type { Decision, Range } from '../evaluate/decision.ts';
import { createReference } from '../evaluate/reference.ts';
import { toRange } from '../evaluate/value.ts';
import { compare, num } from '../number/rational.ts';
import type { Expr, Id, PolicyDoc } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { walkDoc } from '../policy/walk.ts';
import type { Expectation, Expected, PolicyCase } from './policy-case.ts';

/** Compares a decision with what the case expects; every difference in one line, none where all is as expected. */
export function checkExpectation(doc: PolicyDoc, one: PolicyCase, facts: Facts, got: Decision): readonly string[] {
  const { expect } = one;
  return [
    ...checkTiers(expect, got),
    ...checkPoints(doc, one, facts, got),
    ...checkAwards(expect, got),
    ...checkNeeds(expect, got),
  ];
}

const differs = (what: string, want: string, have: string): string => `${what}: expected ${want}, got ${have}`;
const same = (what: string, want: string, have: string | undefined): string[] =>
  want === have ? [] : [differs(what, want, have ?? 'nothing')];
const entries = <T>(all: Readonly<Record<Id, T>> | undefined): [Id, T][] => Object.entries(all ?? {});

function checkTiers(expect: Expectation, got: Decision): string[] {
  const routes = got.tiers.flatMap((tier) => tier.routes);
  const best = got.tiers.find((tier) => tier.tier === got.best);
  return [
    ...(expect.best === undefined ? [] : same('best', expect.best ?? 'none', got.best ?? 'none')),
    ...(expect.route === undefined ? [] : same('route', expect.route, best?.route)),
    ...entries(expect.outcomes).flatMap(([id, want]) =>
      same(`tier ${id}`, want, got.tiers.find((t) => t.tier === id)?.outcome),
    ),
    ...entries(expect.routes).flatMap(([id, want]) =>
      same(`route ${id}`, want, routes.find((r) => r.route === id)?.outcome),
    ),
  ];
}

function checkPoints(doc: PolicyDoc, one: PolicyCase, facts: Facts, got: Decision): string[] {
  const wanted = entries(one.expect.points);
  if (wanted.length === 0) return [];
  const routes = got.tiers.flatMap((tier) => tier.routes);
  const reference = createReference(doc, one.dates, facts);
  return wanted.flatMap(([id, want]) => {
    const node = scoreNode(doc, id);
    const have = routes.find((r) => r.route === id)?.points ?? (node && toRange(reference.number(node)));
    return sameNumber(`points ${id}`, want, have);
  });
}

/** The value node of that id; a decision holds the points of whole routes only, so single lines come from the reference. */
function scoreNode(doc: PolicyDoc, id: Id): Expr | undefined {
  let found: Expr | undefined;
  walkDoc(doc, (node) => {
    if ('id' in node && node.id === id && SCORES.has(node.k)) found = node as Expr;
  });
  return found;
}

const SCORES: ReadonlySet<string> = new Set([
  ...['bands', 'bandsBy', 'table', 'marginal', 'linear'],
  ...['indicator', 'sum', 'bestOf', 'bonus'],
]);

function checkAwards(expect: Expectation, got: Decision): string[] {
  const award = (id: Id) => got.awards.find((a) => a.award === id);
  return [
    ...entries(expect.amount).flatMap(([id, want]) => sameNumber(`amount ${id}`, want, award(id)?.amount)),
    ...entries(expect.capped).flatMap(([id, want]) => same(`capped ${id}`, want, award(id)?.capped)),
    ...entries(expect.stackedOut).flatMap(([id, want]) => same(`stackedOut ${id}`, want, award(id)?.stackedOut)),
    ...entries(expect.due).flatMap(([id, want]) =>
      same(
        `due ${id}`,
        want.join(' '),
        award(id)
          ?.tranches?.map((t) => t.outcome)
          .join(' '),
      ),
    ),
    ...entries(expect.tranches).flatMap(([id, want]) => {
      const have = award(id)?.tranches ?? [];
      if (have.length !== want.length)
        return [differs(`tranches ${id}`, `${want.length} parts`, `${have.length} parts`)];
      return want.flatMap((part, i) => sameNumber(`tranche ${i} of ${id}`, part, have[i]?.amount));
    }),
  ];
}

function sameNumber(what: string, want: Expected, have: Range | undefined): string[] {
  const bounds: Range = typeof want === 'string' ? { lo: want, hi: want } : want;
  if (have && compare(num(have.lo), num(bounds.lo)) === 0 && compare(num(have.hi), num(bounds.hi)) === 0) return [];
  return [differs(what, text(bounds), have ? text(have) : 'nothing')];
}

const text = (r: Range): string => (r.lo === r.hi ? r.lo : `${r.lo}…${r.hi}`);

function checkNeeds(expect: Expectation, got: Decision): string[] {
  if (expect.needs === undefined) return [];
  const needs = [...new Set(got.tiers.flatMap((tier) => tier.needs))];
  return same('needs', [...expect.needs].sort().join(' '), needs.sort().join(' '));
}
