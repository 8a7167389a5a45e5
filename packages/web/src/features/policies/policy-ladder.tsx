import { LadderPicture } from '../../shared/ui/ladder-picture.tsx';
import { linkClass } from '../../shared/ui/link.tsx';
import { usePolicyWords } from './policy-words.tsx';

/** The rungs of a policy, each leading to its conditions further down the page. */
export function PolicyLadder() {
  const { doc, nameOf, m } = usePolicyWords();
  return (
    <section id="ladder" aria-labelledby="ladder-title">
      <h2 id="ladder-title" className="text-h2">
        {m.ladder}
      </h2>
      <p className="mt-1 mb-6 max-w-prose text-ink-2">{m.ladderLead}</p>
      <LadderPicture
        rungs={doc.tiers.map((tier) => ({
          id: tier.id,
          state: 'plain',
          label: nameOf(tier),
          note: (
            <a href={`#tier-${tier.id}`} className={linkClass}>
              {m.conditions}
            </a>
          ),
        }))}
      />
    </section>
  );
}
