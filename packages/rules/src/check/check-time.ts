import { addMonths, dayOf, formatDay, fromParts, toParts } from '../date/day.ts';
import { datesOn } from '../explain/wait-margin.ts';
import { floorInt, formatNum, fromInt, isFiniteRational, multiply, type Rational } from '../number/rational.ts';
import { asOf } from '../policy/dates-of.ts';
import type { Expr, IsoDate, Tier } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { decideTier } from '../tiers/decide-tier.ts';
import { type Box, boxesOf, type Goal } from './boxes.ts';
import { type Check, type Checked, type Claim, tierGoals, witnessOf } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';
import { contains, type Interval, isEmpty, only } from './interval.ts';
import type { Slot } from './slots.ts';
import { fill, findFirm, isIn, meetsAll, openAt, type Pin } from './solve.ts';
import { targetOf } from './witness.ts';

type Span = Extract<Expr, { k: 'span' }>;

/**
 * Time cliffs: a firm that holds a tier one day and no longer the next, though nothing but its age changed. Past the age
 * at which the tier ends for all it is a hint; where older firms still hold the tier by other figures it is a warning.
 */
export const checkTime: Check = (c) =>
  c.doc.tiers.flatMap((tier, t) => {
    const found = new Map<string, Finding>();
    for (const { span, end } of agesOf(c, tier)) {
      const key = `${span.from} ${formatNum(end)}`;
      const one = found.has(key) ? undefined : cliff(c, tier, t, span, end);
      if (one) found.set(key, one);
    }
    return [...found.values()];
  });

/** Ages at which a way into a tier ends. */
function agesOf(c: Checked, tier: Tier): readonly { readonly span: Span; readonly end: Rational }[] {
  const slots = tier.routes.flatMap((route) =>
    (boxesOf(c, tierGoals(tier, route)) ?? []).slice(0, 12).flatMap((box) => [...box.values()]),
  );
  return slots.flatMap((slot: Slot) => {
    if (slot.kind !== 'figure' || slot.q.expr.k !== 'span' || slot.q.expr.to !== 'asOf' || slot.q.less) return [];
    const end = slot.set.at(-1);
    return end && isFiniteRational(end.hi) ? [{ span: slot.q.expr, end: lastAge(slot.q.expr, end) }] : [];
  });
}

/** The greatest age inside a stretch, on the grid the age moves on. */
function lastAge(span: Span, x: Interval): Rational {
  if (span.how === 'days365') return x.hi;
  const down = fromInt(floorInt(x.hi));
  return contains({ ...x, lo: down, loOpen: false }, down) ? down : fromInt(floorInt(x.hi) - 1n);
}

function cliff(c: Checked, tier: Tier, t: number, span: Span, end: Rational): Finding | undefined {
  const q = c.quantities.of(span);
  const on = lastDay(c, span, end);
  if (!on) return undefined;
  const search: Checked = { ...c, dates: datesOn(c.doc, c.dates, on.last) };
  const born = { [span.from]: { known: on.born } };
  for (const facts of firmsAt(search, tier, { q, set: [only(end)] })) {
    const firm: Facts = { ...facts, ...born };
    const claims: readonly Claim[] = [
      { target: targetOf('tier', tier.id), is: 'yes' },
      { firm: 'other', target: targetOf('tier', tier.id), is: 'no' },
      { target: targetOf('best', ''), is: () => true },
      { firm: 'other', target: targetOf('best', ''), is: (r) => r !== tier.id },
    ];
    const next = { facts: firm, dates: datesOn(c.doc, c.dates, on.next) };
    const witness = witnessOf(c, { facts: firm, dates: search.dates }, claims, next);
    if (!witness) continue;
    const older = olderFirm(c, tier, span, end);
    const args = {
      tier: tier.id,
      fact: span.from,
      day: on.next,
      last: on.last,
      value: formatNum(end),
      unit: q.unit,
      best: witness.shows[3]?.result ?? 'none',
    };
    const code = older ? 'time-gap' : 'time-cliff';
    const more = { node: tier.id, witness, fix: fix(older ? 'smooth-age' : 'keep-title', args) };
    return finding(older ? 'warn' : 'hint', code, `tiers.${t}`, args, more);
  }
  return undefined;
}

/** Firms of a tier with a given age: as they come, and with every figure no higher than it has to be. */
function* firmsAt(c: Checked, tier: Tier, pin: Pin): Generator<Facts> {
  for (const route of tier.routes) {
    const goals = tierGoals(tier, route);
    const facts = findFirm(c, goals, [pin]);
    if (!facts) continue;
    yield facts;
    for (const box of (boxesOf(c, goals) ?? []).slice(0, 4)) yield lowest(c, facts, box, [...goals], pin);
  }
}

function lowest(c: Checked, facts: Facts, box: Box, goals: readonly Goal[], pin: Pin): Facts {
  let at = openAt(c, facts);
  for (const [key, slot] of box) {
    const low = slot.kind === 'figure' ? slot.set[0] : undefined;
    if (slot.kind !== 'figure' || key === pin.q.key || !low || !isFiniteRational(low.lo) || low.loOpen) continue;
    const down = fill(at, new Map([[key, { ...slot, set: [only(low.lo)], na: false }]]));
    if (down && meetsAll(down, goals) && isIn(down, pin.q, pin.set)) at = down;
  }
  return at.facts;
}

/** Whether the tier still takes firms older than that, by whatever else they have. */
function olderFirm(c: Checked, tier: Tier, span: Span, end: Rational): boolean {
  const q = c.quantities.of(span);
  const set: Interval = { lo: end, loOpen: true, hi: { n: 1n, d: 0n }, hiOpen: true };
  if (isEmpty(set, q.whole)) return false;
  for (const facts of firmsAt(c, tier, { q, set: [set] })) {
    if (decideTier(openAt(c, facts).r, tier).outcome === 'yes') return true;
  }
  return false;
}

/** A founding day, the last day on which the firm is no older, and the day after. */
function lastDay(
  c: Checked,
  span: Span,
  end: Rational,
): { readonly born: IsoDate; readonly last: IsoDate; readonly next: IsoDate } | undefined {
  const first = dayOf(asOf(c.doc, c.dates));
  const steps = Number(floorInt(span.how === 'days365' ? multiply(end, fromInt(365)) : end));
  if (!Number.isSafeInteger(steps) || steps < 0 || steps > 40_000) return undefined;
  const { year } = toParts(first);
  // Ages by year number turn at new year, the others on the firm's own day.
  const last = c.doc.applies === 'fiscalYearEnd' || span.how === 'calendarYears' ? yearEnd(year) : first;
  const next = c.doc.applies === 'fiscalYearEnd' ? yearEnd(year + 1) : last + 1;
  const born = bornOn(span, last, next, steps);
  const until = c.doc.inForce.to;
  if (until !== undefined && formatDay(next) > until) return undefined;
  return { born: formatDay(born), last: formatDay(last), next: formatDay(next) };
}

const yearEnd = (year: number): number => fromParts({ year, month: 12, day: 31 });

function bornOn(span: Span, last: number, next: number, steps: number): number {
  if (span.how === 'calendarYears') return fromParts({ year: toParts(last).year - steps, month: 7, day: 1 });
  if (span.how === 'anniversaryYears') return addMonths(next, -12 * (steps + 1));
  return span.how === 'anniversaryMonths' ? addMonths(next, -(steps + 1)) : last - steps;
}
