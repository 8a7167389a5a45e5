import type { Truth } from '../evaluate/decision.ts';
import { yearsBack } from '../evaluate/firm.ts';
import { openFacts } from '../evaluate/open-facts.ts';
import { not } from '../evaluate/truth.ts';
import { isKnown, type Val } from '../evaluate/value.ts';
import type { Basis, Cite, Expr, Id, Pred, Text } from '../policy/document.ts';
import { factsUsed, walkNode } from '../policy/walk.ts';
import type { ExplainNode, Verdict } from './explanation.ts';
import type { Case } from './margin.ts';

/** A node of the tree while it is being made; its parent still says whether it is decisive. */
export type Draft = { -readonly [K in keyof ExplainNode]: ExplainNode[K] };

/** Where a node stands: its path, the citations it inherits, and whether it is read the other way round. */
export interface Place {
  readonly path: string;
  readonly cite: readonly Cite[];
  readonly flipped: boolean;
}

export const below = (at: Place, key: string, cite: readonly Cite[] = at.cite): Place => ({
  path: at.path === '' ? key : `${at.path}.${key}`,
  cite,
  flipped: at.flipped,
});

interface Start {
  readonly kind: string;
  readonly node?: { readonly id?: Id; readonly label?: Text; readonly cite?: readonly Cite[] };
  /** Citations of the figures the node holds itself. */
  readonly parts?: readonly Cite[];
  readonly facts?: readonly Id[];
  readonly needs?: readonly Id[];
}

/** A node with what every node has. */
export function draftOf(c: Case, at: Place, start: Start): Draft {
  const { node, parts = [], facts = [] } = start;
  const given = node?.cite ?? [];
  const cite = parts.length > 0 ? [...given, ...parts] : given.length > 0 ? given : at.cite;
  return {
    id: node?.id ?? (at.path === '' ? c.doc.id : at.path),
    path: at.path,
    kind: start.kind,
    label: node?.label,
    flipped: at.flipped || undefined,
    nearMiss: false,
    decisive: false,
    msg: { key: `sentence.${start.kind}`, args: { year: String(c.year) } },
    cite,
    basis: weakestBasis(cite),
    facts,
    needs: start.needs ?? [],
    assumed: facts.filter((id) => c.r.firm.isAssumed(id)),
    kids: [],
  };
}

const WEAKEST: readonly Basis[] = ['assumed', 'derived', 'official'];
const weakestBasis = (cite: readonly Cite[]): Basis | undefined =>
  cite.length === 1 ? cite[0]?.basis : WEAKEST.find((b) => cite.some((x) => x.basis === b));

/** The draft of a value or condition of the rule language. */
export function ruleDraft(c: Case, at: Place, node: Expr | Pred, parts: readonly Cite[] = []): Draft {
  const base = { kind: node.k, node: node as Start['node'] & object, parts, facts: factsIn(node) };
  return draftOf(c, at, { ...base, needs: openFacts(c.r, node) });
}

// Documents never change, so what a node reads is worked out once for all firms.
const used = new WeakMap<Expr | Pred, readonly Id[]>();

/** Facts and judgements a node reads. */
export function factsIn(node: Expr | Pred): readonly Id[] {
  const had = used.get(node);
  if (had) return had;
  const made = factsUsed(node);
  used.set(node, made);
  return made;
}

/** Sets the message: which template, and the facts it needs that are not in the node. */
export function tell(draft: Draft, key: string, args: Readonly<Record<string, string>> = {}): void {
  draft.msg = { key: `sentence.${key}`, args: { ...draft.msg.args, ...args } };
}

/** The verdict in the firm's favour; open only because a person has to decide is 需人工判断. */
export function verdictOf(c: Case, truth: Truth, needs: readonly Id[], flipped: boolean): Verdict {
  if (truth === 'undetermined')
    return needs.length > 0 && needs.every((id) => isJudgement(c, id)) ? 'judgement' : truth;
  return flipped ? not(truth) : truth;
}

const isJudgement = (c: Case, id: Id): boolean => c.r.firm.def(id) === undefined;

/** The truth behind a verdict. */
export const truthBehind = (verdict: Verdict | undefined): Truth =>
  verdict === 'yes' || verdict === 'no' ? verdict : 'undetermined';

/** Marks the kids that alone would turn their parent's verdict. */
export function markDecisive(kids: readonly Draft[], join: (truths: readonly Truth[]) => Truth): void {
  const truths = kids.map((kid) => truthBehind(kid.verdict));
  const now = join(truths);
  const otherwise = (i: number, t: Truth): boolean => join(truths.map((x, j) => (j === i ? t : x))) !== now;
  kids.forEach((kid, i) => {
    const t = truths[i];
    kid.decisive =
      t === 'undetermined' ? otherwise(i, 'yes') || otherwise(i, 'no') : otherwise(i, t === 'yes' ? 'no' : 'yes');
  });
}

/** The fiscal years of open series below a node, as `years.<fact>` → `2023,2025`, so that a question can name them. */
export function openYears(c: Case, node: Expr | Pred, needs: readonly Id[]): Readonly<Record<string, string>> {
  if (needs.length === 0) return {};
  const open = new Map<Id, Set<number>>();
  const look = (id: Id, backs: readonly number[]): void => {
    if (!needs.includes(id) || c.r.firm.def(id)?.type !== 'series') return;
    const years = open.get(id) ?? new Set<number>();
    for (const back of backs) if (!isKnown(c.r.firm.number(id, back))) years.add(c.year - back);
    open.set(id, years);
  };
  walkNode(node, '', (each) => {
    if (each.k === 'fact') look(each.fact, [yearsBack(each.year)]);
    if (each.k === 'growth') look(each.series, upTo(each.years, each.how === 'cagr'));
    if (each.k === 'agg') look(each.series, upTo(each.last - 1, false));
  });
  return Object.fromEntries(
    [...open].map(([id, years]) => [`years.${id}`, [...years].sort((a, b) => a - b).join(',')]),
  );
}

const upTo = (n: number, endsOnly: boolean): readonly number[] =>
  endsOnly ? [0, n] : Array.from({ length: n + 1 }, (_, i) => i);

/** Whether a value is certain not to apply. */
export const isNotApplicable = (v: Val): boolean => !v.some;
