import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { VerdictBadge } from '../../../shared/ui/verdict-badge.tsx';
import type { PolicyResult } from '../model/evaluate-firm.ts';

interface LiveTitlesProps {
  readonly results: readonly PolicyResult[];
  /** Level of its heading on the page. */
  readonly level?: 'h2' | 'h3';
}

/** Titles outside the ladder, each with its verdict. */
export function LiveTitles({ results, level: Heading = 'h3' }: LiveTitlesProps) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  if (results.length === 0) return null;
  return (
    <section>
      <Heading className="text-body font-semibold">{m.titles}</Heading>
      <ul className="mt-2 space-y-2 text-small">
        {results.map(({ doc, decision }) => (
          <li key={doc.id} className="flex items-center justify-between gap-3">
            <span>{text(doc.label)}</span>
            {decision.tiers[0] && <VerdictBadge verdict={decision.tiers[0].outcome} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
