import { yearsBack } from '../../evaluate/firm.ts';
import { num, toDouble } from '../../number/rational.ts';
import type { Band, Expr, Id, PolicyDoc, Pred } from '../../policy/document.ts';
import { childrenOf, rootsOf, walkDoc } from '../../policy/walk.ts';

/** What policies ask of a fact: the figures it is compared with, and the words that help a firm. */
export interface FactHints {
  readonly thresholds: number[];
  /** Thresholds of this fact as a share of another. */
  readonly shares: Map<Id, number[]>;
  readonly growth: number[];
  readonly good: Set<string>;
  readonly bad: Set<string>;
  /** What was paid before under a cap or a stack: most firms had nothing. */
  isPaidBefore?: true;
}

/** Reads from policies which values of their facts matter, so that made-up firms lie on both sides of every figure. */
export function factHints(docs: readonly PolicyDoc[]): ReadonlyMap<Id, FactHints> {
  const hints = new Map<Id, FactHints>();
  const of = (id: Id): FactHints => {
    const had = hints.get(id) ?? { thresholds: [], shares: new Map(), growth: [], good: new Set(), bad: new Set() };
    hints.set(id, had);
    return had;
  };
  for (const doc of docs) {
    walkDoc(doc, (node) => {
      if (node.k === 'cmp') {
        note(of, node.a, figuresOf(doc, node.b));
        note(of, node.b, figuresOf(doc, node.a));
      } else if (node.k === 'bands' || node.k === 'milestone' || node.k === 'marginal' || node.k === 'linear')
        note(of, node.of, boundsOf(node.rows));
      else if (node.k === 'bandsBy') note(of, node.by, boundsOf(node.rows));
    });
    for (const id of paidBefore(doc)) of(id).isPaidBefore = true;
    for (const { path, node } of rootsOf(doc)) {
      if (path.includes('.vetoes.')) wish(of, node as Pred, false);
      else if (path.includes('.gates.') || path.endsWith('.for')) wish(of, node as Pred, true);
    }
  }
  return hints;
}

/** How many fiscal years some policies look at, the base year included. */
export function yearsRead(docs: readonly PolicyDoc[]): number {
  let most = 1;
  for (const doc of docs)
    walkDoc(doc, (node) => {
      if (node.k === 'growth') most = Math.max(most, node.years + 1);
      else if (node.k === 'agg') most = Math.max(most, node.last);
      else if (node.k === 'fact') most = Math.max(most, yearsBack(node.year) + 1);
    });
  return most;
}

const paidBefore = (doc: PolicyDoc): readonly Id[] => [
  ...doc.awards.flatMap((award) => (award.caps ?? []).flatMap((cap) => cap.used ?? [])),
  ...doc.stacks.flatMap((stack) => stack.paidBefore ?? []),
];

type Of = (id: Id) => FactHints;

function note(of: Of, e: Expr, figures: readonly number[]): void {
  if (e.k === 'fact') of(e.fact).thresholds.push(...figures);
  else if (e.k === 'agg') of(e.series).thresholds.push(...figures);
  else if (e.k === 'growth') of(e.series).growth.push(...figures);
  else if (e.k === 'div') {
    const [part, whole] = [onlyFact(e.num), onlyFact(e.den)];
    if (part === undefined || whole === undefined || part === whole) return;
    const { shares } = of(part);
    shares.set(whole, [...(shares.get(whole) ?? []), ...figures]);
  }
}

function onlyFact(e: Expr): Id | undefined {
  if (e.k === 'fact') return e.fact;
  if (e.k === 'agg') return e.series;
  const kids = childrenOf(e).filter((kid) => kid.node.k !== 'lit');
  return kids[0] && onlyFact(kids[0].node as Expr);
}

const boundsOf = (rows: readonly Pick<Band, 'ge' | 'gt'>[]): readonly number[] =>
  rows.flatMap((row) => row.ge ?? row.gt ?? []).map((text) => toDouble(num(text)));

function figuresOf(doc: PolicyDoc, e: Expr): readonly number[] {
  if (e.k === 'lit') return [toDouble(num(e.value))];
  if (e.k !== 'param') return [];
  return (doc.params.find((p) => p.id === e.param)?.values ?? []).map((v) => toDouble(num(v.value)));
}

/** Words a condition wants, or wants not. */
function wish(of: Of, p: Pred, wanted: boolean): void {
  if (p.k === 'in') {
    const { good, bad } = of(p.fact);
    for (const word of p.values) (wanted ? good : bad).add(word);
  } else if (p.k === 'judgement' && p.id !== undefined) (wanted ? of(p.id).good : of(p.id).bad).add('true');
  else if (p.k === 'not') wish(of, p.of, !wanted);
  else if (p.k === 'all' || p.k === 'any' || p.k === 'atLeast') for (const x of p.of) wish(of, x, wanted);
}
