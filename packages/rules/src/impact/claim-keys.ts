import { createReference } from '../evaluate/reference.ts';
import { isKnown } from '../evaluate/value.ts';
import { formatNum } from '../number/rational.ts';
import { asOf, baseYear } from '../policy/dates-of.ts';
import type { FactInput, Id, PolicyDoc, Pool, Score, SeriesInput } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { walkDoc } from '../policy/walk.ts';

/** What a pool ranks a claim by (排序依据): figures of the firm, points, the amount, the day of filing. */
export function claimKeys(
  doc: PolicyDoc,
  dates: Dates,
  pool: Pool,
): (facts: Facts, amount: string) => Readonly<Record<Id, string>> {
  const scores = scoresOf(doc);
  const year = String(baseYear(dates));
  const keyOf = (by: Id, facts: Facts, amount: string): string | undefined => {
    if (by === 'amount') return amount;
    if (by === 'filedOn') return dates.filing ?? asOf(doc, dates);
    const score = scores.get(by);
    if (score) {
      const points = createReference(doc, dates, facts).number(score);
      return isKnown(points) ? formatNum(points.lo) : undefined;
    }
    const given = facts[by];
    return given && 'known' in given ? textOf(given.known, year) : undefined;
  };
  return (facts, amount) =>
    Object.fromEntries(
      pool.order.flatMap(({ by }) => {
        const key = keyOf(by, facts, amount);
        return key === undefined ? [] : [[by, key]];
      }),
    );
}

/** Scored routes and named score lines by id; `points` is the first scored route. */
function scoresOf(doc: PolicyDoc): ReadonlyMap<Id, Score> {
  const found = new Map<Id, Score>();
  for (const route of doc.tiers.flatMap((t) => t.routes)) {
    if (route.k !== 'scored') continue;
    found.set(route.id, route.score);
    if (!found.has('points')) found.set('points', route.score);
  }
  walkDoc(doc, (node) => {
    if (node.k === 'indicator' && node.id !== undefined) found.set(node.id, node);
  });
  return found;
}

function textOf(input: FactInput, year: string): string | undefined {
  if (typeof input === 'boolean') return input ? '1' : '0';
  if (typeof input === 'string') return input;
  if (Array.isArray(input)) return String(input.length);
  return (input as SeriesInput)[year] ?? undefined;
}
