import type { ColumnResults } from '../evaluate/columns/column-results.ts';
import { type ColumnStore, columnStore } from '../evaluate/columns/column-store.ts';
import { compileColumns } from '../evaluate/columns/compile-columns.ts';
import { findThreshold } from '../impact/sweep/find-threshold.ts';
import { syntheticPopulation } from '../impact/synthetic/synthetic-population.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';

const SEED = 9_000;
const MADE_UP = 3_000;

/** Firms to look for edges among: given ones first, then made-up ones around every figure of the policies. */
export function edgePopulation(
  docs: readonly PolicyDoc[],
  dates: Dates,
  seeds: readonly Facts[],
  count = MADE_UP,
): ColumnStore {
  const made = syntheticPopulation(docs, dates, { count, seed: SEED });
  return columnStore({
    size: seeds.length + made.size,
    facts: (i) => seeds[i] ?? made.facts(i - seeds.length),
  });
}

/** The first firms whose results differ, by number: tiers and awards, and points where `withPoints`. */
export function differingFirms(
  a: ColumnResults,
  b: ColumnResults,
  most: number,
  withPoints: boolean,
): readonly number[] {
  const pairs = [...a.tiers.map((x, i) => [x, b.tiers[i]]), ...a.awards.map((x, i) => [x.lo, b.awards[i]?.lo])];
  const points = withPoints ? a.points.map((x, i) => [x.lo, b.points[i]?.lo]) : [];
  const all = [...pairs, ...points];
  const found: number[] = [];
  for (let i = 0; i < a.size && found.length < most; i++) if (all.some(([x, y]) => x?.[i] !== y?.[i])) found.push(i);
  return found;
}

/** Firms for which a threshold decides: what they get, or else their points, hangs on whether they meet it. */
export function pivotalFirms(
  doc: PolicyDoc,
  dates: Dates,
  path: string,
  store: ColumnStore,
  most: number,
): readonly Facts[] {
  const threshold = findThreshold(doc, dates, path);
  if (!threshold) return [];
  const [met, missed] = [threshold.met, threshold.missed].map((d) => compileColumns(d, dates).run(store));
  if (!met || !missed) return [];
  const decided = differingFirms(met, missed, most, false);
  return (decided.length > 0 ? decided : differingFirms(met, missed, most, true)).map((i) => store.facts(i));
}
