import type { Award, AwardResult, ExplainNode, Pool, Range, Stack } from '@tidu/rules';
import type { Explained } from './use-explanations.ts';

export interface AwardLine {
  readonly award: Award;
  readonly result: AwardResult;
  readonly node: ExplainNode | undefined;
  /** The stacking rule it stands under. */
  readonly stack: Stack | undefined;
}

export interface PoolLine {
  readonly pool: Pool;
  readonly claim: Range;
  readonly awards: readonly AwardLine[];
}

/** The pools with their awards: those with money first, those ruled out last. */
export function poolLinesOf({ doc, decision, explanation }: Explained): readonly PoolLine[] {
  const lineOf = (id: string): AwardLine | undefined => {
    const award = doc.awards.find((a) => a.id === id);
    const result = decision.awards.find((a) => a.award === id);
    const node = explanation.tree.kids.find((kid) => kid.kind === 'award' && kid.id === id);
    const stack = doc.stacks.find((s) => s.awards.includes(id));
    return award && result ? { award, result, node, stack } : undefined;
  };
  return doc.pools.map((pool) => ({
    pool,
    claim: decision.pools.find((p) => p.pool === pool.id)?.claim ?? { lo: '0', hi: '0' },
    awards: pool.awards
      .flatMap((id) => lineOf(id) ?? [])
      .toSorted((a, b) => RANK[a.result.outcome] - RANK[b.result.outcome]),
  }));
}

const RANK = { yes: 0, undetermined: 1, no: 2 } as const;
