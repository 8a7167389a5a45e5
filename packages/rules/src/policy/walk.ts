import type { Expr, Id, PolicyDoc, Pred, Tier } from './document.ts';

/** Any node of the rule language: a value, a score or a condition. */
export type RuleNode = Expr | Pred;

/** A direct child and the key that leads to it from its parent, e.g. `of.1`, `rows.0.when`, `if`. */
export interface Child {
  readonly key: string;
  readonly node: RuleNode;
}

/** Called for every node, parents first, in document order; `above` are its ancestors, nearest last. */
export type Visit = (node: RuleNode, path: string, above: readonly RuleNode[]) => void;

const listed = (key: string, nodes: readonly RuleNode[]): Child[] =>
  nodes.map((node, i) => ({ key: `${key}.${i}`, node }));

/** The direct children of one node with their keys; leaves give an empty list. */
export function childrenOf(node: RuleNode): Child[] {
  switch (node.k) {
    case 'add':
    case 'sub':
    case 'mul':
    case 'min':
    case 'max':
    case 'sum':
    case 'bestOf':
    case 'all':
    case 'any':
    case 'atLeast':
      return listed('of', node.of);
    case 'neg':
    case 'round':
    case 'milestone':
    case 'bands':
    case 'marginal':
    case 'linear':
    case 'indicator':
    case 'not':
      return [{ key: 'of', node: node.of }];
    case 'exists':
      return [{ key: 'where', node: node.where }];
    case 'bonus':
      return [{ key: 'when', node: node.when }];
    case 'table':
      return node.rows.map((row, i) => ({ key: `rows.${i}.when`, node: row.when }));
    default:
      return childrenByName(node);
  }
}

type Paired = Extract<RuleNode, { k: 'div' | 'fx' | 'cond' | 'cmp' | 'bandsBy' }>;
type Leaf = Extract<
  RuleNode,
  { k: 'lit' | 'fact' | 'param' | 'growth' | 'agg' | 'span' | 'in' | 'provided' | 'judgement' }
>;

function childrenByName(node: Paired | Leaf): Child[] {
  switch (node.k) {
    case 'div':
      return [
        { key: 'num', node: node.num },
        { key: 'den', node: node.den },
      ];
    case 'fx':
      return [
        { key: 'of', node: node.of },
        { key: 'rate', node: node.rate },
      ];
    case 'cond':
      return [
        { key: 'if', node: node.if },
        { key: 'then', node: node.then },
        { key: 'else', node: node.else },
      ];
    case 'cmp':
      return [
        { key: 'a', node: node.a },
        { key: 'b', node: node.b },
      ];
    case 'bandsBy':
      return [{ key: 'by', node: node.by }, ...node.rows.map((row, i) => ({ key: `rows.${i}.use`, node: row.use }))];
    default:
      return [];
  }
}

/** Visits `node` and everything below it; `path` is the path of `node` itself. */
export function walkNode(node: RuleNode, path: string, visit: Visit, above: readonly RuleNode[] = []): void {
  visit(node, path, above);
  const kids = childrenOf(node);
  if (kids.length === 0) return;
  const below = [...above, node];
  for (const kid of kids) walkNode(kid.node, `${path}.${kid.key}`, visit, below);
}

/** A node that hangs directly on a tier, an award or a stack, with its path in the document. */
export interface Root {
  readonly path: string;
  readonly node: RuleNode;
}

/** The topmost nodes of a document in document order: conditions and scores of tiers, amounts and caps of awards. */
export function rootsOf(doc: PolicyDoc): readonly Root[] {
  const roots: Root[] = [];
  doc.tiers.forEach((tier, t) => {
    tier.gates.forEach((gate, i) => roots.push({ path: `tiers.${t}.gates.${i}.when`, node: gate.when }));
    tier.vetoes.forEach((veto, i) => roots.push({ path: `tiers.${t}.vetoes.${i}.when`, node: veto.when }));
    tier.routes.forEach((route, i) => {
      const at = `tiers.${t}.routes.${i}`;
      if (route.k === 'scored') roots.push({ path: `${at}.score`, node: route.score });
      else roots.push({ path: `${at}.when`, node: route.when });
    });
  });
  doc.awards.forEach((award, a) => {
    const at = `awards.${a}`;
    if (typeof award.for !== 'string') roots.push({ path: `${at}.for`, node: award.for });
    if (award.pay) roots.push({ path: `${at}.pay`, node: award.pay });
    award.caps?.forEach((cap, i) => roots.push({ path: `${at}.caps.${i}.max`, node: cap.max }));
    award.tranches?.forEach((part, i) => roots.push({ path: `${at}.tranches.${i}.when`, node: part.when }));
  });
  doc.stacks.forEach((stack, s) => {
    if (stack.within) roots.push({ path: `stacks.${s}.within`, node: stack.within });
  });
  return roots;
}

/** Visits every node of a document with its path, e.g. `tiers.1.routes.0.when.of.1`. */
export function walkDoc(doc: PolicyDoc, visit: Visit): void {
  for (const root of rootsOf(doc)) walkNode(root.node, root.path, visit);
}

/** Facts and judgements one node names itself, without those of its children. */
function namedBy(node: RuleNode): readonly (Id | undefined)[] {
  switch (node.k) {
    case 'fact':
    case 'in':
    case 'provided':
      return [node.fact];
    case 'growth':
    case 'agg':
      return [node.series];
    case 'span':
      return [node.from, node.to];
    case 'milestone':
      return [node.paidBefore];
    case 'exists':
      return [node.list];
    case 'judgement':
      return [node.id];
    default:
      return [];
  }
}

// Documents never change, so what a node reads is worked out once for all firms.
const used = new WeakMap<RuleNode, readonly Id[]>();

/**
 * Every fact and judgement a node depends on, in document order, each once. Fields of list records (`item.…`) are not
 * facts of the firm and are left out: the list itself stands for them.
 */
export function factsUsed(node: RuleNode): readonly Id[] {
  if (node.k === 'lit') return NO_FACTS;
  // Comparisons are also made up to try something, so they are not remembered.
  if (node.k === 'cmp') return joined(factsUsed(node.a), factsUsed(node.b));
  const had = used.get(node);
  if (had) return had;
  const made = namesBelow(node);
  used.set(node, made);
  return made;
}

const NO_FACTS: readonly Id[] = [];
const joined = (a: readonly Id[], b: readonly Id[]): readonly Id[] =>
  b.length === 0 ? a : a.length === 0 ? b : [...new Set([...a, ...b])];

function namesBelow(node: RuleNode): readonly Id[] {
  const found = new Set<Id>();
  walkNode(node, '', (each) => {
    for (const id of namedBy(each)) {
      if (id !== undefined && id !== 'asOf' && !id.startsWith('item.')) found.add(id);
    }
  });
  return [...found];
}

const ofTiers = new WeakMap<Tier, readonly Id[]>();

/** Every fact and judgement a tier depends on: those of its gates, vetoes and ways in, in that order, each once. */
export function factsOfTier(tier: Tier): readonly Id[] {
  const had = ofTiers.get(tier);
  if (had) return had;
  const nodes = [
    ...[...tier.gates, ...tier.vetoes].map((x) => x.when),
    ...tier.routes.map((x) => (x.k === 'scored' ? x.score : x.when)),
  ];
  const made = [...new Set(nodes.flatMap((node) => factsUsed(node)))];
  ofTiers.set(tier, made);
  return made;
}
