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
  const base = { kind: node.k, node: node as Start['node'] & object, parts, facts: factsUsed(node) };
  return draftOf(c, at, { ...base, needs: openFacts(c.r, node) });
}

/** Sets the message: which template, and the facts it needs that are not in the node. */
export function tell(draft: Draft, key: string, args: Readonly<Record<string, string>> = {}): void {
  draft.msg = { key: `sentence.${key}`, args: { ...draft.msg.args, ...args } };
}

/** Puts the kids into a node that is otherwise finished, where they are wanted. */
export function grow(c: Case, draft: Draft, make: () => readonly Draft[]): void {
  if (c.wants === undefined || c.wants(draft)) draft.kids = make();
}

/** A single kid: its parent's verdict is its own. */
export function alone(kid: Draft): readonly Draft[] {
  kid.decisive = true;
  return [kid];
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
  for (const { id, backs } of seriesRead(node)) {
    if (!needs.includes(id) || c.r.firm.def(id)?.type !== 'series') continue;
    const years = open.get(id) ?? new Set<number>();
    for (const back of backs) if (!isKnown(c.r.firm.number(id, back))) years.add(c.year - back);
    open.set(id, years);
  }
  return Object.fromEntries(
    [...open].map(([id, years]) => [`years.${id}`, [...years].sort((a, b) => a - b).join(',')]),
  );
}

/** A fact that is read, and how many years before the base year. */
interface Read {
  readonly id: Id;
  readonly backs: readonly number[];
}

const seriesBelow = new WeakMap<Expr | Pred, readonly Read[]>();

/** The facts and years a node reads that may be series, in document order. */
function seriesRead(node: Expr | Pred): readonly Read[] {
  const had = seriesBelow.get(node);
  if (had) return had;
  const found: Read[] = [];
  walkNode(node, '', (each) => {
    if (each.k === 'fact') found.push({ id: each.fact, backs: [yearsBack(each.year)] });
    if (each.k === 'growth') found.push({ id: each.series, backs: upTo(each.years, each.how === 'cagr') });
    if (each.k === 'agg') found.push({ id: each.series, backs: upTo(each.last - 1, false) });
  });
  seriesBelow.set(node, found);
  return found;
}

const upTo = (n: number, endsOnly: boolean): readonly number[] =>
  endsOnly ? [0, n] : Array.from({ length: n + 1 }, (_, i) => i);

/** Whether a value is certain not to apply. */
export const isNotApplicable = (v: Val): boolean => !v.some;
