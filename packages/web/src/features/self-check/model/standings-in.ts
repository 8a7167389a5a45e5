import { type Standing, standingsOf } from './standing.ts';
import { countUnmet, isClosed, tierNode } from './unmet.ts';
import type { Explained } from './use-explanations.ts';

/** Where the firm stands on a ladder, with what is unmet counted from the reasons. */
export const standingsIn = (ladder: Explained): readonly Standing[] =>
  standingsOf(ladder, (tier) => {
    const node = tierNode(ladder.explanation.tree, tier);
    return node ? { unmet: countUnmet(node), isClosed: isClosed(node) } : { unmet: 0, isClosed: false };
  });
