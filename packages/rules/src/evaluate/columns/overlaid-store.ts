import type { Id } from '../../policy/document.ts';
import type { Facts } from '../../policy/facts.ts';
import { type Column, type ColumnPlan, type ColumnStore, columnStore, Filling } from './column-store.ts';

/** Rows of firms with some facts put over their own; a firm may stand in several rows. */
export interface Overlay {
  readonly size: number;
  /** The firm of a row. */
  firmOf(row: number): number;
  readonly ids: ReadonlySet<Id>;
  /** The same object for the same facts, where that is easily told. */
  factsOver(row: number): Facts;
}

/** Firms of a store with other facts: what does not read these is taken from the columns of the store as it is. */
export function overlaidStore(base: ColumnStore, overlay: Overlay): ColumnStore {
  const { size, firmOf, ids, factsOver } = overlay;
  const facts = (row: number): Facts => ({ ...base.facts(firmOf(row)), ...factsOver(row) });
  const isOver = (plan: ColumnPlan): boolean => plan.facts.some((id) => ids.has(id));
  const known = new Map<string, Column>();
  const made = (plan: ColumnPlan): Column => {
    const column = new Filling(plan, size);
    if (!isOver(plan)) fillFrom(column, base.columns([plan])[0] as Column, overlay);
    else if (plan.facts.every((id) => ids.has(id))) fillByFacts(column, overlay);
    else for (let row = 0; row < size; row++) column.fill(facts(row), row);
    return column.column();
  };
  return {
    size,
    facts,
    columns: (plans) => {
      base.columns(plans.filter((plan) => !isOver(plan)));
      return plans.map((plan) => {
        const column = known.get(plan.key) ?? made(plan);
        known.set(plan.key, column);
        return column;
      });
    },
    renewed: (now) => columnStore(now),
  };
}

function fillFrom(into: Filling, { values, open }: Column, { size, firmOf }: Overlay): void {
  for (let row = 0; row < size; row++) {
    const firm = firmOf(row);
    into.put(values[firm] as number, open?.[firm] ?? 0, row);
  }
}

/** Each set of facts is read once. */
function fillByFacts(into: Filling, { size, factsOver }: Overlay): void {
  const known = new Map<Facts, number>();
  for (let row = 0; row < size; row++) {
    const facts = factsOver(row);
    const first = known.get(facts);
    if (first === undefined) into.fill(facts, row);
    else into.copy(first, row);
    if (first === undefined) known.set(facts, row);
  }
}
