import type { Range, Truth } from '../evaluate/decision.ts';
import { suppose } from '../evaluate/reference.ts';
import { and, atLeast, not, or } from '../evaluate/truth.ts';
import { toRange } from '../evaluate/value.ts';
import type { CmpOp, Expr, Id, ListItem, Pred } from '../policy/document.ts';
import { unitOf } from '../policy/units.ts';
import { citesOf } from './cites.ts';
import {
  alone,
  below,
  type Draft,
  grow,
  isNotApplicable,
  markDecisive,
  openYears,
  type Place,
  ruleDraft,
  tell,
  verdictOf,
} from './draft.ts';
import type { Cmp } from './drivers.ts';
import { type Case, isNear, marginOf, TURNED } from './margin.ts';

/** Explains any node below this one; given in so that values and conditions may hold each other. */
export type Explain = (c: Case, node: Expr | Pred, at: Place) => Draft;
type Of<K extends Pred['k']> = Extract<Pred, { k: K }>;
type Several = Extract<Pred, { of: readonly Pred[] }>;

/** Explains a condition (条件): its verdict, what was found against what is asked, and what would turn it. */
export function explainPred(c: Case, p: Pred, at: Place, explain: Explain): Draft {
  const d = ruleDraft(c, at, p, citesOf(c, p));
  const truth = c.r.truth(p);
  d.verdict = verdictOf(c, truth, d.needs, at.flipped);
  tell(d, `${p.k}.${d.verdict}`);
  if (truth === 'undetermined') tell(d, `${p.k}.${d.verdict}`, openYears(c, p, d.needs));
  if (p.k === 'cmp') addComparison(c, p, d, at, explain);
  else if (p.k === 'in') addWords(c, p.fact, d);
  else if (p.k === 'exists') addCount(c, p, d);
  else if (p.k === 'all' || p.k === 'any' || p.k === 'atLeast' || p.k === 'not') addParts(c, p, d, at, explain);
  return d;
}

// ── comparisons ──────────────────────────────────────────────────────────────────────────────────────────────────

const MIRRORED: Readonly<Record<CmpOp, CmpOp>> = { ge: 'le', le: 'ge', gt: 'lt', lt: 'gt', eq: 'eq', ne: 'ne' };
const isFigure = (e: Expr): boolean => e.k === 'lit' || e.k === 'param';

function addComparison(c: Case, p: Cmp, d: Draft, at: Place, explain: Explain): void {
  const swapped = isFigure(p.a) && !isFigure(p.b);
  const [aKey, bKey] = swapped ? (['b', 'a'] as const) : (['a', 'b'] as const);
  const op = swapped ? MIRRORED[p.op] : p.op;
  const goal: Cmp = { k: 'cmp', op: at.flipped ? TURNED[op] : op, a: p[aKey], b: p[bKey] };
  d.op = goal.op;
  compareInto(c, goal, d);
  tell(d, d.msg.key.slice('sentence.'.length), { of: `${at.path}.${aKey}`, bound: `${at.path}.${bKey}` });
  grow(c, d, () => [...parts(c, p[aKey], below(at, aKey), explain), ...parts(c, p[bKey], below(at, bKey), explain)]);
}

/** Puts both sides, the unit and the margins of a comparison into a node. */
export function compareInto(c: Case, goal: Cmp, d: Draft): void {
  const a = c.r.number(goal.a);
  const b = c.r.number(goal.b);
  d.unit = unitOf(goal.a, c.doc) ?? unitOf(goal.b, c.doc) ?? 'none';
  if (!isNotApplicable(a)) d.actual = toRange(a);
  if (!isNotApplicable(b)) d.threshold = toRange(b);
  if (isNotApplicable(a) || isNotApplicable(b)) tell(d, `cmp.notApplicable.${d.verdict}`);
  const margin = marginOf(c, goal);
  if (d.verdict === 'no' && margin.up) d.up = margin.up;
  if (d.verdict === 'yes' && margin.down) d.down = margin.down;
  d.nearMiss = d.verdict === 'no' && isNear(d.up, toRange(b).lo);
}

/** A value that only repeats what its parent shows is left out. */
function parts(c: Case, e: Expr, at: Place, explain: Explain): readonly Draft[] {
  const isLeaf =
    e.k === 'lit' || e.k === 'fact' || e.k === 'param' || e.k === 'growth' || e.k === 'agg' || e.k === 'span';
  return isLeaf ? [] : [explain(c, e, at)];
}

// ── words and lists ──────────────────────────────────────────────────────────────────────────────────────────────

function addWords(c: Case, fact: Id, d: Draft): void {
  const { may, any } = c.r.firm.words(fact);
  d.words = [...new Set(may)];
  if (may.length === 0 && !any) tell(d, `in.notApplicable.${d.verdict}`);
}

function addCount(c: Case, p: Of<'exists'>, d: Draft): void {
  const range = countOf(c, p);
  d.unit = 'count';
  d.op = d.flipped ? 'lt' : 'ge';
  d.threshold = { lo: String(p.min ?? 1), hi: String(p.min ?? 1) };
  d.actual = range;
  if (range.lo !== range.hi || d.verdict === 'undetermined') return;
  const gap = Number(d.threshold.lo) - Number(range.lo);
  const margin = {
    by: String(Math.abs(gap)),
    unit: 'count',
    bound: d.threshold.lo,
    fact: p.list,
    factBy: String(gap),
    factUnit: 'count',
  } as const;
  if (d.flipped) return;
  if (d.verdict === 'no') d.up = margin;
  else d.down = margin;
  d.nearMiss = d.verdict === 'no' && gap <= 1 && range.lo !== '0';
}

/** How many records of the list satisfy the condition: surely, and at most. */
function countOf(c: Case, p: Of<'exists'>): Range {
  const lists = c.r.firm.lists(p.list);
  if (lists === undefined) return { lo: '0', hi: 'inf' };
  const counts = lists.map((items) => {
    const truths = items.map((item) => itemTruth(c, p, item));
    return { sure: truths.filter((t) => t === 'yes').length, may: truths.filter((t) => t !== 'no').length };
  });
  return { lo: String(Math.min(...counts.map((x) => x.sure))), hi: String(Math.max(...counts.map((x) => x.may))) };
}

/** Whether one record counts, asked of the rule itself with a list of that record alone. */
function itemTruth(c: Case, p: Of<'exists'>, item: ListItem): Truth {
  if (p.withinYears === undefined) return c.r.inItem(p.list, item).truth(p.where);
  return suppose(c.r, { ...c.facts, [p.list]: { known: [item] } }).truth({ ...p, min: 1 });
}

// ── several conditions ───────────────────────────────────────────────────────────────────────────────────────────

function addParts(c: Case, p: Several | Of<'not'>, d: Draft, at: Place, explain: Explain): void {
  const place = { ...at, cite: d.cite };
  if (p.k === 'not') {
    grow(c, d, () => alone(explain(c, p.of, { ...below(place, 'of'), flipped: !at.flipped })));
    return;
  }
  grow(c, d, () => {
    const kids = p.of.map((x, i) => explain(c, x, below(place, `of.${i}`)));
    markDecisive(kids, (truths) => joined(p, truths, at.flipped));
    return kids;
  });
}

/** Below a veto the parts are read the other way round, and so is the way they are joined. */
function joined(p: Several, truths: readonly Truth[], flipped: boolean): Truth {
  const raw = flipped ? truths.map(not) : truths;
  const t = p.k === 'atLeast' ? atLeast(p.n, raw) : p.k === 'all' ? and(raw) : or(raw);
  return flipped ? not(t) : t;
}
