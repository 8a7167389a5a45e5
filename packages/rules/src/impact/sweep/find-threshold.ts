import { dayOf, parseDay } from '../../date/day.ts';
import { num, type Rational } from '../../number/rational.ts';
import { asOf } from '../../policy/dates-of.ts';
import type { CmpOp, Expr, PolicyDoc, Pred, Route } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';
import { walkDoc } from '../../policy/walk.ts';
import { findIndicator } from '../../tiers/decide-tier.ts';
import { valueAtPath, withValueAt } from './figure-at.ts';

/**
 * A figure that only decides one test: `of op figure`. Whatever the figure, the policy gives a firm what `met` gives it
 * or what `missed` gives it.
 */
export interface Threshold {
  readonly of: Expr;
  readonly op: 'ge' | 'gt' | 'le' | 'lt';
  readonly met: PolicyDoc;
  readonly missed: PolicyDoc;
  /** What the policy gives where it is open whether the test is met; absent where a table or a mark is no test of its own. */
  readonly open?: PolicyDoc;
  /** Figures beside it in the same table: where the slider passes one of them, a range of values may fall otherwise. */
  readonly neighbours: readonly Rational[];
}

/** How a figure decides, where it is nothing but the threshold of one test; undefined for any other figure. */
export function findThreshold(doc: PolicyDoc, dates: Dates, path: string): Threshold | undefined {
  const keys = path.split('.');
  const [last = '', holder] = [keys.at(-1), keys.slice(0, -1).join('.')];
  // Records of a list have values of their own, not one for the firm.
  if (keys.includes('where') || typeof valueAtPath(doc, path) !== 'string') return undefined;
  if (keys[0] === 'params') return inParam(doc, dates, keys);
  if (last === 'value') return inComparison(doc, holder);
  if (last !== 'ge' && last !== 'gt') return undefined;
  if (keys.at(-3) === 'rows') return inRow(doc, keys, last);
  return keys.at(-2) === 'pass' || keys.at(-3) === 'floors' ? inPassMark(doc, keys, last) : undefined;
}

const FLIPPED: Partial<Record<CmpOp, Threshold['op']>> = { ge: 'le', gt: 'lt', le: 'ge', lt: 'gt' };
const YES: Pred = { k: 'all', of: [] };
const NO: Pred = { k: 'any', of: [] };
/** A question that nobody is asked, so that nobody has answered it. */
const OPEN: Pred = { k: 'judgement', id: '?', question: { 'zh-CN': '?', en: '?' } };

/** `side` is the path of the literal or parameter itself: one whole side of a comparison. */
function inComparison(doc: PolicyDoc, side: string): Threshold | undefined {
  const [at, key] = [side.slice(0, side.lastIndexOf('.')), side.slice(side.lastIndexOf('.') + 1)];
  const cmp = valueAtPath(doc, at) as Pred | undefined;
  if (cmp?.k !== 'cmp' || (key !== 'a' && key !== 'b')) return undefined;
  const flipped = FLIPPED[cmp.op];
  const op = key === 'a' ? flipped : flipped && FLIPPED[flipped];
  if (!op) return undefined;
  const of = key === 'a' ? cmp.b : cmp.a;
  const put = (test: Pred): PolicyDoc => withValueAt(doc, at, test);
  return { of, op, met: put(YES), missed: put(NO), open: put(OPEN), neighbours: [] };
}

/** A parameter that one comparison alone uses, and the value of it that is in force on the day. */
function inParam(doc: PolicyDoc, dates: Dates, keys: readonly string[]): Threshold | undefined {
  const param = doc.params[Number(keys[1])];
  const value = param?.values[Number(keys[3])];
  const day = dayOf(asOf(doc, dates));
  const isInForce = value && dayOf(value.from) <= day && (value.to === undefined || day <= (parseDay(value.to) ?? 0));
  if (!param || !isInForce || keys.at(-1) !== 'value') return undefined;
  const uses: string[] = [];
  walkDoc(doc, (node, path) => {
    if (node.k === 'param' && node.param === param.id) uses.push(path);
  });
  const [use] = uses;
  return use !== undefined && uses.length === 1 && !use.includes('.where.') ? inComparison(doc, use) : undefined;
}

interface RowsNode {
  readonly k: string;
  readonly of?: Expr;
  readonly by?: Expr;
  readonly rows: readonly { readonly ge?: string; readonly gt?: string }[];
}

function inRow(doc: PolicyDoc, keys: readonly string[], op: 'ge' | 'gt'): Threshold | undefined {
  const at = keys.slice(0, -3).join('.');
  const node = valueAtPath(doc, at) as RowsNode;
  const of = node.k === 'bandsBy' ? node.by : node.k === 'bands' || node.k === 'milestone' ? node.of : undefined;
  const i = Number(keys.at(-2));
  if (!of || node.rows.length < 2) return undefined;
  const { ge: _, gt: __, ...unbounded } = node.rows[i] ?? {};
  const put = (rows: readonly unknown[]): PolicyDoc => withValueAt(doc, `${at}.rows`, rows);
  const beside = [node.rows[i - 1], node.rows[i + 1]].flatMap((row) => row?.ge ?? row?.gt ?? []);
  return {
    of,
    op,
    met: put([...node.rows.slice(0, i), unbounded]),
    missed: put(node.rows.toSpliced(i, 1)),
    neighbours: beside.map((bound) => num(bound)),
  };
}

/** Marks that every score passes, and that none does. */
const [LEAST, MOST] = ['-9000000000000000', '9000000000000000'];

function inPassMark(doc: PolicyDoc, keys: readonly string[], op: 'ge' | 'gt'): Threshold | undefined {
  const at = keys.slice(0, -1).join('.');
  const route = valueAtPath(doc, keys.slice(0, 4).join('.')) as Route;
  if (route?.k !== 'scored') return undefined;
  const bound = valueAtPath(doc, at) as { readonly indicator?: string };
  const of = bound.indicator === undefined ? route.score : findIndicator(route.score, bound.indicator);
  if (!of) return undefined;
  const put = (mark: string): PolicyDoc => {
    const { ge: _, gt: __, ...rest } = bound as Record<string, unknown>;
    return withValueAt(doc, at, { ...rest, ge: mark });
  };
  return { of, op, met: put(LEAST), missed: put(MOST), neighbours: [] };
}
