import { dayOf, formatDay, fromParts, toParts } from '../date/day.ts';
import { createReference } from '../evaluate/reference.ts';
import { nodeAt } from '../explain/node-at.ts';
import { asOf, baseYear } from '../policy/dates-of.ts';
import type { Expr, Id, PolicyDoc, Pred, Tier } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { factsOfTier, factsUsed, type RuleNode, walkDoc } from '../policy/walk.ts';
import type { Goal } from './boxes.ts';
import type { Finding, Shown, Target, Witness } from './finding.ts';
import { nothingKnown, plainFirm } from './firm-values.ts';
import { keyOf, Quantities, type Quantity } from './quantity.ts';
import type { Search } from './solve.ts';
import { observeTarget } from './witness.ts';

export interface CheckOptions {
  /** Other versions of the policy and other policies it stands beside. */
  readonly others?: readonly PolicyDoc[];
  /** The days conditions are looked at on; the first day of the version where none are given. */
  readonly dates?: Dates;
}

/** What every check works on. */
export interface Checked extends Search {
  /** Undefined where nothing was said of what stands beside the document. */
  readonly others: readonly PolicyDoc[] | undefined;
  readonly nodes: readonly Placed[];
}

/** A node with its place; nodes below `exists` speak of one record and are left out. */
export interface Placed {
  readonly node: RuleNode;
  readonly path: string;
}

/** One family of checks. */
export type Check = (c: Checked) => readonly Finding[];

export function openCheck(doc: PolicyDoc, options: CheckOptions): Checked {
  const dates = withYear(doc, options.dates ?? firstDates(doc));
  const quantities = new Quantities(doc, createReference(doc, dates, nothingKnown(doc)));
  const nodes: Placed[] = [];
  walkDoc(doc, (node, path, above) => {
    if (!above.some((x) => x.k === 'exists')) nodes.push({ node, path });
  });
  const plain = plainFirm(doc, dayOf(asOf(doc, dates)), baseYear(dates));
  return { doc, dates, quantities, plain, others: options.others, nodes };
}

/** The base year is said outright, so that a firm on another day is judged by the same figures. */
const withYear = (doc: PolicyDoc, dates: Dates): Dates =>
  dates.fiscalYearEnd !== undefined || doc.applies === 'fiscalYearEnd'
    ? dates
    : { ...dates, fiscalYearEnd: `${baseYear(dates)}-12-31` };

/** Where a quantity stands in the document, the first time. */
export const pathOf = (c: Checked, q: Quantity): string =>
  c.nodes.find(({ node }) => node === q.expr)?.path ?? c.nodes.find(({ node }) => keyOf(node) === q.key)?.path ?? '';

/** The first day of the version; figures are those of the last full year before it. */
function firstDates(doc: PolicyDoc): Dates {
  const { year } = toParts(dayOf(doc.inForce.from));
  const end = (y: number): string => formatDay(fromParts({ year: y, month: 12, day: 31 }));
  if (doc.applies !== 'fiscalYearEnd')
    return { filing: doc.inForce.from, decision: doc.inForce.from, fiscalYearEnd: end(year - 1) };
  const last = end(year);
  const isOver = doc.inForce.to !== undefined && doc.inForce.to < last;
  return { decision: doc.inForce.from, fiscalYearEnd: isOver ? doc.inForce.from : last };
}

/** A firm on given days. */
export interface FirmAt {
  readonly facts: Facts;
  readonly dates?: Dates;
}

export interface Claim {
  readonly firm?: Shown['firm'];
  readonly target: Target;
  readonly is: string | ((result: string) => boolean);
}

/** The witness of some claims, each evaluated here; undefined where one of them does not hold. */
export function witnessOf(c: Checked, one: FirmAt, claims: readonly Claim[], other?: FirmAt): Witness | undefined {
  const used = factsOf(c.doc, claims);
  return proved(c, trimmed(one, used), claims, other && trimmed(other, used)) ?? proved(c, one, claims, other);
}

function proved(c: Checked, one: FirmAt, claims: readonly Claim[], other?: FirmAt): Witness | undefined {
  const firms = { one: { dates: c.dates, ...one }, other: { dates: c.dates, ...(other ?? one) } };
  const shows: Shown[] = [];
  for (const { firm = 'one', target, is } of claims) {
    const result = observeTarget(c.doc, firms[firm].dates, firms[firm].facts, target);
    if (typeof is === 'string' ? result !== is : !is(result)) return undefined;
    shows.push({ firm, target, result });
  }
  return { ...firms.one, ...(other ? { other: firms.other } : {}), shows };
}

/** Only what the results rest on is worth showing. */
function trimmed(firm: FirmAt, used: ReadonlySet<Id> | undefined): FirmAt {
  if (!used) return firm;
  return { ...firm, facts: Object.fromEntries(Object.entries(firm.facts).filter(([id]) => used.has(id))) };
}

function factsOf(doc: PolicyDoc, claims: readonly Claim[]): ReadonlySet<Id> | undefined {
  const used = new Set<Id>();
  for (const { target } of claims) {
    if (target.kind === 'award') return undefined;
    for (const id of factsIn(doc, target)) used.add(id);
  }
  return used;
}

function factsIn(doc: PolicyDoc, { kind, at }: Target): readonly Id[] {
  if (kind === 'best') return doc.tiers.flatMap(factsOfTier);
  if (kind === 'param') return [];
  if (kind !== 'tier' && kind !== 'route') return factsUsed(nodeAt(doc, at) as Expr | Pred);
  const tier = doc.tiers.find((t) => t.id === at.split('/')[0]);
  return tier ? factsOfTier(tier) : [];
}

/** The gates and vetoes of a tier as conditions that are to hold. */
export const commonGoals = (tier: Tier): readonly Goal[] => [
  ...tier.gates.map((gate): Goal => ({ node: gate.when, want: true })),
  ...tier.vetoes.map((veto): Goal => ({ node: veto.when, want: false })),
];

/** A tier that holds by one of its routes. */
export const tierGoals = (tier: Tier, route: Tier['routes'][number]): readonly Goal[] => [
  ...commonGoals(tier),
  { node: route, want: true },
];
