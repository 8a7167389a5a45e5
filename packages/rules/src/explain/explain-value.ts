import { isKnown, toRange, type Val } from '../evaluate/value.ts';
import { formatNum } from '../number/rational.ts';
import type { Expr, Score } from '../policy/document.ts';
import { unitOf } from '../policy/units.ts';
import { childrenOf } from '../policy/walk.ts';
import { bandMargins } from './band-margin.ts';
import { citesOf } from './cites.ts';
import { below, type Draft, grow, isNotApplicable, openYears, type Place, ruleDraft, tell } from './draft.ts';
import type { Explain } from './explain-pred.ts';
import { fullMarks } from './full-marks.ts';
import type { Case } from './margin.ts';

type Of<K extends Expr['k']> = Extract<Expr, { k: K }>;

/** Explains a value or score (取值、计分): what it comes to, which row was hit, and what would give more. */
export function explainValue(c: Case, e: Expr, at: Place, explain: Explain): Draft {
  const d = ruleDraft(c, at, e, citesOf(c, e));
  const value = c.r.number(e);
  if (isNotApplicable(value)) d.verdict = 'notApplicable';
  else if (!isKnown(value)) d.verdict = 'undetermined';
  const unit = unitOf(e, c.doc) ?? (e.k === 'bonus' ? 'points' : 'none');
  if (isScore(e)) addPoints(e, d, value, unit);
  else {
    d.unit = unit;
    if (d.verdict !== 'notApplicable') d.actual = toRange(value);
  }
  tell(d, isScore(e) ? 'score' : 'value', {
    of: at.path,
    ...(d.verdict === 'undetermined' ? openYears(c, e, d.needs) : {}),
  });
  const place = { ...at, cite: d.cite };
  if (e.k === 'bands' || e.k === 'marginal' || e.k === 'linear') addInput(c, e, d, place, explain);
  else if (e.k === 'indicator') addIndicator(c, e, d, place, explain);
  else addChosen(c, e, d, place, explain);
  return d;
}

const SCORES: ReadonlySet<string> = new Set([
  'bands',
  'bandsBy',
  'table',
  'marginal',
  'linear',
  'indicator',
  'sum',
  'bestOf',
  'bonus',
]);
const isScore = (e: Expr): e is Score => SCORES.has(e.k);

function addPoints(e: Score, d: Draft, value: Val, unit: string): void {
  d.points = toRange(value.some ? value : { ...value, some: true, na: false });
  const full = fullMarks(e);
  if (full) d.full = formatNum(full);
  if (unit !== 'points') tell(d, 'score', { outUnit: unit });
}

/** The banded value itself, the row it hits and the way to the next row. */
function addInput(
  c: Case,
  e: Of<'bands' | 'marginal' | 'linear'> | Score,
  d: Draft,
  at: Place,
  explain: Explain,
): void {
  if (e.k !== 'bands' && e.k !== 'marginal' && e.k !== 'linear') return;
  const value = c.r.number(e.of);
  d.unit = unitOf(e.of, c.doc) ?? 'none';
  if (isNotApplicable(value)) d.verdict = 'notApplicable';
  else d.actual = toRange(value);
  tell(d, 'score', { of: `${at.path}.of` });
  if (e.k === 'bands' && !isNotApplicable(value)) addRow(c, e, d, value);
  if (!isLeaf(e.of)) grow(c, d, () => childKids(c, e.of, below(at, 'of'), explain));
}

function addRow(c: Case, e: Of<'bands'>, d: Draft, value: Val): void {
  const row = c.r.bandRow(value, e.rows);
  if (row === undefined) return;
  d.row = row;
  const rowCite = e.rows[row]?.cite;
  if (rowCite?.length) d.cite = rowCite;
  if (isKnown(value)) Object.assign(d, bandMargins(c, e.of, e.rows, row, d.unit ?? 'none'));
}

/** A line of the score table shows the value behind its points itself; only richer scores keep their own node. */
function addIndicator(c: Case, e: Of<'indicator'>, d: Draft, at: Place, explain: Explain): void {
  const inner = below(at, 'of');
  if (e.of.k === 'bands') {
    const kid = explain(c, e.of, inner);
    takeOver(d, kid);
    grow(c, d, () => kid.kids as readonly Draft[]);
    return;
  }
  // Which of several tables leads shows only below it, so all of it is looked at, wanted or not.
  const kid = explain({ ...c, wants: undefined, nodes: undefined }, e.of, inner);
  const lead = leading(kid);
  if (lead) takeOver(d, lead);
  grow(c, d, () => [kid]);
}

function takeOver(d: Draft, kid: Draft): void {
  const { actual, unit, row, up, down } = kid;
  Object.assign(d, {
    ...(actual ? { actual } : {}),
    ...(unit ? { unit } : {}),
    ...(row === undefined ? {} : { row }),
    ...(up ? { up } : {}),
    ...(down ? { down } : {}),
  });
  d.msg = { key: d.msg.key, args: { ...d.msg.args, of: kid.msg.args.of ?? kid.path } };
}

/** The band table that settles the points, below alternatives. */
function leading(d: Draft): Draft | undefined {
  if (d.kind === 'bands') return d;
  if (d.kind !== 'bestOf' && d.kind !== 'bandsBy' && d.kind !== 'cond') return undefined;
  const same = d.kids.find(
    (kid) => kid.points && d.points && kid.points.lo === d.points.lo && kid.points.hi === d.points.hi,
  );
  return same && leading(same as Draft);
}

// ── kids ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const isLeaf = (e: Expr): boolean => childrenOf(e).length === 0;

/** The parts of a value; figures of the rule itself are not worth a line of their own. */
function childKids(c: Case, e: Expr, at: Place, explain: Explain): readonly Draft[] {
  return childrenOf(e)
    .filter((child) => child.node.k !== 'lit' && child.node.k !== 'param')
    .map((child) => explain(c, child.node, below(at, child.key)));
}

/** The parts that matter: of alternatives only the branch that is taken, where that is settled. */
function addChosen(c: Case, e: Expr, d: Draft, at: Place, explain: Explain): void {
  if (e.k === 'bandsBy') return addTakenRow(c, e, d, at, explain);
  if (e.k === 'table') noteRow(c, e, d);
  grow(c, d, () => (e.k === 'cond' ? takenBranch(c, e, at, explain) : childKids(c, e, at, explain)));
}

function takenBranch(c: Case, e: Of<'cond'>, at: Place, explain: Explain): readonly Draft[] {
  const t = c.r.truth(e.if);
  const branch = (key: 'then' | 'else'): readonly Draft[] =>
    isFigure(e[key]) ? [] : [explain(c, e[key], below(at, key))];
  const test = explain(c, e.if, below(at, 'if'));
  return [test, ...(t === 'no' ? [] : branch('then')), ...(t === 'yes' ? [] : branch('else'))];
}

export const isFigure = (e: Expr): boolean => e.k === 'lit' || e.k === 'param';

function addTakenRow(c: Case, e: Of<'bandsBy'>, d: Draft, at: Place, explain: Explain): void {
  const row = c.r.bandRow(c.r.number(e.by), e.rows);
  if (row !== undefined) d.row = row;
  grow(c, d, () =>
    e.rows.flatMap((x, i) =>
      isFigure(x.use) || (row !== undefined && row !== i) ? [] : [explain(c, x.use, below(at, `rows.${i}.use`))],
    ),
  );
}

function noteRow(c: Case, e: Of<'table'>, d: Draft): void {
  const truths = e.rows.map((row) => c.r.truth(row.when));
  const hit = truths.indexOf('yes');
  if (truths.slice(0, hit < 0 ? truths.length : hit).includes('undetermined')) return;
  d.row = hit;
  const cite = e.rows[hit]?.cite;
  if (cite?.length) d.cite = cite;
}
