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
  /** Opens a firm for what only the reference reads (lists). */
  readonly reference: (facts: Facts) => Reference;
}

/** Firms whose figures are read into typed arrays once, whatever number of policies asks for them. */
export interface ColumnStore extends FirmList {
  /** The columns of some plans; those not read before are read together in one pass over the firms. */
  columns(plans: readonly ColumnPlan[]): readonly Column[];
}

/**
 * Firms as columns (企业数据按列存放): what many policies, drafts and slider positions are tried on.
 *
 * @example columnStore({ size: firms.length, facts: (i) => firms[i] ?? {} })
 */
export function columnStore(firms: FirmList): ColumnStore {
  const known = new Map<string, Column>();
  return {
    size: firms.size,
    facts: (firm) => firms.facts(firm),
    columns: (plans) => {
      const missing = new Map(plans.filter((p) => !known.has(p.key)).map((p) => [p.key, p]));
      if (missing.size > 0) readAll(firms, [...missing.values()], known);
      return plans.map((p) => known.get(p.key) as Column);
    },
  };
}

function readAll(firms: FirmList, plans: readonly ColumnPlan[], into: Map<string, Column>): void {
  const values = plans.map(() => new Float64Array(firms.size));
  const open: (Uint8Array | undefined)[] = plans.map(() => undefined);
  const readers = plans.map((p) => p.read);
  const openers = plans.map((p) => p.reference);
  for (let i = 0; i < firms.size; i++) {
    const facts = firms.facts(i);
    for (let c = 0; c < readers.length; c++) {
      const value = (readers[c] as Reader)(facts, () => (openers[c] as ColumnPlan['reference'])(facts));
      if (value !== undefined && value !== BEYOND) (values[c] as Float64Array)[i] = value;
      else {
        const marks = open[c] ?? new Uint8Array(firms.size);
        marks[i] = value === BEYOND ? TOO_MUCH : OPEN;
        open[c] = marks;
      }
    }
  }
  plans.forEach((plan, c) => {
    into.set(plan.key, { values: values[c] as Float64Array, open: open[c] });
  });
}

/** The columns a lowered policy reads. */
export function columnPlans(doc: PolicyDoc, dates: Dates, slots: readonly SlotPlan[]): readonly ColumnPlan[] {
  const defs = new Map(doc.facts.map((d) => [d.id, d]));
  const clock = { day: dayOf(asOf(doc, dates)), year: baseYear(dates) };
  const reference = (facts: Facts): Reference => createReference(doc, dates, facts);
  return slots.map((plan) => ({
    key: JSON.stringify([plan, clock, readBy(plan).map((id) => meaningOf(defs.get(id)))]),
    read: readerOf(plan, defs, clock),
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
