import type { Award, Pred } from '@tidu/rules';

/** A condition that several awards have in common, told once. */
export interface SharedCondition {
  readonly anchor: string;
  readonly pred: Pred;
  /** The conditions of the awards that are this one. */
  readonly same: ReadonlySet<Pred>;
}

const partsOf = (award: Award): readonly Pred[] => {
  if (typeof award.for === 'string') return [];
  return award.for.k === 'all' ? award.for.of : [award.for];
};

/** What a reader sees of a condition: everything but its id and its source. */
const visible = (pred: Pred): string =>
  JSON.stringify(pred, (key, value) => (key === 'id' || key === 'cite' ? undefined : value));

/** Named conditions that stand in the same words in two awards or more, in document order. */
export function sharedConditions(awards: readonly Award[]): readonly SharedCondition[] {
  const found = new Map<string, { pred: Pred; same: Set<Pred> }>();
  for (const pred of awards.flatMap(partsOf)) {
    if (!pred.label) continue;
    const key = visible(pred);
    const entry = found.get(key) ?? { pred, same: new Set<Pred>() };
    entry.same.add(pred);
    found.set(key, entry);
  }
  return [...found.values()]
    .filter(({ same }) => same.size > 1)
    .map((entry, i) => ({ ...entry, anchor: `shared-${i + 1}` }));
}

/** The part of an award's condition that is its own, and the shared ones it names. */
export function splitAudience(
  pred: Pred,
  shared: readonly SharedCondition[],
): { readonly own: Pred | undefined; readonly named: readonly SharedCondition[] } {
  const parts = pred.k === 'all' ? pred.of : [pred];
  const named = shared.filter(({ same }) => parts.some((part) => same.has(part)));
  const rest = parts.filter((part) => !named.some(({ same }) => same.has(part)));
  const [only] = rest;
  if (named.length === 0) return { own: pred, named };
  return { own: rest.length > 1 ? { k: 'all', of: rest } : only, named };
}
