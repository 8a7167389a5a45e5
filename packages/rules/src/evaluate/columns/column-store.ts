import { dayOf } from '../../date/day.ts';
import { asOf, baseYear } from '../../policy/dates-of.ts';
import type { FactDef, Id, PolicyDoc } from '../../policy/document.ts';
import type { Dates, Facts } from '../../policy/facts.ts';
import { factsUsed } from '../../policy/walk.ts';
import type { SlotPlan } from '../lower/ir.ts';
import { BEYOND, type Reader, readerOf } from '../read-slots.ts';
import { createReference, type Reference } from '../reference.ts';

/** Many firms by number, from 0 to `size` − 1. `facts` may be asked again and must give the same. */
export interface FirmList {
  readonly size: number;
  facts(firm: number): Facts;
}

/** One figure of all firms. `open` marks the firms whose figure is not known (`OPEN`) or beyond the fast path (`TOO_MUCH`). */
export interface Column {
  readonly values: Float64Array;
  readonly open: Uint8Array | undefined;
}

export const OPEN = 1;
export const TOO_MUCH = 2;

/** How a column is read; two policies that read a fact in the same way share the column by its key. */
export interface ColumnPlan {
  readonly key: string;
  readonly read: Reader;
  /** The facts it reads. */
  readonly facts: readonly Id[];
  /** Opens a firm for what only the reference reads (lists). */
  readonly reference: (facts: Facts) => Reference;
}

/** Firms whose figures are read into typed arrays once, whatever number of policies asks for them. */
export interface ColumnStore extends FirmList {
  /** The columns of some plans; those not read before are read together in one pass over the firms. */
  columns(plans: readonly ColumnPlan[]): readonly Column[];
  /**
   * The same figures of firms of whom some have changed or have come on at the end: of all columns read so far only theirs
   * are read. This store stays as it is.
   */
  renewed(firms: FirmList, changed: readonly number[]): ColumnStore;
}

/**
 * Firms as columns (企业数据按列存放): what many policies, drafts and slider positions are tried on.
 *
 * @example columnStore({ size: firms.length, facts: (i) => firms[i] ?? {} })
 */
export const columnStore = (firms: FirmList): ColumnStore => storeOf(firms, new Map());

interface Read {
  readonly plan: ColumnPlan;
  readonly column: Column;
}

function storeOf(firms: FirmList, known: Map<string, Read>): ColumnStore {
  return {
    size: firms.size,
    facts: (firm) => firms.facts(firm),
    columns: (plans) => {
      const missing = new Map(plans.filter((p) => !known.has(p.key)).map((p) => [p.key, p]));
      const filling = [...missing.values()].map((plan) => new Filling(plan, firms.size));
      if (filling.length > 0) for (let i = 0; i < firms.size; i++) fill(filling, firms, i);
      for (const each of filling) known.set(each.plan.key, { plan: each.plan, column: each.column() });
      return plans.map((p) => (known.get(p.key) as Read).column);
    },
    renewed: (now, changed) => {
      const filling = [...known.values()].map(({ plan, column }) => new Filling(plan, now.size, column));
      const added = Array.from({ length: Math.max(0, now.size - firms.size) }, (_, i) => firms.size + i);
      for (const i of new Set([...changed, ...added])) fill(filling, now, i);
      return storeOf(now, new Map(filling.map((each) => [each.plan.key, { plan: each.plan, column: each.column() }])));
    },
  };
}

/** A column being read; from one that is there, only what has changed is. */
export class Filling {
  readonly plan: ColumnPlan;
  readonly #values: Float64Array;
  #open: Uint8Array | undefined;

  constructor(plan: ColumnPlan, size: number, from?: Column) {
    this.plan = plan;
    this.#values = new Float64Array(size);
    if (!from) return;
    this.#values.set(from.values.subarray(0, size));
    if (!from.open) return;
    this.#open = new Uint8Array(size);
    this.#open.set(from.open.subarray(0, size));
  }

  fill(facts: Facts, i: number): void {
    const value = this.plan.read(facts, () => this.plan.reference(facts));
    const mark = value === undefined ? OPEN : value === BEYOND ? TOO_MUCH : 0;
    this.put(mark === 0 ? (value as number) : 0, mark, i);
  }

  put(value: number, mark: number, i: number): void {
    this.#values[i] = value;
    if (mark !== 0) this.#open ??= new Uint8Array(this.#values.length);
    if (this.#open) this.#open[i] = mark;
  }

  copy(from: number, i: number): void {
    this.put(this.#values[from] as number, this.#open?.[from] ?? 0, i);
  }

  column(): Column {
    return { values: this.#values, open: this.#open };
  }
}

function fill(columns: readonly Filling[], firms: FirmList, i: number): void {
  const facts = firms.facts(i);
  for (const each of columns) each.fill(facts, i);
}

/** The columns a lowered policy reads. */
export function columnPlans(doc: PolicyDoc, dates: Dates, slots: readonly SlotPlan[]): readonly ColumnPlan[] {
  const defs = new Map(doc.facts.map((d) => [d.id, d]));
  const clock = { day: dayOf(asOf(doc, dates)), year: baseYear(dates) };
  const reference = (facts: Facts): Reference => createReference(doc, dates, facts);
  return slots.map((plan) => ({
    key: JSON.stringify([plan, clock, readBy(plan).map((id) => meaningOf(defs.get(id)))]),
    read: readerOf(plan, defs, clock),
    facts: readBy(plan),
    reference,
  }));
}

function readBy(plan: SlotPlan): readonly Id[] {
  if (plan.k === 'exists') return factsUsed(plan.node);
  return plan.k === 'span' ? [plan.from, ...(plan.to === undefined ? [] : [plan.to])] : [plan.fact];
}

/** What of a fact's definition bears on how it is read. */
const meaningOf = (def: FactDef | undefined): unknown =>
  def && [def.type, def.unit, def.domain, def.ifMissing, def.fields?.map(meaningOf)];
