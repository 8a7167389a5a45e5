import type { Reference } from '../evaluate/reference.ts';
import { isKnown } from '../evaluate/value.ts';
import { fromInt, num, type Rational } from '../number/rational.ts';
import type { CmpOp, Expr, PolicyDoc, Pred, Unit } from '../policy/document.ts';
import { unitOf } from '../policy/units.ts';
import { factsUsed } from '../policy/walk.ts';
import { canonicalJson } from '../receipt/canonical-json.ts';
import { between, type Interval } from './interval.ts';

type Cmp = Extract<Pred, { k: 'cmp' }>;

/** A figure that conditions speak of: the same expression is the same quantity wherever it stands. */
export interface Quantity {
  readonly key: string;
  readonly expr: Expr;
  /** Where two figures are compared with each other: the second one; the quantity is the first less the second. */
  readonly less?: Expr;
  readonly unit: Unit;
  /** Only whole numbers occur. */
  readonly whole: boolean;
  /** What the evaluator says of it while nothing is known of the firm. */
  readonly bounds: Interval;
  readonly mayNotApply: boolean;
}

/** A comparison read as "this quantity lies in these bounds". */
export interface Compared {
  readonly q: Quantity;
  readonly op: CmpOp;
  readonly bound: Rational;
}

const TURN: Readonly<Record<CmpOp, CmpOp>> = { ge: 'le', gt: 'lt', le: 'ge', lt: 'gt', eq: 'eq', ne: 'ne' };
const keys = new WeakMap<object, string>();

/** One text for one expression, whatever it is called and wherever its figures come from. */
export function keyOf(node: Expr | Pred): string {
  if (node.k === 'fact') return `${node.fact} ${node.year ?? ''}`;
  const had = keys.get(node);
  if (had !== undefined) return had;
  const made = canonicalJson(bare(node));
  keys.set(node, made);
  return made;
}

const NAMES = new Set(['label', 'cite', 'evidence', 'question']);
function bare(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(bare);
  if (typeof x !== 'object' || x === null) return x;
  const node = x as Readonly<Record<string, unknown>>;
  const isNamed = node.k !== 'judgement';
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !NAMES.has(key) && !(isNamed && key === 'id'))
      .map(([key, value]) => [key, bare(value)]),
  );
}

/** Quantities of a document; `open` is a firm of which nothing is known, so that its ranges hold for every firm. */
export class Quantities {
  readonly #known = new Map<string, Quantity>();
  readonly #doc: PolicyDoc;
  readonly open: Reference;

  constructor(doc: PolicyDoc, open: Reference) {
    this.#doc = doc;
    this.open = open;
  }

  of(expr: Expr): Quantity {
    return this.#get(keyOf(expr), expr);
  }

  /** A figure that does not depend on the firm. */
  constant(e: Expr): Rational | undefined {
    if (e.k === 'lit') return num(e.value);
    if (e.k === 'fact' || factsUsed(e).length > 0 || readsItem(e)) return undefined;
    const value = this.open.number(e);
    return value.some && isKnown(value) && value.root === 1 ? value.lo : undefined;
  }

  compared(cmp: Cmp): Compared {
    const right = this.constant(cmp.b);
    if (right) return { q: this.of(cmp.a), op: cmp.op, bound: right };
    const left = this.constant(cmp.a);
    if (left) return { q: this.of(cmp.b), op: TURN[cmp.op], bound: left };
    return { q: this.#get(`${keyOf(cmp.a)} less ${keyOf(cmp.b)}`, cmp.a, cmp.b), op: cmp.op, bound: fromInt(0) };
  }

  #get(key: string, expr: Expr, less?: Expr): Quantity {
    const had = this.#known.get(key);
    if (had) return had;
    const made = this.#make(key, expr, less);
    this.#known.set(key, made);
    return made;
  }

  #make(key: string, expr: Expr, less?: Expr): Quantity {
    const value = this.open.number(expr);
    const range = value.root > 1 ? between(fromInt(-1), { n: 1n, d: 0n }) : between(value.lo, value.hi);
    const bounds = less || !value.some ? between({ n: -1n, d: 0n }, { n: 1n, d: 0n }) : range;
    const other = less && this.open.number(less);
    return {
      key,
      expr,
      ...(less ? { less } : {}),
      unit: unitOf(expr, this.#doc) ?? 'none',
      whole: less === undefined && isWhole(this.#doc, expr),
      bounds,
      mayNotApply: value.na || (other?.na ?? false),
    };
  }
}

const WHOLE_UNITS: readonly (Unit | undefined)[] = ['people', 'count'];

function isWhole(doc: PolicyDoc, e: Expr): boolean {
  if (e.k === 'span') return e.how !== 'days365';
  if (e.k !== 'fact' || e.fact.startsWith('item.')) return false;
  const def = doc.facts.find((f) => f.id === e.fact);
  return def?.type === 'int' || WHOLE_UNITS.includes(def?.unit);
}

const readsItem = (e: Expr): boolean => canonicalJson(bare(e)).includes('"item.');
