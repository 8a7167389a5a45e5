import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { usePolicyWords } from './policy-words.tsx';

/** Clauses that are not rules yet, and what they concern: nothing of the policy is left out in silence. */
export function UntranslatableSection() {
  const { doc, nameOf, text, m } = usePolicyWords();
  const list = doc.untranslatable ?? [];
  if (list.length === 0) return null;
  const named = [
    ...doc.tiers,
    ...doc.tiers.flatMap((tier) => [...tier.gates, ...tier.routes]),
    ...doc.awards,
    ...doc.pools,
  ];
  return (
    <section id="untranslatable" aria-labelledby="untranslatable-title" className="border-t border-line pt-8">
      <h2 id="untranslatable-title" className="text-h2">
        {m.untranslatable}
      </h2>
      <p className="mt-1 max-w-prose text-ink-2">{m.untranslatableLead}</p>
      <ul className="mt-5 space-y-4">
        {list.map((clause) => (
          <li key={clause.id} className="border-l-2 border-amber-glaze pl-5">
            <div>
              {text(clause.text)}
              <BasisMark cites={clause.cite} />
            </div>
            <p className="text-small text-ink-2">
              {m.taints(clause.taints.map((id) => nameOf(named.find((part) => part.id === id) ?? { id })).join(' · '))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
