import { addMonths, dayOf } from '../date/day.ts';
import { num, ratio } from '../number/rational.ts';
import { roundTo } from '../number/round.ts';
import type { Band, Expr, Id, ListItem, PolicyDoc, Pred, Score } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import type { Truth } from './decision.ts';
import { type Firm, openFirm, yearsBack } from './firm.ts';
import { growthOf } from './growth.ts';
import { type Memos, openMemos } from './memos.ts';
import { paramValue } from './param.ts';
import { piecewise } from './piecewise.ts';
import { spanOf } from './span-value.ts';
import { and, atLeast, not, or } from './truth.ts';
import type { Val } from './value.ts';
import * as v from './value.ts';

type Of<K extends Expr['k']> = Extract<Expr, { k: K }>;

/**
 * The meaning of every node for one firm on one day. Unknown is a value: numbers are ranges, conditions are
 * three-valued, and whatever the open facts turn out to be, the full result lies inside.
 */
export interface Reference {
  readonly doc: PolicyDoc;
  readonly firm: Firm;
  number(e: Expr): Val;
  truth(p: Pred): Truth;
  /** The row of a band table that is hit, where that is settled; −1 for "does not apply". */
  bandRow(value: Val, rows: readonly Bounded[]): number | undefined;
  /** The same firm with `item.<field>` bound to one record of a list. */
  inItem(list: Id, item: ListItem): Reference;
  /** What has been worked out. */
  readonly memos: Memos;
}

/** Opens a firm; `near` is the same policy on the same days with other facts, from which is taken what stays as it is. */
export function createReference(doc: PolicyDoc, dates: Dates, facts: Facts, near?: Reference): Reference {
  return new OpenReference(doc, openFirm(doc, dates, facts), near && isNear(near, doc, dates) ? near : undefined);
}

/** The same firm with other facts, for a moment: to see what would be if. */
export const suppose = (r: Reference, facts: Facts): Reference =>
  new OpenReference(r.doc, openFirm(r.doc, r.firm.dates, facts), r, true);

/** Whether a firm was seen through this policy on these days. */
export function isNear({ doc, firm }: Reference, policy: PolicyDoc, dates: Dates): boolean {
  const { filing, decision, fiscalYearEnd } = firm.dates;
  const isSameDay = filing === dates.filing && decision === dates.decision;
  return doc === policy && isSameDay && fiscalYearEnd === dates.fiscalYearEnd;
}

class OpenReference implements Reference {
  readonly doc: PolicyDoc;
  readonly firm: Firm;
  readonly memos: Memos;

  constructor(doc: PolicyDoc, firm: Firm, near?: Reference, isBrief = false) {
    this.doc = doc;
    this.firm = firm;
    this.memos = openMemos(firm.facts, near?.memos, isBrief);
  }

  // Comparisons and the figures in them are also made up to try something, so they are not remembered.
  number(e: Expr): Val {
    if (e.k === 'lit') return numberOf(this, e);
    return this.memos.numbers.find(e) ?? this.memos.numbers.keep(e, numberOf(this, e));
  }

  truth(p: Pred): Truth {
    if (p.k === 'cmp') return truthOf(this, p);
    return this.memos.truths.find(p) ?? this.memos.truths.keep(p, truthOf(this, p));
  }

  bandRow(value: Val, rows: readonly Bounded[]): number | undefined {
    return value.some ? (value.na ? undefined : settledRow(value, rows)) : -1;
  }

  inItem(list: Id, item: ListItem): Reference {
    return new OpenReference(this.doc, this.firm.withItem(list, item));
  }
}

// ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

function numberOf(r: Reference, e: Expr): Val {
  switch (e.k) {
    case 'lit':
      return v.point(num(e.value));
    case 'fact':
      return r.firm.number(e.fact, yearsBack(e.year));
    case 'param':
      return v.point(paramValue(r.doc, e.param, r.firm.asOfDay));
    case 'add':
      return fold(r, e.of, v.addVal);
    case 'sub':
      return fold(r, e.of, v.subVal);
    case 'mul':
      return fold(r, e.of, v.mulVal);
    case 'min':
      return fold(r, e.of, v.minVal);
    case 'max':
      return fold(r, e.of, v.maxVal);
    case 'neg':
      return v.negVal(r.number(e.of));
    case 'div':
      return v.divVal(r.number(e.num), r.number(e.den), zeroCase(e.whenZero));
    case 'round':
      return v.mapEnds(r.number(e.of), (x) => roundTo(x, num(e.step), e.mode));
    case 'growth':
      return growthOf(e, (back) => r.firm.number(e.series, back));
    case 'agg':
      return aggregate(r, e);
    case 'span':
      return spanOf(r.firm, e);
    case 'fx':
      return v.mulVal(r.number(e.of), r.number(e.rate));
    case 'cond':
      return branch(
        r.truth(e.if),
        () => r.number(e.then),
        () => r.number(e.else),
      );
    case 'milestone':
      return milestoneOf(r, e);
    default:
      return scoreOf(r, e);
  }
}

const fold = (r: Reference, of: readonly Expr[], f: (a: Val, b: Val) => Val): Val =>
  of.map((x) => r.number(x)).reduce(f);

const zeroCase = (w: Of<'div'>['whenZero']): Val =>
  w === 'unknown' ? v.ANYTHING : w === 'notApplicable' ? v.NOT_APPLICABLE : v.point(num(w));

function branch(t: Truth, yes: () => Val, no: () => Val): Val {
  return t === 'yes' ? yes() : t === 'no' ? no() : v.hull(yes(), no());
}

function aggregate(r: Reference, e: Of<'agg'>): Val {
  const years = Array.from({ length: e.last }, (_, back) => r.firm.number(e.series, back));
  if (e.how === 'min') return years.reduce(v.minVal);
  if (e.how === 'max') return years.reduce(v.maxVal);
  const sum = years.reduce(v.addVal);
  return e.how === 'sum' ? sum : v.mulVal(sum, v.point(ratio(1n, BigInt(e.last))));
}

function milestoneOf(r: Reference, e: Of<'milestone'>): Val {
  const reached = bandsOf(r.number(e.of), e.rows.map(pays));
  const open = v.subVal(reached, v.orZero(r.firm.number(e.paidBefore)));
  return v.maxVal(open, v.ZERO_VAL);
}

// ── points ───────────────────────────────────────────────────────────────────────────────────────────────────────

function scoreOf(r: Reference, e: Score): Val {
  switch (e.k) {
    case 'bands':
      return bandsOf(r.number(e.of), e.rows.map(pays));
    case 'bandsBy':
      return bandsOf(
        r.number(e.by),
        e.rows.map((row) => ({ ...row, out: () => v.orZero(r.number(row.use)) })),
      );
    case 'table':
      return tableOf(r, e);
    case 'marginal':
    case 'linear':
      return piecewise(e.k, r.number(e.of), e.rows);
    case 'indicator':
      return v.maxVal(v.minVal(v.orZero(r.number(e.of)), v.point(num(e.full))), v.ZERO_VAL);
    case 'sum':
      return capped(e.of.map((x) => v.orZero(r.number(x))).reduce(v.addVal), e.cap);
    case 'bestOf':
      return capped(e.of.map((x) => v.orZero(r.number(x))).reduce(v.maxVal), e.cap);
    case 'bonus':
      return branch(
        r.truth(e.when),
        () => capped(v.point(num(e.out)), e.cap),
        () => v.ZERO_VAL,
      );
  }
}

const capped = (x: Val, cap: string | undefined): Val => (cap === undefined ? x : v.minVal(x, v.point(num(cap))));

/** A row with a lower bound; without one it is "otherwise". */
export interface Bounded {
  readonly ge?: string;
  readonly gt?: string;
}
interface Paying extends Bounded {
  readonly out: () => Val;
}
const pays = (row: Band): Paying => ({ ...row, out: () => v.point(num(row.out)) });

export function inRow(value: Val, row: Bounded): Truth {
  if (row.ge !== undefined) return v.test(value, 'ge', v.point(num(row.ge)));
  return row.gt !== undefined ? v.test(value, 'gt', v.point(num(row.gt))) : 'yes';
}

/** Points or amount of the rows that may be hit; 0 where the value does not apply or no row is hit. */
function bandsOf(value: Val, rows: readonly Paying[]): Val {
  if (!value.some) return v.ZERO_VAL;
  const outs: Val[] = value.na ? [v.ZERO_VAL] : [];
  for (const row of rows) {
    const t = inRow(value, row);
    if (t !== 'no') outs.push(row.out());
    if (t === 'yes') return v.hullOf(outs);
  }
  return v.hullOf([...outs, v.ZERO_VAL]);
}

function settledRow(value: Val, rows: readonly Bounded[]): number | undefined {
  const hits = rows.map((row) => inRow(value, row));
  const first = hits.findIndex((t) => t !== 'no');
  return first < 0 ? -1 : hits[first] === 'yes' ? first : undefined;
}

function tableOf(r: Reference, e: Of<'table'>): Val {
  const rows = e.rows.map((row) => ({ t: r.truth(row.when), out: v.point(num(row.out)) }));
  const otherwise = v.point(num(e.otherwise));
  if (e.hit === 'unique' || e.hit === 'first') {
    const end = rows.findIndex((row) => row.t === 'yes');
    const open = (end < 0 ? rows : rows.slice(0, end)).filter((row) => row.t === 'undetermined').map((row) => row.out);
    return v.hullOf([...open, end < 0 ? otherwise : (rows[end]?.out ?? otherwise)]);
  }
  const join = e.hit === 'maxOut' ? v.maxVal : v.addVal;
  const sure = rows.filter((row) => row.t === 'yes').map((row) => row.out);
  const open = rows.filter((row) => row.t === 'undetermined').map((row) => row.out);
  const withOpen = open.reduce(
    (acc, out) => v.hull(acc, join(acc, out)),
    sure.length > 0 ? sure.reduce(join) : v.ZERO_VAL,
  );
  if (sure.length > 0) return withOpen;
  if (open.length === 0) return otherwise;
  // No row is certain: none may be hit, or any non-empty choice of the open ones.
  return v.hullOf([otherwise, ...open, ...(e.hit === 'sumOut' ? [withOpen] : [])]);
}

// ── conditions ───────────────────────────────────────────────────────────────────────────────────────────────────

function truthOf(r: Reference, p: Pred): Truth {
  switch (p.k) {
    case 'cmp':
      return v.compareVals(r.number(p.a), p.op, r.number(p.b));
    case 'in':
      return wordsIn(r.firm, p.fact, p.values);
    case 'all':
      return and(p.of.map((x) => r.truth(x)));
    case 'any':
      return or(p.of.map((x) => r.truth(x)));
    case 'not':
      return not(r.truth(p.of));
    case 'atLeast':
      return atLeast(
        p.n,
        p.of.map((x) => r.truth(x)),
      );
    case 'exists':
      return existsIn(r, p);
    case 'provided':
      return r.firm.isProvided(p.fact);
    case 'judgement':
      return wordsIn(r.firm, p.id ?? '', ['true']);
  }
}

function wordsIn(firm: Firm, fact: Id, values: readonly string[]): Truth {
  const { may, any, na } = firm.words(fact);
  if (any) return values.length === 0 ? 'no' : 'undetermined';
  const inside = may.filter((w) => values.includes(w)).length;
  if (inside === 0) return 'no';
  return inside === may.length && !na ? 'yes' : 'undetermined';
}

function existsIn(r: Reference, p: Extract<Pred, { k: 'exists' }>): Truth {
  const lists = r.firm.lists(p.list);
  if (lists === undefined) return 'undetermined';
  const verdicts = lists.map((items) =>
    atLeast(
      p.min ?? 1,
      items.map((item) => itemTruth(r, p, item)),
    ),
  );
  const [first = 'no', ...rest] = verdicts;
  return rest.every((t) => t === first) ? first : 'undetermined';
}

function itemTruth(r: Reference, p: Extract<Pred, { k: 'exists' }>, item: ListItem): Truth {
  const where = r.inItem(p.list, item).truth(p.where);
  return p.withinYears === undefined ? where : and([where, isRecent(item.on, p.withinYears, r.firm.asOfDay)]);
}

/** On or after the same day `years` before, and not after the day itself. */
function isRecent(on: ListItem[string] | undefined, years: number, asOfDay: number): Truth {
  if (typeof on !== 'string') return 'undetermined';
  const day = dayOf(on);
  return day >= addMonths(asOfDay, -12 * years) && day <= asOfDay ? 'yes' : 'no';
}
