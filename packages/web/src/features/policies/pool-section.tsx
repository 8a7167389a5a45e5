import type { Pool } from '@tidu/rules';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { linkClass } from '../../shared/ui/link.tsx';
import { usePolicyWords } from './policy-words.tsx';

function PoolCard({ pool }: { readonly pool: Pool }) {
  const { doc, nameOf, say, format, m } = usePolicyWords();
  return (
    <article className="flex flex-col rounded-2 border border-line border-t-4 border-t-celadon-glaze bg-surface p-5">
      <h3 className="text-h3">
        {nameOf(pool)}
        <BasisMark cites={pool.cite} />
      </h3>
      <p className="mt-3 text-figure font-semibold">{format.money(pool.budget)}</p>
      <p className="text-small text-ink-2">{m.budget}</p>
      <p className="mt-4 text-small font-medium">{m.poolAwards}</p>
      <ul className="mt-1 space-y-0.5 text-small">
        {pool.awards.map((id) => (
          <li key={id}>
            <a href={`#award-${id}`} className={linkClass}>
              {nameOf(doc.awards.find((award) => award.id === id) ?? { id })}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-small font-medium">{m.howGiven}</p>
      <p className="text-small text-ink-2">{say(pool)}</p>
    </article>
  );
}

export function PoolSection() {
  const { doc, m } = usePolicyWords();
  return (
    <section id="pools" aria-labelledby="pools-title" className="border-t border-line pt-8">
      <h2 id="pools-title" className="text-h2">
        {m.pools}
      </h2>
      <p className="mt-1 text-ink-2">{m.poolsLead}</p>
      <div className="mt-6 grid gap-5 md:grid-cols-2 xl:grid-cols-3">
        {doc.pools.map((pool) => (
          <PoolCard key={pool.id} pool={pool} />
        ))}
      </div>
    </section>
  );
}
