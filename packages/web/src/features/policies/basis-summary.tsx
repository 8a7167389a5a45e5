import type { Basis } from '@tidu/rules';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { basisCounts } from './citations.ts';
import { usePolicyWords } from './policy-words.tsx';

const ORDER: readonly Basis[] = ['official', 'derived', 'assumed'];
const BAR: Record<Basis, string> = { official: 'bg-celadon', derived: 'bg-celadon-mid', assumed: 'hatched' };

/** How much of the policy rests on published text, on reckoning, on assumption: as a bar and in words. */
export function BasisSummary() {
  const { doc, m } = usePolicyWords();
  const ui = useMessages(uiMessages);
  const counts = basisCounts(doc);
  const all = ORDER.reduce((sum, basis) => sum + counts[basis], 0);
  if (all === 0) return null;
  return (
    <div className="max-w-prose text-small">
      <p className="font-medium">{m.basisTitle(all)}</p>
      <div className="mt-2 flex h-2 gap-0.5 overflow-hidden rounded-full" aria-hidden="true">
        {ORDER.map(
          (basis) =>
            counts[basis] > 0 && <div key={basis} className={BAR[basis]} style={{ flexGrow: counts[basis] }} />,
        )}
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-ink-2">
        {ORDER.filter((basis) => counts[basis] > 0).map((basis) => (
          <div key={basis} className="flex items-center gap-2">
            <span aria-hidden="true" className={`size-3 rounded-1 border border-line ${BAR[basis]}`} />
            <dt className={basis === 'assumed' ? 'text-amber' : 'text-ink'}>{ui.basis[basis]}</dt>
            <dd>{m.basisCount(counts[basis])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
