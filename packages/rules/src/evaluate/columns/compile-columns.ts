import type { PolicyDoc } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';
import type { Decision } from '../decision.ts';
import { evaluateReference } from '../evaluate-reference.ts';
import { type Layout, type Lowered, NotLowerable, type Step } from '../lower/ir.ts';
import { constant, pick } from '../lower/ir-int.ts';
import { lower } from '../lower/lower.ts';
import type { ColumnBackend, Kernel, Output, ResultColumn } from './column-backend.ts';
import { type ColumnResults, NO_TIER, type OpenResults, openResults, writeDecision } from './column-results.ts';
import { type Column, type ColumnPlan, type ColumnStore, columnPlans, OPEN } from './column-store.ts';
import { openJudge } from './judge-open.ts';
import { vectors } from './vectors.ts';

/** A policy on one day, made ready to judge whole populations (企业总体). */
export interface ColumnProgram {
  readonly doc: PolicyDoc;
  readonly dates: Dates;
  readonly target: 'reference' | ColumnBackend['target'];
  /** What it reads; give the plans of several programs to `store.columns` to read all firms in one pass. */
  readonly plans: readonly ColumnPlan[];
  /** The results of every firm, equal to those of `evaluateReference`. */
  run(store: ColumnStore): ColumnResults;
}

export interface ColumnOptions {
  /** Vectors where absent. Generated code is asked for by its backend (`columnsCodegen`), so that only who asks loads it. */
  readonly target?: 'reference' | ColumnBackend;
  /** From so many firms with open facts on a program for them is made; the reference judges fewer. */
  readonly worthwhile?: number;
}

/**
 * Compiles a policy version (政策版本) to columns, for a million firms a second and more. Firms with something unknown that
 * the policy asks are judged by ranges, those with a figure beyond the exact range by the reference. Throws `ParamNotInForce` like `compile`.
 *
 * @example compileColumns(doc, dates).run(columnStore({ size, facts: factsAt })).best
 */
export function compileColumns(doc: PolicyDoc, dates: Dates, options: ColumnOptions = {}): ColumnProgram {
  if (doc.tiers.length >= NO_TIER) throw new RangeError('more than 254 tiers');
  const target = options.target ?? vectors;
  const lowered = target === 'reference' ? undefined : tryLower(doc, dates);
  if (!lowered || target === 'reference') return byReference(doc, dates);
  const { steps, outputs } = stepsOf(lowered);
  const built = target.build({ steps, outputs });
  const plans = columnPlans(doc, dates, lowered.slots);
  const judgeOpen = openJudge(doc, dates, lowered, target, options.worthwhile);
  const run = (store: ColumnStore): ColumnResults => {
    const columns = store.columns(plans);
    const results = openResults(doc, store.size);
    const gaveUp = judge(built.kernel, columns, results, store.size);
    const open = numbersOf(gaveUp, OPEN);
    if (open.length > 0) judgeOpen(columns, open, results, gaveUp);
    return complete(doc, dates, store, results, gaveUp);
  };
  return { doc, dates, target: built.target, plans, run };
}

function byReference(doc: PolicyDoc, dates: Dates): ColumnProgram {
  const run = (store: ColumnStore): ColumnResults =>
    complete(doc, dates, store, openResults(doc, store.size), new Uint8Array(store.size).fill(1));
  return { doc, dates, target: 'reference', plans: [], run };
}

export function tryLower(doc: PolicyDoc, dates: Dates): Lowered | undefined {
  try {
    return lower(doc, dates);
  } catch (error) {
    if (error instanceof NotLowerable) return undefined;
    throw error;
  }
}

/** The steps of the compact outcome, the sum of all awards and the number of the best tier; kept in that order. */
function stepsOf({ core, detail, layout, total, size }: Lowered): {
  steps: readonly Step[];
  outputs: readonly Output[];
} {
  const sum = detail.filter((step) => step.at === total);
  const best: Step = { at: size, of: { int: bestOf(layout) } };
  const each = (from: number, to: number): readonly Output[] =>
    Array.from({ length: to - from }, (_, i) => ({ at: from + i }));
  const points = Array.from({ length: layout.scales - layout.points }, (_, i) => ({
    at: layout.points + i,
    over: layout.scales + i,
  }));
  const outputs = [...each(layout.tiers, layout.points), ...points, ...each(layout.awards, layout.end)];
  return { steps: [...core, ...sum, best], outputs: [{ at: size }, { at: total }, ...outputs] };
}

/** The highest tier that holds. */
function bestOf(layout: Layout) {
  const tiers = Array.from({ length: layout.points - layout.tiers }, (_, i) => layout.tiers + i);
  return tiers.reduce((below, at, i) => pick({ k: 'temp', at }, constant(i), below), constant(NO_TIER));
}

/** Runs the kernel over all firms; gives the marks of those whose results are not settled by it. */
function judge(kernel: Kernel, columns: readonly Column[], results: OpenResults, size: number): Uint8Array {
  const gaveUp = new Uint8Array(size);
  const kept: readonly ResultColumn[] = [
    results.best,
    results.total.lo,
    ...results.tiers,
    ...[...results.points, ...results.awards, ...results.claims].map((range) => range.lo),
  ];
  kernel(
    columns.map((c) => c.values),
    kept,
    gaveUp,
    0,
    size,
  );
  markOpen(columns, gaveUp);
  return gaveUp;
}

/** Marks the firms with a figure that is open, or beyond the fast path; the latter wins. */
export function markOpen(columns: readonly Column[], marks: Uint8Array): void {
  for (const { open } of columns) {
    if (!open) continue;
    for (let i = 0; i < marks.length; i++) if ((open[i] as number) > (marks[i] as number)) marks[i] = open[i] as number;
  }
}

function numbersOf(marks: Uint8Array, mark: number): Int32Array {
  const found = new Int32Array(marks.length);
  let count = 0;
  for (let i = 0; i < marks.length; i++) if (marks[i] === mark) found[count++] = i;
  return found.subarray(0, count);
}

function complete(
  doc: PolicyDoc,
  dates: Dates,
  store: ColumnStore,
  results: OpenResults,
  gaveUp: Uint8Array,
): ColumnResults {
  const decisions = new Map<number, Decision>();
  gaveUp.forEach((mark, i) => {
    if (mark === 0) return;
    const decision = evaluateReference(doc, dates, store.facts(i));
    decisions.set(i, decision);
    writeDecision(results, i, decision);
  });
  return { size: store.size, ...results, byReference: decisions };
}
