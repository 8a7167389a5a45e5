import type { ColumnResults } from '../../evaluate/columns/column-results.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Facts } from '../../policy/facts.ts';
import type { Population } from '../start-impact.ts';

/** A text and what it gives the firms of a batch. */
export interface Judged {
  readonly doc: PolicyDoc;
  readonly results: ColumnResults;
}

/** The firms to whom two texts say something different of any tier, by number. */
export function whoseTierMoves(from: Judged, to: Judged): readonly number[] {
  const ids = new Set([...from.doc.tiers, ...to.doc.tiers].map(({ id }) => id));
  const column = ({ doc, results }: Judged, id: string): Uint8Array | undefined =>
    results.tiers[doc.tiers.findIndex((tier) => tier.id === id)];
  const pairs = [...ids].map((id) => [column(from, id), column(to, id)] as const);
  const moved: number[] = [];
  for (let i = 0; i < from.results.size; i++)
    if (pairs.some(([was, is]) => (was?.[i] ?? 0) !== (is?.[i] ?? 0))) moved.push(i);
  return moved;
}

/** Some firms of a population; what each says of itself is asked once. */
export function picked(all: Population, firms: readonly number[]): Population {
  const at = (i: number): number => firms[i] ?? -1;
  const asked: Facts[] = [];
  return {
    size: firms.length,
    id: (i) => all.id(at(i)),
    facts: (i) => {
      asked[i] ??= all.facts(at(i));
      return asked[i] ?? {};
    },
    segments: Object.fromEntries(
      Object.entries(all.segments ?? {}).map(([name, column]) => [name, firms.map((firm) => column[firm] ?? '')]),
    ),
  };
}
