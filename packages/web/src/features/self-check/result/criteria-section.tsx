import { useNavigate, useSearch } from '@tanstack/react-router';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import type { RowFilter } from '../model/criteria-rows.ts';
import { aboveOf, isLadder } from '../model/standing.ts';
import { standingsIn } from '../model/standings-in.ts';
import type { Explained } from '../model/use-explanations.ts';
import { TierCriteria } from './tier-criteria.tsx';

const FILTERS: readonly RowFilter[] = ['all', 'unmet', 'open'];

/** All criteria of every policy with tiers; the rung of the firm and the one above it stand open. */
export function CriteriaSection({ policies }: { readonly policies: readonly Explained[] }) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const navigate = useNavigate();
  const { show = 'all' } = useSearch({ from: '/self-check/result' });
  const choose = (next: RowFilter): void =>
    void navigate({
      to: '/self-check/result',
      search: next === 'all' ? {} : { show: next },
      replace: true,
      resetScroll: false,
    });
  return (
    <section aria-labelledby="criteria">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
        <h2 id="criteria" className="text-h2">
          {m.criteria}
        </h2>
        <fieldset data-screen-only="" className="flex rounded-2 border border-line-strong bg-raised">
          <legend className="sr-only">{m.filter.label}</legend>
          {FILTERS.map((filter) => (
            <label
              key={filter}
              className="flex min-h-9 cursor-pointer items-center px-4 text-small first-of-type:rounded-l-2 last-of-type:rounded-r-2 has-checked:bg-celadon has-checked:text-on-celadon has-focus-visible:outline-2 has-focus-visible:outline-[var(--focus)]"
            >
              <input
                type="radio"
                name="criteria-filter"
                className="sr-only"
                checked={show === filter}
                onChange={() => choose(filter)}
              />
              {m.filter[filter]}
            </label>
          ))}
        </fieldset>
      </div>
      <div className="space-y-8">
        {policies.map((policy) => (
          <div key={policy.doc.id} className="space-y-3">
            {policies.length > 1 && <p className="text-small font-medium text-ink-2">{text(policy.doc.label)}</p>}
            {tiersOf(policy).map(({ tier, open }) => (
              <TierCriteria
                key={`${tier.id} ${show}`}
                tier={tier}
                policy={policy}
                filter={show}
                open={open || show !== 'all'}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** The tiers of a policy; on a ladder the rung to aim at stands open, the top one where nothing is above. */
function tiersOf(policy: Explained) {
  const standings = isLadder(policy.doc) ? standingsIn(policy) : [];
  const shown = aboveOf(standings) ?? standings.at(-1);
  return policy.explanation.tree.kids
    .filter((kid) => kid.kind === 'tier')
    .map((tier) => ({ tier, open: tier.id === shown?.tier.id }));
}
