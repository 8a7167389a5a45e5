import type { PolicyResult } from './evaluate-firm.ts';
import { type Standing, standingsOf } from './standing.ts';
import { countUnmet, isClosed, tierNode } from './unmet.ts';

/** Where the firm stands on a ladder, with what is unmet counted from the reasons. */
export const standingsIn = (ladder: PolicyResult): readonly Standing[] =>
  standingsOf(ladder, (tier) => {
    const node = tierNode(ladder.outline.tree, tier);
    return node ? { unmet: countUnmet(node), isClosed: isClosed(node) } : { unmet: 0, isClosed: false };
  });
