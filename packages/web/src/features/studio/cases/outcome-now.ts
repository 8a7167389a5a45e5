import type { WorkedCase } from '@tidu/api/studio/cases/contract';
import {
  type Decision,
  type Expectation,
  evaluateReference,
  type PolicyCase,
  type PolicyDoc,
  readFacts,
} from '@tidu/rules';

/** The case with what comes out of the text now in the place of what it expected; undefined where it cannot be run. */
export function withOutcomeNow(doc: PolicyDoc, one: WorkedCase): WorkedCase | undefined {
  const { facts, dates, expect } = one as unknown as PolicyCase;
  try {
    const read = readFacts(doc, facts, dates);
    if (!read.ok) return undefined;
    return { ...one, expect: expectNow(expect, evaluateReference(doc, dates, read.facts)) as WorkedCase['expect'] };
  } catch {
    return undefined;
  }
}

type ByName<T> = Readonly<Record<string, T>>;

/** Every key the case named, no other, as it is now. */
function expectNow(expect: Expectation, got: Decision): Expectation {
  const best = got.tiers.find((tier) => tier.tier === got.best);
  const routes = got.tiers.flatMap((tier) => tier.routes);
  const award = (id: string) => got.awards.find((each) => each.award === id);
  const now = <T>(of: ByName<T> | undefined, find: (id: string) => T | undefined): ByName<T> | undefined =>
    of && Object.fromEntries(Object.entries(of).map(([id, was]) => [id, find(id) ?? was]));
  const set: { readonly [K in keyof Expectation]: unknown } = {
    best: expect.best === undefined ? undefined : (got.best ?? null),
    route: expect.route === undefined ? undefined : best?.route,
    outcomes: now(expect.outcomes, (id) => got.tiers.find((tier) => tier.tier === id)?.outcome),
    routes: now(expect.routes, (id) => routes.find((route) => route.route === id)?.outcome),
    points: now(expect.points, (id) => routes.find((route) => route.route === id)?.points),
    amount: now(expect.amount, (id) => award(id)?.amount),
    capped: now(expect.capped, (id) => award(id)?.capped),
    stackedOut: now(expect.stackedOut, (id) => award(id)?.stackedOut),
    due: now(expect.due, (id) => award(id)?.tranches?.map((part) => part.outcome)),
    tranches: expect.tranches,
    needs: expect.needs && [...new Set(got.tiers.flatMap((tier) => tier.needs))],
  };
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as Expectation;
}
