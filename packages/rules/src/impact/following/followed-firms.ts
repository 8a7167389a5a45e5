import { derivedFacts, type Judge } from '../../advise/derive-facts.ts';
import { type ColumnStore, columnStore, type FirmList } from '../../evaluate/columns/column-store.ts';
import { overlaidStore } from '../../evaluate/columns/overlaid-store.ts';
import { asOf } from '../../policy/dates-of.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Dates, Facts } from '../../policy/facts.ts';
import type { Picked } from '../../tiers/pick-best.ts';
import { type Judging, judgeFirms, without } from './complete-firms.ts';
import type { TextOnTrial } from './text-on-trial.ts';

/** Firms with results of the policy that others go by; a firm may stand in several rows, with a result each. */
export interface Rows {
  readonly size: number;
  firmOf(row: number): number;
  /** The same object for the same result. */
  resultOf(row: number): Picked;
}

/** How a policy that follows sees rows of these firms: facts it takes from the result are those of the row. */
export function followedFirms(
  text: TextOnTrial,
  firms: FirmList,
  judging: Judging,
): (source: PolicyDoc, rows: Rows) => ColumnStore {
  const { doc, unread } = text;
  const { dates } = judging;
  const base = columnStore({ size: firms.size, facts: (i) => without(firms.facts(i), unread) });
  const deriving = doc.facts.filter(({ derive }) => derive !== undefined);
  const beside = judgeFirms(base, judging);
  return (source, { size, firmOf, resultOf }) => {
    const taken = inForceOn(source, dates);
    const docs = [...text.docs.filter(({ id }) => id !== source.id), taken];
    const isDirect = deriving.every(({ derive }) => derive?.policy === source.id);
    const judge =
      (row: number): Judge =>
      (of, _dates, facts) =>
        of === taken ? resultOf(row) : beside(of, firmOf(row), facts);
    const byResult = new Map<Picked, Facts>();
    const byRow: Facts[] = [];
    const factsOver = (row: number): Facts => {
      const own = base.facts(firmOf(row));
      const isShared = isDirect && deriving.every(({ id }) => own[id] === undefined);
      const had = isShared ? byResult.get(resultOf(row)) : byRow[row];
      if (had) return had;
      const made = derivedFacts(docs, doc, dates, own, judge(row));
      if (isShared) byResult.set(resultOf(row), made);
      else byRow[row] = { ...own, ...made };
      return isShared ? made : (byRow[row] ?? made);
    };
    return overlaidStore(base, { size, firmOf, ids: new Set(deriving.map(({ id }) => id)), factsOver });
  };
}

/** The version that facts are taken from, whatever else its text says of its days. */
const inForceOn = (source: PolicyDoc, dates: Dates): PolicyDoc => ({
  ...source,
  status: 'published',
  inForce: { from: asOf(source, dates) },
});
