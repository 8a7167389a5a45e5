import type { Facts, PolicyDoc, Pred } from '@tidu/rules';

/** One criterion that a person has decided: where it stands and what counts. */
export interface Overruling {
  readonly path: string;
  /** As read in the reason tree: `yes` is in the firm's favour. */
  readonly verdict: 'yes' | 'no';
  /** The criterion is read the other way round (a veto, or below a `not`). */
  readonly flipped: boolean;
}

const PREDS: ReadonlySet<string> = new Set(['cmp', 'in', 'all', 'any', 'not', 'atLeast', 'exists', 'provided']);
type Node = Readonly<Record<string, unknown>>;

const isNode = (part: unknown): part is Node => typeof part === 'object' && part !== null;
const isPred = (part: unknown): part is Pred => isNode(part) && typeof part.k === 'string' && PREDS.has(part.k);

/** Where in the document the condition of a node of the reason tree stands; a gate and a veto have theirs in `when`. */
export function conditionPath(doc: PolicyDoc, path: string): string | undefined {
  const part = path.split('.').reduce<unknown>((at, key) => (isNode(at) ? at[key] : undefined), doc);
  if (isPred(part)) return path;
  return isNode(part) && isPred(part.when) && !('k' in part) ? `${path}.when` : undefined;
}

export const judgementOf = (path: string): string => `overruled.${path}`;

/**
 * The policy and the facts with some criteria decided by a person: each becomes an open norm (需人工判断) that is answered.
 * The same overrulings always make the same document, so that the result can be replayed. Inner ones come first: an outer
 * one takes the place of what is inside it.
 */
export function overrulePolicy(
  doc: PolicyDoc,
  facts: Facts,
  overrulings: readonly Overruling[],
): { readonly doc: PolicyDoc; readonly facts: Facts } {
  const ordered = overrulings.toSorted((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : 1));
  let changed = doc;
  const answers: Record<string, Facts[string]> = {};
  for (const { path, verdict, flipped } of ordered) {
    const at = conditionPath(doc, path);
    if (at === undefined) continue;
    changed = replaced(changed, at.split('.'), judgementOf(path)) as PolicyDoc;
    answers[judgementOf(path)] = { known: (verdict === 'yes') !== flipped };
  }
  return { doc: changed, facts: { ...facts, ...answers } };
}

function replaced(node: unknown, [key, ...rest]: readonly string[], id: string): unknown {
  if (key === undefined) return judgement(node as Pred, id);
  if (Array.isArray(node)) return node.map((each, i) => (String(i) === key ? replaced(each, rest, id) : each));
  return isNode(node) ? { ...node, [key]: replaced(node[key], rest, id) } : node;
}

function judgement({ label, cite }: Pred, id: string): Pred {
  const question = label ?? { 'zh-CN': '人工改判', en: 'Decided by a person' };
  return { k: 'judgement', id, question, ...(label ? { label } : {}), ...(cite ? { cite } : {}) };
}
