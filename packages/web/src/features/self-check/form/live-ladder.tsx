import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { LadderPicture, type Rung } from '../../../shared/ui/ladder-picture.tsx';
import type { PolicyResult } from '../model/evaluate-firm.ts';
import type { Standing } from '../model/standing.ts';
import { useStandings } from './use-standings.ts';

/** The ladder with "you are here". */
export function LiveLadder({ ladder }: { readonly ladder: PolicyResult }) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const standings = useStandings(ladder);
  const gapOf = ({ state, unmet, open, result }: Standing): string | undefined => {
    if (state === 'here' || state === 'reached') return undefined;
    if (state === 'beyond' || state === 'plain' || state === 'missed') return undefined;
    if (result.outcome === 'no') return m.rung.gap(unmet);
    return open > 0 ? m.rung.waits(open) : undefined;
  };
  const rungs = standings.map((standing): Rung => {
    const gap = gapOf(standing);
    return { id: standing.tier.id, label: text(standing.tier.label), state: standing.state, ...(gap ? { gap } : {}) };
  });
  return <LadderPicture rungs={rungs} label={text(ladder.doc.label)} />;
}
